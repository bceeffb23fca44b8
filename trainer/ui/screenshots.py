"""`make screenshots`: every page in both themes at two sizes, from the real window."""

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from trainer.tokens import THEMES
from trainer.ui.main_window import MainWindow
from trainer.ui.robot import Robot
from trainer.ui.starting import make_application, open_window

SIZES = ((1024, 700), (1600, 1000))


def main() -> None:
    """Writes all pictures into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("screenshots"))
    out: Path = parser.parse_args().out
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    out.mkdir(parents=True, exist_ok=True)
    make_application()
    count = 0
    for theme in THEMES:
        for size in SIZES:
            for name, window in _pages(theme, size):
                file = out / f"{name}-{theme}-{size[0]}x{size[1]}.png"
                window.grab().save(str(file))
                count += 1
    print(f"{count} pictures in {out.resolve()}")


def _pages(theme: str, size: tuple[int, int]) -> Iterator[tuple[str, MainWindow]]:
    """Walks through all pages with a learner's first deeds; the window is ready for its picture each time."""
    with tempfile.TemporaryDirectory() as folder:
        window, store = open_window(Path(folder), motion=False)
        window.resize(*size)
        window.show()
        window.sidebar.theme_wanted.emit(theme)
        robot = Robot(window)
        for name, deed in _deeds(window, robot):
            deed()
            robot.look()
            yield name, window
        window.close()
        window.deleteLater()
        store.close()


def _deeds(window: MainWindow, robot: Robot) -> Iterator[tuple[str, Callable[[], object]]]:
    yield "today-new", lambda: window.open_page("today")
    yield "mini-empty", lambda: robot.open_drill("first-vpc")
    yield "mini-solved", lambda: _place(robot, (("igw", "vpc"), ("nat", "public-a"), ("instance", "private-a")))
    yield "flagship-empty", lambda: robot.open_drill("three-tier-two-zones")
    first = (("igw", "vpc"), ("nat-a", "public-a"), ("db-primary", "data-a"), ("db-standby", "data-a"))
    yield "flagship-wrong", lambda: _place(robot, first)
    yield "flagship-outline", robot.page.toggle_outline
    yield "today-open", lambda: (robot.page.toggle_outline(), window.open_page("today"))
    yield "flagship-hint", lambda: (robot.open_drill("three-tier-two-zones"), robot.page.hint_button.click())
    rest = (
        ("nat-b", "public-b"),
        ("alb", "public-a"),
        ("alb", "public-b"),
        ("web", "app-a"),
        ("web", "app-b"),
    )
    yield "flagship-all-right", lambda: (robot.move_tile("db-standby", "data-a", "data-b"), _place(robot, rest))
    yield "flagship-solved", robot.page.finish_button.click
    yield "drills", lambda: window.open_page("drills")
    yield "today-after", lambda: window.open_page("today")
    yield "notice", lambda: window.notice.tell("The disk is full. Make room; nothing you did so far is lost.")


def _place(robot: Robot, drops: tuple[tuple[str, str], ...]) -> None:
    for piece, container in drops:
        robot.drag_to(piece, container)


if __name__ == "__main__":
    main()

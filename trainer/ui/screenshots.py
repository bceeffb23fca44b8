"""`make screenshots`: every page in both themes at two sizes, from the real window."""

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from trainer.store.level import Level
from trainer.tokens import THEMES
from trainer.ui.main_window import MainWindow
from trainer.ui.robot import Robot
from trainer.ui.starting import make_application, open_window

SIZES = ((1024, 700), (1600, 1000))
_FLAGSHIP = "three-tier-two-zones"
_REST = (("nat-b", "public-b"), ("alb", "public-a"), ("alb", "public-b"), ("web", "app-a"), ("web", "app-b"))


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
    yield "watch", lambda: (window.open_drill("first-vpc"), robot.press_asked(0), robot.press_asked(0))
    yield "mini-empty", lambda: robot.press_asked(1)
    yield "mini-solved", lambda: _place(robot, (("igw", "vpc"), ("nat", "public-a"), ("instance", "private-a")))
    yield "flagship-empty", lambda: robot.open_drill(_FLAGSHIP)
    first = (("igw", "vpc"), ("nat-a", "public-a"), ("db-primary", "data-a"), ("db-standby", "data-a"))
    yield "flagship-wrong", lambda: _place(robot, first)
    yield "flagship-outline", robot.page.toggle_outline
    yield "flagship-table", lambda: (robot.page.toggle_outline(), robot.page.toggle_table())
    yield "today-open", lambda: (robot.page.toggle_table(), window.open_page("today"))
    yield "flagship-hint", lambda: (robot.open_drill(_FLAGSHIP), robot.page.hint_button.click())
    yield "flagship-all-right", lambda: (robot.move_tile("db-standby", "data-a", "data-b"), _place(robot, _REST))
    yield "flagship-solved", robot.page.finish_button.click
    yield "flagship-question", lambda: _err(robot)
    yield "connect", lambda: (robot.open_drill("orders-backend"), robot.draw_line("shop", "api"))
    yield "classify", lambda: robot.open_drill("shared-responsibility")
    yield "order", lambda: robot.open_drill("way-of-a-request")
    yield "drills", lambda: window.open_page("drills")
    yield "learn", lambda: window.open_page("learn")
    yield "primer-offered", lambda: window.open_page("study")
    yield "study-front", robot.pass_primer
    yield "study-answer", robot.reveal
    yield "study-end", lambda: _study(window, robot)
    yield "learn-begun", lambda: window.open_page("learn")
    yield "primer", lambda: window.read_primer("w3-ecs-nat", "learn", lambda: window.open_page("learn"))
    yield "cards", lambda: window.open_page("cards")
    yield "confusions", lambda: window.open_page("confusions")
    yield "cards-diagram", lambda: window.search_cards("kind:occluded")
    yield "practice", lambda: window.open_page("practice")
    yield "diagnostic", lambda: window.open_page("diagnostic")
    yield "exam", lambda: window.open_page("exam")
    yield "reports", lambda: window.open_page("reports")
    yield "settings", lambda: window.open_page("settings")
    yield "today-after", lambda: window.open_page("today")
    yield "notice", lambda: window.notice.tell("The disk is full. Make room; nothing you did so far is lost.")


def _err(robot: Robot) -> None:
    """Drops a piece wrongly twice, so that the drill asks why."""
    robot.page.options.level_wanted.emit(Level.BUILD)
    _place(robot, (("igw", "app-a"),))
    robot.move_tile("igw", "app-a", "public-a")


def _study(window: MainWindow, robot: Robot) -> None:
    """Answers all cards of the day."""
    window.open_page("study")
    while robot.study.sheet.card.isVisible() or robot.study.sheet.is_priming:
        robot.answer()


def _place(robot: Robot, drops: tuple[tuple[str, str], ...]) -> None:
    for piece, container in drops:
        robot.drag_to(piece, container)


if __name__ == "__main__":
    main()

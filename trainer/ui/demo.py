"""`trainer demo`: plays a drill wrongly, then rightly, and five cards in the real window; leaves pictures, reports."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trainer.errors import UserError

DRILL = "three-tier-two-zones"
CARDS = 5
_FORGOTTEN = 1
_SIZE = (1360, 860)


def run_demo(out: Path) -> int:
    """Plays the demo offscreen, in a data folder of its own, and prints where the pictures are.

    Args:
        out: the folder for the pictures; made when absent.

    Raises:
        UserError: when the folder cannot be written.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        out.mkdir(parents=True, exist_ok=True)
        (out / ".probe").touch()
        (out / ".probe").unlink()
    except OSError as error:
        raise UserError(f"{out}: the pictures cannot be written there: {error.strerror or error}") from error
    with _window() as window:
        pictures = [*_play(window, out), *_report(window, out)]
    sys.stdout.write(f"{len(pictures)} pictures and reports in {out.resolve()}:\n")
    sys.stdout.writelines(f"  {picture.name}\n" for picture in pictures)
    return 0


@contextmanager
def _window() -> Iterator["object"]:
    """The real window on an empty data folder that is gone afterwards."""
    from trainer.ui.starting import make_application, open_window  # noqa: PLC0415  # the platform is set first

    make_application()
    with tempfile.TemporaryDirectory(prefix="trainer-demo-") as folder:
        window, store = open_window(Path(folder), motion=False)
        window.resize(*_SIZE)
        window.show()
        try:
            yield window
        finally:
            window.close()
            store.close()


def _report(window: "object", out: Path) -> Iterator[Path]:
    """Writes down what the demo learner did, as a page and as pages to print."""
    from trainer.progress.formats import Format, write_as  # noqa: PLC0415  # what the last step needs
    from trainer.progress.report import make_report  # noqa: PLC0415
    from trainer.progress.saving import save_file  # noqa: PLC0415
    from trainer.ui.main_window import MainWindow  # noqa: PLC0415

    assert isinstance(window, MainWindow)
    report = make_report(window.library, window.store, window.store.today())
    for form in (Format.HTML, Format.PDF):
        file = out / f"report.{form}"
        save_file(file, write_as(report, form))
        yield file


def _play(window: "object", out: Path) -> Iterator[Path]:
    from trainer.ui.main_window import MainWindow  # noqa: PLC0415
    from trainer.ui.robot import Robot  # noqa: PLC0415

    assert isinstance(window, MainWindow)
    robot = Robot(window)

    def picture(name: str) -> Path:
        robot.look()
        file = out / f"{name}.png"
        if not window.grab().save(str(file)):
            raise UserError(f"{file}: the picture cannot be written; is the disk full?")
        return file

    robot.settle()
    yield picture("1-today")
    window.open_page("drills")
    robot.settle()
    yield picture("2-drills")
    robot.open_drill(DRILL)
    yield picture("3-empty")
    robot.drag_to("igw", "vpc")
    yield picture("4-right-drop")
    robot.drag_to("db-primary", "data-a")
    robot.drag_to("db-standby", "data-a")
    yield picture("5-wrong-drop")
    robot.drag_to("nat-a", "app-a")
    yield picture("6-two-mistakes")
    robot.move_tile("db-standby", "data-a", "data-b")
    robot.move_tile("nat-a", "app-a", "public-a")
    for piece, container in (
        ("nat-b", "public-b"),
        ("alb", "public-a"),
        ("alb", "public-b"),
        ("web", "app-a"),
        ("web", "app-b"),
    ):
        robot.drag_to(piece, container)
    robot.page.finish_button.click()
    yield picture("7-solved")
    window.sidebar.theme_wanted.emit("dark")
    yield picture("8-solved-dark")
    window.sidebar.theme_wanted.emit("light")
    window.open_page("study")
    for number in range(CARDS):
        robot.answer(known=number != _FORGOTTEN)
        if number == _FORGOTTEN:
            yield picture("9-card")
    window.open_page("today")
    yield picture("10-today-after")
    window.open_page("reports")
    yield picture("11-report")

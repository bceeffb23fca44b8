"""Drop to painted feedback: from the delivered release event to the end of the paint that shows it.

300 random drops in the flagship drill, and in the largest one, in the real window at 1600x1000, commit included: all
pieces go to random places in random order, then a new attempt begins. Prints the whole and its parts (grading,
layout, commit, paint and the rest) in ms. The paint is the first frame that shows badge and text; after it come the
routes of the links, which never move anything, and the frames of the glide.

    python benchmarks/drop_to_paint.py [--drill ID ...]
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

import trainer.app  # noqa: F401  # SQLAlchemy before PySide6, as the program does
from trainer.study import judging
from trainer.ui.drill import display
from trainer.ui.robot import Robot
from trainer.ui.starting import make_application, open_window

DROPS = 300
FLAGSHIP = "three-tier-two-zones"


class Stopwatch:
    """Adds up the time that wrapped functions take during one drop."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    def wrap(self, name: str, function: Callable) -> Callable:
        """The function, timed under a name."""

        def timed(*args: object, **options: object) -> object:
            start = time.perf_counter()
            try:
                return function(*args, **options)
            finally:
                self.spent[name] = self.spent.get(name, 0.0) + time.perf_counter() - start

        return timed


class PaintWatch(QObject):
    """Notes which widgets were painted."""

    def __init__(self, painted: set[str], names: dict[QObject, str]) -> None:
        super().__init__()
        self.painted = painted
        self.names = names

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Lets everything through."""
        if event.type() is QEvent.Type.Paint:
            self.painted.add(self.names[watched])
        return False


class TimedRobot(Robot):
    """A robot that times from the release event to the end of the paint."""

    def __init__(self, window: object, stopwatch: Stopwatch) -> None:
        super().__init__(window)
        self.stopwatch = stopwatch
        self.rows: list[dict[str, float]] = []
        self.painted: set[str] = set()
        page = self.page
        names = {page.view.viewport(): "diagram", page.feedback.viewport(): "feedback"}
        self._watch = PaintWatch(self.painted, names)
        for widget in names:
            widget.installEventFilter(self._watch)

    def release(self, source, at) -> None:
        """The end of a drag, timed."""
        self.stopwatch.spent.clear()
        start = time.perf_counter()
        Robot.release(source, at)
        handled = time.perf_counter()
        self.painted.clear()
        QApplication.sendPostedEvents()  # the update request among them paints the window
        end = time.perf_counter()
        assert {"diagram", "feedback"} <= self.painted, self.painted
        row = {"whole": end - start, **self.stopwatch.spent, "paint": end - handled}
        row["other"] = row["whole"] - sum(value for name, value in row.items() if name != "whole")
        self.stopwatch.spent.clear()
        self.settle()
        row["links, a frame later"] = self.stopwatch.spent.get("layout", 0.0)
        self.rows.append(row)


def main() -> None:
    """Plays, and prints a table for each drill."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--drill", action="append", help="id of a drill; by default the flagship and the largest one")
    chosen = parser.parse_args().drill
    make_application()
    stopwatch = Stopwatch()
    display.lay_out_safely = stopwatch.wrap("layout", display.lay_out_safely)
    judging.grade = stopwatch.wrap("grade", judging.grade)
    with tempfile.TemporaryDirectory() as folder:
        window, store = open_window(Path(folder), motion=True)
        store.append = stopwatch.wrap("commit", store.append)
        window.resize(1600, 1000)
        window.show()
        for drill in chosen or (FLAGSHIP, largest(window.library)):
            print_table(drill, play(window, drill, stopwatch))
        window.close()
        store.close()


def largest(library):
    """The drill with the most places and tiles among those that are placed."""
    drills = (library.drill(drill) for drill in library.drill_ids())
    return max((drill for drill in drills if drill.pieces), key=nodes).id


def nodes(drill):
    """How many containers and tiles a drill has."""
    return len(drill.topology) + len(drill.fixtures) + sum(piece.spans for piece in drill.pieces.values())


def play(window, drill, stopwatch):
    """Drops all pieces at random, again and again; the figures of each drop."""
    chance = random.Random(1)
    window.open_drill(drill, 2)
    robot = TimedRobot(window, stopwatch)
    robot.settle()
    while len(robot.rows) < DROPS:
        session = window.drill_presenter.session
        if session.question is not None:
            robot.answer_question(session.question.right)
            continue
        left = [p for p in session.drill.pieces if robot.page.palette_list.row_rect(p).isValid()]
        if not left:
            robot.page.restart_button.click()
            robot.settle()
            continue
        piece = chance.choice(left)
        free = [place for place in session.drill.topology if place not in session.placement.get(piece, ())]
        with suppress(AssertionError):  # a full container has no free spot to drop on
            robot.drag_to(piece, chance.choice(free))
    return robot.rows


def print_table(drill, rows):
    """Median, 95th percentile and maximum of the whole and its parts, in ms."""
    print(f"{drill}: {len(rows)} drops, ms: {'median':>8} {'p95':>8} {'max':>8}")
    for name in ("whole", "grade", "layout", "commit", "paint", "other", "links, a frame later"):
        values = [row.get(name, 0.0) * 1000 for row in rows]
        print(f"  {name:22} {median(values):8.2f} {quantiles(values, n=20)[18]:8.2f} {max(values):8.2f}")


if __name__ == "__main__":
    main()

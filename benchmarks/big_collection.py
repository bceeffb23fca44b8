"""How the program does on a large collection: 100,000 cards and about a million answers; prints figures in ms.

Run: python benchmarks/big_collection.py [--cards N] [--days N] [--data-dir DIR] [--rounds N]. Makes a simulated life,
which takes minutes, or uses the one that lies in a folder already. Prints medians and minima over rounds: on a machine
that does other things at the same time the minimum says more. Ratios compare with a life of a hundredth the cards.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from append_event import time_bare_commits

from trainer.learning.grade import Grade
from trainer.learning.scheduler import default_scheduler
from trainer.learning.study_day import Moment
from trainer.library.shelf import open_library
from trainer.store.clock import SystemClock
from trainer.store.opening import open_store
from trainer.store.search.finding import Order, Page
from trainer.store.search.query import parse_query
from trainer.study.card_queue import CardQueue, want_more
from trainer.study.card_session import CardSession, Prompt

ROOT = Path(__file__).resolve().parent.parent
FIRST_PAGE = 50
FRAME_MS = 16
QUERIES = (
    "",
    "77777",
    "card 777",
    '"simulated card"',
    "card",
    "card -answer",
    "section:vpc",
    "kind:basic",
    "is:new",
    "is:due",
    "is:learnt",
    "-is:new",
    "is:failed",
    "is:retired",
    "is:flagged",
    "state:young",
    "state:mature",
    "rated:1",
    "rated:7:forgot",
    "rated:30 -rated:7",
    "card is:due",
    "section:vpc state:young",
)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=100_000)
    parser.add_argument("--days", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--data-dir", type=Path, help="where the large life lies, or is to be made and kept")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        large, small = options.data_dir or Path(name) / "large", Path(name) / "small"
        live(large, options.cards, options.days)
        live(small, max(1, options.cards // 100), options.days)
        figures = {
            "start_ms": compare(start_times, large, small, options.rounds),
            "queue_ms": compare(queue_times, large, small, options.rounds),
            "search_ms": search_times(large, options.rounds),
            "session_opened_ms": compare(opening_times, large, small, options.rounds),
            "answer_and_next_ms": compare(answer_times, large, small, options.rounds),
            "bare_commit_ms": told([took * 1000 for took in time_bare_commits(Path(name), 500)]),
            "table": scroll(large),
        }
    print(json.dumps(figures, indent=2))


def live(folder, cards, days):
    if not (folder / "trainer.db").exists():
        command = ("simulate", "--cards", str(cards), "--days", str(days), "--data-dir", str(folder))
        subprocess.run([sys.executable, "-m", "trainer", *command], check=True, env=environment(), stdout=sys.stderr)


def environment():
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def compare(measure, large, small, rounds):
    of_large, of_small = measure(large, rounds), measure(small, rounds)
    ratio = round(min(of_large) / min(of_small), 2)
    return {"large": told(of_large), "small": told(of_small), "ratio_of_minima": ratio}


def told(took):
    ordered = sorted(took)
    figures = {"median": median(ordered), "min": ordered[0], "p95": ordered[len(ordered) * 95 // 100]}
    return {name: round(value, 2) for name, value in figures.items()}


def timed(deed, times):
    took = []
    for _ in range(times):
        began = time.perf_counter()
        deed()
        took.append((time.perf_counter() - began) * 1000)
    return took


def start_times(folder, rounds):
    command = (sys.executable, "-m", "trainer", "doctor", "--startup", "--data-dir", str(folder))
    took = []
    for _ in range(min(rounds, 9) + 1):
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment())
        took.append(json.loads(done.stdout)["first_paint_ms"])
    return took[1:]


def queue_times(folder, rounds):
    with closing(open_store(folder, clock=SystemClock())) as store:
        day = store.today() + timedelta(days=1)  # a whole day, which nobody has begun
        CardQueue(store, day)
        return timed(lambda: CardQueue(store, day), rounds)


def search_times(folder, rounds):
    figures = {}
    with closing(open_store(folder, clock=SystemClock())) as store:
        for order in Order:
            for text in QUERIES if order is Order.SECTION else ("", "77777", "card", "is:due"):
                query, page = parse_query(text), Page(order, limit=FIRST_PAGE)
                store.search(query, page)
                took = told(timed(lambda query=query, page=page: store.search(query, page), rounds))
                (whole,) = timed(lambda query=query, page=page: store.search_all(query, page), 1)
                count = store.search_all(query, page).count
                title = text or "everything"
                name = title if order is Order.SECTION else f"{title}, by {order}"
                figures[name] = {**took, "found": count, "all_of_them": round(whole, 1)}
    return figures


def opening_times(folder, rounds):
    with closing(open_store(folder, clock=SystemClock())) as store:
        library, scheduler = open_library(), default_scheduler()
        CardSession(library, store, scheduler)
        return timed(lambda: CardSession(library, store, scheduler), rounds)


class Tomorrow:
    """A day after the last one that was lived, on which much is due."""

    def now(self):
        moment = SystemClock().now()
        return Moment(moment.at + timedelta(days=1), moment.utc_offset_min)


def answer_times(folder, rounds):
    took = []
    with closing(open_store(folder, clock=Tomorrow())) as store:
        want_more(store, store.today(), new=20 * rounds, due=20 * rounds)  # beyond what the day has room for
        session = CardSession(open_library(), store, default_scheduler())
        while isinstance(session.prompt, Prompt) and len(took) < 20 * rounds:
            grade = Grade.AGAIN if len(took) % 7 == 3 else Grade.GOOD
            took += timed(lambda grade=grade: session.answer(grade, seconds=5.0, how="buttons"), 1)
    return took


def scroll(folder):
    """Frames of the Cards page while its table is scrolled: by the wheel, by pages, and by the thumb."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  # SQLAlchemy has to come first

    from trainer.ui.cards.page import CardsPage  # noqa: PLC0415
    from trainer.ui.cards.presenter import CardsPresenter  # noqa: PLC0415
    from trainer.ui.look import Look  # noqa: PLC0415
    from trainer.ui.stylesheet import style_sheet  # noqa: PLC0415

    app = QApplication.instance() or QApplication([])
    app.setStyleSheet(style_sheet("light"))
    figures = {}
    with closing(open_store(folder, clock=SystemClock())) as store:
        page = CardsPage(Look("light", motion=False), {})
        presenter = CardsPresenter(page, store, today=store.today)
        page.resize(1280, 800)
        page.show()
        (first,) = timed(presenter.refresh, 1)
        frames = []
        while presenter.is_busy:
            frames += timed(app.processEvents, 1)
        figures["first_page"] = round(first, 2)
        figures["frames_until_all_is_known"] = told(frames)
        bar = page.table.verticalScrollBar()

        def frame(value):
            bar.setValue(value)
            page.table.viewport().repaint()
            app.processEvents()

        frame(0)
        whole = bar.maximum()
        ways = {
            "wheel": range(0, 900, 3),
            "pages": range(1000, 7000, 20),
            "thumb": [whole * (step * 37 % 300) // 300 for step in range(300)],
            "end": [whole - step for step in range(100)],
        }
        for way, values in ways.items():
            took = [timed(lambda value=value: frame(value), 1)[0] for value in values]
            figures[way] = {**told(took), "max": round(max(took), 2), "over_16_ms": sum(ms > FRAME_MS for ms in took)}
        presenter.close()
    return figures


if __name__ == "__main__":
    main()

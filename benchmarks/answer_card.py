"""How long a session takes to answer a card, durably, and to bring the next one; prints median and 95th percentile.

Run: python benchmarks/answer_card.py [--cards N] [--folder DIR]. The figure is the whole of it: event, hash, memory,
sums of the day, commit, and the next card with what each grade would lead to. The folder's disk decides much of it,
so the time of a bare commit of the same size in SQLite is printed beside.
"""

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from append_event import summarise, time_bare_commits

from trainer.learning.grade import Grade
from trainer.learning.scheduler import default_scheduler
from trainer.library.shelf import open_library
from trainer.store.clock import SystemClock
from trainer.store.opening import open_store
from trainer.study.card_queue import want_more
from trainer.study.card_session import CardSession, Prompt
from trainer.study.simulation.cards import made_up_cards


def time_answers(session, most):
    took = []
    while isinstance(session.prompt, Prompt) and len(took) < most:
        grade = Grade.AGAIN if len(took) % 7 == 3 else Grade.GOOD
        began = time.perf_counter()
        session.answer(grade, seconds=5.0, how="buttons")
        took.append(time.perf_counter() - began)
    return took


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=2000)
    parser.add_argument("--folder", type=Path, help="where to make the temporary data folder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        store = open_store(Path(name), clock=SystemClock())
        store.import_pack(made_up_cards(options.cards, ["vpc-intro", "elb"]))
        want_more(store, store.today(), new=options.cards)
        began = time.perf_counter()
        session = CardSession(open_library(), store, default_scheduler())
        opened = time.perf_counter() - began
        answers = time_answers(session, options.cards)
        undone = []
        for _ in range(50):
            began = time.perf_counter()
            session.undo()
            undone.append(time.perf_counter() - began)
        store.close()
        figures = {
            "answers": len(answers),
            "answer_and_next": summarise(answers),
            "undo": summarise(undone),
            "open_session_ms": round(opened * 1000, 1),
            "bare_commit": summarise(time_bare_commits(Path(name), 2000)),
        }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()

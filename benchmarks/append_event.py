"""How long the store takes to append a drill move, durably; prints median and 95th percentile.

Run: python benchmarks/append_event.py [--moves N] [--folder DIR]. The folder's disk decides much of it, so the
time of a bare commit of the same size in SQLite is printed beside.
"""

import argparse
import json
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from trainer.store.clock import SystemClock
from trainer.store.events import EventKind, NewEvent
from trainer.store.opening import open_store

DRILL = "three-tier-two-zones"
ITEM = f"drill:{DRILL}"
PIECES = ("igw", "nat-a", "nat-b", "alb", "web", "db-primary", "db-standby")
PLACES = ("vpc", "public-a", "public-b", "app-a", "app-b", "data-a", "data-b")
MOVES_AN_ATTEMPT = 40


def make_start(number):
    payload = {"level": 2, "feedback": "drop", "variant": None, "prefilled": {}}
    return NewEvent(EventKind.ATTEMPT_STARTED, ITEM, {"v": 1, "drill": DRILL, "attempt": f"a{number}", **payload})


def make_move(attempt, number):
    fields = {"piece": PIECES[number % 7], "from": None, "to": PLACES[number * 3 % 7], "state": "wrong"}
    extra = {"findings": ["nat-in-public-subnet"], "aids": [], "level": 2, "feedback": "drop", "prefilled": []}
    payload = {"v": 1, "drill": DRILL, "attempt": f"a{attempt}", **fields, **extra, "legal": 2}
    return NewEvent(EventKind.DRILL_MOVE, ITEM, payload)


def time_moves(folder, moves):
    took = []
    store = open_store(folder, clock=SystemClock())
    for number in range(moves):
        attempt = number // MOVES_AN_ATTEMPT
        if number % MOVES_AN_ATTEMPT == 0:
            store.append(make_start(attempt))
        move = make_move(attempt, number)
        began = time.perf_counter()
        store.append(move)
        took.append(time.perf_counter() - began)
    store.close()
    return took


def time_bare_commits(folder, commits):
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (a, b)")
    took = []
    for number in range(commits):
        began = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO t VALUES (?, ?)", (number, "x" * 800))
        connection.execute("COMMIT")
        took.append(time.perf_counter() - began)
    connection.close()
    return took


def time_opening(folder):
    began = time.perf_counter()
    open_store(folder, clock=SystemClock()).close()
    return time.perf_counter() - began


def summarise(times):
    ordered = sorted(times)
    median, late = ordered[len(ordered) // 2], ordered[len(ordered) * 95 // 100]
    return {"median_ms": round(median * 1000, 3), "p95_ms": round(late * 1000, 3)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moves", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, help="where to make the temporary data folder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = Path(name)
        moves = time_moves(folder, options.moves)
        figures = {
            "moves": options.moves,
            "append": summarise(moves),
            "bare_commit": summarise(time_bare_commits(folder, min(options.moves, 2000))),
            "open_again": summarise([time_opening(folder) for _ in range(20)]),
            "bytes_a_move": round((folder / "trainer.db").stat().st_size / options.moves),
        }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()

"""Appends moves for ever, and tells each event's uid once `append` has returned: to be killed by a test."""

import sys
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.store.drill_events import finish, move, start, undo
from trainer.store.clock import SystemClock
from trainer.store.opening import open_store

MOVES_AN_ATTEMPT = 7


def main():
    store = open_store(Path(sys.argv[1]), clock=SystemClock())
    for number in count():
        attempt = f"{store.device}-{sys.argv[2]}-{number}"
        tell(store.append(start(attempt)))
        for _ in range(MOVES_AN_ATTEMPT):
            moved = store.append(move(attempt=attempt))
            tell(moved)
        tell(store.append(undo(moved.uid)))
        tell(store.append(finish(attempt)))


def tell(event):
    sys.stdout.write(event.uid + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

"""The composition root: opens the data folder and the library, and hands them to window and command line."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trainer.store.clock import SystemClock
from trainer.store.opening import Store, open_store


@contextmanager
def open_memory(folder: Path) -> Iterator[Store]:
    """What the learner did, from a data folder; closed at the end.

    Raises:
        UserError: when the folder cannot be used; the text says why and what to do.
    """
    store = open_store(folder, clock=SystemClock())
    try:
        yield store
    finally:
        store.close()

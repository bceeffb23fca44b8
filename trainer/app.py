"""The composition root: opens the data folder and the library, and hands them to window and command line.

It comes before any Qt module: behind PySide6's import hook every import costs more (SQLAlchemy 96 ms and 16 MiB).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from trainer.learning.study_day import Clock
from trainer.library.shelf import Library, open_library
from trainer.store.clock import SystemClock
from trainer.store.opening import Store, open_store
from trainer.study.today import Today, plan_today

__all__ = ["App", "Library", "Store", "Today", "open_app", "open_memory", "plan_today"]


@dataclass(frozen=True, slots=True)
class App:
    """What the window works with."""

    library: Library
    store: Store
    clock: Clock


def open_app(folder: Path) -> App:
    """Opens a data folder and the library; the caller closes the store.

    Raises:
        UserError: when the folder or the content cannot be used; the text says why and what to do.
    """
    clock = SystemClock()
    store = open_store(folder, clock=clock)
    try:
        return App(open_library(), store, clock)
    except BaseException:
        store.close()
        raise


@contextmanager
def open_memory(folder: Path) -> Iterator[Store]:
    """What the learner did, from a data folder; closed at the end.

    Raises:
        UserError: when the folder cannot be used.
    """
    store = open_store(folder, clock=SystemClock())
    try:
        yield store
    finally:
        store.close()

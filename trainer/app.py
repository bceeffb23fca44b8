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
from trainer.store.packs import BUILT_IN, Pack
from trainer.study.today import Today, plan_today

__all__ = ["App", "Library", "Store", "Today", "import_built_in", "open_app", "open_memory", "plan_today"]


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
        library = open_library()
        import_built_in(library, store)
        return App(library, store, clock)
    except BaseException:
        store.close()
        raise


def import_built_in(library: Library, store: Store) -> None:
    """Brings the notes of the course up to date where the content changed since the last time.

    Raises:
        UserError: when it cannot be written.
    """
    if store.pack_hash(BUILT_IN) == library.pack_hash:
        return
    pack = Pack(BUILT_IN, library.pack_hash, library.notes(), library.renames, library.missing_sections)
    store.import_pack(pack)


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

"""`trainer simulate`: a plausible life in an empty data folder."""

import gc
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from trainer.app import Store, import_built_in, open_memory
from trainer.cli.printing import print_lines
from trainer.errors import UserError
from trainer.library.shelf import Library
from trainer.paths import data_dir
from trainer.study.simulation.ahead import live_ahead
from trainer.study.simulation.cards import made_up_cards
from trainer.study.simulation.desk import tidy_up
from trainer.study.simulation.learner import Kind


def simulate(options: Namespace, library: Library) -> int:
    """Writes a life through the learner's own log, each event marked as simulated.

    Raises:
        UserError: when the folder holds a life already, or cannot be used.
    """
    folder = data_dir(options.data_dir)
    with open_memory(folder) as store:
        if next(store.events(), None) is not None:
            raise UserError(f"{folder}: somebody has studied here already; name an empty folder with --data-dir")
        import_built_in(library, store)
        cards = _find_cards(library, store, options.cards)
        events = live_ahead(cards, store.today(), options.days, options.seed, Kind(options.learner))
        started = perf_counter()
        with _no_collecting():
            count = store.append_bulk(events)
            count += tidy_up(store, cards, options.seed)
        seconds = perf_counter() - started
        print_lines(_tell(folder, store, count, seconds))
    return 0


def _find_cards(library: Library, store: Store, wanted: int) -> list[str]:
    """The cards of the course, and made-up ones where they do not suffice."""
    built_in = store.new_count()
    if wanted > built_in:
        store.import_pack(made_up_cards(wanted - built_in, list(library.curriculum.sections)))
    return list(store.new_cards(wanted))


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Millions of small values that stay make each round of the garbage collector longer, and leave no cycles."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _tell(folder: Path, store: Store, count: int, seconds: float) -> Iterator[str]:
    today = store.today()
    totals = store.day_totals(today.min, today)
    reviews = sum(total.reviews for total in totals)
    solved = sum(total.solved for total in totals)
    yield f"Data folder: {folder}"
    yield f"Study days: {len(totals)}; answers: {reviews}; drills solved: {solved}"
    yield f"Events: {count}, all marked as simulated, written in {seconds:.1f} s"

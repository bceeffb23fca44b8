"""Lives a simulated life in a process of its own, so that it goes on while its events are written down."""

import multiprocessing
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from multiprocessing.connection import Connection

from trainer.errors import UserError
from trainer.learning.study_day import Moment
from trainer.library.shelf import open_library
from trainer.store.events import NewEvent
from trainer.study.simulation.learner import Kind
from trainer.study.simulation.life import live

_AT_ONCE = 4000
"""Events that are sent together."""

Dated = tuple[NewEvent, Moment]


def live_ahead(cards: Sequence[str], last_day: date, days: int, seed: int, kind: Kind) -> Iterator[Dated]:
    """The events of `live`, in the same order, while another process lives on.

    Args:
        cards: uids, in the order in which they are learnt.
        last_day: the last one that is lived.
        days: how many.
        seed: of everything that chance decides.
        kind: of the learner.

    Raises:
        UserError: when the other process ends before the life does.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_live, args=(theirs, list(cards), last_day, days, seed, kind), daemon=True)
    process.start()
    theirs.close()
    try:
        while chunk := ours.recv():
            yield from chunk
    except EOFError as error:
        raise UserError("the simulated life ended before its time; is there memory enough?") from error
    finally:
        ours.close()
        process.kill()
        process.join()


def _live(connection: Connection, cards: Sequence[str], last_day: date, days: int, seed: int, kind: Kind) -> None:
    """What the process does: lives, and sends what happens; nothing at the end."""
    events = live(open_library(), cards, last_day, days, seed, kind)
    try:
        while chunk := list(islice(events, _AT_ONCE)):
            connection.send(chunk)
        connection.send([])
    except BrokenPipeError:
        return  # nobody listens any more

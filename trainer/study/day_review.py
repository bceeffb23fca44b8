"""What a day with cards brought: what holds for longer now, and what was taken for something else."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from trainer.store.opening import Store

if TYPE_CHECKING:
    from trainer.progress.mix_ups import MixUp


FIRM_DAYS = 21
"""What comes back only after so many days counts as firm."""

_MOST_PAIRS = 3


@dataclass(frozen=True, slots=True)
class Firmer:
    """What got firmer.

    Attributes:
        cards: that came back and were known.
        firm: of these, those that come back after three weeks or more.
        longest: days after which the firmest of them comes back; 0 where there is none.
    """

    cards: int = 0
    firm: int = 0
    longest: int = 0


NOTHING_FIRMER = Firmer()


def firmer_of(store: Store, day: date) -> Firmer:
    """What got firmer on a day."""
    return Firmer(*store.known_again(day, FIRM_DAYS))


def mixed_up_of(store: Store, day: date) -> "tuple[MixUp, ...]":
    """What was mixed up on a day, in cards and diagrams, the strongest first; three pairs at most."""
    from trainer.progress.mix_ups import confusions_of_day  # noqa: PLC0415  # knows all terms, a start none

    return confusions_of_day(store, day)[:_MOST_PAIRS]

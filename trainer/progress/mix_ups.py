"""What the learner mixes up: pairs of things, by how often, how surely and how lately one was taken for the other."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from trainer.store.confusion import Confusion
from trainer.store.confusion_ends import end_in_sentence, end_words
from trainer.store.opening import Store

HALF_LIFE_DAYS = 30
"""After so many days a confusion counts half."""

LOOK_BACK = timedelta(days=180)
"""Older ones count less than a sixtieth and are left out, so that a long log costs no more than a short one."""

SURE, UNKNOWN, GUESSED = 2.0, 1.0, 0.5
"""What one counts on its day: a sure error comes back by itself, a wrong guess says little."""

_WEIGHTS = {True: SURE, None: UNKNOWN, False: GUESSED}


@dataclass(frozen=True, slots=True)
class MixUp:
    """Two things of which one was taken for the other.

    Attributes:
        asked: what was asked for (see `trainer.store.confusion_ends`); of both directions the one that
            weighs more.
        took: what was taken instead.
        times: how often, in both directions; `other_way` of these `took` was asked for and `asked` taken.
        sure: of all, those of which the learner was sure.
        weight: the sum over all, each halved every `HALF_LIFE_DAYS`.
        items: uids of the cards and drills in which it happened, the latest first.
    """

    asked: str
    took: str
    times: int
    other_way: int
    sure: int
    last_day: date
    weight: float
    items: tuple[str, ...]

    @property
    def is_mutual(self) -> bool:
        """Whether each was taken for the other."""
        return 0 < self.other_way < self.times


def strongest_pairs(store: Store, day: date, at_most: int | None = None) -> tuple[MixUp, ...]:
    """The pairs that are mixed up most, as of a study day, the strongest first.

    Args:
        store: what the learner did.
        day: the study day of now.
        at_most: how many; None for all.
    """
    return pairs_of(store.confusions(day - LOOK_BACK, day), day)[:at_most]


def confusions_of_day(store: Store, day: date) -> tuple[MixUp, ...]:
    """What was mixed up on one study day, the strongest first."""
    return pairs_of(store.confusions(day, day), day)


def pairs_of(confusions: Iterable[Confusion], day: date) -> tuple[MixUp, ...]:
    """The pairs in single confusions, the strongest first; among equals by name."""
    by_pair: dict[tuple[str, ...], list[Confusion]] = defaultdict(list)
    for confusion in confusions:
        asked, took = confusion.asked, confusion.took
        by_pair[(asked, took) if asked < took else (took, asked)].append(confusion)
    found = (_mix_up(group, day) for group in by_pair.values())
    return tuple(sorted(found, key=lambda pair: (-pair.weight, pair.asked, pair.took)))


def pair_words(pair: MixUp) -> str:
    """A pair as a report names it."""
    if pair.is_mutual:
        return f"{end_words(pair.asked)} and {end_in_sentence(pair.took)}"
    return f"{end_words(pair.took)}, taken for {end_in_sentence(pair.asked)}"


def weight_of(confusion: Confusion, day: date) -> float:
    """What one confusion counts on a day."""
    return _WEIGHTS[confusion.sure] * 0.5 ** ((day - confusion.day).days / HALF_LIFE_DAYS)


def _mix_up(group: list[Confusion], day: date) -> MixUp:
    by_direction: dict[tuple[str, str], float] = defaultdict(float)
    for confusion in group:
        by_direction[confusion.asked, confusion.took] += weight_of(confusion, day)
    asked, took = min(by_direction, key=lambda ends: (-by_direction[ends], ends))
    latest = sorted(group, key=lambda confusion: confusion.day, reverse=True)
    return MixUp(
        asked=asked,
        took=took,
        times=len(group),
        other_way=sum(confusion.asked != asked for confusion in group),
        sure=sum(confusion.sure is True for confusion in group),
        last_day=latest[0].day,
        weight=sum(by_direction.values()),
        items=tuple(dict.fromkeys(confusion.item for confusion in latest)),
    )

"""The scheduler: FSRS-6 through `fsrs`, the one module that knows it.

FSRS counts in days, and so do we: it is told study days, not times, and gets no learning steps. What is to be asked
again within a session is the session's own business.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from importlib.metadata import version
from random import Random
from typing import Final

from fsrs import Card, Rating, State
from fsrs import Scheduler as Fsrs
from fsrs.scheduler import DEFAULT_PARAMETERS

from trainer.learning.balancing import Load, choose_days
from trainer.learning.grade import Grade
from trainer.learning.memory import MemoryState, Outlook
from trainer.learning.parameters import DEFAULT_SET, ParameterSet, make_set

ALGORITHM: Final = "fsrs-6"
RETENTION: Final = 0.9
"""How likely an item is still known on the day it comes back, unless the learner chose otherwise."""

LONGEST_INTERVAL: Final = 3650
"""Days. Ten years: what comes back later than that is not a plan."""

_REMEMBERED = 8192
"""Results that are kept for being asked for again."""

_FUZZ_FROM = 3
"""Days from which intervals are fuzzed; shorter ones are kept."""

_FUZZ_BANDS = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))
"""How much of each part of an interval may be added or taken: FSRS's own bands (start, end, share)."""


class _FreshCard(Card):
    """A card that is made for one review: `fsrs` copies what it is given, which takes a third of its time."""

    def __copy__(self) -> "_FreshCard":
        return self


class _Model:
    """What grades do to memories under one set of parameters, whatever retention is wanted."""

    def __init__(self, weights: tuple[float, ...] | None) -> None:
        self.fsrs = Fsrs(
            DEFAULT_PARAMETERS if weights is None else weights,
            learning_steps=(),
            relearning_steps=(),
            maximum_interval=LONGEST_INTERVAL,
            enable_fuzzing=False,  # it would draw from the global generator
        )
        self.set = DEFAULT_SET if weights is None else make_set(weights)
        # What a grade would lead to is asked when a card is shown, and again when the answer is written down.
        self.review = lru_cache(maxsize=_REMEMBERED)(self._ask_fsrs)

    def _ask_fsrs(self, before: MemoryState | None, grade: Grade, day: date) -> MemoryState:
        card, _ = self.fsrs.review_card(_card(before), Rating(int(grade)), _at(day))
        assert card.stability is not None
        assert card.difficulty is not None
        return MemoryState(card.stability, card.difficulty, day)


_model = lru_cache(maxsize=8)(_Model)
"""One for a set of parameters, so that all who ask share what it remembers."""


class Scheduler:
    """Says what a grade does to a memory, and when the item comes back.

    Args:
        parameters: the 21 weights of FSRS-6; its defaults where None.
        retention: wanted probability of recall on the day an item comes back, 0.7 to 0.99.

    Raises:
        ValueError: when a parameter is out of FSRS's bounds.
    """

    def __init__(self, parameters: Sequence[float] | None = None, retention: float = RETENTION) -> None:
        self._model = _model(None if parameters is None else tuple(parameters))
        self.retention = retention
        decay = -self._model.fsrs.parameters[20]
        self._factor, self._fall = 0.9 ** (1 / decay) - 1, retention ** (1 / decay) - 1

    @property
    def parameters(self) -> ParameterSet:
        """The set of parameters."""
        return self._model.set

    @property
    def parameter_set(self) -> str:
        """The id of the set of parameters."""
        return self._model.set.id

    @property
    def weights(self) -> tuple[float, ...]:
        """The 21 numbers, also those of FSRS's own."""
        return tuple(self._model.fsrs.parameters)

    def review(self, before: MemoryState | None, grade: Grade, day: date) -> MemoryState:
        """The memory after a review; a second one on the same day counts as FSRS's short-term review.

        Args:
            before: None for an item that was never reviewed.
            grade: how it went.
            day: the study day.
        """
        return self._model.review(before, grade, day)

    def interval(self, memory: MemoryState) -> int:
        """Days from the latest review until recall has fallen to the wanted retention, without fuzz; at least 1."""
        return min(max(round(memory.stability / self._factor * self._fall), 1), LONGEST_INTERVAL)

    def recall(self, memory: MemoryState, day: date) -> float:
        """The probability, 0 to 1, that the item is remembered on a day."""
        return self._model.fsrs.get_card_retrievability(_card(memory), _at(day))

    def outlook(self, before: MemoryState | None, grade: Grade, day: date, luck: float) -> Outlook:
        """What a grade leads to; with the same luck, a better grade never brings an item back sooner.

        Args:
            before: None for an item that was never reviewed.
            grade: how it went.
            day: the study day of the review.
            luck: 0 to 1, drawn by the caller; spreads items that would come back on the same day.
        """
        memory = self.review(before, grade, day)
        return _outlook(memory, day, fuzz(self.interval(memory), luck))

    def outlooks(
        self, before: MemoryState | None, day: date, random: Random, load: Load | None = None
    ) -> Mapping[Grade, Outlook]:
        """What each of the grades would lead to; the generator is drawn from exactly once.

        Args:
            before: None for an item that was never reviewed.
            day: the study day of the review.
            random: for the luck of the item.
            load: what is to do on the coming days, so that the lightest can be chosen; None leaves it to luck.
        """
        luck = random.random()
        if load is None:
            return {grade: self.outlook(before, grade, day, luck) for grade in Grade}
        memories = {grade: self.review(before, grade, day) for grade in Grade}
        spreads = {grade: spread(self.interval(memory)) for grade, memory in memories.items()}
        days = choose_days(spreads, day, load, luck)
        return {grade: _outlook(memory, day, days[grade]) for grade, memory in memories.items()}


def spread(interval: int) -> tuple[int, int]:
    """The shortest and the longest interval that FSRS's bands allow in place of one; all in days."""
    if interval < _FUZZ_FROM:
        return interval, interval
    reach = 1.0 + sum(share * max(min(interval, end) - start, 0.0) for start, end, share in _FUZZ_BANDS)
    return max(2, round(interval - reach)), min(round(interval + reach), LONGEST_INTERVAL)


def fuzz(interval: int, luck: float) -> int:
    """An interval moved a little, so that items learnt together do not stay together.

    Args:
        interval: in days.
        luck: 0 to 1, from the shortest to the longest that FSRS's bands allow.
    """
    shortest, longest = spread(interval)
    return min(shortest + int(luck * (longest - shortest + 1)), longest)


@lru_cache(maxsize=1)
def default_scheduler() -> Scheduler:
    """FSRS with its default parameters and retention."""
    return Scheduler()


@lru_cache(maxsize=32)
def scheduler_with(weights: tuple[float, ...] | None, retention: float = RETENTION) -> Scheduler:
    """A scheduler with these parameters, FSRS's own where None.

    Raises:
        ValueError: when a parameter is out of FSRS's bounds.
    """
    return Scheduler(weights, retention)


@lru_cache(maxsize=1)
def fsrs_version() -> str:
    """The version of the package that writes memory states."""
    return version("fsrs")


@lru_cache(maxsize=4096)
def _at(day: date) -> datetime:
    """A study day as the time that FSRS is told, so that it counts study days and not spans of 24 hours."""
    return datetime.combine(day, time.min, UTC)


def _outlook(memory: MemoryState, day: date, interval: int) -> Outlook:
    return Outlook(memory, interval, day + timedelta(days=interval))


def _card(memory: MemoryState | None) -> Card:
    if memory is None:
        return _FreshCard(card_id=0)
    last = _at(memory.last_day)
    return _FreshCard(
        card_id=0,
        state=State.Review,
        step=None,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=last,
        last_review=last,
    )

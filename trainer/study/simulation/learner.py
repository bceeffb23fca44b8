"""Simulated learners: what they know, and what they do when they do not."""

from dataclasses import dataclass
from enum import StrEnum
from random import Random


class Kind(StrEnum):
    """The kinds of simulated learner."""

    HONEST = "honest"
    GUESSER = "guesser"
    HINT_CLICKER = "hint-clicker"
    FORGETTER = "forgetter"


@dataclass(frozen=True, slots=True)
class Learner:
    """How a learner behaves; all figures up to `asks` are probabilities.

    Attributes:
        attends: to study on a day.
        knows_new: to know a card that was never seen.
        knows_retry: to know a card that failed some minutes ago.
        bluffs: to say *Knew it* of a card that was not known.
        errs: to drop a piece at random in a drill.
        asks: to ask for hints to the last step before a drop.
        weakness: recall is FSRS's recall to this power: 1 as modelled, more for a worse memory.
        seconds: for a card, on average.
        longest_break: in days; breaks of random length come about every two months.
        learns: of what was learnt in drills, errs only as far as it is forgotten.
    """

    attends: float
    knows_new: float
    knows_retry: float
    bluffs: float
    errs: float
    asks: float
    weakness: float
    seconds: float
    longest_break: int
    learns: bool = True

    def knows(self, recall: float, random: Random) -> bool:
        """Whether a card is known whose recall FSRS puts at `recall`."""
        return random.random() < recall**self.weakness

    def thinks_for(self, random: Random) -> float:
        """Seconds that an answer takes."""
        return round(min(60.0, 1.0 + random.expovariate(1 / (self.seconds - 1.0))), 1)


LEARNERS = {
    Kind.HONEST: Learner(0.9, 0.35, 0.9, 0.0, 0.2, 0.05, 1.0, 9.0, 4),
    Kind.GUESSER: Learner(0.8, 0.25, 0.8, 0.6, 0.75, 0.0, 1.6, 4.0, 7, learns=False),
    Kind.HINT_CLICKER: Learner(0.85, 0.35, 0.9, 0.0, 0.1, 0.9, 1.0, 8.0, 7, learns=False),
    Kind.FORGETTER: Learner(0.45, 0.3, 0.75, 0.0, 0.3, 0.1, 2.5, 12.0, 30),
}

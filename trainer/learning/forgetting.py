"""The formulas of FSRS-6 in plain numbers, for fitting and simulating, which ask them a million times.

Memories are written by `scheduler.py` alone; a test holds these formulas to the same results. Source: "The Algorithm",
wiki of open-spaced-repetition/fsrs4anki.
"""

from collections.abc import Sequence
from math import exp
from typing import Final

Weights = Sequence[float]
"""The 21 parameters of FSRS-6."""

_LOWEST_STABILITY: Final = 0.001
_EASIEST: Final = 1.0
_HARDEST: Final = 10.0
_AGAIN, _HARD, _GOOD, _EASY = 1, 2, 3, 4


def first_memory(weights: Weights, grade: int) -> tuple[float, float]:
    """Stability (days) and difficulty after the first review; grades are 1 (again) to 4 (easy)."""
    return max(weights[grade - 1], _LOWEST_STABILITY), _clamp(_first_difficulty(weights, grade))


def recall_after(weights: Weights, stability: float, days: float) -> float:
    """The probability, 0 to 1, of remembering so many days after a review."""
    decay = -weights[20]
    return (1.0 + (0.9 ** (1.0 / decay) - 1.0) * days / stability) ** decay


def next_memory(
    weights: Weights, stability: float, difficulty: float, grade: int, days: int, recall: float
) -> tuple[float, float]:
    """Stability and difficulty after another review.

    Args:
        weights: the parameters.
        stability: before it, in days.
        difficulty: before it.
        grade: 1 to 4.
        days: since the review before; 0 for the same day.
        recall: what `recall_after` says of them.
    """
    harder = -weights[6] * (grade - _GOOD) * (_HARDEST - difficulty) / 9.0
    drawn = weights[7] * _first_difficulty(weights, _EASY) + (1.0 - weights[7]) * (difficulty + harder)
    if days <= 0:
        growth = exp(weights[17] * (grade - _GOOD + weights[18])) * stability ** -weights[19]
        after = stability * (max(growth, 1.0) if grade > _AGAIN else growth)
    elif grade == _AGAIN:
        lapsed = weights[11] * difficulty ** -weights[12] * ((stability + 1.0) ** weights[13] - 1.0)
        after = min(lapsed * exp((1.0 - recall) * weights[14]), stability / exp(weights[17] * weights[18]))
    else:
        growth = exp(weights[8]) * (11.0 - difficulty) * stability ** -weights[9]
        growth *= exp((1.0 - recall) * weights[10]) - 1.0
        growth *= weights[15] if grade == _HARD else weights[16] if grade == _EASY else 1.0
        after = stability * (1.0 + growth)
    return max(after, _LOWEST_STABILITY), _clamp(drawn)


def _first_difficulty(weights: Weights, grade: int) -> float:
    return weights[4] - exp(weights[5] * (grade - 1)) + 1.0


def _clamp(difficulty: float) -> float:
    return min(max(difficulty, _EASIEST), _HARDEST)

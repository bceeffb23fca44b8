"""What parameters of FSRS predict of reviews that are known already, and how far off they are.

As for FSRS, what is predicted are reviews on a later day than the one before. Repeats on the same day change the
memory, by FSRS's short-term formula, and predict nothing.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log
from typing import Final

from trainer.learning.forgetting import Weights, first_memory, next_memory, recall_after

NEAR_ZERO: Final = 1e-6
"""The least chance that is reckoned with: of what is impossible the loss would be endless."""

History = Sequence[tuple[int, int]]
"""An item's reviews in order: ordinal of the study day, and grade from 1 (again) to 4 (easy)."""


def predicted_days(history: History) -> Iterator[int]:
    """The days of the reviews that came on a later day than the one before."""
    return (after for (before, _), (after, _) in pairwise(history) if after > before)


def predict(weights: Weights, history: History) -> Iterator[tuple[tuple[int, int], float]]:
    """Each predicted review of an item with the log loss of the prediction."""
    last, grade = history[0]
    stability, difficulty = first_memory(weights, grade)
    for day, grade in history[1:]:
        recall = recall_after(weights, stability, max(day - last, 0))
        if day > last:
            chance = recall if grade > 1 else 1.0 - recall
            yield (day, grade), -log(max(chance, NEAR_ZERO))
        stability, difficulty = next_memory(weights, stability, difficulty, grade, day - last, recall)
        last = day

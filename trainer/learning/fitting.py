"""Fitting FSRS's parameters to a learner's own reviews, and telling whether they predict better than those in use.

The newest fifth of the reviews takes no part in `training.py`; on it the new parameters have to prove themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from random import Random
from statistics import fmean, stdev
from typing import Final

from trainer.learning.forgetting import Weights
from trainer.learning.predicting import History, predict, predicted_days
from trainer.learning.training import train

ENOUGH: Final = 400
"""Predictions that it takes. Anki asked for as many up to version 24.04; about 200 make parameters that go on to
predict the next thousand well (ankitects/anki, issue 3094), and a fifth of ours is held back."""

HELD_BACK: Final = 0.2
"""The share of predictions, the newest, that prove the parameters instead of making them."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a fit came to.

    Attributes:
        weights: the 21 parameters.
        loss: their log loss on the reviews that were held back; `loss_before` that of the parameters in use,
            `loss_default` that of FSRS's own.
        reviews: predictions that were learnt from; `held_back` those that were not.
        is_better: whether the gain is larger than chance alone makes likely: than its own standard error.
    """

    weights: tuple[float, ...]
    loss: float
    loss_before: float
    loss_default: float
    reviews: int
    held_back: int
    is_better: bool


def count_predictions(histories: Sequence[History]) -> int:
    """How many reviews came on a later day than the one before."""
    return sum(1 for history in histories for _ in predicted_days(history))


def fit(histories: Sequence[History], present: Weights, default: Weights, random: Random) -> Proposal | None:
    """Parameters for these reviews, proved on the newest; None when there are too few.

    Args:
        histories: all reviews of each item that is known of.
        present: the parameters in use.
        default: FSRS's own.
        random: for the order in which the reviews are learnt from.
    """
    days = sorted(day for history in histories for day in predicted_days(history))
    if len(days) < ENOUGH:
        return None
    first_held = days[int(len(days) * (1 - HELD_BACK))]
    known = [past for history in histories if (past := [one for one in history if one[0] < first_held])]
    weights = train(known, default, random)
    after, before, usual = (losses_from(one, histories, first_held) for one in (weights, present, default))
    gains = [old - new for old, new in zip(before, after, strict=True)]
    held = len(gains)
    error = stdev(gains) / sqrt(held) if held > 1 else 0.0
    return Proposal(
        weights=weights,
        loss=fmean(after),
        loss_before=fmean(before),
        loss_default=fmean(usual),
        reviews=len(days) - held,
        held_back=held,
        is_better=fmean(gains) > error,
    )


def losses_from(weights: Weights, histories: Sequence[History], first_day: int) -> list[float]:
    """The log loss of each prediction on or after a day; what came before it is known to the predictor."""
    return [loss for history in histories for (day, _), loss in predict(weights, history) if day >= first_day]

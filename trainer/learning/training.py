"""Finding the parameters of FSRS under which a learner's reviews are least surprising.

The method is that of FSRS's own optimiser (fsrs-rs, `training.rs`): log loss of the predicted recall, recent reviews
weighted more, a pull towards FSRS's defaults by how much the parameters differ between people, Adam with a cosine
schedule. Slopes are taken by small steps, which needs no other package and is fast enough for a background.
"""

from collections.abc import Mapping, Sequence
from math import cos, exp, log, pi, sqrt
from random import Random
from typing import Final

from trainer.learning.forgetting import Weights, recall_after
from trainer.learning.parameters import HIGHEST, LOWEST
from trainer.learning.predicting import NEAR_ZERO, History, predict, predicted_days

_EPOCHS, _BATCH, _RATE = 5, 512, 0.04
_BETA_1, _BETA_2, _TINY = 0.9, 0.999, 1e-8
_STEP = 1e-5
_SPREAD: Final = (
    *(6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33),
    *(0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32, 0.14, 0.27),
)
"""By how much each parameter differs between people (standard deviation): `PARAMS_STDDEV` of fsrs-rs."""
_DECIMALS = 6


def train(histories: Sequence[History], default: Weights, random: Random) -> tuple[float, ...]:
    """The 21 parameters that predict these reviews best.

    Args:
        histories: all reviews of each item; at least one prediction among them.
        default: FSRS's own parameters.
        random: for the order in which the reviews are learnt from.
    """
    start = _with_first_stabilities(histories, default)
    trained = _descend(_batches(histories), start, _moving(histories), random)
    return tuple(round(weight, _DECIMALS) for weight in _sound(trained))


def _with_first_stabilities(histories: Sequence[History], default: Weights) -> list[float]:
    """The defaults, but how long the first answer lasts is read off the second one where that came on a later day."""
    weights = list(default)
    for grade in range(1, 5):
        seconds = [
            (history[1][0] - history[0][0], history[1][1] > 1)
            for history in histories
            if len(history) > 1 and history[0][1] == grade and history[1][0] > history[0][0]
        ]
        if seconds:
            weights[grade - 1] = _first_stability(seconds, default, grade)
    return _sound(weights)


def _first_stability(seconds: Sequence[tuple[int, bool]], default: Weights, grade: int) -> float:
    """The stability, in days, that makes the second answers most likely, drawn a little towards the default."""
    counted: dict[tuple[int, bool], int] = {}
    for second in seconds:
        counted[second] = counted.get(second, 0) + 1

    def loss(stability: float) -> float:
        total = abs(stability - default[grade - 1]) / 16
        for (days, known), times in counted.items():
            recall = recall_after(default, stability, days)
            total -= times * log(max(recall if known else 1.0 - recall, NEAR_ZERO))
        return total

    low, high = log(LOWEST[grade - 1]), log(HIGHEST[grade - 1])
    steps = [exp(low + (high - low) * number / 400) for number in range(401)]
    return min(max(min(steps, key=loss), LOWEST[grade - 1]), HIGHEST[grade - 1])


def _moving(histories: Sequence[History]) -> list[int]:
    """The parameters that these reviews say anything about."""
    firsts = {history[0][1] for history in histories}
    later = {grade for history in histories for _, grade in history[1:]}
    idle = {grade - 1 for grade in range(1, 5) if grade not in firsts}
    idle |= {15} if 2 not in later else set()  # noqa: PLR2004  # hard
    idle |= {16} if 4 not in later else set()  # noqa: PLR2004  # easy
    return [number for number in range(len(LOWEST)) if number not in idle]


_Batch = tuple[Sequence[History], Mapping[int, float]]
"""Items, and how much a prediction counts by its day."""


def _batches(histories: Sequence[History]) -> list[_Batch]:
    """Items in heaps of some hundred predictions, the shortest histories first, as fsrs-rs does."""
    days = sorted(day for history in histories for day in predicted_days(history))
    last = max(len(days) - 1, 1)
    weight = {day: 0.25 + 0.75 * (number / last) ** 3 for number, day in enumerate(days)}
    batches: list[_Batch] = []
    heap: list[History] = []
    size = 0
    for history in sorted(histories, key=len):
        predictions = sum(1 for _ in predicted_days(history))
        if heap and size + predictions > _BATCH:
            batches.append((heap, weight))
            heap, size = [], 0
        heap.append(history)
        size += predictions
    return [*batches, (heap, weight)]


def _descend(batches: Sequence[_Batch], start: Sequence[float], moving: Sequence[int], random: Random) -> list[float]:
    """Adam over the batches, five times, each time in another order."""
    weights = list(start)
    first, second = [0.0] * len(start), [0.0] * len(start)
    steps = _EPOCHS * len(batches)
    order = [batch for _ in range(_EPOCHS) for batch in random.sample(batches, len(batches))]
    for step, batch in enumerate(order):
        rate = _RATE * (1 + cos(pi * step / steps)) / 2
        gradient = _gradient(batch, weights, moving)
        for number in moving:
            pull = 2 * (weights[number] - start[number]) / _SPREAD[number] ** 2 / len(batches)
            slope = gradient[number] + pull
            first[number] = _BETA_1 * first[number] + (1 - _BETA_1) * slope
            second[number] = _BETA_2 * second[number] + (1 - _BETA_2) * slope * slope
            mean, square = first[number] / (1 - _BETA_1 ** (step + 1)), second[number] / (1 - _BETA_2 ** (step + 1))
            weights[number] -= rate * mean / (sqrt(square) + _TINY)
        weights = _sound(weights)
    return weights


def _gradient(batch: _Batch, weights: Sequence[float], moving: Sequence[int]) -> dict[int, float]:
    """By how much the loss of a batch grows with each parameter, from a small step of each."""
    here = _batch_loss(batch, weights)
    gradient: dict[int, float] = {}
    for number in moving:
        step = _STEP if weights[number] + _STEP <= HIGHEST[number] else -_STEP
        aside = [*weights[:number], weights[number] + step, *weights[number + 1 :]]
        gradient[number] = (_batch_loss(batch, aside) - here) / step
    return gradient


def _batch_loss(batch: _Batch, weights: Weights) -> float:
    histories, weight = batch
    return sum(weight[day] * loss for history in histories for (day, _), loss in predict(weights, history))


def _sound(weights: Sequence[float]) -> list[float]:
    """The nearest parameters within FSRS's bounds under which a better first grade is no weaker memory."""
    again, hard, good, easy, *rest = (
        min(max(weight, low), high) for low, weight, high in zip(LOWEST, weights, HIGHEST, strict=True)
    )
    hard = min(hard, good)
    return [min(again, hard), hard, good, max(easy, good), *rest]

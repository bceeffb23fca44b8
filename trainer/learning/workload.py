"""How much there would be to answer a day for each wanted retention, simulated from the learner's own cards.

A small game of chance with the formulas of FSRS: a card that comes back is known with the predicted probability; one
that was forgotten is asked again on the same day, as sessions do. Due days that are given already stay.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush
from random import Random
from typing import Final

from trainer.learning.forgetting import Weights, first_memory, next_memory, recall_after

HORIZON_DAYS: Final = 90
_MOST_CARDS = 2000
"""More are not simulated but reckoned up."""

_AGAIN, _GOOD = 1, 3
_LONGEST = 3650


@dataclass(frozen=True, slots=True)
class Pile:
    """The cards of a learner.

    Attributes:
        cards: those that were answered.
        new_left: how many were never answered.
        new_a_day: how many of them are begun on a day.
        known_first: how often the learner knows a new card, 0 to 1.
        today: ordinal of the study day of now.
    """

    cards: Sequence["Known"]
    new_left: int
    new_a_day: float
    known_first: float
    today: int


@dataclass(frozen=True, slots=True)
class Known:
    """A card that was answered: its stability in days, its difficulty, and ordinals of its latest and its due day."""

    stability: float
    difficulty: float
    last: int
    due: int


@dataclass(slots=True)
class _Card:
    stability: float
    difficulty: float
    last: int


def answers_a_day(
    pile: Pile, weights: Weights, retentions: Sequence[float], seed: str, days: int = HORIZON_DAYS
) -> Mapping[float, float]:
    """The mean number of answers a day over the coming days, for each wanted retention.

    Args:
        pile: the cards.
        weights: FSRS's parameters.
        retentions: each 0 to 1.
        seed: of all that chance decides; the same for every retention, so that they differ in nothing else.
        days: how far to look.
    """
    random = Random(seed)  # noqa: S311  # a game of dice, not a secret
    cards = list(pile.cards)
    total = len(cards) + pile.new_left
    share = min(1.0, _MOST_CARDS / total) if total else 1.0
    smaller = replace(
        pile,
        cards=random.sample(cards, round(len(cards) * share)),
        new_left=round(pile.new_left * share),
        new_a_day=pile.new_a_day * share,
    )
    return {
        retention: _answers(smaller, weights, retention, Random(seed), days) / share / days  # noqa: S311
        for retention in retentions
    }


def _answers(pile: Pile, weights: Weights, retention: float, random: Random, days: int) -> int:
    decay = -weights[20]
    stretch = (retention ** (1 / decay) - 1) / (0.9 ** (1 / decay) - 1)
    coming = [(max(card.due, pile.today), number) for number, card in enumerate(pile.cards)]
    cards = [_Card(card.stability, card.difficulty, card.last) for card in pile.cards]
    heapify(coming)
    answers, begun = 0, 0
    for day in range(pile.today, pile.today + days):
        while begun < min(pile.new_left, (day - pile.today + 1) * pile.new_a_day):
            begun += 1
            known = random.random() < pile.known_first
            cards.append(_Card(*first_memory(weights, _GOOD if known else _AGAIN), day))
            answers += 1 if known else _ask_again(cards[-1], weights)
            heappush(coming, (day + _interval(cards[-1], stretch), len(cards) - 1))
        while coming and coming[0][0] <= day:
            _, number = heappop(coming)
            answers += _review(cards[number], weights, day, random)
            heappush(coming, (day + _interval(cards[number], stretch), number))
    return answers


def _review(card: _Card, weights: Weights, day: int, random: Random) -> int:
    """Asks a card that came back; tells how many answers that took."""
    recall = recall_after(weights, card.stability, max(day - card.last, 0))
    known = random.random() < recall
    grade = _GOOD if known else _AGAIN
    card.stability, card.difficulty = next_memory(
        weights, card.stability, card.difficulty, grade, day - card.last, recall
    )
    card.last = day
    return 1 if known else _ask_again(card, weights)


def _ask_again(card: _Card, weights: Weights) -> int:
    """A card that failed is known the second time; tells how many answers both took."""
    card.stability, card.difficulty = next_memory(weights, card.stability, card.difficulty, _GOOD, 0, 1.0)
    return 2


def _interval(card: _Card, stretch: float) -> int:
    return min(max(round(card.stability * stretch), 1), _LONGEST)

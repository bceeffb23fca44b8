"""How long things take this learner."""

from datetime import date, timedelta
from math import ceil

from trainer.store.opening import Store

_DAYS = timedelta(days=29)
_USUAL_S, _WEIGHT = 12.0, 20
"""Seconds that a card takes before anything is known, and how many answers that counts for."""


def seconds_a_card(store: Store, day: date) -> float:
    """Seconds per answer over the last 30 study days, drawn towards the usual while answers are few."""
    totals = store.day_totals(day - _DAYS, day)
    reviews = sum(total.reviews for total in totals)
    seconds = sum(total.card_seconds for total in totals)
    return (seconds + _USUAL_S * _WEIGHT) / (reviews + _WEIGHT)


def minutes_of(seconds: float) -> int:
    """Whole minutes, rounded up; 0 only for nothing."""
    return ceil(seconds / 60)

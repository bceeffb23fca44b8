"""A learner who forgets by FSRS under parameters of their own, while another scheduler decides what is asked when."""

from datetime import UTC, date, datetime, timedelta
from random import Random

from trainer.learning.grade import Grade
from trainer.learning.scheduler import Scheduler, default_scheduler
from trainer.learning.study_day import Moment
from trainer.store.events import EventKind, NewEvent

USUAL = default_scheduler().weights
FORGETFUL = (0.05, 0.3, 0.6, 2.0, *USUAL[4:8], 0.6, *USUAL[9:])
"""Of somebody who forgets sooner than FSRS expects."""

START = date(2026, 1, 1)


def live(weights, *, cards, days=250, seed=1):
    """The histories of cards: ordinals of study days, and grades."""
    random, truth, asks = Random(seed), Scheduler(weights), default_scheduler()
    return [_history(random, truth, asks, START + timedelta(card * days // (2 * cards)), days) for card in range(cards)]


def _history(random, truth, asks, day, days):
    memory = planned = None
    history = []
    while day < START + timedelta(days):
        known = random.random() < (0.6 if memory is None else truth.recall(memory, day))
        for grade in (Grade.GOOD,) if known else (Grade.AGAIN, Grade.GOOD):
            memory, planned = truth.review(memory, grade, day), asks.review(planned, grade, day)
            history.append((day.toordinal(), int(grade)))
        day += timedelta(asks.interval(planned))
    return history


def write_down(store, cards, histories):
    """Puts histories into a store, each as that of a card."""
    answers = sorted(
        (day, number, turn, cards[number], Grade(grade))
        for number, history in enumerate(histories)
        for turn, (day, grade) in enumerate(history)
    )
    store.append_bulk((_review(date.fromordinal(day), card, grade) for day, _, _, card, grade in answers))


def _review(day, card, grade):
    payload = {"v": 1, "grade": grade.word, "due": (day + timedelta(3)).isoformat(), "seconds": 5.0}
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return NewEvent(EventKind.REVIEW, card, payload), Moment(at, 0)

"""A learner who forgets by FSRS under parameters of their own, while another scheduler decides what is asked when."""

from datetime import date, timedelta
from random import Random

from trainer.learning.grade import Grade
from trainer.learning.scheduler import Scheduler, default_scheduler

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

"""A whole simulated life: the days on which a learner studies, and everything done on them, in order of time."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from trainer.learning.study_day import Moment
from trainer.library.shelf import Library
from trainer.store.events import NewEvent
from trainer.study.simulation.cards import CardLife
from trainer.study.simulation.drills import attempt_drill
from trainer.study.simulation.learner import LEARNERS, Kind
from trainer.study.simulation.notebook import Notebook

_EVENING = time(18, tzinfo=UTC)
_BREAK_EVERY = 60
"""Days between breaks, about."""

_MOST_ATTEMPTS = 150
"""Drills that a life of any length holds, about: each drop is graded for real, which takes its time."""

_LEARNT_BY = 0.7
"""The share of the days after which no new cards are begun, so that the last ones come back a few times, too."""


def live(
    library: Library, cards: Sequence[str], last_day: date, days: int, seed: int, kind: Kind
) -> Iterator[tuple[NewEvent, Moment]]:
    """The events of a life that ends on a day, with their times; the same for the same arguments.

    Args:
        library: the drills.
        cards: uids, in the order in which they are learnt.
        last_day: in UTC; the simulated learner lives there.
        days: how many, the last one included.
        seed: of everything that chance decides.
        kind: of the learner.
    """
    random = Random(f"{seed}:{kind}")  # noqa: S311  # a game of dice, not a secret
    learner = LEARNERS[kind]
    life = CardLife(cards, max(1, round(days * learner.attends * _LEARNT_BY)), learner, random)
    notebook = Notebook()
    away_until = date.min
    for number in range(days):
        day = last_day - timedelta(days=days - 1 - number)
        if random.random() < 1 / _BREAK_EVERY:
            away_until = day + timedelta(days=random.randint(1, learner.longest_break))
        if day < away_until or random.random() > learner.attends:
            continue
        moment = Moment(datetime.combine(day, _EVENING), 0)
        for new in life.answer_day(day):
            moment = Moment(moment.at + timedelta(seconds=new.payload["seconds"]), 0)
            yield new, moment
        if library.drill_ids() and random.random() < min(0.5, _MOST_ATTEMPTS / days):
            notebook.moment = moment
            attempt_drill(library.drill(random.choice(library.drill_ids())), notebook, learner, random)
            yield from notebook.take()

"""A small life that was lived by hand, so that every figure of a report can be counted."""

from datetime import UTC, date, datetime, timedelta
from random import Random

from tests.store.card_events import note, pack, review
from trainer.study.drill_session import DrillSession

TODAY = date(2026, 3, 2)
"""A Monday."""


def live_three_days(library, store, clock):
    """Three cards on Friday; two of them again on Sunday, and a drill solved; another one left open on Monday.

    Friday: 4 answers (3 known), 3 new cards, 20 s. Sunday: 2 answers (1 known) to cards that came back, 10 s;
    5 moves, 2 of them wrong, 1 hint, 1 drill begun and solved. Monday: 1 wrong move, 1 drill begun.
    """
    store.import_pack(
        pack(note("igw"), note("nat"), note("scope"), note("alb", section="elb"), note("aside", section=""))
    )
    _go_to(clock, date(2026, 2, 27))
    store.append(review("igw#front", due=date(2026, 3, 1), seconds=4.0))
    store.append(review("nat#front", grade="again", due=date(2026, 2, 28), seconds=8.0))
    store.append(review("alb#front", due=date(2026, 3, 9), seconds=6.0))
    store.append(review("nat#front", due=date(2026, 3, 1), seconds=2.0))
    _go_to(clock, date(2026, 3, 1))
    store.append(review("igw#front", due=date(2026, 3, 12), seconds=5.0))
    store.append(review("nat#front", grade="again", due=TODAY, seconds=5.0))
    solve_with_errors(library, store)
    _go_to(clock, TODAY)
    begin(library, store, "three-tier-two-zones").place("nat-a", "app-a")


def solve_with_errors(library, store):
    """Five moves, the first and the third of them wrong, and a hint before the last."""
    session = begin(library, store, "first-vpc")
    session.place("igw", "public-a")
    session.place("igw", "vpc", "public-a")
    session.place("nat", "private-a")
    session.undo()
    session.place("nat", "public-a")
    session.hint()
    session.place("instance", "private-a")
    session.finish()
    return session


def begin(library, store, drill):
    return DrillSession(library.drill(drill), store, chance=Random)


def _go_to(clock, day):
    clock.at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    clock.step = timedelta(seconds=1)

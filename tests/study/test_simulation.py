from datetime import date
from itertools import pairwise
from types import SimpleNamespace

import pytest

from trainer.learning.grade import read_grade
from trainer.learning.note import note_of
from trainer.learning.scheduler import Scheduler
from trainer.library.shelf import open_library
from trainer.progress.mix_ups import strongest_pairs
from trainer.store.doctor import examine, repair
from trainer.store.events import EventKind, Origin
from trainer.store.review import reviews_of_attempt, standing
from trainer.study.card_session import LEECH_FROM
from trainer.study.fault_reports import fault_reports
from trainer.study.simulation.ahead import live_ahead
from trainer.study.simulation.cards import made_up_cards
from trainer.study.simulation.desk import tidy_up
from trainer.study.simulation.learner import Kind
from trainer.study.simulation.life import live

DRILLS = ("first-vpc", "orders-backend", "shared-responsibility", "way-of-a-request")
"""One of each kind: to place, to connect, to sort, to put in order."""


@pytest.fixture
def library():
    """A library of few drills."""
    whole = open_library()
    return SimpleNamespace(drill_ids=lambda: DRILLS, drill=whole.drill)


def simulate(library, store, kind=Kind.HONEST, days=365, cards=60, seed=3):
    store.import_pack(made_up_cards(cards, ["vpc-intro", "elb"]))
    store.append_bulk(live(library, store.new_cards(cards), store.today(), days, seed, kind))
    return list(store.events())


@pytest.fixture
def year(library, store):
    return simulate(library, store)


def test_a_life_shows_every_state_that_a_card_can_be_in(library, store):
    simulate(library, store, days=30)
    cards = [uid for uid in store.item_states() if uid.startswith("simulated")]

    tidy_up(store, cards, seed=3)

    marks = store.marks().values()
    assert {mark.flag for mark in marks} == {0, 1, 2, 3, 4}
    assert any(mark.suspended for mark in marks)
    assert any(mark.is_buried(store.today()) for mark in marks)
    assert max(state.wrong for state in store.item_states().values()) >= LEECH_FROM
    notes = store.notes({note_of(uid) for uid in cards} | {"own-simulated"}).values()
    assert any(stored.outdated for stored in notes)
    assert any(stored.note.tags == ("mine",) for stored in notes)
    assert len(fault_reports(store)) == 1
    assert {pair.is_mutual for pair in strongest_pairs(store, store.today())} == {True, False}
    assert all(event.origin is Origin.SIMULATED for event in store.events())
    assert examine(store).is_healthy


def test_a_simulated_year_is_replayed_to_equal_memories_and_to_due_days_as_logged(store, year):
    before = store.item_states()
    repair(store)

    assert store.item_states() == before
    reviews, scheduler = standing(year), Scheduler()
    assert len(reviews) > 300
    for item in {event.item for event in reviews}:
        memory, own = None, [event for event in reviews if event.item == item]
        for event in own:
            memory = scheduler.review(memory, read_grade(event.payload["grade"]), event.study_day)
        assert before[item].memory == memory
        assert before[item].due == date.fromisoformat(own[-1].payload["due"])


def test_skills_of_a_simulated_year_come_back_as_logged(store, year):
    due = {}
    for event in year:
        if event.kind == EventKind.ATTEMPT_FINISHED:
            due |= {review.item: review.due for review in reviews_of_attempt(event) if not review.is_practice}

    assert due
    assert {uid: store.item_state(uid).due for uid in due} == due


def test_every_event_is_marked_and_in_order(store, year):
    assert {event.origin for event in year} == {Origin.SIMULATED}
    assert all(earlier.at <= later.at for earlier, later in pairwise(year))
    totals = store.day_totals(date.min, date.max)
    assert sum(total.simulated for total in totals) >= sum(total.reviews for total in totals) > 0
    assert year[-1].study_day <= store.today()


@pytest.mark.parametrize("kind", list(Kind))
def test_the_doctor_finds_every_kind_of_life_healthy(library, store, kind):
    simulate(library, store, kind, days=60, cards=30)

    assert examine(store).is_healthy, examine(store).lines()


def test_the_same_seed_gives_the_same_life(library, store):
    cards = [f"n{number}#front" for number in range(20)]

    one, same, other = ([*live(library, cards, date(2026, 3, 1), 40, seed, Kind.HONEST)] for seed in (1, 1, 2))

    assert one == same
    assert one != other


def test_learners_differ_in_what_they_remember(library, store):
    cards = [f"n{number}#front" for number in range(200)]
    library = SimpleNamespace(drill_ids=tuple)

    def known(kind):
        grades = [
            new.payload["grade"]
            for new, _ in live(library, cards, date(2026, 3, 1), 120, 1, kind)
            if new.kind == EventKind.REVIEW and new.payload["session"] == "due"
        ]
        return sum(grade != "again" for grade in grades) / len(grades)

    assert known(Kind.HONEST) == pytest.approx(0.9, abs=0.04)
    assert known(Kind.FORGETTER) < known(Kind.HONEST) - 0.1


def test_a_hint_clicker_is_given_hints_and_a_guesser_drops_at_random(library, store):
    def counts(kind):
        events = [new for new, _ in live(library, [], date(2026, 3, 1), 60, 1, kind)]
        hints = sum(new.kind == EventKind.HINT for new in events)
        drops = [new for new in events if new.kind == EventKind.DRILL_MOVE and new.payload["to"] is not None]
        return hints, sum(new.payload["state"] == "wrong" for new in drops) / len(drops)

    hint_clicker, guesser, honest = counts(Kind.HINT_CLICKER), counts(Kind.GUESSER), counts(Kind.HONEST)

    assert hint_clicker[0] > 5 * honest[0]
    assert guesser[1] > 2 * honest[1]


def test_a_life_that_is_lived_ahead_is_the_same():
    cards = [f"n{number}#front" for number in range(10)]
    whole = open_library()

    ahead = list(live_ahead(cards, date(2026, 3, 1), 12, 4, Kind.HONEST))

    assert ahead == list(live(whole, cards, date(2026, 3, 1), 12, 4, Kind.HONEST))
    assert ahead

from datetime import timedelta
from types import SimpleNamespace

import pytest

from tests.store.card_events import review
from tests.store.drill_events import start
from trainer.app import import_built_in
from trainer.library.shelf import Summary
from trainer.study.new_drill import next_drill
from trainer.study.planning.prospect import look_ahead
from trainer.study.today import Reason, plan_today


@pytest.fixture
def filled(library, store):
    import_built_in(library, store)
    return store


def prospect(library, store):
    today = plan_today(library, store, store.today())
    return look_ahead(store, today.plan, today.due, today.backlog)


def new_drill(library, store):
    today = plan_today(library, store, store.today())
    return next((one.drill for one in (today.best, *today.others) if one and one.reason is Reason.NEXT), None)


def test_a_new_drill_waits_until_the_day_after_the_first_cards_of_its_sections(filled, clock):
    first, second = (Summary(name, name, (name,), "folder", None, 1, 3) for name in ("vpc-intro", "elb"))
    cards = {name: tuple(uid for uid in filled.new_cards(200)[at::2]) for at, name in enumerate(("vpc-intro", "elb"))}
    shelf = SimpleNamespace(cards_of=lambda section: cards[section])

    def proposed():
        return next_drill(shelf, filled, (first, second), filled.drill_states(), filled.today())

    assert proposed() is None
    filled.append(review(cards["elb"][0], due=filled.today() + timedelta(3)))
    assert proposed() is None
    clock.advance(days=1)
    assert proposed() is second
    filled.append(review(cards["vpc-intro"][0], due=filled.today() + timedelta(3)))
    clock.advance(days=1)
    assert proposed() is first


def test_a_section_without_cards_holds_no_drill_back(filled):
    drill = Summary("a", "A", ("vpc-intro",), "folder", None, 1, 3)

    assert next_drill(SimpleNamespace(cards_of=lambda _: ()), filled, (drill,), {}, filled.today()) is drill


def test_one_new_drill_a_day(library, filled, clock):
    for section in next(row for row in library.summaries if row.id == "where-things-live").sections:
        filled.append(review(library.cards_of(section)[0], due=filled.today() + timedelta(3)))
    clock.advance(days=1)
    assert new_drill(library, filled) is not None
    filled.append(start("where-things-live"))

    assert new_drill(library, filled) is None


def test_dates_are_promised_from_the_first_day_on_and_sooner_for_more_minutes(library, filled):
    first = prospect(library, filled).promise
    filled.set_setting("plan", {"minutes": 60})
    more = prospect(library, filled).promise

    assert filled.today() < first.core <= first.all
    assert more.all < first.all


def test_an_exam_that_comes_too_soon_offers_less_more_minutes_or_a_later_day(library, filled):
    filled.set_setting("plan", {"minutes": 5, "exam": (filled.today() + timedelta(60)).isoformat()})
    misfit = prospect(library, filled).misfit

    assert misfit.minutes > 5
    assert misfit.exam > filled.today() + timedelta(60)
    filled.set_setting("plan", {"minutes": misfit.minutes, "exam": (filled.today() + timedelta(60)).isoformat()})
    assert prospect(library, filled).misfit is None


def test_catching_up_is_offered_after_a_break_and_then_under_way(library, filled, clock):
    for uid in filled.new_cards(120):
        filled.append(review(uid, due=filled.today() + timedelta(1), seconds=12.0))
    filled.set_setting("plan", {"minutes": 5})
    assert prospect(library, filled).catch_up is None
    clock.advance(days=20)

    offered = prospect(library, filled).catch_up
    assert offered.overdue == 120
    assert offered.minutes[3] > offered.minutes[7] > offered.minutes[14]
    filled.set_setting("catch_up", {"first": filled.today().isoformat(), "days": 7})
    under_way = prospect(library, filled)
    assert under_way.catch_up is None
    assert under_way.catching_up_until == filled.today() + timedelta(6)
    assert not any(day.begun for day in under_way.ahead)


def test_the_days_ahead_stay_within_the_minutes(library, filled):
    filled.set_setting("plan", {"minutes": 10})

    assert all(day.due + day.new <= 10.1 for day in prospect(library, filled).ahead)

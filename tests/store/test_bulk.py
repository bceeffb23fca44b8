from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.store.card_events import review
from tests.store.drill_events import finish, move, start, undo
from trainer.learning.study_day import Moment
from trainer.store import writing
from trainer.store.doctor import examine
from trainer.store.opening import open_store

START = datetime(2025, 1, 1, 18, tzinfo=UTC)


def life(count):
    for number in range(count):
        at = Moment(START + timedelta(hours=7 * number), 60)
        yield review(f"n{number % 7}#front", "again" if number % 5 == 0 else "good", date(2025, 3, 1)), at


def facts(store):
    kinds = [(event.kind, event.item, event.at, event.study_day, event.payload) for event in store.events()]
    return kinds, store.item_states(), store.day_totals(date.min, date.max), store.rule_breaks()


def test_a_bulk_of_events_leaves_what_one_by_one_leaves(store, clock, tmp_path):
    assert store.append_bulk(life(50)) == 50

    with closing(open_store(tmp_path / "other", clock=clock)) as other:
        for new, moment in life(50):
            clock.at, clock.utc_offset_min = moment.at, moment.utc_offset_min
            other.append(new)
        assert facts(other) == facts(store)
    assert examine(store).is_healthy


def test_drills_and_undos_can_be_written_in_bulk(store):
    at = Moment(START, 0)
    store.append(start("a0"))
    taken_back = undo(f"{store.device}-3")

    store.append_bulk((new, at) for new in [start(), move(), taken_back, move("nat"), finish(), review()])

    assert store.board("first-vpc").placement == {"nat": ("vpc",)}
    assert examine(store).is_healthy


def test_what_was_written_before_a_fault_stays(store, monkeypatch):
    monkeypatch.setattr(writing, "BULK_SLICE", 10)
    faulty = [*life(25), (review(grade="perfect"), Moment(START, 0))]

    with pytest.raises(ValueError, match="no grade"):
        store.append_bulk(faulty)

    assert len(list(store.events())) == 20
    assert examine(store).is_healthy
    store.append(review())
    assert examine(store).is_healthy

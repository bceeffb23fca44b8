import json
from contextlib import closing
from datetime import date

import pytest

from tests.store.drill_events import ITEM, finish, hint, move, start, undo
from trainer.store.chain import GENESIS
from trainer.store.events import EventKind, NewEvent, Origin, canonical_json
from trainer.store.opening import open_store


def test_events_are_numbered_and_chained(store):
    first, second = store.append(start()), store.append(move())

    assert first.uid == f"{store.device}-1"
    assert first.prev_hash == GENESIS
    assert (second.seq, second.prev_hash) == (2, first.hash)


def test_what_append_returns_is_what_is_stored(store):
    written = [store.append(start()), store.append(move())]

    assert list(store.events()) == written
    assert store.event(written[1].uid) == written[1]


def test_the_chain_goes_on_after_closing(folder, clock):
    with closing(open_store(folder, clock=clock)) as store:
        before = store.append(start())
    with closing(open_store(folder, clock=clock)) as store:
        after = store.append(move())

    assert (after.seq, after.prev_hash) == (2, before.hash)


def test_the_study_day_is_fixed_when_written(folder, clock):
    clock.at = clock.at.replace(hour=22)
    clock.utc_offset_min = 5 * 60
    with closing(open_store(folder, clock=clock, rollover_hour=4)) as store:
        assert store.append(start()).study_day == date(2026, 3, 2)
    with closing(open_store(folder, clock=clock, rollover_hour=0)) as store:
        store.append(hint())
        assert [event.study_day for event in store.events()] == [date(2026, 3, 2), date(2026, 3, 3)]


def test_events_of_one_item_after_one_that_is_known(store):
    store.append_all([start(), NewEvent("card-edited", "card:x", {"v": 1}), move(), hint()])

    assert [event.seq for event in store.events(item=ITEM, after=1)] == [3, 4]


def test_a_long_log_is_read_to_its_end(store):
    store.append_all([start(), *[hint() for _ in range(1200)]])

    assert [event.seq for event in store.events()] == list(range(1, 1202))


def test_all_events_of_a_batch_or_none(store):
    with pytest.raises(KeyError):
        store.append_all([start(), NewEvent(EventKind.DRILL_MOVE, ITEM, {"v": 1, "attempt": "a1"})])

    assert list(store.events()) == []
    assert store.board("first-vpc") is None
    assert store.append(start()).seq == 1


def test_events_of_unknown_kinds_are_kept_and_change_nothing(store):
    store.append(start())
    before = store.boards(), store.drill_states(), store.item_states()

    event = store.append(NewEvent("card-suspended", None, {"v": 1}, Origin.IMPORTED))

    assert store.event(event.uid).origin is Origin.IMPORTED
    assert (store.boards(), store.drill_states(), store.item_states()) == before


def test_a_payload_without_version_is_refused():
    with pytest.raises(ValueError, match="no version"):
        NewEvent("hint", ITEM, {"drill": "first-vpc"})


def test_an_unknown_uid_is_a_key_error(store):
    for uid in ("nonsense", f"{store.device}-7", ""):
        with pytest.raises(KeyError):
            store.event(uid)


def test_payloads_are_written_in_one_way_only():
    assert canonical_json({"b": [1, 0.5], "a": "é\ud800"}) == '{"a":"\\u00e9\\ud800","b":[1,0.5]}'
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical_json(float("nan"))


def test_any_text_in_a_payload_survives(store):
    text = "\ud800 \x00 🙂 ' \" ; DROP TABLE event"

    written = store.append(NewEvent("note", None, {"v": 1, "text": text}))

    assert store.event(written.uid).payload["text"] == text
    assert json.loads(canonical_json(written.payload))["text"] == text


def test_an_undo_belongs_to_the_item_of_what_it_undoes(store):
    store.append(start())
    moved = store.append(move())

    undone = store.append(NewEvent(EventKind.UNDO, None, {"v": 1, "undoes": moved.uid}))

    assert undone.item == ITEM


def test_finishing_does_not_end_the_log(store):
    store.append_all([start(), move(), finish(), start("a2")])

    assert store.board("first-vpc").attempt == "a2"
    with pytest.raises(ValueError, match="no move or undo"):
        store.append(undo(f"{store.device}-2"))

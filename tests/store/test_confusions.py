from datetime import date, timedelta

import pytest

from tests.store.card_events import note, pack, review, take_back
from tests.store.drill_events import ITEM, check, move, slip, start, undo
from trainer.store.confusion import Confusion
from trainer.store.confusion_ends import end_in_sentence, item_of_end, name_of, text_end
from trainer.store.doctor import examine, repair
from trainer.store.events import NewEvent

TODAY = date(2026, 3, 2)
CARD = "igw#choice"


def wrong(item=CARD, pairs=(("nat", "igw"),), sure=None, due=TODAY + timedelta(1)):
    said = {"confused": [list(pair) for pair in pairs]}
    return review(item, "again", due, said=said if sure is None else {**said, "sure": sure})


def with_pairs(event, pairs=(("nat", "igw"),)):
    return NewEvent(event.kind, event.item, {**event.payload, "confused": [list(pair) for pair in pairs]})


def found(store, day=TODAY):
    return [(one.item, one.asked, one.took, one.sure) for one in store.confusions(date.min, day)]


@pytest.mark.parametrize("sure", [True, False, None])
def test_a_wrong_answer_says_what_was_taken_for_what(store, sure):
    event = store.append(wrong(sure=sure))

    assert store.confusions(TODAY, TODAY) == (Confusion(f"{event.uid}/0", TODAY, CARD, "nat", "igw", sure),)


def test_answers_of_before_it_was_noted_confuse_nothing(store):
    store.append(review(grade="again"))

    assert found(store) == []
    assert examine(store).is_healthy


def test_an_undone_answer_confused_nothing_and_a_redone_one_did(store):
    event = store.append(wrong(pairs=(("nat", "igw"), ("alb", "nlb"))))
    before = found(store)
    assert len(before) == 2

    undone = store.append(take_back(event.uid))
    assert found(store) == []
    assert examine(store).is_healthy

    store.append(take_back(undone.uid))
    assert found(store) == before
    assert examine(store).is_healthy


def test_a_wrong_drop_that_was_taken_back_was_still_a_thought(store):
    store.append(start())
    event = store.append(with_pairs(move(state="wrong")))

    store.append(undo(event.uid))

    assert found(store) == [(ITEM, "nat", "igw", None)]
    assert examine(store).is_healthy


def test_a_slip_of_the_hand_confused_nothing(store):
    store.append(start())
    store.append(with_pairs(move(state="wrong")))
    event = store.append(with_pairs(move("nat", state="wrong"), [("alb", "nlb")]))

    store.append_all([slip(move=2), undo(event.uid)])

    assert found(store) == [(ITEM, "nat", "igw", None)]
    assert examine(store).is_healthy


def test_a_check_tells_what_was_confused(store):
    store.append(start(feedback="check"))

    store.append(with_pairs(check()))

    assert found(store) == [(ITEM, "nat", "igw", None)]


def test_a_card_goes_by_its_name_of_today(store):
    store.append(wrong())
    store.import_pack(pack(note("gateway"), renames={"igw": "gateway"}))
    repair(store)

    assert found(store) == [("gateway#choice", "nat", "igw", None)]


def test_only_the_days_that_are_asked_for_are_read(store, clock):
    store.append(wrong())
    clock.advance(days=2)
    store.append(wrong(pairs=(("alb", "nlb"),)))

    assert [one.asked for one in store.confusions(TODAY + timedelta(1), TODAY + timedelta(9))] == ["alb"]


def test_sure_but_wrong_is_due_until_it_was_answered_on_a_later_day(store, clock):
    tomorrow = TODAY + timedelta(1)
    store.append_all([wrong("a#choice", sure=True), wrong("b#choice", sure=False), wrong("c#choice", sure=True)])
    store.append(review("c#choice", due=TODAY + timedelta(9)))
    assert store.sure_and_due(TODAY, TODAY) == frozenset()
    assert store.sure_and_due(TODAY, tomorrow) == {"a#choice"}

    clock.advance(days=1)
    store.append(review("a#choice", due=tomorrow))

    assert store.sure_and_due(TODAY, tomorrow) == frozenset()


def test_pairs_that_are_none_are_refused(store):
    with pytest.raises(ValueError, match="unpack"):
        store.append(wrong(pairs=[("only",)]))

    assert found(store) == []


@pytest.mark.parametrize(
    ("end", "within"),
    [
        ("internet-gateway", "internet gateway"),
        ("nat-gateway", "NAT gateway"),
        ("auto-scaling-group", "Auto Scaling group"),
        ("rds-standby", "RDS standby"),
        ("aurora", "Aurora"),
        (text_end("card", "Both of them"), "“Both of them”"),
        ("gone-from-the-catalogue", "gone from the catalogue"),
    ],
)
def test_an_end_reads_well_within_a_sentence(end, within):
    assert end_in_sentence(end) == within


def test_a_text_with_the_sign_between_stays_whole():
    end = text_end("card", "a | b")

    assert (item_of_end(end), name_of(end)) == ("card", "a | b")

from datetime import date

import pytest

from tests.store.card_events import note, pack, review
from trainer.store.doctor import examine
from trainer.study.deeds import (
    change_tags,
    delete_cards,
    flag_cards,
    move_to_section,
    put_off_cards,
    set_due,
    start_anew,
    suspend_cards,
)
from trainer.study.undoing import Undoing

MANY = 600


@pytest.fixture
def cards(store):
    store.import_pack(pack(note("a"), note("b"), note("c", text="{{1::one}} {{2::two}}")))
    return store


ALL = ["a#front", "b#front", "c#cloze-1", "c#cloze-2"]


def events(store):
    return len(list(store.events()))


def test_what_is_so_already_is_left_alone(cards):
    assert suspend_cards(cards, ["a#front"], suspended=True) == 1
    assert suspend_cards(cards, ALL, suspended=True) == 3
    assert suspend_cards(cards, ALL, suspended=True) == 0
    assert put_off_cards(cards, ALL, away=False) == 0
    assert flag_cards(cards, ALL, 0) == 0
    assert events(cards) == 4


def test_only_answered_cards_are_started_anew_or_moved(cards):
    cards.append(review("a#front", due=date(2026, 3, 4)))

    assert set_due(cards, ALL, date(2026, 3, 9)) == 1
    assert cards.item_state("a#front").due == date(2026, 3, 9)
    assert start_anew(cards, ALL) == 1
    assert start_anew(cards, ALL) == 0


def test_a_note_is_deleted_once_however_many_of_its_cards_are_selected(cards):
    assert delete_cards(cards, ALL, delete=True) == 3
    assert cards.new_count() == 0

    assert Undoing(cards).undo().words == "deleting 3 notes"
    assert cards.new_count() == 4


def test_tags_come_and_go_and_are_given_back_where_they_are_the_courses(cards):
    assert change_tags(cards, ALL, add=("x", "y")) == 3
    assert change_tags(cards, ["a#front"], add=("x",)) == 0
    assert change_tags(cards, ["a#front"], remove=("x", "y")) == 1

    assert cards.note("b").note.tags == ("x", "y")
    assert cards.note("a").note.tags == cards.note("a").base.tags == ()
    assert not list(cards.note("a").outdated)


def test_notes_are_moved_and_moved_back(cards):
    assert move_to_section(cards, ["a#front"], "elb") == 1
    assert move_to_section(cards, ["a#front"], "vpc-intro") == 1
    assert cards.note("a").note == cards.note("a").base


def test_any_number_of_cards_is_one_step(store):
    store.import_pack(pack(*(note(f"n{number}") for number in range(MANY))))
    uids = [f"n{number}#front" for number in range(MANY)]

    assert suspend_cards(store, uids, suspended=True) == MANY
    assert change_tags(store, uids, add=("x",)) == MANY
    assert delete_cards(store, uids, delete=True) == MANY

    undoing = Undoing(store)
    told = [f"deleting {MANY} notes", "the edit", f"suspending {MANY} cards"]
    assert [undoing.undo().words for _ in told] == told
    assert store.new_count() == MANY
    assert examine(store).is_healthy

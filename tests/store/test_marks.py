from datetime import timedelta

import pytest

from tests.store.card_events import note, pack, review
from trainer.learning.note import Note, NoteKind
from trainer.store.doctor import examine
from trainer.store.events import EventKind
from trainer.store.own_notes import OWN
from trainer.store.tables import note as note_table


@pytest.fixture
def cards(store):
    store.import_pack(pack(note("igw"), note("nat", text="{{1::NAT}} and {{2::gateway}}")))
    return store


def test_a_suspended_card_is_neither_new_nor_due_until_it_is_taken_back(cards):
    cards.append(review(due=cards.today()))
    cards.mark_cards(EventKind.SUSPENDED, ["igw#front", "nat#cloze-1"], value=True)

    assert cards.due_cards(cards.today()) == []
    assert cards.due_count(cards.today()) == 0
    assert (cards.new_cards(9), cards.new_count()) == (["nat#cloze-2"], 1)

    cards.mark_cards(EventKind.SUSPENDED, ["igw#front", "nat#cloze-1"], value=False)

    assert [state.uid for state in cards.due_cards(cards.today())] == ["igw#front"]
    assert cards.new_count() == 2
    assert cards.marks() == {}


def test_a_buried_card_comes_back_the_next_day(cards, clock):
    cards.mark_cards(EventKind.BURIED, ["igw#front"], value=True)
    assert "igw#front" not in cards.new_cards(9)

    clock.advance(hours=24)

    assert "igw#front" in cards.new_cards(9)


def test_several_cards_are_flagged_and_unflagged_as_one_step(cards):
    cards.mark_cards(EventKind.FLAGGED, ["igw#front", "nat#cloze-1"], 3)
    assert {uid: mark.flag for uid, mark in cards.marks().items()} == {"igw#front": 3, "nat#cloze-1": 3}

    cards.undo_step(cards.desk_steps().undo)

    assert cards.marks() == {}
    assert len(cards.desk_steps().redo) == 2


@pytest.mark.parametrize("flag", [5, -1, "red"])
def test_there_are_four_flags(cards, flag):
    with pytest.raises(ValueError, match="flag"):
        cards.mark_cards(EventKind.FLAGGED, ["igw#front"], flag)

    assert cards.marks() == {}


def test_a_card_that_is_reset_is_new_and_a_moved_one_keeps_its_memory(cards):
    cards.append(review("igw#front", due=cards.today()))
    before = cards.item_state("igw#front")

    later = cards.today() + timedelta(9)
    cards.reschedule_cards({"igw#front": later})
    moved = cards.item_state("igw#front")
    assert (moved.due, moved.memory, moved.seen) == (later, before.memory, 1)

    cards.reset_cards(["igw#front"])
    assert cards.item_state("igw#front") is None
    assert cards.new_cards(1) == ["igw#front"]
    assert cards.day_totals(cards.today(), cards.today())[0].reviews == 1


def own(uid="own-1", **fields):
    return Note(uid, NoteKind.BASIC, "vpc-intro", fields or {"front": "Mine?", "back": "Yes."}, tags=("mine",))


def test_a_note_of_the_learners_own_is_asked_last_and_survives_imports_and_repairs(cards):
    cards.add_note(own())

    cards.import_pack(pack(note("igw")))

    assert cards.note("own-1").note == own()
    assert cards.new_cards(9)[-1] == "own-1#front"
    assert examine(cards).is_healthy


def test_a_note_of_the_learners_own_gains_and_loses_cards_with_its_text(cards):
    cards.add_note(Note("own-1", NoteKind.CLOZE, "vpc-intro", {"text": "{{1::one}} {{2::two}}"}))

    cards.edit_note("own-1", "text", "{{1::one}} {{3::three}}")

    assert [uid for uid in cards.new_cards(9) if uid.startswith("own")] == ["own-1#cloze-1", "own-1#cloze-3"]
    assert examine(cards).is_healthy


def test_a_uid_is_taken_once(cards):
    cards.add_note(own())

    with pytest.raises(ValueError, match="own-1"):
        cards.add_note(own())


def test_a_deleted_note_is_gone_until_it_is_restored_and_stays_so_through_imports(cards):
    cards.delete_notes(["igw"])
    cards.import_pack(pack(note("igw", front="New?", back="New."), note("nat", text="{{1::NAT}}")))

    assert cards.new_cards(9) == ["nat#cloze-1"]
    assert examine(cards).is_healthy

    cards.delete_notes(["igw"], delete=False)

    assert cards.new_cards(9) == ["igw#front", "nat#cloze-1"]


def test_what_the_course_gave_up_meanwhile_does_not_come_back_with_an_undo(cards):
    cards.delete_notes(["igw", "nat"])
    cards.import_pack(pack(note("igw")))

    cards.undo_step(cards.desk_steps().undo)

    assert cards.new_cards(9) == ["igw#front"]
    assert cards.note("nat").retired


def test_section_and_tags_are_written_over_like_fields(cards):
    cards.edit_notes({"igw": {"section": "elb", "tags": ["mine"]}, "nat": {"tags": ["mine"]}})

    shown = cards.note("igw")
    assert (shown.note.section, shown.note.tags) == ("elb", ("mine",))
    assert shown.base.section == "vpc-intro"
    assert len(cards.desk_steps().undo) == 3

    cards.edit_note("igw", "tags", None)
    assert cards.note("igw").note.tags == ()


def test_the_doctor_sees_rows_that_the_log_does_not_account_for(cards):
    cards.add_note(own())
    with cards.writing() as connection:
        connection.execute(note_table.update().where(note_table.c.pack == OWN).values(retired=True))

    assert [difference.key for difference in examine(cards).differences] == ["own-1"]

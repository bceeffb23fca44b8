from dataclasses import replace
from datetime import date

import pytest

from tests.store.card_events import note, pack, review, take_back
from tests.store.drill_events import finish, start
from trainer.store.doctor import examine

TODAY = date(2026, 3, 2)


def test_cards_are_new_in_the_order_of_their_pack(store):
    store.import_pack(pack(note("b"), note("a", text="{{2::two}} {{1::one}}")))

    assert store.new_cards(9) == ["b#front", "a#cloze-1", "a#cloze-2"]


def test_a_changed_text_is_shown_and_what_was_learnt_stays(store):
    store.import_pack(pack(note("igw")))
    store.append(review())
    before = store.item_state("igw#front")

    store.import_pack(pack(note("igw", front="New?", back="New.")))

    assert store.note("igw").note.fields["front"] == "New?"
    assert store.item_state("igw#front") == before
    assert store.due_cards(before.due) == [before]


def test_a_note_keeps_the_month_in_which_its_figures_were_gone_over(store):
    store.import_pack(pack(replace(note("igw"), as_of="2026-11"), note("nat")))

    assert [store.note(uid).note.as_of for uid in ("igw", "nat")] == ["2026-11", None]


def test_an_added_note_is_new_at_its_place(store):
    store.import_pack(pack(note("a"), note("c")))

    store.import_pack(pack(note("a"), note("b"), note("c")))

    assert store.new_cards(9) == ["a#front", "b#front", "c#front"]


def test_a_removed_note_is_retired_with_its_history_and_comes_back_with_it(store):
    store.import_pack(pack(note("igw"), note("nat")))
    store.append(review())
    before = store.item_state("igw#front")

    store.import_pack(pack(note("nat")))

    assert store.note("igw").retired
    assert store.due_cards(before.due) == []
    assert store.item_state("igw#front") == before
    assert "igw#front" not in store.sections_of_items()

    store.import_pack(pack(note("igw"), note("nat")))

    assert not store.note("igw").retired
    assert store.due_cards(before.due) == [before]


def test_a_gap_that_is_gone_is_retired_alone(store):
    store.import_pack(pack(note("a", text="{{1::one}} {{2::two}}")))

    store.import_pack(pack(note("a", text="{{1::one}} two")))

    assert store.new_cards(9) == ["a#cloze-1"]
    assert not store.note("a").retired


def test_a_renamed_note_keeps_its_memory(store):
    store.import_pack(pack(note("igw")))
    store.append(review())
    before = store.item_state("igw#front")

    store.import_pack(pack(note("gateway"), renames={"igw": "gateway"}))

    after = store.item_state("gateway#front")
    assert (after.memory, after.due, after.seen) == (before.memory, before.due, 1)
    assert store.item_state("igw#front") is None
    assert store.new_cards(9) == []
    assert examine(store).is_healthy


def test_a_renamed_card_goes_on_and_its_old_reviews_can_be_undone(store, clock):
    first = store.append(review())
    store.import_pack(pack(note("gateway"), renames={"igw": "gateway"}))
    store.append(review("gateway#front"))

    store.append(take_back(first.uid))

    assert store.item_state("gateway#front").seen == 1
    assert examine(store).is_healthy


def test_renamed_drills_and_skills_keep_their_records(store):
    store.append_all([start(), finish()])

    renames = {"drill:first-vpc": "drill:small-vpc", "skill:igw-attached-to-vpc": "skill:igw"}
    store.import_pack(pack(renames=renames))

    assert list(store.drill_states()) == ["small-vpc"]
    assert store.board("small-vpc").finished
    assert set(store.item_states()) == {"drill:small-vpc", "skill:igw"}
    assert examine(store).is_healthy


def test_notes_of_sections_that_could_not_be_read_stay(store):
    store.import_pack(pack(note("a"), note("b", section="elb")))

    store.import_pack(pack(note("a"), kept=["elb"]))

    assert store.new_cards(9) == ["a#front", "b#front"]


def test_another_packs_notes_are_left_alone(store):
    store.import_pack(pack(note("mine"), name="my own"))

    store.import_pack(pack(note("a")))

    assert set(store.new_cards(9)) == {"a#front", "mine#front"}


def test_the_learners_words_stand_over_the_packs(store):
    store.import_pack(pack(note("a")))
    store.edit_note("a", "front", "Mine?")

    shown = store.note("a")

    assert (shown.note.fields["front"], shown.base.fields["front"]) == ("Mine?", "What is a?")
    assert shown.note.fields["back"] == "It is a."
    assert shown.outdated == ()
    assert examine(store).is_healthy


def test_an_override_outlives_an_update_and_says_that_it_is_outdated(store):
    store.import_pack(pack(note("a")))
    store.edit_note("a", "front", "Mine?")

    store.import_pack(pack(note("a", front="Theirs?", back="It is a.")))

    assert store.note("a").note.fields["front"] == "Mine?"
    assert store.note("a").outdated == ("front",)


def test_a_field_can_be_given_back_to_the_pack(store):
    store.import_pack(pack(note("a")))
    store.edit_note("a", "front", "Mine?")

    store.edit_note("a", "front", None)

    assert store.note("a").note == store.note("a").base
    assert examine(store).is_healthy


def test_a_note_that_is_not_there_cannot_be_edited(store):
    with pytest.raises(KeyError):
        store.edit_note("nobody", "front", "Mine?")


def test_the_hash_of_the_last_import_is_kept(store):
    first = pack(note("a"))
    assert store.pack_hash(first.id) is None

    store.import_pack(first)

    assert store.pack_hash(first.id) == first.hash

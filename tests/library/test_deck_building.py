import pytest

from tests.fakes.content import DECK
from trainer.learning.note import NoteKind, items_of
from trainer.library.deck_building import build_note, compact_notes
from trainer.library.deck_checking import check_decks


@pytest.fixture
def notes(tmp_path, curriculum):
    """The notes of the small deck by uid."""
    (tmp_path / "vpc-intro.yaml").write_text(DECK, encoding="utf-8")
    (document,) = check_decks(tmp_path, curriculum, {"first-vpc"}).documents
    return {row["uid"]: build_note(row) for row in compact_notes(document)}


def test_a_basic_note_has_both_sides(notes):
    note = notes["subnet-in-one-zone"]

    assert (note.kind, note.section) == (NoteKind.BASIC, "vpc-intro")
    assert note.fields["front"] == "How many zones can one subnet span?"
    assert note.fields["back"] == "Exactly **one**."
    assert note.fields["why"] == "A VPC spans all zones."
    assert items_of(note) == ("subnet-in-one-zone#front", "subnet-in-one-zone#reverse")


def test_a_cloze_note_has_a_card_for_each_number(notes):
    assert items_of(notes["addresses-of-a-24"]) == ("addresses-of-a-24#cloze-1", "addresses-of-a-24#cloze-2")


def test_every_option_says_whether_it_is_right_and_why(notes):
    assert notes["way-in"].fields["options"] == [
        {"text": "A NAT gateway", "right": False, "because": "It lets nobody in."},
        {"text": "An `internet` gateway", "right": True, "because": "It leads both ways."},
    ]


def test_a_note_says_where_it_comes_from_and_leads_to(notes):
    note = notes["subnet-in-one-zone"]

    assert (note.facts, note.tags, note.source) == (("vpc-intro.10",), ("scope",), "Subnets for your VPC")
    assert (note.drill, note.difficulty) == ("first-vpc", 1)


def test_what_is_not_set_is_empty(notes):
    note = notes["way-in"]

    assert (note.tags, note.drill) == ((), None)
    assert "why" not in note.fields


def test_a_note_on_what_changes_says_when_the_newest_of_it_was_gone_over(tmp_path, curriculum):
    (tmp_path / "vpc-intro.yaml").write_text(DECK, encoding="utf-8")
    (document,) = check_decks(tmp_path, curriculum, {"first-vpc"}).documents
    changing = {"vpc-intro.14": "2026-02", "vpc-intro.16": "2026-11", "vpc-intro.9": "2026-12"}

    notes = [build_note(row) for row in compact_notes(document, changing=changing)]

    assert [note.as_of for note in notes] == [None, "2026-11", None]

import pytest

from trainer.learning.note import NoteKind, items_of
from trainer.study.drafting import Draft, as_kind, draft_of, empty_draft, note_from
from trainer.study.note_checks import problems_of

FILLED = {
    NoteKind.BASIC: {"front": "What?", "back": "That."},
    NoteKind.CLOZE: {"text": "{{1::That}} and {{2::this}}."},
    NoteKind.TYPED: {"front": "How many?", "answer": "5"},
    NoteKind.CHOICE: {
        "question": "Which?",
        "options": [{"text": "a", "because": "", "right": True}, {"text": "b", "because": ""}],
    },
    NoteKind.MULTI: {
        "question": "Which?",
        "options": [
            {"text": "a", "because": "", "right": True},
            {"text": "b", "because": "", "right": True},
            {"text": "c", "because": ""},
        ],
    },
    NoteKind.ORDERING: {"question": "In which order?", "steps": ["a", "b"]},
    NoteKind.MATCHING: {"question": "Which?", "pairs": [{"left": "a", "right": "b"}, {"left": "c", "right": "d"}]},
}


@pytest.mark.parametrize("kind", FILLED)
def test_a_filled_draft_of_each_kind_makes_cards_and_comes_back_as_it_was(kind):
    empty = empty_draft(kind, "elb")
    assert problems_of(note_from(empty, "own-1"))

    note = note_from(Draft(kind, "elb", ("mine",), {**empty.fields, **FILLED[kind]}), "own-1")

    assert problems_of(note) == ()
    assert items_of(note)
    assert note_from(draft_of(note), "own-1") == note
    assert note.fields == FILLED[kind]


def test_a_card_asks_both_ways_where_that_was_chosen():
    empty = empty_draft(NoteKind.BASIC, reverse=True)
    note = note_from(Draft(NoteKind.BASIC, "", (), {**empty.fields, **FILLED[NoteKind.BASIC]}), "own-1")

    assert items_of(note) == ("own-1#front", "own-1#reverse")


def test_another_kind_keeps_what_has_a_place_there():
    draft = Draft(NoteKind.BASIC, "elb", ("mine",), {"front": "What?", "back": "That.", "why": "So."})

    typed = as_kind(draft, NoteKind.TYPED)
    choice = as_kind(draft, NoteKind.CHOICE)

    assert (typed.fields["front"], typed.fields["answer"]) == ("What?", "That.")
    assert (choice.fields["question"], choice.fields["why"], choice.tags) == ("What?", "So.", ("mine",))
    assert len(choice.fields["options"]) == 4
    assert as_kind(as_kind(draft, NoteKind.CHOICE), NoteKind.MULTI).fields["question"] == "What?"


def test_what_a_form_does_not_show_stays(store):
    note = note_from(Draft(NoteKind.BASIC, "elb", (), FILLED[NoteKind.BASIC]), "own-1")
    like = type(note)("x", NoteKind.BASIC, "elb", note.fields, ("vpc.1",), (), "A page", "first-vpc", 2)

    copy = note_from(draft_of(like), "own-2", like)

    assert copy == type(note)("own-2", NoteKind.BASIC, "elb", note.fields, ("vpc.1",), (), "A page", "first-vpc", 2)

import pytest

from tests.store.card_events import note
from trainer.learning.note import Note, NoteKind
from trainer.store.notes import StoredNote
from trainer.study.note_editing import NotSavable, changed_fields, text_fields
from trainer.ui.cards.words import field_words

OPTIONS = [{"text": "One", "because": "So.", "right": True}, {"text": "Two", "because": "No."}]
CHOICE = Note("c", NoteKind.CHOICE, "elb", {"question": "Which?", "options": OPTIONS})
SAME = {
    "question": "Which?",
    "options.0.text": "One",
    "options.0.because": "So.",
    "options.1.text": "Two",
    "options.1.because": "No.",
    "why": "",
}


def test_only_what_differs_is_saved():
    texts = {"front": " What is a? ", "back": "Mine.", "why": ""}

    assert changed_fields(note("a"), texts) == {"back": "Mine."}


def test_options_are_saved_whole_and_stay_right_or_wrong():
    changed = changed_fields(CHOICE, {**SAME, "options.1.text": "Three"})

    assert changed == {"options": [OPTIONS[0], {"text": "Three", "because": "No."}]}
    assert changed_fields(CHOICE, SAME) == {}


def test_a_question_or_an_answer_cannot_be_empty():
    with pytest.raises(NotSavable, match="needs its question"):
        changed_fields(note("a"), {"front": " ", "back": "It is a.", "why": ""})


def test_gaps_stay():
    with pytest.raises(NotSavable, match="gaps"):
        changed_fields(note("a", text="{{1::one}} {{2::two}}"), {"text": "{{1::one}} two", "why": ""})


TYPED = Note(
    "t",
    NoteKind.TYPED,
    "vpc-intro",
    {
        "front": "How many?",
        "answer": "5",
        "accept": ["five"],
        "outdated": [{"value": "3", "note": "Until 2020."}],
    },
)
ORDERING = Note("o", NoteKind.ORDERING, "elb", {"question": "In which order?", "steps": ["One", "Two", "Three"]})
MATCHING = Note(
    "m",
    NoteKind.MATCHING,
    "elb",
    {"question": "What to what?", "pairs": [{"left": "ALB", "right": "Layer 7"}], "others": ["Layer 3"]},
)


@pytest.mark.parametrize(
    ("note_", "key", "field", "value"),
    [
        (TYPED, "answer", "answer", "new"),
        (TYPED, "accept.0", "accept", ["new"]),
        (TYPED, "outdated.0.note", "outdated", [{"value": "3", "note": "new"}]),
        (ORDERING, "steps.1", "steps", ["One", "new", "Three"]),
        (MATCHING, "pairs.0.right", "pairs", [{"left": "ALB", "right": "new"}]),
        (MATCHING, "others.0", "others", ["new"]),
    ],
)
def test_all_texts_of_the_other_kinds_are_edited_too(note_, key, field, value):
    texts = {text.key: text.text for text in text_fields(StoredNote(note_, note_, (), retired=False))}

    assert changed_fields(note_, texts) == {}
    assert changed_fields(note_, {**texts, key: "new"}) == {field: value}
    assert field_words(key) != key

import pytest

from tests.store.card_events import note
from trainer.learning.note import Note, NoteKind
from trainer.study.note_editing import NotSavable, changed_fields

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

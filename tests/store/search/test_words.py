import pytest

from tests.store.card_events import note
from trainer.learning.note import Note, NoteKind
from trainer.store.search.words import clean, parts_of, words_of


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("The end. Or: not/", "The end Or not"),
        ("(10.0.0.0/16), s3:GetObject!", "(10.0.0.0/16), s3:GetObject!"),
        ("see https://example.org/", "see https example.org"),
        (" ... / :", ""),
        ("-- & --", ""),
    ],
)
def test_what_belongs_to_words_stays_within_them(text, cleaned):
    assert clean(text) == cleaned


def test_a_word_is_taken_apart_where_it_can_be():
    assert parts_of("allow s3:GetObject") == "allow s3 GetObject"
    assert parts_of("allow it") == ""


def test_gaps_are_filled_and_marks_are_gone():
    assert words_of(note("a", text="A {{1::**big**::hint}} `/24`.", why="Since.")) == "A big 24 Since"


def test_steps_pairs_and_typed_answers_are_found_by_their_words():
    fields = {
        "question": "What?",
        "answer": "five",
        "accept": ["5"],
        "outdated": [{"value": "three", "note": "Until 2020."}],
        "steps": ["Enable it", "Wait"],
        "pairs": [{"left": "ALB", "right": "Layer 7"}],
        "others": ["Layer 3"],
    }

    words = words_of(Note("m", NoteKind.MATCHING, "elb", fields)).split()

    assert {"five", "5", "three", "2020", "Enable", "Wait", "ALB", "7", "3"} <= set(words)


def test_a_hidden_piece_is_found_by_its_name():
    hidden = [{"piece": "igw", "name": "Internet gateway", "outline": "- VPC: ?"}]
    occluded = Note("a", NoteKind.OCCLUDED, "elb", {"question": "What is it?", "hidden": hidden})

    assert words_of(occluded) == "What is it? Internet gateway"

import pytest

from tests.store.card_events import note
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

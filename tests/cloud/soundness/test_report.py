import pytest

from trainer.cloud.search import MANY
from trainer.cloud.soundness.report import Examined, Soundness, count_in_words


@pytest.fixture
def report():
    points = (Examined("solution", "keeps every rule"), Examined("decoys", "all 3 drops", ("A decoy is not caught.",)))
    return Soundness(
        drill="small", points=points, accepted=MANY + 1, guess_rate=0.25, random_plays=100, random_passes=3
    )


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 right placements"),
        (1, "1 right placement"),
        (1234, "1,234 right placements"),
        (MANY, "1,000,000 right placements"),
        (MANY + 1, "more than a million right placements"),
    ],
)
def test_counts_above_a_million_print_as_such(count, words):
    assert count_in_words(count) == words


def test_one_failure_makes_a_drill_unsound(report):
    assert not report.is_sound


def test_the_text_gives_numbers_then_points_with_their_failures(report):
    assert list(report.lines()) == [
        "small: not sound, 1 to mend",
        "  more than a million right placements; guess rate 0.25; 3 of 100 random plays pass",
        "  ok     solution: keeps every rule",
        "  FAILED decoys: all 3 drops",
        "           A decoy is not caught.",
    ]


def test_a_count_that_is_not_known_is_null_in_json(report):
    assert report.document()["accepted"] is None

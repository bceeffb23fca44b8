"""How notes are worded: each check finds what it is for, and leaves good notes alone."""

import pytest

from trainer.library.deck_quality.wording import (
    check_asking,
    check_explaining,
    check_lengths,
    check_starts,
    check_typed,
)


def checks(found):
    return [finding.check for finding in found]


def test_a_text_of_many_words_is_too_long_and_the_field_is_named(write):
    (found,) = check_lengths(write("basic", front="Why?", back="So.", why="word " * 61))

    assert (found.line, found.check) == (7, "length")
    assert "61 words" in found.message


def test_texts_of_usual_length_are_fine(choice):
    assert not list(check_lengths(choice("word " * 75, "word " * 18, "No", reasons=["word " * 36, "No"])))


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("What keeps objects? How many zones?", ["double-question"]),
        ("Can S3 lose a zone?", ["yes-no"]),
        ("Is it S3 or EBS?", []),
        ('They ask: "Which one is it?" What do they need to know?', []),  # asks what, and quotes the other
        ("A zone fails. Does S3 go on?", ["yes-no"]),
        ("Which of these is true?", ["empty-stem"]),
        ("What is right about S3?", ["empty-stem"]),
        ("Nobody can read the objects. What is wrong?", []),
        ("Which statements about S3 are correct?", ["empty-stem"]),
        ("Which of these is NOT durable?", ["negation"]),
        ("Which storage class does not keep three copies?", ["negation"]),
        ("Which part is the customer's, and not AWS's?", []),  # says what is wanted
        ("Which metrics are your own, since AWS does not see them?", []),
        ("A server must not be reachable from outside. Where do you put it?", []),
        ("A zone fails. Which class keeps the objects?", []),
        ("There is no budget for tapes. What keeps the objects?", []),
    ],
)
def test_a_question_asks_for_one_thing(choice, question, found):
    assert checks(check_asking(choice(question, "S3 Standard", "One Zone-IA"))) == found


@pytest.mark.parametrize(
    ("option", "is_found"),
    [("All of the above", True), ("None of these", True), ("Both of them", False), ("All of the data", False)],
)
def test_an_option_stands_by_itself(choice, option, is_found):
    found = checks(check_asking(choice("What is kept?", "The newest version", option)))

    assert found == ["of-the-above"] * is_found


def test_a_reason_says_more_than_its_option(choice):
    note = choice(
        "Which class survives the loss of a zone?",
        "S3 Standard",
        "One Zone-IA",
        reasons=["S3 Standard survives the loss of a zone.", "Its objects lie in a single data center's zone."],
    )

    assert checks(check_explaining(note)) == ["rewording"]


def test_a_reason_may_say_of_a_wrong_option_what_the_question_asks_for(choice):
    note = choice(
        "A rule has five targets, and a sixth service wants its events. What now?",
        "A second rule",
        "A sixth target",
        "There is no second rule",
        reasons=["Several rules may match an event.", "A rule has at most five.", "There is a second rule."],
    )

    assert [finding.message[:10] for finding in check_explaining(note)] == ["the reason"]


def test_an_explanation_says_more_than_the_answer(write):
    good = write("basic", front="Where are objects kept?", back="In three zones", why="A fire takes one of them.")
    bad = write("basic", front="Where are objects kept?", back="In three zones", why="Objects are kept in three zones.")

    assert not list(check_explaining(good))
    assert checks(check_explaining(bad)) == ["rewording"]


@pytest.mark.parametrize(
    ("answer", "is_found"),
    [("50 TB", False), ("s3:GetObject", False), ("in at least three Availability Zones", True), ("a; b", True)],
)
def test_what_is_typed_is_one_figure_or_name(write, answer, is_found):
    assert checks(check_typed(write("typed", front="What?", answer=answer))) == ["untypable"] * is_found


def test_no_more_than_two_questions_of_a_small_deck_begin_alike(write):
    notes = [write("basic", f"note-{n}", front=f"A team wants to store {n} objects.", back="x") for n in range(3)]

    assert not list(check_starts(notes[:2]))
    (found,) = check_starts(notes)
    assert (found.note, found.check) == ("note-2", "same-start")

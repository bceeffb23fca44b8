"""Answers that a card tells itself, and notes that say what others say."""

import pytest

from trainer.library.deck_quality.giveaways import check_giveaways
from trainer.library.deck_quality.repeats import check_distractors, check_duplicates


@pytest.mark.parametrize(
    ("front", "back", "is_found"),
    [
        ("Which gateway lets the internet in?", "The internet gateway", True),
        ("Is it an internet gateway or a NAT gateway?", "An internet gateway", False),  # it offers both
        ("What lets visitors in?", "The internet gateway", False),
    ],
)
def test_an_answer_that_stands_in_the_question_is_found(write, front, back, is_found):
    assert bool(list(check_giveaways(write("basic", front=front, back=back)))) == is_found


def test_what_is_typed_or_asked_backwards_does_not_stand_in_its_question(write):
    typed = write("typed", front="Which port is that of HTTPS, port 443?", answer="443")
    back = write("basic", front="NAT gateway", back="The gateway for NAT, with a public address", reverse=True)
    good = write("basic", front="NAT gateway", back="It lets private subnets out", reverse=True)

    assert [len(list(check_giveaways(note))) for note in (typed, back, good)] == [1, 1, 0]


def test_a_left_side_does_not_name_its_right_side(write):
    pairs = [{"left": "The queue of FIFO kind", "right": "FIFO queue"}, {"left": "Many readers", "right": "Topic"}]

    (found,) = check_giveaways(write("matching", question="What is it?", pairs=pairs))

    assert found.check == "given-away"
    pairs[1]["left"] = "Many readers of a FIFO queue"  # tells them apart no more
    assert not list(check_giveaways(write("matching", question="What is it?", pairs=pairs)))


def test_words_that_several_right_sides_have_give_none_away(write):
    pairs = [
        {"left": "What another account may assume", "right": "Other accounts"},
        {"left": "A group", "right": "Its own account"},
    ]

    assert not list(check_giveaways(write("matching", question="How far does it reach?", pairs=pairs)))


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("The {{1::standby}} is promoted, and then the standby answers.", True),
        ("The {{1::standby}} is promoted.", False),
        ("A delay begins when it is {{1::sent::sent or received}}.", False),  # the hint offers both
        ("A delay begins when it is {{1::sent::just sent}}.", True),
    ],
)
def test_a_gap_that_the_rest_fills_is_found(write, text, is_found):
    assert bool(list(check_giveaways(write("cloze", text=text)))) == is_found


def test_notes_that_say_nearly_the_same_are_found_once(write):
    one = write("basic", "one", front="How many zones keep the objects of S3 Standard?", back="Three")
    two = write("basic", "two", front="How many zones keep objects of S3 Standard?", back="Three")
    other = write("basic", "other", front="Which class keeps objects in one zone?", back="One Zone-IA")

    (found,) = check_duplicates([one, two, other])

    assert (found.note, found.check) == ("two", "duplicate")
    assert "one" in found.message


def test_nearly_equal_questions_with_different_answers_are_found(write):
    one = write("basic", "one", front="How many zones keep the objects of this bucket?", back="Three of the Region")
    two = write("basic", "two", front="How many zones keep the objects of this bucket?", back="A single one, as chosen")

    assert [finding.check for finding in check_duplicates([one, two])] == ["same-question"]


def test_what_stands_in_options_may_be_asked_in_the_same_words(write):
    def multi(uid, *texts):
        options = [{"text": text, "right": True, "because": "So."} for text in texts]
        return write("multi", uid, question="For which of these is it?", options=options)

    assert not list(check_duplicates([multi("one", "Backups of databases"), multi("two", "Films on demand")]))
    assert [found.check for found in check_duplicates([multi("one", "Backups"), multi("two", "Backups")])] == [
        "duplicate"
    ]


def test_what_a_diagram_hides_may_be_asked_in_the_same_words(write):
    one = write("occluded", "one", question="What is hidden here?", drill="first-vpc", hidden=["nat"])
    two = write("occluded", "two", question="What is hidden here?", drill="flagship", hidden=["standby"])

    assert not list(check_duplicates([one, two]))


def test_a_wrong_option_is_worn_after_eight_uses(choice, curriculum):
    articles = ("A", "The", "An", "Amazon", "a", "the", "AWS", "Its", "A")  # it is the same for them all
    notes = [
        choice(f"What of {n}?", f"right {n}", f"{article} NAT gateway", uid=f"n{n}")
        for n, article in enumerate(articles)
    ]

    assert not list(check_distractors(notes[:8], curriculum))
    (found,) = check_distractors(notes, curriculum)
    assert (found.note, found.check) == ("n8", "worn-distractor")


def test_a_wrong_option_that_another_note_calls_right_is_found(choice, curriculum):
    one = choice("A bucket must survive the loss of a zone. Which class?", "S3 Standard", "One Zone-IA", uid="one")
    two = choice("A bucket must survive the loss of a zone. Which class?", "Glacier", "S3 Standard", uid="two")

    assert [finding.note for finding in check_distractors([one, two], curriculum)] == ["two"]


def test_a_wrong_option_that_says_a_fact_is_found(choice, curriculum):
    note = choice("What does it do?", "x", "A lifecycle rule moves objects to another storage class or deletes them")

    (found,) = check_distractors([note], curriculum)

    assert found.check == "true-distractor"
    assert "s3.7" in found.message

"""What an answer states stands in its facts."""

import pytest

from trainer.library.deck_quality.sources import check_outdated, check_sources


@pytest.fixture
def checks_of(write, curriculum):
    def checks(front, back, *facts):
        note = write("basic", front=front, back=back, facts=list(facts))
        return [finding.check for finding in check_sources(note, curriculum)]

    return checks


@pytest.mark.parametrize(
    ("back", "fact", "found"),
    [
        ("In 3 zones", "s3.1", []),  # the fact spells it out
        ("In 4 zones", "s3.1", ["number-from-nowhere"]),
        ("In four zones", "s3.1", ["number-from-nowhere"]),
        ("In two of its zones", "s3.1", []),  # joins a sentence
        ("30 days", "s3.3", []),
        ("30 hours", "s3.3", ["other-unit"]),
        ("50 TB", "s3.2", []),
        ("5 TB", "s3.2", ["number-from-nowhere", "called-wrong"]),
        ("Amazon EFS", "s3.1", ["service-from-nowhere"]),
        ("Amazon S3", "s3.1", []),
        ("From 10.0.0.0/16, at 7:30", "s3.1", []),  # no quantities
    ],
)
def test_figures_units_and_services_come_from_facts(checks_of, back, fact, found):
    assert checks_of("What is it?", back, fact) == found


def test_what_the_question_gives_needs_no_fact(checks_of):
    assert checks_of("Which of 64 GB and EFS is it?", "64 GB in EFS", "s3.1") == []


def test_a_number_that_follows_from_the_question_needs_no_fact(checks_of):
    assert checks_of("A subnet is a /28. How many addresses can instances have?", "11", "s3.1") == []
    assert checks_of("Of 40 servers 15 are lost. How many are left?", "25", "s3.1") == []
    assert checks_of("Of 40 servers 15 are lost. How many are left?", "27", "s3.1") == ["number-from-nowhere"]


def test_a_number_that_two_places_of_an_answer_state_is_told_once(write, curriculum):
    note = write("multi", question="What?", options=[option("7 hosts"), option("7 disks"), option("x", right=False)])

    assert [finding.check for finding in check_sources(note, curriculum)] == ["number-from-nowhere"]


def option(text, *, right=True):
    return {"text": text, "right": right, "because": "It would lead to a queue."}


@pytest.mark.parametrize(
    ("accept", "is_found"), [("51,200 GB", False), ("5 TB", True)], ids=["another spelling", "a figure of old"]
)
def test_what_is_accepted_is_not_what_a_correction_calls_wrong(write, curriculum, accept, is_found):
    note = write("typed", front="How large?", answer="50 TB", accept=[accept], facts=["s3.2"])

    assert [finding.check for finding in check_sources(note, curriculum)] == ["called-wrong"] * is_found


def test_a_sentence_that_a_correction_calls_wrong_is_found(checks_of):
    told = "Every bucket is reached through one edge location"

    assert checks_of("What holds?", told, "s3.8") == ["called-wrong"]
    assert checks_of("What holds?", "Every bucket is reached through its Region", "s3.8") == []
    assert checks_of("What of it?", "Through one edge location it is reached", "s3.8", "s3.10") == []


def test_who_compares_may_name_what_the_sections_of_the_comparison_name(write, curriculum):
    def checks(**fields):
        note = write("basic", front="Which one?", back="Amazon EFS", facts=["s3.3"], **fields)
        return [finding.check for finding in check_sources(note, curriculum)]

    assert checks() == ["service-from-nowhere"]
    assert checks(compares="files") == []
    assert checks(explains=["s3.9"]) == []


def test_what_another_note_on_the_fact_calls_outdated_is_no_right_answer(write, choice, curriculum):
    typed = write(
        "typed", "new", front="What?", answer="50 TB", outdated=[{"value": "5 TB", "note": "x"}], facts=["s3.2"]
    )
    wrong = choice("How large may it be?", "5 TB", "1 TB", uid="old", facts=["s3.2"])
    right = choice("How large may it be?", "50 TB", "5 TB", uid="good", facts=["s3.2"])
    elsewhere = choice("What is the smallest?", "5 TB", "1 TB", uid="elsewhere", facts=["s3.3"])

    assert [finding.note for finding in check_outdated([typed, wrong, right, elsewhere], curriculum)] == ["old"]

"""What an answer states stands in its facts."""

import pytest

from trainer.library.deck_quality.sources import check_sources, numbers_of, units_of


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


def test_numbers_are_read_without_commas_and_trailing_zeros():
    assert numbers_of("1,000 and 2.50, port 443") == {"1000", "2.5", "443"}
    assert numbers_of("three zones", spelled=True) == {"3"}
    assert numbers_of("three zones in 10.1.2.3/8 at 10:30") == set()


def test_units_have_one_spelling():
    assert units_of("30 seconds, 30 s, 99.9 percent, 1,000 MiB/s") == [
        ("30", "s"),
        ("30", "s"),
        ("99.9", "%"),
        ("1000", "MiB/s"),
    ]

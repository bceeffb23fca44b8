"""What notes claim to be for, and how the cards of all decks are mixed."""

import pytest

from trainer.library.deck_quality.claims import check_claims, stated_facts
from trainer.library.deck_quality.mix import check_mix
from trainer.library.primer import Primer


@pytest.mark.parametrize(
    ("why", "found"),
    [("Lifecycle rules delete such objects by themselves.", []), ("It is cheaper.", ["not-explained"])],
)
def test_a_fact_that_is_said_to_be_explained_is_stated(write, curriculum, why, found):
    note = write("basic", front="What is kept?", back="The newest one", explains=["s3.7"], why=why)

    assert [finding.check for finding in check_claims(note, curriculum)] == found


def test_a_note_that_compares_lies_in_a_section_of_the_comparison_and_is_tagged(write, curriculum):
    good = write("basic", front="x", back="y", compares="classes", tags=["contrast"])
    bare = write("basic", front="x", back="y", compares="classes")
    away = write("basic", front="x", back="y", compares="classes", tags=["contrast"], section="elb")

    assert not list(check_claims(good, curriculum))
    assert [finding.check for finding in check_claims(bare, curriculum)] == ["compares-untagged"]
    assert [finding.check for finding in check_claims(away, curriculum)] == ["compares-elsewhere"]


def test_a_primer_explains_what_its_texts_state_and_not_all_that_it_names(curriculum):
    primer = Primer("s3", "It keeps objects.", ("**Lifecycle** rules delete them.",), (), ("s3.2", "s3.7"), "A page")

    assert stated_facts(primer, curriculum) == {"s3.7"}


def test_a_course_that_is_whole_wants_nothing():
    assert not list(check_mix({"basic": 300, "choice": 250, "occluded": 60, "ordering": 20, "matching": 20}, 600, 30))


@pytest.mark.parametrize(
    ("cards", "allowed", "told"),
    [
        ({"basic": 400}, 0, "400 of 770 cards are basic"),
        ({"choice": 249}, 0, "scenario choices: 249 of 250"),
        ({"occluded": 59}, 0, "hidden pieces of diagrams: 59 of 60"),
        ({"matching": 19}, 0, "ordering or matching cards: 39 of 40"),
        ({}, 31, "31 checks are said not to apply, in more than 5% of 600 notes"),
    ],
)
def test_what_the_mix_lacks_is_said(cards, allowed, told):
    whole = {"basic": 300, "choice": 250, "occluded": 60, "ordering": 20, "matching": 20}

    (found,) = check_mix({**whole, "typed": 20, **cards}, 600, allowed)

    assert found.startswith(told)

from dataclasses import replace

import pytest

from trainer.store.section_counts import SectionCount
from trainer.study.mastery import Standing
from trainer.study.path import PathDrill, PathSection
from trainer.ui.learn.words import better_after, cards_of, drills_of, part_of, summary, told

DRILLS = (PathDrill("a", "A", Standing.MASTERED), PathDrill("b", "B", Standing.DUE), PathDrill("c", "C", Standing.NEW))
SECTION = PathSection(
    "elb", "Load balancing", "Essentials", 4, "Resilience", SectionCount(46, 0, 0), DRILLS, True, ("VPC", "EC2")
)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (SectionCount(), "No cards yet"),
        (SectionCount(1, 0, 0), "Not begun · 1 card"),
        (SectionCount(46, 0, 0), "Not begun · 46 cards"),
        (SectionCount(46, 12, 9), "12 of 46 cards begun, 9 known"),
        (SectionCount(46, 46, 40), "All 46 cards begun, 40 known"),
    ],
)
def test_the_state_of_cards_in_words(count, words):
    assert cards_of(replace(SECTION, cards=count)) == words


@pytest.mark.parametrize(
    ("drills", "words"),
    [
        ((), ""),
        (DRILLS[:1], "1 drill, mastered"),
        (DRILLS[1:2], "1 drill, not mastered"),
        (DRILLS, "1 of 3 drills mastered"),
    ],
)
def test_the_state_of_drills_in_words(drills, words):
    assert drills_of(replace(SECTION, drills=drills)) == words


def test_what_is_better_first_is_advice():
    assert better_after(SECTION) == "Better after: VPC, EC2. You can begin with it all the same."
    assert better_after(replace(SECTION, better_after=())) == ""


def test_a_screen_reader_is_told_all_of_it():
    assert told(replace(SECTION, is_next=True)) == (
        "Load balancing. Not begun · 46 cards · 1 of 3 drills mastered · better after: VPC, EC2. "
        "New cards come from here first."
    )


def test_parts_and_the_whole():
    begun = replace(SECTION, cards=SectionCount(4, 2, 1))

    assert part_of(SECTION) == "Essentials, week 4"
    assert part_of(replace(SECTION, week=None)) == "Essentials"
    assert summary((SECTION, begun)) == "1 of 2 sections begun · 1 of 50 cards known"

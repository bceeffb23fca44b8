"""Which drills train what a note asks."""

import pytest

from trainer.library.related import related_drills, trained_facts
from trainer.library.shelf import open_library


@pytest.fixture(scope="module")
def drills():
    library = open_library()
    return [library.drill(name) for name in library.drill_ids()]


@pytest.fixture(scope="module")
def related(drills):
    trained = {drill.id: trained_facts(drill) for drill in drills}

    def of(*facts, section="vpc-intro", **fields):
        return related_drills({"facts": facts, "section": section, **fields}, drills, trained)

    return of


def test_drills_that_train_more_of_its_facts_come_first(related, drills):
    facts = ("vpc-intro.19", "vpc-intro.20")
    found = related(*facts)
    shared = [
        sum(trained_facts(drill).get(fact, 0) for fact in facts)
        for name in found
        for drill in drills
        if drill.id == name
    ]

    assert found
    assert shared == sorted(shared, reverse=True)


def test_the_drill_that_a_note_names_is_not_told_twice(related):
    assert "first-vpc" in related("vpc-intro.20")
    assert "first-vpc" not in related("vpc-intro.20", drill="first-vpc")


def test_without_a_shared_fact_a_drill_of_the_section_is_told(related, drills):
    (found,) = related("no-such-fact.1")

    assert "vpc-intro" in next(drill.sections for drill in drills if drill.id == found)
    assert related("no-such-fact.1", section="no-such-section") == []


def test_every_drill_that_is_told_is_there():
    library = open_library()

    assert {drill for note in library.notes() for drill in note.drills} <= set(library.drill_ids())

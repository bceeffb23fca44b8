from datetime import date

from trainer.progress.drill_results import DrillResult
from trainer.progress.mistakes import Mistake
from trainer.progress.next_steps import first_steps, next_steps
from trainer.progress.recall import SectionRecall

DAY = date(2026, 3, 2)


def section(title, recall, due=0):
    return SectionRecall(title.lower(), title, 4, 0 if recall is None else 4, recall, due)


def drill(library, drill_id, **changes):
    (row,) = [row for row in library.summaries if row.id == drill_id]
    values = {"attempts": 1, "solved": 1, "unaided": 0, "best": 1.0, "last_day": DAY, "left_open": False}
    return DrillResult(row.id, row.title, row.sections, **{**values, **changes}, is_known=True)


def steps(library, sections=(), drills=(), mistakes=(), skills=()):
    solved = [drill(library, row.id) for row in library.summaries if row.id not in {one.id for one in drills}]
    return next_steps(library, sections, [*drills, *solved], mistakes, skills)


def test_what_is_due_comes_first(library):
    sections = [section("A", 0.95, due=3), section("B", 0.95, due=4)]

    assert steps(library, sections) == ("Answer the 7 cards that are due.",)


def test_the_weakest_sections_below_the_target_are_named(library):
    sections = [section("A", 0.8), section("B", 0.91), section("C", 0.2), section("D", 0.7), section("E", 0.85)]

    assert steps(library, sections) == ("Go over what is remembered least: “C” (20%), “D” (70%) and “A” (80%).",)


def test_the_drill_that_trains_most_of_the_due_skills_is_named(library):
    skills = ["skill:nat-in-public-subnet", "skill:nat-gateway-per-zone", "skill:no-longer-there"]
    told = steps(library, skills=skills)

    assert len(told) == 1
    assert "once more: 2 skills of it are due." in told[0]


def test_open_and_unsolved_drills_are_named_once(library):
    unsolved = drill(library, "three-tier-two-zones", solved=0, best=None)
    told = steps(library, drills=[drill(library, "first-vpc", left_open=True, solved=0), unsolved])

    assert told[0] == "Finish “Your first VPC”, left open on 2 March 2026."
    assert told[1].startswith("Solve for the first time: “Three-tier")
    assert len(told) == 2


def test_a_rule_that_was_broken_once_is_not_brought_up(library):
    once, twice = (Mistake("r", "Be good.", "", times, DAY) for times in (1, 2))

    assert steps(library, mistakes=[once]) == ()
    assert steps(library, mistakes=[twice]) == ("Keep in mind what went wrong most often, 2 times: “Be good.”",)


def test_a_new_section_is_the_first_of_the_course_with_nothing_learnt(library):
    sections = [section("A", 0.95), section("B", None), section("C", None)]

    assert steps(library, sections) == ("Begin a new section: “B”, 4 cards.",)


def test_at_first_there_is_the_smallest_drill(library):
    assert first_steps(library)[0] == "Begin with “Your first VPC”: about 1 minute."

"""The curriculum holds the whole course, and every correction to it is applied and marked."""

import re

import pytest
import yaml

from trainer.library.curriculum import Tier
from trainer.library.curriculum_checking import check_curriculum
from trainer.paths import assets_dir

PATH = assets_dir() / "curriculum.yaml"

MARKS = {"course", "correction", "sure", "as_of"}


@pytest.fixture(scope="module")
def document():
    return yaml.load(PATH.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


@pytest.fixture(scope="module")
def facts(document):
    return {fact["id"]: fact for fact in document["facts"]}


@pytest.fixture(scope="module")
def corrections(document):
    return {correction["id"]: correction for correction in document["corrections"]}


def test_the_whole_course_is_there(document, facts, corrections):
    assert len({section["id"] for section in document["sections"]}) == len(document["sections"]) == 51
    assert len(facts) == len(document["facts"]) == 1070
    assert len(corrections) == len(document["corrections"]) == 116


def test_the_program_reads_all_of_it(facts):
    curriculum = check_curriculum(PATH)

    assert list(curriculum.facts) == list(facts)
    assert len(curriculum.sections) == 51


def test_a_section_says_where_in_the_course_it_stands(document):
    places = {(section["course"], section["week"]) for section in document["sections"]}

    assert places == {
        *(("AWS Cloud Technical Essentials", week) for week in (1, 2, 3, 4)),
        *(("Architecting Solutions on AWS", week) for week in (1, 2, 3)),
    }


def test_a_section_says_what_it_is_about_and_the_exam_guide_is_compared(document):
    curriculum = check_curriculum(PATH)

    assert all(section.domain in curriculum.domains for section in curriculum.sections.values())
    assert len(curriculum.guide.tasks) == 14
    assert set(curriculum.untouched_tasks) == {"4.4"}


def test_every_comparison_of_the_course_is_listed():
    comparisons = check_curriculum(PATH).comparisons

    assert len(comparisons) == 50
    assert len({comparison.title for comparison in comparisons.values()}) == 50


def test_every_section_has_facts_that_the_rest_hangs_on():
    curriculum = check_curriculum(PATH)

    assert all(section.core for section in curriculum.sections.values())
    assert 400 < sum(fact.tier is Tier.CORE for fact in curriculum.facts.values()) < 500


def test_the_facts_of_a_section_stand_together_and_are_counted_from_one(document, facts):
    expected = [
        f"{section['id']}.{number}"
        for section in document["sections"]
        for number in range(1, 1 + sum(fact.rpartition(".")[0] == section["id"] for fact in facts))
    ]

    assert list(facts) == expected


def test_a_correction_is_marked_at_each_of_its_facts_and_nowhere_else(facts, corrections):
    marked = {(fact["correction"], fact["id"]) for fact in facts.values() if "correction" in fact}
    listed = {(correction["id"], fact) for correction in corrections.values() for fact in correction["facts"]}

    assert marked == listed


def test_a_corrected_fact_teaches_something_else_than_the_course(facts, corrections):
    corrected = [fact for fact in facts.values() if (MARKS - {"as_of"}) & fact.keys()]

    for fact in corrected:
        assert fact.keys() - {"volatile", "same_as"} == {"id", "text"} | MARKS, fact["id"]
        assert fact["course"].strip() not in {"", fact["text"]}, fact["id"]
        assert fact["sure"] == corrections[fact["correction"]]["sure"], fact["id"]
        assert re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", fact["as_of"]), fact["id"]


def test_a_correction_says_what_the_course_says_and_what_is_right(corrections):
    for correction in corrections.values():
        assert correction.keys() == {"id", "says", "right", "sure", "facts"}, correction["id"]
        assert "" not in {correction["says"].strip(), correction["right"].strip()}, correction["id"]
        assert correction["sure"] in {"certain", "high", "medium"}, correction["id"]


def test_every_text_reads_as_a_sentence(document, facts):
    texts = [(fact["id"], fact[field]) for fact in facts.values() for field in ("text", "course") if field in fact]
    texts += [(row["id"], row[field]) for row in document["corrections"] for field in ("says", "right")]
    shorthand = re.compile(r"\[c-|Course:|\(course\)| -> | = |\be\.g\.|\bAZ\d|\s{2}")

    faulty = [place for place, text in texts if shorthand.search(text) or not text.endswith((".", '."'))]

    assert not faulty


def test_no_two_facts_say_the_same_in_the_same_words(facts):
    texts = [fact["text"] for fact in facts.values()]

    assert len(set(texts)) == len(texts)


def test_lines_are_short_and_the_file_ends_with_one():
    text = PATH.read_text(encoding="utf-8")

    assert max(map(len, text.splitlines())) <= 110
    assert text.endswith("\n")
    assert not text.endswith("\n\n")

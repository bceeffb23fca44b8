"""Checks of answers against the facts that they rest on."""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.terms import term_index, term_names
from trainer.library.curriculum import Curriculum
from trainer.library.deck_quality.figures import computed, numbers_of, stated_numbers, units_of
from trainer.library.deck_quality.written import Finding, Written, find, telling_words, words

_COMMON = frozenset(
    {"ec2-instance", "region", "vpc", "availability-zone", "public-subnet", "private-subnet", "app", "user"}
)
"""What every architecture has, so that a fact need not name it."""

_SENTENCE = 4
"""Words; shorter answers stand in what a correction calls wrong by chance."""
_SAYS = 90
"""From so many points of a hundred on, an answer says what a text says."""


def check_sources(note: Written, curriculum: Curriculum) -> Iterator[Finding]:
    """Numbers, units and services of an answer that are not in its facts, and what a correction calls wrong."""
    facts = [curriculum.facts[name] for name in note.facts if name in curriculum.facts]
    known = " ".join(fact.text for fact in facts)
    named = f"{known} {_compared(note, curriculum)}"
    found: list[Finding] = []
    for answer in note.answers:
        found += _check_numbers(note, answer, known)
        found += _check_services(note, answer, named)
    for answer in [*note.answers, *note.row.get("accept", ())]:
        for fact in facts:
            if fact.course is not None:
                found += _check_correction(note, answer, fact.course, known)
    yield from dict.fromkeys(found)


def _compared(note: Written, curriculum: Curriculum) -> str:
    """The facts of the sections among whose things a note that compares may choose, and those that it explains."""
    comparison = curriculum.comparisons.get(note.row.get("compares", ""))
    sections = comparison.sections if comparison is not None else ()
    explained = note.row.get("explains", ())
    facts = (fact.text for fact in curriculum.facts.values() if fact.section in sections or fact.id in explained)
    title = comparison.title if comparison is not None else ""
    return " ".join([title, *facts])


def check_outdated(notes: Sequence[Written], curriculum: Curriculum) -> Iterator[Finding]:
    """Right answers that another note on the same fact calls outdated."""
    outdated: dict[str, dict[str, str]] = {}
    for note in notes:
        for fact in note.facts:
            values = {" ".join(words(row["value"])): note.uid for row in note.row.get("outdated", ())}
            outdated.setdefault(fact, {}).update(values)
    for note in notes:
        for fact in note.facts:
            for answer in note.answers:
                other = outdated[fact].get(" ".join(words(answer)))
                if other is not None and fact in curriculum.facts and answer not in curriculum.facts[fact].text:
                    yield find(note, "called-wrong", f"{answer!r} is what {other} calls outdated: give today's answer")


def _check_numbers(note: Written, answer: str, known: str) -> Iterator[Finding]:
    there = numbers_of(f"{known} {note.given}", words_from=0)
    if new := stated_numbers(answer) - there:
        new -= computed(note.given, known)
    for number in sorted(new):
        message = (
            f"{number} is in none of its facts: name the fact that gives it, or say under `allow` where it is from"
        )
        yield find(note, "number-from-nowhere", message)
    units: dict[str, set[str]] = {}
    for number, unit in units_of(f"{known} {note.given}"):
        units.setdefault(number, set()).add(unit)
    for number, unit in units_of(answer):
        if number in units and unit not in units[number]:
            told = f"{number} {unit} is in none of its facts, which say {number} {' or '.join(sorted(units[number]))}"
            yield find(note, "other-unit", f"{told}: mend the unit, or name the fact that gives it")


def _check_services(note: Written, answer: str, known: str) -> Iterator[Finding]:
    given = f"{known} {note.given}"
    there = term_index().find(given)
    for term in term_index().find(answer):
        if term not in CATALOGUE or term in _COMMON:
            continue
        name = term_names()[term]
        kind = " ".join(name.split()[-2:]).casefold()
        if term not in there and not (" " in kind and kind in given.casefold()):
            message = f"{name} is in none of its facts, nor in the question: name the fact that it rests on"
            yield find(note, "service-from-nowhere", message)


def _check_correction(note: Written, answer: str, course: str, right: str) -> Iterator[Finding]:
    wrong = set(units_of(course)) - set(units_of(right)) - set(units_of(note.given))
    for number, unit in sorted(wrong & set(units_of(answer))):
        yield find(note, "called-wrong", f"{number} {unit} is what a correction calls wrong: give today's figure")
    with_units = {number for number, _ in units_of(f"{course} {answer}")}
    bare = stated_numbers(course) - numbers_of(f"{right} {note.given}", words_from=0) - with_units
    for number in sorted(bare & stated_numbers(answer)):
        yield find(note, "called-wrong", f"{number} is what a correction calls wrong: give today's figure")
    said = " ".join(words(answer))
    new = set(telling_words(answer)) & set(telling_words(course)) - set(telling_words(f"{right} {note.given}"))
    if new and len(said.split()) >= _SENTENCE and _likeness(said, course) >= _SAYS > _likeness(said, right):
        yield find(note, "called-wrong", "the answer is what a correction calls wrong: give what holds today")


def _likeness(said: str, text: str) -> float:
    return fuzz.token_set_ratio(said, " ".join(words(text)))

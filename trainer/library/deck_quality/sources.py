"""Checks of answers against the facts that they rest on."""

import re
from collections.abc import Iterator, Mapping

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.terms import term_index, term_names
from trainer.library.curriculum import Curriculum
from trainer.library.deck_quality.written import Finding, Written, find

_NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?(?![\w]*-?bit)")
_NUMBER_WORDS = {
    name: str(number)
    for number, name in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()  # noqa: SIM905
    )
}
_UNIT = re.compile(
    r"(?<![\w.])(\d[\d,]*(?:\.\d+)?) ?"
    r"(ms|milliseconds?|s|seconds?|minutes?|hours?|days?|months?|years?|[KMGTP]i?B(?:/s)?|bits?|IOPS|%|percent|vCPUs?)(?![\w/])"
)
_ADDRESSES = re.compile(r"\d+\.\d+\.\d+\.\d+(?:/\d+)?|(?<!\w)/\d+\b|\b\d?\d:\d\d\b")
"""Figures that are no quantities: addresses, prefixes, times of day."""
_SAME_UNIT: Mapping[str, str] = {
    "milliseconds": "ms",
    "millisecond": "ms",
    "seconds": "s",
    "second": "s",
    "percent": "%",
    **{f"{unit}s": unit for unit in ("minute", "hour", "day", "month", "year", "bit", "vCPU")},
}


_COMMON = frozenset(
    {"ec2-instance", "region", "vpc", "availability-zone", "public-subnet", "private-subnet", "app", "user"}
)
"""What every architecture has, so that a fact need not name it."""


def check_sources(note: Written, curriculum: Curriculum) -> Iterator[Finding]:
    """Numbers, units and services of an answer that are not in its facts, and what a correction calls wrong."""
    facts = [curriculum.facts[name] for name in note.facts if name in curriculum.facts]
    known = " ".join(fact.text for fact in facts)
    for answer in dict.fromkeys(note.answers):
        yield from _check_numbers(note, answer, known)
        yield from _check_services(note, answer, known)
        for fact in facts:
            if fact.course is not None:
                yield from _check_correction(note, answer, fact.course, fact.text)


def _check_numbers(note: Written, answer: str, known: str) -> Iterator[Finding]:
    there = numbers_of(f"{known} {note.given}", spelled=True)
    for number in sorted(numbers_of(answer) - there):
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
    bare = numbers_of(course) - numbers_of(right, spelled=True) - numbers_of(note.given) - with_units
    for number in sorted(bare & numbers_of(answer)):
        yield find(note, "called-wrong", f"{number} is what a correction calls wrong: give today's figure")


def numbers_of(text: str, *, spelled: bool = False) -> set[str]:
    """The numbers of a text, without commas; with `spelled` also those up to fifteen that are written as words."""
    plain = _ADDRESSES.sub(" ", text)
    found = {number.replace(",", "").rstrip(".") for number in _NUMBER.findall(plain)}
    if spelled:
        found |= {_NUMBER_WORDS[word] for word in re.findall(r"[a-z]+", plain.casefold()) if word in _NUMBER_WORDS}
    return {_shortest(number) for number in found}


def units_of(text: str) -> list[tuple[str, str]]:
    """The numbers that have a unit, each with it."""
    plain = _ADDRESSES.sub(" ", text)
    return [
        (_shortest(found[1].replace(",", "")), _SAME_UNIT.get(found[2], found[2])) for found in _UNIT.finditer(plain)
    ]


def _shortest(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number

"""The figures of a text: numbers, numbers with units, and what can be computed of them."""

import re
from collections.abc import Collection, Mapping
from math import ceil, floor

_NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?(?![\w]*-?bit)")
_NUMBER_WORDS = {
    name: number
    for number, name in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()  # noqa: SIM905
    )
}
_WORD = re.compile(r"[a-z]+")
_STATED_WORD = re.compile(r"(?<!\bthe )(?<!\bthese )(?<!\ball )\b[a-z]+")
"""A word that does not point back to what was counted before, as in "none of the three"."""
_COUNTING = 3
"""From here on a number word is a figure; "one" and "two" join sentences, too."""

_UNIT = re.compile(
    r"(?<![\w.])(\d[\d,]*(?:\.\d+)?) ?"
    r"(ms|milliseconds?|s|seconds?|minutes?|hours?|days?|weeks?|months?|years?|[KMGTP]i?B(?:/s)?|[KMGT]bps|bits?|IOPS"
    r"|%|percent|vCPUs?)(?![\w/])"
)
_ADDRESSES = re.compile(r"\d+\.\d+\.\d+\.\d+(?:/\d+)?|(?<!\w)/\d+\b|\b\d?\d:\d\d\b")
"""Figures that are no quantities: addresses, prefixes, times of day."""
_PREFIX = re.compile(r"/(\d\d?)\b")
_BITS = 32
_KEPT = 5
"""Addresses of each subnet that AWS keeps."""

_SAME_UNIT: Mapping[str, str] = {
    "milliseconds": "ms",
    "millisecond": "ms",
    "seconds": "s",
    "second": "s",
    "percent": "%",
    **{f"{unit}s": unit for unit in ("minute", "hour", "day", "week", "month", "year", "bit", "vCPU")},
}


def numbers_of(text: str, *, words_from: int | None = None) -> set[str]:
    """The numbers of a text, without commas.

    Args:
        text: any; figures of addresses, prefixes and times of day are none.
        words_from: from which number on, up to fifteen, those are meant that are written as words; None for none.
    """
    plain = _ADDRESSES.sub(" ", text)
    found = {number.replace(",", "").rstrip(".") for number in _NUMBER.findall(plain)}
    if words_from is not None:
        found_words = (_STATED_WORD if words_from else _WORD).findall(plain.casefold())
        spelled = (_NUMBER_WORDS[word] for word in found_words if word in _NUMBER_WORDS)
        found |= {str(number) for number in spelled if number >= words_from}
    return {_shortest(number) for number in found}


def stated_numbers(text: str) -> set[str]:
    """The numbers that a text states, as figures or, from three on, as words."""
    return numbers_of(text, words_from=_COUNTING)


def units_of(text: str) -> list[tuple[str, str]]:
    """The numbers that have a unit, each with it."""
    plain = _ADDRESSES.sub(" ", text)
    return [
        (_shortest(found[1].replace(",", "")), _SAME_UNIT.get(found[2], found[2])) for found in _UNIT.finditer(plain)
    ]


def computed(given: str, known: str) -> set[str]:
    """The numbers that one step of arithmetic makes of a question: with another of its numbers, or one of a fact.

    Figures are rounded, too. A prefix stands for its free bits, its addresses, and those that AWS leaves of them.
    """
    asked = {float(number) for number in numbers_of(given, words_from=0)} | _sizes(given)
    others = asked | {float(number) for number in numbers_of(known, words_from=0)} | _sizes(known)
    found: Collection[float] = {
        value
        for one in asked
        for other in others
        for value in (one + other, abs(one - other), one * other, *_ratios(one, other), floor(one), ceil(one))
    }
    return {_shortest(f"{value:.4f}") for value in [*found, *_sizes(given)]}


def _sizes(text: str) -> set[float]:
    prefixes = {int(prefix) for prefix in _PREFIX.findall(text)}
    bits = [_BITS - prefix for prefix in prefixes if prefix <= _BITS]
    sizes = [2.0**free for free in bits]
    return {*map(float, bits), *sizes, *(size - _KEPT for size in sizes if size > _KEPT)}


def _ratios(one: float, other: float) -> list[float]:
    return [one / other, other / one] if one and other else []


def _shortest(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number

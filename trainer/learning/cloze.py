"""Cloze texts: `{{1::answer}}` or `{{1::answer::hint}}` marks a gap; each number makes a card."""

import re
from dataclasses import dataclass

_GAP = re.compile(r"\{\{(\d)::(.+?)(?:::(.+?))?\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Gap:
    """A marked part of a cloze text."""

    number: int
    answer: str
    hint: str | None


def cloze_numbers(text: str) -> tuple[int, ...]:
    """The numbers of a text's gaps, ascending, each once."""
    return tuple(sorted({int(found[1]) for found in _GAP.finditer(text)}))


def gaps(text: str) -> tuple[Gap, ...]:
    """The gaps of a text in the order in which they stand."""
    return tuple(Gap(int(found[1]), found[2], found[3]) for found in _GAP.finditer(text))


def ask(text: str, number: int) -> str:
    """The text with the gaps of one number open, as `[...]` or `[hint]`, and all others filled."""

    def fill(found: re.Match[str]) -> str:
        return f"**[{found[3] or '...'}]**" if int(found[1]) == number else found[2]

    return _GAP.sub(fill, text)


def answer(text: str, number: int) -> str:
    """The whole text with the gaps of one number filled in strong type."""

    def fill(found: re.Match[str]) -> str:
        return f"**{found[2]}**" if int(found[1]) == number else found[2]

    return _GAP.sub(fill, text)

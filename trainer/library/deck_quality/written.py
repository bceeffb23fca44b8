"""The notes of deck files as an editor reads them: questions, answers and explanations as plain texts, with lines."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from trainer.learning.cloze import ask, cloze_numbers, gaps
from trainer.learning.markup import plain_text
from trainer.library.yaml_file import FieldPath

_WORD = re.compile(r"[\w'-]+")
_NO_GAP = 0


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose, as plain text."""

    text: str
    is_right: bool
    because: str


@dataclass(frozen=True)
class Written:
    """A note as it is written.

    Attributes:
        section: of its deck.
        file: where it stands.
        lines: the line of each of its fields, by path within the note.
        row: its fields as plain JSON values, as the form of decks has them.
    """

    section: str
    file: Path
    lines: Mapping[FieldPath, int]
    row: Mapping[str, Any] = field(hash=False)

    @property
    def uid(self) -> str:
        """The note's id."""
        return self.row["id"]

    @property
    def kind(self) -> str:
        """The note's kind."""
        return self.row["kind"]

    @property
    def facts(self) -> Sequence[str]:
        """Ids of the facts that it asks."""
        return self.row["facts"]

    @cached_property
    def question(self) -> str:
        """What is asked; of a cloze the text with its gaps filled, since each card opens other ones."""
        raw = self.row.get("question") or self.row.get("front") or ask(self.row.get("text", ""), _NO_GAP)
        return plain_text(raw)

    @cached_property
    def questions(self) -> Sequence[str]:
        """What each of its cards asks, answers left out."""
        if self.kind == "cloze":
            return [plain_text(ask(self.row["text"], number)) for number in cloze_numbers(self.row["text"])]
        return [self.question]

    @cached_property
    def options(self) -> Sequence[Option]:
        """What can be chosen."""
        return [
            Option(plain_text(row["text"]), row.get("right", False), plain_text(row["because"]))
            for row in self.row.get("options", ())
        ]

    @cached_property
    def answers(self) -> Sequence[str]:
        """What is right: the back, what stood in gaps, right options, steps, right sides, what is typed."""
        row = self.row
        match self.kind:
            case "basic":
                found = [row["back"]]
            case "cloze":
                found = [gap.answer for gap in gaps(row["text"])]
            case "typed":
                found = [row["answer"]]
            case "ordering":
                found = row["steps"]
            case "matching":
                found = [pair["right"] for pair in row["pairs"]]
            case "occluded":
                found = []
            case _:
                return [option.text for option in self.options if option.is_right]
        return [plain_text(text) for text in found]

    @cached_property
    def given(self) -> str:
        """All that the card shows before its answer."""
        lefts = [plain_text(pair["left"]) for pair in self.row.get("pairs", ())]
        return " ".join([*self.questions, *lefts])

    @cached_property
    def why(self) -> str:
        """The explanation of the whole."""
        return plain_text(self.row.get("why") or "")

    @cached_property
    def content(self) -> str:
        """All that tells the note apart from others: what is asked, of what, and what is right."""
        beside = [*self.row.get("hidden", ()), self.row.get("drill", "")] if self.kind == "occluded" else []
        lefts = [pair["left"] for pair in self.row.get("pairs", ())]
        return " ".join([self.question, *lefts, *self.answers, *beside])

    @cached_property
    def all_texts(self) -> str:
        """All that the learner reads of the note, before and after the answer."""
        reasons = (f"{option.text} {option.because}" for option in self.options)
        others = (plain_text(text) for text in self.row.get("others", ()))
        outdated = (f"{row['value']} {plain_text(row['note'])}" for row in self.row.get("outdated", ()))
        return " ".join([self.given, self.question, *self.answers, *reasons, *others, *outdated, self.why])

    def line(self, *at: str | int) -> int:
        """The line of a field, or of what is around it."""
        path: FieldPath = at
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that an editor would mend.

    Attributes:
        check: which check found it; a note may say under `allow` why it does not apply.
        message: what is the matter and what to do.
    """

    file: Path
    line: int
    note: str
    check: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.note}: {self.message} [{self.check}]"


def find(note: Written, check: str, message: str, *at: str | int) -> Finding:
    """A finding at a field of a note."""
    return Finding(note.file, note.line(*at), note.uid, check, message)


def words(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return [found.casefold() for found in _WORD.findall(text)]


_JOINING = """
a an and any are as at be before but by can do does each every for from had has have how i if in into is it its may more
most must no not of off on once one only or other our out over per so some such than that the their them then there
these they this those through to too two up us was we what when where which while who whose why will with within without
would you your yours
"""
_SMALL = frozenset(_JOINING.split())
"""Words that join others and mean little by themselves."""


def telling_words(text: str) -> list[str]:
    """The words of a text that carry its meaning, shorn of plural endings."""
    return [_singular(word) for word in words(text) if word not in _SMALL and (len(word) > 1 or word.isdigit())]


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):  # noqa: PLR2004  # "ties" has none
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):  # noqa: PLR2004  # "dns"
        return word[:-1]
    return word


def in_decks(notes: Sequence[Written]) -> Iterator[tuple[str, list[Written]]]:
    """The notes by section, in their order."""
    decks: dict[str, list[Written]] = {}
    for note in notes:
        decks.setdefault(note.section, []).append(note)
    yield from decks.items()

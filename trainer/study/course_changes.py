"""What the course has changed since the learner wrote over it, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from trainer.learning.note import Note
from trainer.learning.texts import texts_of
from trainer.store.notes import SECTION, TAGS, StoredNote

_TOKEN = re.compile(r"\s+|[^\s]+")


class Part(StrEnum):
    """Where words stand: in both texts, only in the first, or only in the second."""

    KEPT = "kept"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Words:
    """Words next to each other that stand in both texts, or in one."""

    part: Part
    text: str


@dataclass(frozen=True, slots=True)
class CourseChange:
    """A text of a note that the course has changed; `key` as in `texts_of`, or `section` or `tags`."""

    key: str
    mine: str
    theirs: str


def compare_words(before: str, after: str) -> tuple[Words, ...]:
    """What leads from one text to another: without what comes in it is the first, without what goes out the second."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    found: list[Words] = []
    for what, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            found.append(Words(Part.KEPT, "".join(old[start:end])))
            continue
        if start < end:
            found.append(Words(Part.OUT, "".join(old[start:end])))
        if new_start < new_end:
            found.append(Words(Part.IN, "".join(new[new_start:new_end])))
    return tuple(found)


def course_changes(stored: StoredNote) -> tuple[CourseChange, ...]:
    """The texts in which the course's new version and the learner's differ, of the fields that the course changed."""
    mine, theirs = dict(_texts(stored.note)), dict(_texts(stored.base))
    keys = dict.fromkeys((*mine, *theirs))
    return tuple(
        CourseChange(key, mine.get(key, ""), theirs.get(key, ""))
        for key in keys
        if key.partition(".")[0] in stored.outdated and mine.get(key, "") != theirs.get(key, "")
    )


def _texts(note: Note) -> Iterator[tuple[str, str]]:
    yield from texts_of(note)
    yield SECTION, note.section
    yield TAGS, ", ".join(note.tags)

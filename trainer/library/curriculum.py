"""The course: its sections and facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the course."""

    id: str
    title: str
    course: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to know, as it is right today.

    Attributes:
        course: what the course says, where that is dated or wrong; else None.
    """

    id: str
    text: str
    course: str | None = None


@dataclass(frozen=True, slots=True)
class Curriculum:
    """All sections and facts by id."""

    sections: Mapping[str, Section]
    facts: Mapping[str, Fact]


def build_curriculum(document: Mapping[str, Any]) -> Curriculum:
    """The curriculum from its checked document."""
    sections = (Section(row["id"], row["title"], row["course"]) for row in document["sections"])
    facts = (Fact(row["id"], row["text"], row.get("course")) for row in document["facts"])
    return Curriculum(
        {section.id: section for section in sections},
        {fact.id: fact for fact in facts},
    )

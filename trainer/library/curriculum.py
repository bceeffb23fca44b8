"""The course: its sections and facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the course.

    Attributes:
        needs: ids of sections to know before; a section can be opened without them all the same.
        core: ids of its facts that the rest hangs on.
    """

    id: str
    title: str
    course: str
    needs: tuple[str, ...] = ()
    core: tuple[str, ...] = ()


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

    @property
    def core(self) -> frozenset[str]:
        """Ids of the facts that the rest hangs on."""
        return frozenset(fact for section in self.sections.values() for fact in section.core)


def build_curriculum(document: Mapping[str, Any]) -> Curriculum:
    """The curriculum from its checked document."""
    sections = (_section(row) for row in document["sections"])
    facts = (Fact(row["id"], row["text"], row.get("course")) for row in document["facts"])
    return Curriculum(
        {section.id: section for section in sections},
        {fact.id: fact for fact in facts},
    )


def _section(row: Mapping[str, Any]) -> Section:
    core = tuple(f"{row['id']}.{number}" for number in row.get("core", ()))
    return Section(row["id"], row["title"], row["course"], tuple(row.get("needs", ())), core)

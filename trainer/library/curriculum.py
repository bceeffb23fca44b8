"""The course: its sections and facts, what it is about, and what it leaves out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any


class Tier(StrEnum):
    """How much hangs on a fact."""

    CORE = "core"
    """Wanted in a design question."""

    USEFUL = "useful"
    CONTEXT = "context"
    """The story, its people, links, and what the course's customer chose."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the course.

    Attributes:
        needs: ids of sections to know before; a section can be opened without them all the same.
        core: ids of its facts that the rest hangs on.
        week: of its course.
        domain: id of what it is mostly about.
        tasks: ids of the tasks of the exam guide that it touches.
    """

    id: str
    title: str
    course: str
    needs: tuple[str, ...] = ()
    core: tuple[str, ...] = ()
    week: int | None = None
    domain: str | None = None
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to know, as it is right today.

    Attributes:
        course: what the course says, where that is dated or wrong; else None.
        as_of: the month (`2026-11`) since which it holds, or in which it was last gone over, where that matters.
        volatile: whether it is a limit, price, quota or count that AWS changes.
        same_as: id of an earlier fact that says all of it.
        set_aside: why it is neither asked nor explained.
    """

    id: str
    text: str
    course: str | None = None
    tier: Tier = Tier.USEFUL
    as_of: str | None = None
    volatile: bool = False
    same_as: str | None = None
    set_aside: str | None = None

    @property
    def section(self) -> str:
        """Id of its section."""
        return self.id.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Things that people confuse.

    Attributes:
        sections: ids of the sections whose notes tell them apart; the first is its home.
    """

    id: str
    title: str
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """An exam guide.

    Attributes:
        domains: titles by id.
        tasks: titles by id; a task's id begins with its domain's.
    """

    title: str = ""
    domains: Mapping[str, str] = field(default_factory=dict)
    tasks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Curriculum:
    """All sections and facts by id, in the order of the course.

    Attributes:
        domains: titles by id of what sections are about.
        comparisons: by id.
    """

    sections: Mapping[str, Section]
    facts: Mapping[str, Fact]
    domains: Mapping[str, str] = field(default_factory=dict)
    comparisons: Mapping[str, Comparison] = field(default_factory=dict)
    guide: Guide = field(default_factory=Guide)

    @property
    def core(self) -> frozenset[str]:
        """Ids of the facts that the rest hangs on."""
        return frozenset(fact for section in self.sections.values() for fact in section.core)

    @cached_property
    def changing(self) -> Mapping[str, str]:
        """The facts that AWS changes: the month (`2026-11`) in which each was last gone over, by id."""
        return {fact.id: fact.as_of for fact in self.facts.values() if fact.volatile and fact.as_of}

    @cached_property
    def untouched_tasks(self) -> Mapping[str, str]:
        """The tasks of the exam guide that no section touches: titles by id."""
        touched = {task for section in self.sections.values() for task in section.tasks}
        return {task: title for task, title in self.guide.tasks.items() if task not in touched}

    def first_of(self, fact: str) -> str:
        """The fact that says the same before, or the fact itself."""
        return self.facts[fact].same_as or fact


def build_curriculum(document: Mapping[str, Any]) -> Curriculum:
    """The curriculum from its checked document."""
    tiers = {
        f"{row['id']}.{number}": tier
        for row in document["sections"]
        for tier in (Tier.CORE, Tier.CONTEXT)
        for number in row.get(tier, ())
    }
    sections = [_section(row) for row in document["sections"]]
    facts = [_fact(row, tiers.get(row["id"], Tier.USEFUL)) for row in document["facts"]]
    comparisons = [
        Comparison(row["id"], row["title"], tuple(row["sections"])) for row in document.get("comparisons", ())
    ]
    return Curriculum(
        {section.id: section for section in sections},
        {fact.id: fact for fact in facts},
        {row["id"]: row["title"] for row in document.get("domains", ())},
        {comparison.id: comparison for comparison in comparisons},
        _guide(document.get("guide")),
    )


def _section(row: Mapping[str, Any]) -> Section:
    return Section(
        row["id"],
        row["title"],
        row["course"],
        needs=tuple(row.get("needs", ())),
        core=tuple(f"{row['id']}.{number}" for number in row.get("core", ())),
        week=row.get("week"),
        domain=row.get("domain"),
        tasks=tuple(row.get("tasks", ())),
    )


def _fact(row: Mapping[str, Any], tier: Tier) -> Fact:
    return Fact(
        row["id"],
        row["text"],
        row.get("course"),
        tier,
        as_of=row.get("as_of"),
        volatile=row.get("volatile", False),
        same_as=row.get("same_as"),
        set_aside=row.get("set_aside"),
    )


def _guide(row: Mapping[str, Any] | None) -> Guide:
    if row is None:
        return Guide()
    domains = row["domains"]
    tasks = {task["id"]: task["title"] for domain in domains for task in domain["tasks"]}
    return Guide(row["title"], {domain["id"]: domain["title"] for domain in domains}, tasks)

"""Which drills to open for the skills that are due."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.rules import ALL_RULES
from trainer.library.shelf import Library, Summary

MOST_BOARDS = 3
"""A session opens no more drills than this for skills that are due."""


@dataclass(frozen=True, slots=True)
class BoardPrompt:
    """A drill to work through, since skills that it trains are due.

    Attributes:
        skills: what they are about, in words that give no answer away.
        minutes: about how long it takes.
    """

    drill: Summary
    skills: tuple[str, ...]
    minutes: int


def plan_boards(library: Library, due: Sequence[str]) -> tuple[BoardPrompt, ...]:
    """Few drills that cover the due skills: each time the one that covers most of what is left.

    Args:
        library: the drills and what each trains.
        due: uids of skills; one that no drill trains any more is passed over.
    """
    summaries = {summary.id: summary for summary in library.summaries}
    left = [skill for skill in due if any(drill in summaries for drill in library.skills.get(skill, ()))]
    boards: list[BoardPrompt] = []
    while left and len(boards) < MOST_BOARDS:
        counts = _count(left, library.skills, summaries)
        best = max(counts, key=lambda drill: (counts[drill], -summaries[drill].minutes, drill))
        covered = [skill for skill in left if best in library.skills[skill]]
        left = [skill for skill in left if skill not in covered]
        boards.append(BoardPrompt(summaries[best], skill_topics(covered), summaries[best].minutes))
    return tuple(boards)


def skill_topics(skills: Collection[str]) -> tuple[str, ...]:
    """What skills are about: the names of the services in question, each once."""
    topics: dict[str, None] = {}
    for skill in skills:
        rule = ALL_RULES.get(skill.removeprefix("skill:").partition("/")[0])
        names = [CATALOGUE[service].name for service in rule.services if service in CATALOGUE] if rule else []
        for name in names or [_in_words(skill)]:
            topics[name] = None
    return tuple(topics)


def _in_words(skill: str) -> str:
    words = skill.removeprefix("skill:").replace("/", ": ").replace("-", " ")
    return words[:1].upper() + words[1:]


def _count(skills: Sequence[str], trained_by: Mapping[str, Sequence[str]], known: Collection[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for skill in skills:
        for drill in trained_by[skill]:
            if drill in known:
                counts[drill] = counts.get(drill, 0) + 1
    return counts

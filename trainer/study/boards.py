"""Which drills to open for the skills that are due."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.coverage import CHIP_UID
from trainer.cloud.rules import ALL_RULES, FLOW_RULES, STEP_RULES
from trainer.library.shelf import Library, Summary
from trainer.store.evidence import Board
from trainer.store.item_state import ItemState
from trainer.store.opening import Store

MOST_BOARDS = 3
"""A session opens no more drills than this for skills that are due."""

_SKILL = "skill:"
_SHORT = ("DR", "SSD", "HDD", "CIDR", "ACL", "DNS", "AZ")
"""What no name of a service holds."""

_OF_A_DRILL = tuple(f"{_SKILL}{rule.id}/" for rule in (*FLOW_RULES, *STEP_RULES))
"""How skills begin that come with a drill's lines and steps; what follows is the drill."""


@dataclass(frozen=True, slots=True)
class BoardPrompt:
    """A drill to work through, since skills that it trains are due.

    Attributes:
        skills: what they are about, in words that give no answer away.
        minutes: about how long it takes.
        variant: in which to open it, so that they are not asked where they were met last; None for the drill itself.
    """

    drill: Summary
    skills: tuple[str, ...]
    minutes: int
    variant: int | None = None


@dataclass(frozen=True, slots=True)
class _Due:
    """The skills and chips that are due, and where each was met last."""

    library: Library
    met: Mapping[str, Board]
    summaries: Mapping[str, Summary] = field(default_factory=dict)

    def drills(self, skill: str) -> tuple[str, ...]:
        """The drills that train a skill."""
        return tuple(drill for drill in _trained_by(self.library, skill) if drill in self.summaries)

    def rank(self, drill: str, skills: Iterable[str]) -> tuple[int, int, int, str]:
        """Greater for the drill that trains more of the skills, then for one in which more were not met last."""
        mine = [skill for skill in skills if drill in self.drills(skill)]
        elsewhere = sum(skill not in self.met or self.met[skill][0] != drill for skill in mine)
        return len(mine), elsewhere, -self.summaries[drill].minutes, drill


def due_boards(library: Library, store: Store, due: Sequence[ItemState]) -> tuple[BoardPrompt, ...]:
    """The drills to open for due skills and chips.

    Args:
        library: the drills and what each trains.
        store: knows where each was met last.
        due: records of what is due.
    """
    uids = [state.uid for state in due]
    met = {uid: evidence.met for uid, evidence in store.evidence(uids).items()} if uids else {}
    return plan_boards(library, uids, met)


def plan_boards(
    library: Library, due: Sequence[str], met: Mapping[str, Board] | None = None
) -> tuple[BoardPrompt, ...]:
    """Few drills that cover the due skills: each time the one that covers most of what is left.

    Of drills that cover equally many, the one is taken in which more of them were not met last.

    Args:
        library: the drills and what each trains.
        due: uids of skills and chips; one that no drill trains any more is passed over.
        met: drill and variant in which each was met last.
    """
    found = _Due(library, met or {}, {summary.id: summary for summary in library.summaries})
    left = [skill for skill in due if found.drills(skill)]
    boards: list[BoardPrompt] = []
    while left and len(boards) < MOST_BOARDS:
        able = dict.fromkeys(drill for skill in left for drill in found.drills(skill))
        best = max(able, key=lambda drill: found.rank(drill, left))
        covered = [skill for skill in left if best in found.drills(skill)]
        left = [skill for skill in left if skill not in covered]
        summary = found.summaries[best]
        boards.append(
            BoardPrompt(summary, skill_topics(covered), summary.minutes, _other_variant(found, best, covered))
        )
    return tuple(boards)


def skill_topics(skills: Collection[str]) -> tuple[str, ...]:
    """What skills are about: the names of the services in question, each once."""
    topics: dict[str, None] = {}
    for skill in skills:
        rule = ALL_RULES.get(skill.removeprefix(_SKILL).partition("/")[0])
        names = [CATALOGUE[service].name for service in rule.services if service in CATALOGUE] if rule else []
        for name in names or [_in_words(skill)]:
            topics[name] = None
    return tuple(topics)


def _trained_by(library: Library, skill: str) -> tuple[str, ...]:
    """The drills that train a skill; a chip, and what comes with lines and steps, is trained by its own."""
    return library.skills.get(skill) or _own_drill(skill)


def _own_drill(skill: str) -> tuple[str, ...]:
    if skill.startswith(CHIP_UID):
        return (skill.removeprefix(CHIP_UID).partition("/")[0],)
    return (skill.partition("/")[2],) if skill.startswith(_OF_A_DRILL) else ()


def _other_variant(found: _Due, drill: str, skills: Iterable[str]) -> int | None:
    """The first variant of a drill in which none of the skills was met last; None for the drill itself."""
    last = {found.met[skill][1] for skill in skills if skill in found.met and found.met[skill][0] == drill}
    return next(number for number in count() if number not in last) or None


def _in_words(skill: str) -> str:
    own = _own_drill(skill)
    words = (own[0] if own else skill.removeprefix(_SKILL)).replace("/", ": ").replace("-", " ")
    spelt = " ".join(_spelt().get(word, word) for word in words.split())
    return spelt[:1].upper() + spelt[1:]


@lru_cache(maxsize=1)
def _spelt() -> Mapping[str, str]:
    """How words are written that are no common ones, by their small letters: as in the names of services."""
    names = (word for service in CATALOGUE.values() for word in service.name.split())
    return {word.lower(): word for word in (*names, *_SHORT) if not word.islower() and not word.istitle()}

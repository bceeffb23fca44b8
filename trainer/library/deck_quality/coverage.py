"""Which facts of the course are asked, explained or set aside, and which are forgotten."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from trainer.library.curriculum import Curriculum, Tier
from trainer.library.deck_quality.written import Written


@dataclass(frozen=True, slots=True)
class Coverage:
    """The facts of the course, by id, in its order; each stands in one of the lists.

    Attributes:
        asked: by a note, or with an earlier fact that says the same.
        explained: not asked, but stated by an explanation, a primer or a drill. Core and useful facts have to be asked.
        set_aside: left out for a reason.
        missing: forgotten.
    """

    asked: Sequence[str]
    explained: Sequence[str]
    set_aside: Sequence[str]
    missing: Sequence[str]

    @property
    def is_whole(self) -> bool:
        """Whether none is forgotten."""
        return not self.missing


def cover_facts(curriculum: Curriculum, notes: Sequence[Written], explained_elsewhere: Collection[str]) -> Coverage:
    """What becomes of each fact.

    Args:
        curriculum: the facts.
        notes: of all decks.
        explained_elsewhere: the facts that primers and drills explain.
    """
    asked = {fact for note in notes for fact in note.facts}
    explained = {fact for note in notes for fact in note.row.get("explains", ())} | set(explained_elsewhere)
    found: Mapping[str, list[str]] = {name: [] for name in ("asked", "explained", "set_aside", "missing")}
    for uid, fact in curriculum.facts.items():
        same = {uid, curriculum.first_of(uid)}
        if same & asked:
            found["asked"].append(uid)
        elif same & explained and fact.tier is Tier.CONTEXT:
            found["explained"].append(uid)
        elif fact.set_aside is not None:
            found["set_aside"].append(uid)
        else:
            found["missing"].append(uid)
    return Coverage(**found)

"""Which drills train what a note asks: found from facts and sections, never from a list kept by hand."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from trainer.cloud.drill import Drill
from trainer.cloud.grading import rules_in_force

MOST = 3
"""So many drills are told for a note."""


def trained_facts(drill: Drill) -> Mapping[str, int]:
    """The facts that a drill trains, and how directly: 2 for those of its pieces, 1 for those behind its rules."""
    facts = {fact: 1 for use, rule in rules_in_force(drill) for fact in use.facts or rule.facts}
    return {**facts, **{fact: 2 for piece in drill.required for fact in piece.facts}}


def related_drills(
    note: Mapping[str, Any], drills: Iterable[Drill], trained: Mapping[str, Mapping[str, int]]
) -> Sequence[str]:
    """The ids of the drills that train a note's facts, the nearest first; without any, one of its section.

    Args:
        note: a compact note; the drill that it names itself is left out.
        drills: all of them, the easiest first.
        trained: the facts of each, as of `trained_facts`.
    """
    others = [drill for drill in drills if drill.id != note.get("drill")]
    shared = {drill.id: sum(trained[drill.id].get(fact, 0) for fact in note["facts"]) for drill in others}
    found = sorted((drill for drill in shared if shared[drill]), key=lambda drill: -shared[drill])
    if found or note.get("drill"):
        return found[:MOST]
    of_section = [drill for drill in others if note["section"] in drill.sections]
    of_section.sort(key=lambda drill: drill.sections.index(note["section"]))
    return [drill.id for drill in of_section[:1]]

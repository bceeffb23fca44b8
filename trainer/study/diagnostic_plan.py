"""The diagnostic before it begins: which questions it may ask, by section, and in which order."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from random import Random
from secrets import token_hex
from typing import Any

from trainer.learning.note import NoteKind
from trainer.library.shelf import Library
from trainer.store.opening import Store

CHECKED = tuple(
    f"#{kind}" for kind in (NoteKind.CHOICE, NoteKind.MULTI, NoteKind.TYPED, NoteKind.ORDERING, NoteKind.MATCHING)
)
"""How cards end whose answers are checked by the program."""

_SETTING = "diagnostic"
_RUN_BYTES = 8


@dataclass(frozen=True, slots=True)
class DiagnosticPlan:
    """What may be asked.

    Attributes:
        run: id of the run.
        began: the study day on which it was planned.
        sections: uids of its cards by section, the sections in the order in which they are visited.
    """

    run: str
    began: date
    sections: Mapping[str, Sequence[str]]


def plan_diagnostic(library: Library, store: Store, run: str = "") -> DiagnosticPlan:
    """A plan over all cards that were never answered and whose answers are checked.

    Args:
        library: knows the order of the course.
        store: the cards, and what was learnt.
        run: an id to use; one is made when it is empty. The order of a section's cards follows from it.
    """
    run = run or token_hex(_RUN_BYTES)
    fresh = set(store.new_cards(store.new_count()))
    by_section: dict[str, list[str]] = {}
    for item, section in sorted(store.sections_of_items().items()):
        if item in fresh and item.endswith(CHECKED):
            by_section.setdefault(section, []).append(item)
    for section, items in by_section.items():
        Random(f"{run}:{section}").shuffle(items)  # noqa: S311  # an order, no secret
    visited = spread([section for section in library.curriculum.sections if section in by_section])
    return DiagnosticPlan(run, store.today(), {section: by_section[section] for section in visited})


def spread(sections: Sequence[str]) -> list[str]:
    """Sections in an order of which every beginning is spread evenly over the course.

    So the diagnostic sees all of the course as coarsely as the learner's pace makes it, and can end at any time.
    The order is that of van der Corput: the places' binary digits, mirrored.
    """
    digits = max(1, (len(sections) - 1).bit_length())
    places = sorted(range(len(sections)), key=lambda place: int(f"{place:0{digits}b}"[::-1], 2))
    return [sections[place] for place in places]


def keep_diagnostic(store: Store, plan: DiagnosticPlan) -> None:
    """Keeps the plan, so that the diagnostic can be gone on with after leaving."""
    sections = [[section, list(items)] for section, items in plan.sections.items()]  # JSON objects are sorted
    store.set_setting(_SETTING, {**asdict(plan), "began": plan.began.isoformat(), "sections": sections})


def kept_diagnostic(store: Store) -> DiagnosticPlan | None:
    """The plan that was kept last; None when there is none that can be read."""
    kept: Any = store.get_setting(_SETTING)
    try:
        sections = {str(section): tuple(map(str, items)) for section, items in kept["sections"]}
        return DiagnosticPlan(str(kept["run"]), date.fromisoformat(kept["began"]), sections)
    except (KeyError, TypeError, ValueError):
        return None

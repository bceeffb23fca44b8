"""What an attempt says about each skill: its first unaided opportunity counts, and nothing after it."""

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from random import Random
from typing import Any

from trainer.cloud.coverage import rules_about, skill_of
from trainer.cloud.drill import Drill
from trainer.learning.grade import read_grade
from trainer.store.events import Event, EventKind
from trainer.study.drill_memory import DrillMemory

LONGEST_PAUSE_S = 60.0
"""A longer gap between two moves counts as this much: the learner was away."""

_WORST_FIRST = ("again", "hard", "good")


def rate_skills(drill: Drill, events: Iterable[Event]) -> dict[str, str]:
    """The grade of every skill that an attempt gave an opportunity for.

    The first drop of each of a piece's tiles is an opportunity for the rules about the piece. Right at first
    is `good`; after a look-here hint `hard`; broken at first, or after a hint that named the rule or the move,
    `again`. Of several opportunities for one skill the worst counts. Undo takes back the move, not the attempt.

    Args:
        drill: what was attempted.
        events: the attempt's events, in order.
    """
    dropped: dict[str, int] = {}
    hinted: dict[str, int] = {}
    grades: dict[str, str] = {}
    for event in events:
        if event.kind == EventKind.HINT and event.payload.get("piece"):
            piece = event.payload["piece"]
            hinted[piece] = max(hinted.get(piece, 0), event.payload["step"])
        if event.kind != EventKind.DRILL_MOVE or event.payload["from"] is not None:
            continue
        piece = event.payload["piece"]
        dropped[piece] = dropped.get(piece, 0) + 1
        if piece not in drill.pieces or dropped[piece] > drill.pieces[piece].spans:
            continue
        for use, rule in rules_about(drill, piece):
            grade = _grade_of(rule.id in event.payload["findings"], hinted.get(piece, 0))
            skill = skill_of(use)
            grades[skill] = min(grade, grades.get(skill, "good"), key=_WORST_FIRST.index)
    return grades


def _grade_of(broken: bool, hint_step: int) -> str:  # noqa: FBT001  # a fact, not a mode
    if broken or hint_step > 1:
        return "again"
    return "hard" if hint_step else "good"


def active_seconds(events: Iterable[Event]) -> float:
    """How long the learner worked, in seconds, with long pauses counted as `LONGEST_PAUSE_S`."""
    times = [event.at for event in events]
    return sum(min((later - earlier).total_seconds(), LONGEST_PAUSE_S) for earlier, later in pairwise(times))


def schedule_grades(store: DrillMemory, grades: Mapping[str, str], chance: Callable[[str], Random]) -> dict[str, Any]:
    """When what was graded in an attempt comes back, as the attempt's event carries it.

    Each item is rated once on a study day; what was rated today already gets no due day, since this was practice.

    Args:
        store: what is remembered of the items.
        grades: by uid.
        chance: makes the generator for a seed.
    """
    from trainer.learning.scheduler import ALGORITHM, default_scheduler, fsrs_version  # noqa: PLC0415  # at the first end

    scheduler, day = default_scheduler(), store.today()
    due: dict[str, str] = {}
    for uid, word in grades.items():
        state = store.item_state(uid)
        if state is not None and state.last_day == day:
            continue
        luck = chance(f"{store.learner}:{uid}:{state.seen if state else 0}").random()
        outlook = scheduler.outlook(state.memory if state else None, read_grade(word), day, luck)
        due[uid] = outlook.due.isoformat()
    return {"due": due, "algorithm": ALGORITHM, "version": fsrs_version(), "parameters": scheduler.parameter_set}

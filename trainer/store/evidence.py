"""What speaks for the mastery of a skill or chip, and where it was met last."""

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from trainer.learning.grade import Grade
from trainer.store.cache import Cache, Row
from trainer.store.events import Event, canonical_json
from trainer.store.level import Level
from trainer.store.review import Review
from trainer.store.tables import evidence

_MOST_BOARDS = 9
"""Of the boards in which it was right so many are kept: more than any definition of mastery asks for."""

Board = tuple[str, int]
"""A drill and the number of its variant, 0 for the drill itself."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A learner's record at a skill or chip, over the attempts that ended.

    Only what was built from nothing, right at first and unaided, and rated on its day counts as right.

    Attributes:
        met: the board in which it was met last, whatever came of it.
        boards: those in which it was right, each once.
        right_days: on how many study days it was right; `last_right` is the latest.
        checked: it was right on Check at least once.
    """

    uid: str
    met: Board
    boards: tuple[Board, ...] = ()
    right_days: int = 0
    last_right: date | None = None
    checked: bool = False


def next_evidence(before: Evidence | None, review: Review, drill: str, event: Event) -> Evidence:
    """The record after an attempt in which a skill or chip was graded.

    Args:
        before: None for what was never met.
        review: its part in the attempt.
        drill: what was attempted.
        event: the end of the attempt.
    """
    payload = event.payload
    board = (drill, int(payload.get("variant") or 0))
    state = replace(before, met=board) if before else Evidence(review.item, board)
    counts = payload.get("level", Level.BUILD) >= Level.BUILD and not review.is_practice
    if review.grade < Grade.GOOD or not counts:
        return state
    known = board in state.boards or len(state.boards) >= _MOST_BOARDS
    return replace(
        state,
        boards=state.boards if known else (*state.boards, board),
        right_days=state.right_days + (state.last_right != review.day),
        last_right=review.day,
        checked=state.checked or payload.get("feedback") == "check",
    )


def read_evidence(row: Row) -> Evidence:
    """The record in a row of `evidence`."""
    last = row["last_right"]
    return Evidence(
        uid=row["uid"],
        met=(row["met_drill"], row["met_variant"]),
        boards=tuple((str(drill), int(variant)) for drill, variant in json.loads(row["boards"])),
        right_days=row["right_days"],
        last_right=date.fromisoformat(last) if last is not None else None,
        checked=row["checked"],
    )


def _write(state: Evidence) -> dict[str, Any]:
    return {
        "uid": state.uid,
        "met_drill": state.met[0],
        "met_variant": state.met[1],
        "boards": canonical_json(state.boards),
        "right_days": state.right_days,
        "last_right": state.last_right.isoformat() if state.last_right else None,
        "checked": state.checked,
    }


EVIDENCE = Cache(evidence, "uid", read_evidence, _write)

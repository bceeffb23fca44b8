"""What became of a drill over all attempts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from trainer.store.cache import Cache, Row
from trainer.store.events import Event, EventKind, canonical_json, time_text
from trainer.store.level import Level
from trainer.store.tables import drill_state

_FAILURES_DOWN = 2
"""After so many failures, with no unaided success between them, a lower level is proposed."""


@dataclass(frozen=True, slots=True)
class DrillState:
    """A learner's record at a drill.

    Attributes:
        attempts: how many were begun; watching a solution is none.
        best_score: of those that were not given up, 0 to 1; None before the first.
        last_at: when an attempt was begun or ended last, in UTC; `last_day` is its study day.
        next_level: what the history proposes for the next attempt; None before the first ended.
        failures: since the last unaided success or change of level.
        variants: numbers of the variants that were begun, the latest last.
        proved_first: the first day on which it was solved whole, unaided, on Check, in a variant that was never met
            before; `proved_last` is the latest.
    """

    drill: str
    attempts: int
    solved_count: int
    solved_unaided_count: int
    best_score: float | None
    last_at: datetime
    last_day: date
    next_level: int | None = None
    failures: int = 0
    variants: tuple[int, ...] = ()
    proved_first: date | None = None
    proved_last: date | None = None


def next_drill_state(drill: str, before: DrillState | None, event: Event) -> DrillState:
    """The record after an attempt was begun or ended; undo changes nothing here."""
    state = before or DrillState(drill, 0, 0, 0, None, event.at, event.study_day)
    state = replace(state, last_at=event.at, last_day=event.study_day)
    if event.kind == EventKind.ATTEMPT_STARTED:
        return _begin(state, event.payload)
    return _prove(_move_level(_count(state, event.payload), event.payload), event)


def _begin(state: DrillState, payload: Mapping[str, Any]) -> DrillState:
    variant = payload["variant"]
    met = state.variants if variant is None else (*(one for one in state.variants if one != variant), variant)
    return replace(state, attempts=state.attempts + (payload["level"] > Level.WATCH), variants=met)


def _count(state: DrillState, payload: Mapping[str, Any]) -> DrillState:
    if payload.get("given_up") or _level(payload) == Level.WATCH:
        return state
    score = float(payload["score"])
    correct, unaided = bool(payload["correct"]), bool(payload["unaided"])
    return replace(
        state,
        solved_count=state.solved_count + correct,
        solved_unaided_count=state.solved_unaided_count + (correct and unaided),
        best_score=score if state.best_score is None else max(state.best_score, score),
    )


def _move_level(state: DrillState, payload: Mapping[str, Any]) -> DrillState:
    """Up after an unaided success, down after two failures; what was watched is completed next."""
    level, known = _level(payload), state.next_level
    if level == Level.WATCH:
        return replace(state, next_level=max(known or 0, int(Level.COMPLETE)))
    if payload["correct"] and payload["unaided"]:
        up = min(level + 1, int(Level.TRANSFER))
        return replace(state, next_level=max(known or 0, up), failures=0)
    proposed = level if known is None else known
    if not payload.get("failed", not payload["correct"]):
        return replace(state, next_level=proposed)
    if state.failures + 1 < _FAILURES_DOWN:
        return replace(state, next_level=proposed, failures=state.failures + 1)
    down = max(level - 1, int(Level.WATCH))
    return replace(state, next_level=min(proposed, down), failures=0)


def _prove(state: DrillState, event: Event) -> DrillState:
    payload = event.payload
    whole = payload["correct"] and payload["unaided"] and _level(payload) >= Level.BUILD
    if not (whole and payload.get("feedback") == "check" and payload.get("unseen")):
        return state
    return replace(state, proved_first=state.proved_first or event.study_day, proved_last=event.study_day)


def _level(payload: Mapping[str, Any]) -> int:
    """The level of an attempt that ended; before there were levels all was built."""
    return int(payload.get("level", Level.BUILD))


def _read(row: Row) -> DrillState:
    return DrillState(
        drill=row["drill"],
        attempts=row["attempts"],
        solved_count=row["solved_count"],
        solved_unaided_count=row["solved_unaided_count"],
        best_score=row["best_score"],
        last_at=datetime.fromisoformat(row["last_at"]),
        last_day=date.fromisoformat(row["last_day"]),
        next_level=row["next_level"],
        failures=row["failures"],
        variants=tuple(json.loads(row["variants"])),
        proved_first=_read_day(row["proved_first"]),
        proved_last=_read_day(row["proved_last"]),
    )


def _read_day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _write(state: DrillState) -> dict[str, Any]:
    return {
        "drill": state.drill,
        "attempts": state.attempts,
        "solved_count": state.solved_count,
        "solved_unaided_count": state.solved_unaided_count,
        "best_score": state.best_score,
        "last_at": time_text(state.last_at),
        "last_day": state.last_day.isoformat(),
        "next_level": state.next_level,
        "failures": state.failures,
        "variants": canonical_json(state.variants),
        "proved_first": state.proved_first.isoformat() if state.proved_first else None,
        "proved_last": state.proved_last.isoformat() if state.proved_last else None,
    }


DRILL_STATES = Cache(drill_state, "drill", _read, _write)

"""The drill as it was left: a fold over the events of its latest attempt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from trainer.store.cache import Cache, Row, read_places
from trainer.store.events import Event, EventKind, canonical_json, time_text
from trainer.store.history import undone_uids
from trainer.store.tables import board

Places = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class BoardState:
    """The latest attempt at a drill, as it was left.

    Attributes:
        attempt: uid of the attempt.
        feedback: `drop` or `check`.
        variant: its number; None for the drill itself.
        placement: containers of every placed piece, in the order they were taken.
        prefilled: what of it was in place from the start.
        hints: how many were given.
        moves: how many were made and not undone.
        finished: the attempt was ended; `correct` says how.
        touched_at: when anything happened to it last.
    """

    drill: str
    attempt: str
    level: int
    feedback: str
    variant: int | None
    placement: Places = field(hash=False)
    prefilled: Places = field(hash=False)
    hints: int
    moves: int
    finished: bool
    correct: bool
    started_at: datetime
    touched_at: datetime


def fold_board(drill: str, events: Iterable[Event]) -> BoardState | None:
    """The board after a drill's events from its latest start on, undone moves left out."""
    events = tuple(events)
    undone = undone_uids(events)
    state: BoardState | None = None
    for event in events:
        if event.uid in undone and event.kind == EventKind.DRILL_MOVE:
            state = touch(state, event)
        else:
            state = next_board(drill, state, event)
    return state


def next_board(drill: str, before: BoardState | None, event: Event) -> BoardState | None:
    """The board after one more event that undoes nothing; events of older attempts leave it as it was."""
    if event.kind == EventKind.ATTEMPT_STARTED:
        return _start(drill, event)
    if before is None or event.payload.get("attempt") != before.attempt:
        return before
    after = replace(before, touched_at=event.at)
    match event.kind:
        case EventKind.DRILL_MOVE:
            return replace(after, placement=move(before.placement, event.payload), moves=before.moves + 1)
        case EventKind.HINT:
            return replace(after, hints=before.hints + 1)
        case EventKind.ATTEMPT_FINISHED:
            return replace(after, finished=True, correct=bool(event.payload["correct"]))
        case _:
            return after


def touch(before: BoardState | None, event: Event) -> BoardState | None:
    """The board after an event that changes nothing on it by itself."""
    if before is None or event.payload.get("attempt") != before.attempt:
        return before
    return replace(before, touched_at=event.at)


def move(placement: Places, payload: Mapping[str, Any]) -> Places:
    """The placement after a move; a tile keeps its place in the order of its piece's tiles.

    A move from where nothing is counts as one out of the palette, so that any part of a history has a meaning.
    """
    piece, source, target = payload["piece"], payload["from"], payload["to"]
    where = list(placement.get(piece, ()))
    if target is None or (target in where and target != source):
        kept = [container for container in where if container != source]
    elif source in where:
        kept = [target if container == source else container for container in where]
    else:
        kept = [*where, target]
    others = {name: places for name, places in placement.items() if name != piece}
    return {**others, piece: tuple(kept)} if kept else others


def _start(drill: str, event: Event) -> BoardState:
    payload = event.payload
    prefilled = {piece: tuple(containers) for piece, containers in payload["prefilled"].items()}
    return BoardState(
        drill=drill,
        attempt=payload["attempt"],
        level=payload["level"],
        feedback=payload["feedback"],
        variant=payload["variant"],
        placement=prefilled,
        prefilled=prefilled,
        hints=0,
        moves=0,
        finished=False,
        correct=False,
        started_at=event.at,
        touched_at=event.at,
    )


def _read(row: Row) -> BoardState:
    return BoardState(
        drill=row["drill"],
        attempt=row["attempt"],
        level=row["level"],
        feedback=row["feedback"],
        variant=row["variant"],
        placement=read_places(row["placement"]),
        prefilled=read_places(row["prefilled"]),
        hints=row["hints"],
        moves=row["moves"],
        finished=row["finished"],
        correct=row["correct"],
        started_at=datetime.fromisoformat(row["started_at"]),
        touched_at=datetime.fromisoformat(row["touched_at"]),
    )


def _write(state: BoardState) -> dict[str, Any]:
    return {
        "drill": state.drill,
        "attempt": state.attempt,
        "level": state.level,
        "feedback": state.feedback,
        "variant": state.variant,
        "placement": canonical_json(state.placement),
        "prefilled": canonical_json(state.prefilled),
        "hints": state.hints,
        "moves": state.moves,
        "finished": state.finished,
        "correct": state.correct,
        "started_at": time_text(state.started_at),
        "touched_at": time_text(state.touched_at),
    }


BOARDS = Cache(board, "drill", _read, _write)

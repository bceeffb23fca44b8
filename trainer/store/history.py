"""Undo and redo, read from the log: an undo names the event that it undoes, a redo undoes an undo."""

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.store.events import Event, EventKind

UNDOABLE = (EventKind.DRILL_MOVE, EventKind.REVIEW, EventKind.PARAMETERS_CHOSEN)


class NotUndoable(ValueError):  # noqa: N818  # the name says what is the case
    """An undo names what cannot be undone: no move of the latest attempt, review or undo, or one undone already."""


@dataclass(frozen=True, slots=True)
class History:
    """What can be undone and redone; the last of each comes first.

    Attributes:
        undo: moves or reviews that stand; undoing one means an undo event that names its uid.
        redo: undo events newer than the last of them; redoing one means an undo event that names *its* uid.
    """

    undo: tuple[Event, ...] = ()
    redo: tuple[Event, ...] = ()


def undone_uids(events: Sequence[Event]) -> frozenset[str]:
    """Which events are undone: those named by an undo that is not undone itself."""
    undone: set[str] = set()
    for event in reversed(events):  # an undo comes after what it names, so its own fate is known before it is asked
        if event.kind == EventKind.UNDO and event.uid not in undone:
            undone.add(event.payload["undoes"])
    return frozenset(undone)


def read_history(events: Sequence[Event]) -> History:
    """What can be undone and redone after the own events of an attempt, or the reviews of a day, in their order."""
    undone = undone_uids(events)
    moves = [index for index, event in enumerate(events) if event.kind in UNDOABLE]
    newer = events[moves[-1] :] if moves else ()
    move_uids = {events[index].uid for index in moves}
    return History(
        undo=tuple(events[index] for index in moves if events[index].uid not in undone),
        redo=tuple(
            event
            for event in newer
            if event.kind == EventKind.UNDO and event.uid not in undone and event.payload["undoes"] in move_uids
        ),
    )


def own_events(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events that belong to the attempt that the first of them began, and all undos among them."""
    attempt = events[0].payload["attempt"] if events else None
    return tuple(event for event in events if event.kind == EventKind.UNDO or event.payload.get("attempt") == attempt)


def demand_undoable(uid: str, events: Sequence[Event]) -> None:
    """Makes sure that an undo of an event means something.

    Args:
        uid: the event to be undone.
        events: the own events of the drill's latest attempt, or all events of the card.

    Raises:
        NotUndoable: when it does not.
    """
    target = next((event for event in events if event.uid == uid), None)
    if target is None or target.kind not in (*UNDOABLE, EventKind.UNDO):
        raise NotUndoable(f"{uid} is no review, and no move or undo of the drill's latest attempt")
    if uid in undone_uids(events):
        raise NotUndoable(f"{uid} is undone already")

"""Undo and redo, read from the log: an undo names the event that it undoes, a redo undoes an undo."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trainer.store.events import Event, EventKind, NewEvent

DESK_KINDS = (
    EventKind.REVIEW,
    EventKind.RESET,
    EventKind.RESCHEDULED,
    EventKind.SUSPENDED,
    EventKind.BURIED,
    EventKind.FLAGGED,
    EventKind.NOTE_ADDED,
    EventKind.NOTE_EDITED,
    EventKind.NOTE_DELETED,
    EventKind.FAULT_REPORTED,
)
"""What can be undone of what is done with cards."""

UNDOABLE = (EventKind.DRILL_MOVE, EventKind.PARAMETERS_CHOSEN, *DESK_KINDS)


class NotUndoable(ValueError):  # noqa: N818  # the name says what is the case
    """An undo names what is undone already, or was neither done with cards nor in the drill's latest attempt."""


@dataclass(frozen=True, slots=True)
class History:
    """What can be undone and redone; the last of each comes first.

    Attributes:
        undo: what stands; undoing one means an undo event that names its uid.
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
    """What can be undone and redone after the own events of an attempt, or what was done with cards, in order."""
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


@dataclass(frozen=True, slots=True)
class Steps:
    """What can be undone and redone next: the events of one step each, in order; empty where there is none."""

    undo: tuple[Event, ...] = ()
    redo: tuple[Event, ...] = ()


def as_one_step(news: Sequence[NewEvent]) -> tuple[NewEvent, ...]:
    """Events that are written down together and undone together: each says how many they are, and which it is."""
    if len(news) < 2:  # noqa: PLR2004  # one is a step by itself
        return tuple(news)
    return tuple(
        replace(new, payload={**new.payload, "part": number, "of": len(news)}) for number, new in enumerate(news, 1)
    )


def read_steps(events: Sequence[Event], *, is_all: bool) -> Steps | None:
    """What can be undone and redone next after the last of what was done with cards.

    Args:
        events: in order.
        is_all: there are none before these.

    Returns:
        None when more of them have to be looked at.
    """
    known = {event.uid for event in events}
    if not is_all and any(event.kind == EventKind.UNDO and event.payload["undoes"] not in known for event in events):
        return None
    history = read_history(events)
    steps = Steps(_last_step(history.undo), _last_step(history.redo))
    is_whole = all(len(step) == step[-1].payload.get("of", 1) for step in (steps.undo, steps.redo) if step)
    return steps if is_all or (steps.undo and is_whole) else None


def _last_step(events: Sequence[Event]) -> tuple[Event, ...]:
    if not events:
        return ()
    last = events[-1]
    first_seq = last.seq - last.payload.get("part", 1) + 1
    return tuple(event for event in events if event.device == last.device and first_seq <= event.seq <= last.seq)


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
        raise NotUndoable(f"{uid} was not done with a card, and is no move or undo of the drill's latest attempt")
    if uid in undone_uids(events):
        raise NotUndoable(f"{uid} is undone already")

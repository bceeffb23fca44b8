"""Undo and redo of everything that is done with cards, wherever it was done, any number of steps back."""

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.store.events import Event, EventKind
from trainer.store.opening import Store
from trainer.store.projection import is_note

_WORDS = {
    EventKind.REVIEW: "the answer",
    EventKind.RESET: "starting {cards} anew",
    EventKind.RESCHEDULED: "moving {cards} to another day",
    EventKind.NOTE_ADDED: "the new card",
    EventKind.NOTE_EDITED: "the edit",
    EventKind.FAULT_REPORTED: "the report of a fault",
}


@dataclass(frozen=True, slots=True)
class Step:
    """Something that was done with cards, and can be undone or redone as one.

    Attributes:
        words: what it was, to be put into a sentence: "suspending 3 cards".
        card: the uid of the card that was answered, where it was an answer.
        run: of the practice or diagnostic in which it was answered, where it was in one.
    """

    words: str
    card: str | None
    run: str | None = None


class Undoing:
    """What can be undone and redone of all that was done with cards."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def peek(self) -> tuple[Step | None, Step | None]:
        """What would be undone and what would be redone."""
        steps = self._store.desk_steps()
        return self._read(steps.undo), self._read(self._undone_by(steps.redo))

    def undo(self) -> Step | None:
        """Takes back the last step, and says what it was; None when there is none."""
        step = self._store.desk_steps().undo
        if step:
            self._store.undo_step(step)
        return self._read(step)

    def redo(self) -> Step | None:
        """Does again the step that was taken back last, and says what it is; None when there is none."""
        undone = self._store.desk_steps().redo
        step = self._undone_by(undone)
        if undone:
            self._store.undo_step(undone)
        return self._read(step)

    def _undone_by(self, undos: Sequence[Event]) -> tuple[Event, ...]:
        return tuple(self._first_of(undo) for undo in reversed(undos))

    def _first_of(self, undo: Event) -> Event:
        """What an undo is about in the end: behind a redo stands the undo of another undo."""
        event = undo
        while event.kind == EventKind.UNDO:
            event = self._store.event(event.payload["undoes"])
        return event

    def _read(self, step: Sequence[Event]) -> Step | None:
        if not step:
            return None
        last = step[-1]
        if last.kind != EventKind.REVIEW:
            return Step(_words_for(step), None)
        return Step(_words_for(step), last.item, last.payload.get("run"))


def _words_for(step: Sequence[Event]) -> str:
    kind, count = step[0].kind, len({event.item for event in step})
    noun = "note" if is_note(step[0].item) else "card"
    things = f"1 {noun}" if count == 1 else f"{count} {noun}s"
    match kind:
        case EventKind.SUSPENDED:
            return f"suspending {things}" if step[0].payload["value"] else f"bringing back {things}"
        case EventKind.BURIED:
            return f"putting off {things}" if step[0].payload["value"] else f"bringing back {things}"
        case EventKind.FLAGGED:
            return f"the flag on {things}"
        case EventKind.NOTE_DELETED:
            return f"deleting {things}" if step[0].payload["value"] else f"restoring {things}"
        case _:
            return _WORDS[EventKind(kind)].format(cards=things)

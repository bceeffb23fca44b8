"""What can be done with any number of cards at once; each is one step to undo, and leaves alone what is so already."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from trainer.learning.note import note_of
from trainer.store.events import EventKind
from trainer.store.item_mark import ItemMark
from trainer.store.item_state import ItemState
from trainer.store.notes import SECTION, TAGS, StoredNote
from trainer.store.opening import Store

_FEW = 500
"""So many are looked up one by one sooner than all are read."""


def suspend_cards(store: Store, uids: Sequence[str], *, suspended: bool) -> int:
    """Leaves cards out until they are brought back, or brings them back. Returns how many that changes."""
    marks = _marks(store, uids)
    return _mark(store, EventKind.SUSPENDED, [uid for uid in uids if marks[uid].suspended != suspended], suspended)


def put_off_cards(store: Store, uids: Sequence[str], *, away: bool) -> int:
    """Leaves cards out for today, or takes that back. Returns how many that changes."""
    marks, today = _marks(store, uids), store.today()
    return _mark(store, EventKind.BURIED, [uid for uid in uids if marks[uid].is_buried(today) != away], away)


def flag_cards(store: Store, uids: Sequence[str], flag: int) -> int:
    """Flags cards, or takes their flags away with 0. Returns how many that changes."""
    marks = _marks(store, uids)
    return _mark(store, EventKind.FLAGGED, [uid for uid in uids if marks[uid].flag != flag], flag)


def start_anew(store: Store, uids: Sequence[str]) -> int:
    """Makes cards new again. Returns how many were not."""
    answered = _states(store, uids)
    store.reset_cards(uid for uid in uids if uid in answered)
    return len(answered)


def set_due(store: Store, uids: Sequence[str], day: date) -> int:
    """Has answered cards come back on a day. Returns how many there are; what was never answered stays new."""
    answered = _states(store, uids)
    moved = [uid for uid in uids if uid in answered and answered[uid].due != day]
    store.reschedule_cards(dict.fromkeys(moved, day))
    return len(answered)


def delete_cards(store: Store, uids: Sequence[str], *, delete: bool) -> int:
    """Deletes the notes of cards, or restores them. Returns how many notes."""
    notes = _notes_of(uids)
    store.delete_notes(notes, delete=delete)
    return len(notes)


def move_to_section(store: Store, uids: Sequence[str], section: str) -> int:
    """Moves the notes of cards to a section; an empty one is none. Returns how many notes that changes."""
    changes = {
        stored.note.uid: {SECTION: None if section == stored.base.section else section}
        for stored in _stored(store, uids)
        if stored.note.section != section
    }
    store.edit_notes(changes)
    return len(changes)


def change_tags(store: Store, uids: Sequence[str], *, add: Collection[str] = (), remove: Collection[str] = ()) -> int:
    """Adds tags to the notes of cards and takes others away. Returns how many notes that changes."""
    changes: dict[str, Mapping[str, list[str] | None]] = {}
    for stored in _stored(store, uids):
        kept = [tag for tag in stored.note.tags if tag not in remove]
        tags = tuple(dict.fromkeys([*kept, *add]))
        if tags != stored.note.tags:
            changes[stored.note.uid] = {TAGS: None if tags == stored.base.tags else list(tags)}
    store.edit_notes(changes)
    return len(changes)


def _mark(store: Store, kind: EventKind, uids: Sequence[str], value: bool | int) -> int:  # noqa: FBT001  # it is data
    store.mark_cards(kind, uids, value)
    return len(uids)


def _marks(store: Store, uids: Sequence[str]) -> Mapping[str, ItemMark]:
    known = store.marks(uids if len(uids) <= _FEW else None)
    return {uid: known.get(uid) or ItemMark(uid) for uid in uids}


def _states(store: Store, uids: Sequence[str]) -> Mapping[str, ItemState]:
    if len(uids) > _FEW:
        known = store.item_states()
        return {uid: known[uid] for uid in uids if uid in known}
    found = {uid: store.item_state(uid) for uid in uids}
    return {uid: state for uid, state in found.items() if state}


def _notes_of(uids: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(note_of(uid) for uid in uids))


def _stored(store: Store, uids: Sequence[str]) -> Iterator[StoredNote]:
    notes = _notes_of(uids)
    for start in range(0, len(notes), _FEW):
        yield from store.notes(notes[start : start + _FEW]).values()

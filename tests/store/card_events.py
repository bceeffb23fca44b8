"""Notes and reviews, shortly."""

from datetime import date

from trainer.learning.note import Note, NoteKind, value_hash
from trainer.store.events import EventKind, NewEvent
from trainer.store.packs import BUILT_IN, Pack


def note(uid, *, section="vpc-intro", **fields):
    kind = NoteKind.CLOZE if "text" in fields else NoteKind.BASIC
    fields = fields or {"front": f"What is {uid}?", "back": f"It is {uid}."}
    return Note(uid, kind, section, fields, facts=("vpc-intro.1",))


def pack(*notes, renames=None, kept=(), name=BUILT_IN):
    digest = value_hash([[one.uid, one.section, dict(one.fields)] for one in notes] + [renames, list(kept)])
    return Pack(name, digest, notes, renames or {}, kept)


def review(item="igw#front", grade="good", due=date(2026, 3, 4), seconds=4.2, said=None, **more):
    """A review; `said` holds what version 2 added: `confused` and `sure`."""
    payload = {"v": 1, "grade": grade, "how": "buttons", "due": due.isoformat(), "seconds": seconds}
    payload |= {"v": 2, **said} if said else {}
    return NewEvent(EventKind.REVIEW, item, payload, **more)


def take_back(uid):
    return NewEvent(EventKind.UNDO, None, {"v": 1, "undoes": uid})

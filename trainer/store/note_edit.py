"""What the learner wrote over the fields of notes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from trainer.store.cache import Cache, Row
from trainer.store.events import Event, canonical_json
from trainer.store.tables import note_edit


@dataclass(frozen=True, slots=True)
class Override:
    """A learner's own version of a field; `base` is the hash of what the pack had there at that time."""

    value: Any
    base: str


@dataclass(frozen=True, slots=True)
class NoteEdit:
    """A learner's overrides of a note, by field."""

    note: str
    overrides: Mapping[str, Override] = field(hash=False)


def next_note_edit(note: str, before: NoteEdit | None, event: Event) -> NoteEdit | None:
    """The overrides after an edit; one without a value gives the field back to the pack. None when none is left."""
    overrides = dict(before.overrides) if before else {}
    name = event.payload["field"]
    if event.payload["value"] is None:
        overrides.pop(name, None)
    else:
        overrides[name] = Override(event.payload["value"], event.payload["base"])
    return NoteEdit(note, overrides) if overrides else None


def _read(row: Row) -> NoteEdit:
    rows = json.loads(row["overrides"])
    return NoteEdit(row["note"], {name: Override(value["value"], value["base"]) for name, value in rows.items()})


def _write(edit: NoteEdit) -> dict[str, Any]:
    rows = {name: {"value": override.value, "base": override.base} for name, override in edit.overrides.items()}
    return {"note": edit.note, "overrides": canonical_json(rows)}


NOTE_EDITS = Cache(note_edit, "note", _read, _write)

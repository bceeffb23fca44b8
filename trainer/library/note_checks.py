"""What must hold in a note beyond its form, as far as a form with faults lets it be read."""

from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from typing import Any

from pydantic import TypeAdapter, ValidationError

from trainer.library.deck_schema import NoteDoc
from trainer.library.form import leave_out
from trainer.library.known import Known, nearest
from trainer.library.markup_checks import check_markup
from trainer.library.note_texts import check_texts
from trainer.library.occluded_checks import check_occluded
from trainer.library.schema import Problem
from trainer.library.yaml_file import FieldPath

_NOTE: TypeAdapter[NoteDoc] = TypeAdapter(NoteDoc)

_STAND_INS: Mapping[str, Mapping[str, Any]] = {
    "basic": {"front": "x", "back": "x"},
    "cloze": {"text": "{{1::x}}"},
    "choice": {"question": "x", "options": [{"text": text, "because": "x", "right": text == "x"} for text in "xy"]},
    "typed": {"front": "?", "answer": "x", "accept": [], "outdated": []},
    "ordering": {"question": "x", "steps": ["x", "y", "z"]},
    "matching": {"question": "x", "pairs": [{"left": text, "right": text} for text in "xy"], "others": []},
    "multi": {"question": "x", "options": [{"text": text, "because": "x", "right": text != "x"} for text in "xyz"]},
    "occluded": {"question": "x", "drill": "x", "hidden": ["x"]},
}
"""By kind, the texts of a note; they stand in for faulty and missing ones while the others are checked."""

_STAND_INS_OF_ALL = {"id": "x", "facts": ["x.1"], "source": "x", "difficulty": 1}


def check_note(row: Mapping[str, Any], faulty: Collection[FieldPath], known: Known) -> Iterator[Problem]:
    """Every name in a note that leads nowhere, and every text that no card could show.

    Args:
        row: the note as it stands in its file.
        faulty: its fields whose form is wrong; paths are within the note, here and in what is returned.
        known: what it may name.
    """
    yield from _check_names(row, known)
    yield from check_occluded(row, known)
    yield from check_markup(row, known)
    yield from _check_readable(row, faulty)


def _check_names(row: Mapping[str, Any], known: Known) -> Iterator[Problem]:
    seen: list[str] = []
    for field in ("facts", "explains"):
        facts: list[Any] = row[field] if isinstance(row.get(field), list) else []
        for number, fact in enumerate(facts):
            if not isinstance(fact, str):
                continue  # told as a fault of the form
            if fact not in known.curriculum.facts:
                near = nearest(fact, known.curriculum.facts)
                yield (field, number), f"there is no fact {fact!r} in the curriculum{near}"
            elif fact in seen:
                yield (field, number), f"the fact {fact!r} is in the list already"
            seen.append(fact)
    compares = row.get("compares")
    if isinstance(compares, str) and compares not in known.curriculum.comparisons:
        near = nearest(compares, known.curriculum.comparisons)
        yield ("compares",), f"there is no comparison {compares!r} in the curriculum{near}"
    drill = row.get("drill")
    if isinstance(drill, str) and (missing := known.missing_drill(drill)):
        yield ("drill",), missing


def _check_readable(row: Mapping[str, Any], faulty: Collection[FieldPath]) -> Iterator[Problem]:
    """Checks the texts of a note whose form may have faults, with stand-ins for the faulty fields."""
    kind = row.get("kind")
    if not isinstance(kind, str) or kind not in _STAND_INS:
        return
    kept = deepcopy(dict(row))
    for field in faulty:
        leave_out(kept, field)
    options = kept.get("options")
    if isinstance(options, list):
        kept["options"] = [_filled(number, option) for number, option in enumerate(options)]
    outdated = kept.get("outdated")
    if isinstance(outdated, list):
        rows = enumerate(outdated)
        kept["outdated"] = [{"value": f"x{n}", "note": "x", **row} if isinstance(row, dict) else row for n, row in rows]
    shown = {name: kept[name] for name in (*_STAND_INS[kind], "why") if name in kept}
    try:
        note = _NOTE.validate_python({"kind": kind, **_STAND_INS_OF_ALL, **_STAND_INS[kind], **shown})
    except ValidationError:
        return
    unsure = {field[:1] for field in faulty if field[-1:] == ("right",)}
    yield from (problem for problem in check_texts(note) if problem[0] not in unsure)


def _filled(number: int, option: Any) -> Any:
    return {"text": f"x{number}", "because": "x", **option} if isinstance(option, dict) else option

"""Checks deck files: every fault of every file, with file, line, field and what was expected."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from trainer.cloud.drill import Drill
from trainer.library.curriculum import Curriculum
from trainer.library.deck_schema import DeckDoc
from trainer.library.fault import ContentError, Fault
from trainer.library.form import form_faults, line_of
from trainer.library.known import Known, nearest
from trainer.library.note_checks import check_note
from trainer.library.schema import Problem
from trainer.library.yaml_file import FieldPath, YamlFile, read_yaml

_NONE: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Decks:
    """The decks of a folder.

    Attributes:
        documents: those without faults, as plain JSON values, in the order of their files' names.
        faults: of all others.
        faulty_sections: the sections whose notes are therefore not known.
    """

    documents: Sequence[Mapping[str, Any]]
    faults: Sequence[Fault]
    faulty_sections: frozenset[str]


def check_decks(
    folder: Path,
    curriculum: Curriculum,
    drills: Collection[str],
    built: Mapping[str, Drill] = _NONE,
    gone: Mapping[str, str] = _NONE,
) -> Decks:
    """Reads and checks all deck files of a folder.

    Args:
        folder: where they lie; one that is not there holds none.
        curriculum: the sections and facts that decks may name.
        drills: ids of the drills that notes may name.
        built: those of them without faults, by id.
        gone: what became of drills that there were, by their id: the new one, or nothing.
    """
    known = Known(curriculum, drills, folder, built, gone)
    documents: list[Mapping[str, Any]] = []
    faults: list[Fault] = []
    faulty: set[str] = set()
    owners: dict[str, Path] = {}
    for path in sorted(folder.glob("*.yaml")):
        sections = {path.stem}
        try:
            file = read_yaml(path)
            sections |= _section_of(file.content)
            for uid in _note_ids(file.content):
                owners.setdefault(uid, path)
            documents.append(_check_deck(file, known, owners))
        except ContentError as error:
            faults += error.faults
            faulty |= sections
    return Decks(documents, faults, frozenset(faulty))


def _section_of(content: Any) -> set[str]:
    """The section that a file of any form names, where it does."""
    section = content.get("section") if isinstance(content, dict) else None
    return {section} if isinstance(section, str) else set()


def _note_ids(content: Any) -> Iterator[str]:
    """The ids in a file of any form."""
    notes = content.get("notes") if isinstance(content, dict) else None
    for note in notes if isinstance(notes, list) else ():
        if isinstance(note, dict) and isinstance(note.get("id"), str):
            yield note["id"]


def _check_deck(file: YamlFile, known: Known, owners: Mapping[str, Path]) -> dict[str, Any]:
    """The document of a deck.

    Raises:
        ContentError: with all faults of the file.
    """
    if not isinstance(file.content, dict):
        raise ContentError([file.fault((), "expected the fields of a deck (`section:`, `notes:`)")])
    errors: list[tuple[FieldPath, ErrorDetails]] = []
    document: dict[str, Any] = {}
    try:
        document = DeckDoc.model_validate(file.content).model_dump(mode="json", exclude_none=True)
    except ValidationError as error:
        errors = [(_field(fault), fault) for fault in error.errors(include_url=False)]
    faulty = {field for field, _ in errors}
    problems = [*_check_section(file, known.curriculum), *_check_notes(file.content, faulty, known)]
    problems += _check_ids(file, owners)
    faults = [*form_faults(file, errors), *(file.fault(*found) for found in problems if found[0] not in faulty)]
    if faults:
        raise ContentError(sorted(faults, key=line_of))
    return document


def _field(fault: ErrorDetails) -> FieldPath:
    """Where a fault of the form is, without the kind of its note, which pydantic adds to the path."""
    at = fault["loc"]
    if fault["type"].startswith("union_tag"):
        return (*at, "kind")
    return (*at[:2], *at[3:]) if at[:1] == ("notes",) else at


def _check_section(file: YamlFile, curriculum: Curriculum) -> Iterator[Problem]:
    for section in _section_of(file.content):
        if section not in curriculum.sections:
            yield ("section",), f"there is no section {section!r}{nearest(section, curriculum.sections)}"
        elif section != file.path.stem:
            yield ("section",), f"the section is the file's name without .yaml: expected {file.path.stem!r}"


def _check_ids(file: YamlFile, owners: Mapping[str, Path]) -> Iterator[Problem]:
    seen: set[str] = set()
    notes = file.content.get("notes")
    for number, note in enumerate(notes if isinstance(notes, list) else ()):
        for uid in _note_ids({"notes": [note]}):
            if owners[uid] != file.path:
                yield ("notes", number, "id"), f"{owners[uid].name} has a note {uid!r} already"
            elif uid in seen:
                yield ("notes", number, "id"), f"the note id {uid!r} comes twice"
            seen.add(uid)


def _check_notes(content: Mapping[str, Any], faulty: Collection[FieldPath], known: Known) -> Iterator[Problem]:
    notes = content.get("notes")
    for number, row in enumerate(notes if isinstance(notes, list) else ()):
        if isinstance(row, dict):
            its_faulty = [field[2:] for field in faulty if field[:2] == ("notes", number)]
            problems = check_note(row, its_faulty, known)
            yield from ((("notes", number, *field), message) for field, message in problems)

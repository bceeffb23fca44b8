"""Checks drill files: every fault of every file, with file, line, field and what was expected."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from trainer.library.curriculum import Curriculum
from trainer.library.fault import ContentError, Fault
from trainer.library.form import form_faults, leave_out, line_of
from trainer.library.references import find_dangling
from trainer.library.schema import DrillDoc
from trainer.library.yaml_file import FieldPath, YamlFile, read_yaml

_AS_TEXT = "constrained-str"
"""Pydantic's name for the reading of a field as an id, where it may be a list or fields too."""

_READINGS = frozenset({_AS_TEXT, "list[constrained-str]", "RuleUseDoc", "[key]"})
"""Parts of a fault's location that name a reading of a field rather than the field."""

_STAND_INS = {"id": "x", "title": "x", "brief": "x", "sections": ["x"], "difficulty": 1, "minutes": 1}
"""Fields that a drill must have and that no other field depends on."""


def check_drill_file(path: Path, curriculum: Curriculum) -> dict[str, Any]:
    """Reads a drill file and checks its form and every name in it.

    Returns:
        The document as plain JSON values.

    Raises:
        ContentError: with all faults of the file.
    """
    file = read_yaml(path)
    if not isinstance(file.content, dict):
        raise ContentError([file.fault((), "expected the fields of a drill (`id:`, `title:`, ...)")])
    try:
        doc = DrillDoc.model_validate(file.content)
    except ValidationError as error:
        faults = [*form_faults(file, _told(error)), *_faults_beside(file, error, curriculum)]
        raise ContentError(sorted(faults, key=line_of)) from error
    faults = [file.fault(field, message) for field, message in find_dangling(doc, curriculum)]
    if doc.id != path.stem:
        faults.append(file.fault(("id",), f"the id is the file's name without .yaml: expected {path.stem!r}"))
    if faults:
        raise ContentError(sorted(faults, key=line_of))
    return doc.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_unset=False)


def _told(error: ValidationError) -> Iterator[tuple[FieldPath, ErrorDetails]]:
    """What was found in which field; where a field may be a text or more, only what the reading as given says."""
    for fault in error.errors(include_url=False):
        if _AS_TEXT not in fault["loc"] or not isinstance(fault["input"], dict | list):
            yield _field(fault), fault


def _field(fault: ErrorDetails) -> FieldPath:
    """Where a fault of the form is, without the names that pydantic gives to its readings of a union."""
    return tuple(part for part in fault["loc"] if part not in _READINGS)


def _faults_beside(file: YamlFile, error: ValidationError, curriculum: Curriculum) -> Iterator[Fault]:
    """The dangling names of a file whose form has faults too, so that all can be mended at once.

    The faulty fields are left out, or stood in for. Nothing is told of entries that miss a field now, nor of the
    solution, which depends on all of them; nor when the rest cannot be read without those fields.
    """
    content = deepcopy(file.content)
    faulty = {_field(fault) for fault in error.errors(include_url=False)}
    for field in faulty:
        leave_out(content, field)
    try:
        doc = DrillDoc.model_validate({**_STAND_INS, **content})
    except ValidationError:
        return
    entries = {field[:2] for field in faulty}
    for field, message in find_dangling(doc, curriculum):
        if not entries & {field[:1], field[:2]} and field[0] != "solution":
            yield file.fault(field, message)

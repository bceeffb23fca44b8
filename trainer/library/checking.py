"""Checks content files: every fault of every file, with file, line, field and what was expected."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from trainer.library.curriculum import Curriculum, build_curriculum
from trainer.library.fault import ContentError, Fault
from trainer.library.references import find_dangling
from trainer.library.schema import DrillDoc
from trainer.library.yaml_file import FieldPath, YamlFile, read_yaml


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
        raise ContentError(list(_form_faults(file, error))) from error
    faults = [file.fault(field, message) for field, message in find_dangling(doc, curriculum)]
    if doc.id != path.stem:
        faults.append(file.fault(("id",), f"the id is the file's name without .yaml: expected {path.stem!r}"))
    if faults:
        raise ContentError(faults)
    return doc.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_unset=False)


def _form_faults(file: YamlFile, error: ValidationError) -> Iterator[Fault]:
    """The faults of the form; of several readings of one field, only what the last one says."""
    told: set[FieldPath] = set()
    for fault in error.errors(include_url=False):
        field = tuple(part for part in fault["loc"] if not _is_reading(part))
        if field in told:
            continue
        told.add(field)
        message = fault["msg"].removeprefix("Value error, ")
        if fault["type"] == "extra_forbidden":
            message = "there is no such field"
        elif fault["type"] == "missing":
            message = "this field is missing"
        elif not isinstance(fault["input"], dict | list):
            message = f"{message} (found {fault['input']!r})"
        yield file.fault(field, message)


def _is_reading(part: str | int) -> bool:
    """Whether a part of a location names one of pydantic's readings of a union rather than a field."""
    return isinstance(part, str) and (part[:1].isupper() or "[" in part)


def check_curriculum_file(path: Path) -> dict[str, Any]:
    """Reads the curriculum.

    Raises:
        ContentError: when a section or fact lacks a field, or an id comes twice.
    """
    file = read_yaml(path)
    faults: list[Fault] = []
    content = file.content if isinstance(file.content, dict) else {}
    for group, fields in {"sections": ("id", "title", "course"), "facts": ("id", "text")}.items():
        seen: set[str] = set()
        for number, row in enumerate(content.get(group) or ()):
            at: FieldPath = (group, number)
            missing = [field for field in fields if not isinstance(row, dict) or not row.get(field)]
            if missing:
                faults.append(file.fault(at, f"missing: {', '.join(missing)}"))
                continue
            if row["id"] in seen:
                faults.append(file.fault((*at, "id"), f"the id {row['id']!r} comes twice"))
            seen.add(row["id"])
        if not seen:
            faults.append(file.fault((group,), f"the curriculum has no {group}"))
    if faults:
        raise ContentError(faults)
    return {group: content[group] for group in ("sections", "facts")}


def check_curriculum(path: Path) -> Curriculum:
    """The curriculum of a file, checked."""
    return build_curriculum(check_curriculum_file(path))

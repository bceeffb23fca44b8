"""Tells where a content file departs from its form, in terms of the file rather than of the models."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic_core import ErrorDetails

from trainer.library.fault import Fault
from trainer.library.yaml_file import FieldPath, YamlFile

_PLAIN = {
    "extra_forbidden": "there is no such field",
    "missing": "this field is missing",
    "union_tag_not_found": "this field is missing",
    "model_type": "expected fields (`name: value`)",
    "model_attributes_type": "expected fields (`name: value`)",
}
"""What is told instead of pydantic's message, by the type of the fault."""


def form_faults(file: YamlFile, found: Iterable[tuple[FieldPath, ErrorDetails]]) -> Iterator[Fault]:
    """The faults of a file's form, one for each field.

    Args:
        file: what was checked.
        found: what pydantic found, with the field of the file that it is about.
    """
    told: set[FieldPath] = set()
    for field, error in found:
        if field not in told:
            told.add(field)
            yield file.fault(field, _message(error))


def _message(error: ErrorDetails) -> str:
    if error["type"] in _PLAIN:
        return _PLAIN[error["type"]]
    if error["type"] == "string_type" and isinstance(error["input"], dict):
        return "expected a text; one with a colon and a space in it needs quotes"
    if error["type"] == "union_tag_invalid":
        context = error.get("ctx", {})
        return f"expected one of {context['expected_tags']} (found {context['tag']!r})"
    message = error["msg"].removeprefix("Value error, ")
    return message if isinstance(error["input"], dict | list) else f"{message} (found {error['input']!r})"


def leave_out(content: Any, field: FieldPath) -> None:
    """Removes a field from its mapping; entries of lists stay, since the others would change their numbers."""
    for part in field[:-1]:
        if isinstance(content, dict):
            content = content.get(part)
        elif isinstance(content, list) and isinstance(part, int):
            content = content[part]
    if isinstance(content, dict):
        content.pop(field[-1], None)


def line_of(fault: Fault) -> int:
    """The key to sort the faults of a file by."""
    return fault.line

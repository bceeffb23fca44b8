"""YAML files with the line of every field."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from trainer.library.fault import ContentError, Fault

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 100

FieldPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A parsed file.

    Attributes:
        content: plain lists, mappings and scalars.
        lines: the line, counted from 1, of every field by its path.
    """

    path: Path
    content: Any
    lines: Mapping[FieldPath, int]

    def fault(self, field: FieldPath, message: str) -> Fault:
        """A fault at a field, or at the nearest field around it that is in the file."""
        known = field
        while known and known not in self.lines:
            known = known[:-1]
        return Fault(self.path, self.lines.get(known, 1), ".".join(str(part) for part in field), message)


def read_yaml(path: Path) -> YamlFile:
    """Reads one file.

    Raises:
        ContentError: when it cannot be read, is not YAML, nests too deeply or gives a key twice.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError([Fault(path, 1, "", f"the file cannot be read: {error}")]) from error
    loader = _LOADER(text)
    try:
        node = loader.get_single_node()
        if node is None:
            raise ContentError([Fault(path, 1, "", "the file is empty")])
        lines: dict[FieldPath, int] = {}
        twice = list(_walk(node, (), lines, path))
        if twice:
            raise ContentError(twice)
        return YamlFile(path, loader.construct_document(node), lines)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        raise ContentError([Fault(path, mark.line + 1 if mark else 1, "", f"this is not YAML: {problem}")]) from error
    except RecursionError as error:
        raise ContentError([Fault(path, 1, "", "the file nests too deeply to be read")]) from error
    finally:
        loader.dispose()


def _walk(node: yaml.Node, at: FieldPath, lines: dict[FieldPath, int], path: Path) -> list[Fault]:
    """Notes the line of every field below a node; returns the keys that come twice."""
    lines[at] = node.start_mark.line + 1
    if len(at) > _DEEPEST:
        raise RecursionError
    faults: list[Fault] = []
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            field = (*at, str(key.value))
            if field in lines:
                name = ".".join(map(str, field))
                faults.append(Fault(path, key.start_mark.line + 1, name, "this key comes twice"))
            faults += _walk(value, field, lines, path)
            lines[field] = key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            faults += _walk(value, (*at, index), lines, path)
    return faults

"""YAML files with the line of every field."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from trainer.library.fault import ContentError, Fault

_SAFE_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_DEEPEST = 100
_TOO_DEEP = f"the file nests too deeply to be read (more than {_DEEPEST} levels)"
"""The C parser follows any depth, to the end of its stack: the process would die of some 100,000 brackets."""

_UNREADABLE = (ValueError, LookupError, AttributeError, TypeError, OverflowError)
"""What PyYAML's constructors let through for a scalar that its tag cannot hold (`2020-99-99`, `!!bool maybe`)."""

FieldPath = tuple[str | int, ...]


class _Loader(_SAFE_LOADER):
    """Tells the line of a value that cannot be read, whatever the constructor of its type raises."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:  # noqa: FBT001, FBT002  # PyYAML's
        try:
            return super().construct_object(node, deep)
        except _UNREADABLE as error:
            problem = f"this value cannot be read ({error})"
            raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark) from error


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
        ContentError: when it cannot be read, is not YAML, nests too deeply, repeats values by alias or gives a
            key twice.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError([Fault(path, 1, "", f"the file cannot be read: {error}")]) from error
    try:
        _check_nesting(path, text)
        return _compose(path, text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        parts = [getattr(error, "context", None), getattr(error, "problem", None)]
        problem = ", ".join(part for part in parts if part) or " ".join(str(error).split())
        # some builds of libyaml have a limit of their own, below which ours would be met first
        message = _TOO_DEEP if "nesting depth" in problem else f"this is not YAML: {problem}"
        raise ContentError([Fault(path, mark.line + 1 if mark else 1, "", message)]) from error


def _check_nesting(path: Path, text: str) -> None:
    """Looks at the parser's events alone, which take no stack, before anything follows the nesting.

    An alias may stand for its own surroundings, or ten for ten each: what would be endless is refused as a whole.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            message = f"write the value out: an alias (`*{event.anchor}`) is not read"
            raise ContentError([Fault(path, event.start_mark.line + 1, "", message)])
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise ContentError([Fault(path, event.start_mark.line + 1, "", _TOO_DEEP)])


def _compose(path: Path, text: str) -> YamlFile:
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            raise ContentError([Fault(path, 1, "", "the file is empty")])
        lines: dict[FieldPath, int] = {}
        twice = _walk(node, (), lines, path)
        if twice:
            raise ContentError(twice)
        return YamlFile(path, loader.construct_document(node), lines)
    finally:
        loader.dispose()


def _walk(node: yaml.Node, at: FieldPath, lines: dict[FieldPath, int], path: Path) -> list[Fault]:
    """Notes the line of every field below a node; returns the keys that come twice."""
    lines[at] = node.start_mark.line + 1
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

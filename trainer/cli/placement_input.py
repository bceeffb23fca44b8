"""Placements as JSON: read with care, since anything may be in them."""

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from trainer.cloud.drill import Drill, Line, Placement
from trainer.cloud.lines import draws_lines, with_lines
from trainer.errors import UserError

STDIN = "-"
LINES = "lines"


class PlacementError(UserError):
    """A placement cannot be used; the text says where and why."""


def read_text(source: str) -> str:
    """The text of a file, or of standard input for `-`.

    Raises:
        PlacementError: when it cannot be read, or is not UTF-8 text.
    """
    try:
        if source == STDIN:
            return sys.stdin.buffer.read().decode("utf-8")
        with open(source, encoding="utf-8") as file:  # noqa: PTH123  # the name is shown as it was given
            return file.read()
    except OSError as error:
        raise PlacementError(f"{source}: the placement cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise PlacementError(f"{_name(source)}: the placement is not UTF-8 text (byte {error.start})") from error


def parse_placement(text: str, drill: Drill, source: str) -> Placement:
    """The placement in a JSON text: `{"igw": "vpc", "alb": ["public-a", "public-b"]}`.

    A piece that is left out, or has null or an empty list, is not placed. Where lines are drawn, they stand beside the
    pieces: `{"lines": [["api", "queue"]]}`.

    Args:
        text: the JSON.
        drill: what its names must belong to.
        source: where the text came from, for messages.

    Raises:
        PlacementError: when it is not JSON, not an object, or names what the drill does not have.
    """
    where = _name(source)
    try:
        document = json.loads(text, object_pairs_hook=_no_doubles)
    except json.JSONDecodeError as error:
        at = f"line {error.lineno}, column {error.colno}"
        raise PlacementError(f"{where}: this is not JSON: {error.msg} ({at})") from error
    except RecursionError as error:
        raise PlacementError(f"{where}: the JSON nests too deeply to be a placement") from error
    except ValueError as error:
        raise PlacementError(f"{where}: {error}") from error
    if not isinstance(document, dict):
        raise PlacementError(f'{where}: expected an object such as {{"igw": "vpc"}}, found {_kind(document)}')
    placement: dict[str, tuple[str, ...]] = {}
    lines = document.pop(LINES, None) if draws_lines(drill) else None
    for piece, places in document.items():
        found = _read_places(piece, places, drill, where)
        if found:
            placement[piece] = found
    return with_lines(placement, _read_lines(lines, drill, where))


def _read_lines(lines: object, drill: Drill, where: str) -> Iterator[Line]:
    """The drawn lines: pairs of ids, or objects with `from` and `to`."""
    if lines is not None and not isinstance(lines, list):
        raise PlacementError(f'{where}: expected lines such as [["api", "queue"]], found {_kind(lines)}')
    ends = (*drill.pieces, *(fixture.id for fixture in drill.fixtures))
    for number, line in enumerate(lines or ()):
        pair = [line.get("from"), line.get("to")] if isinstance(line, dict) else line
        if not isinstance(pair, list) or len(pair) != 2 or not all(isinstance(end, str) for end in pair):  # noqa: PLR2004
            raise PlacementError(f'{where}: line {number + 1} is no pair of ids such as ["api", "queue"]')
        for end in pair:
            if end not in ends:
                raise PlacementError(f"{where}: {drill.id} has no {end!r} (in a line); lines join: {_names(ends)}")
        if pair[0] == pair[1]:
            raise PlacementError(f"{where}: a line leads from {pair[0]!r} to itself")
        yield pair[0], pair[1]


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    document = dict(pairs)
    if len(document) != len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"{double!r} is given twice")
    return document


def _read_places(piece: str, places: object, drill: Drill, where: str) -> tuple[str, ...]:
    if piece not in drill.pieces:
        raise PlacementError(f"{where}: {drill.id} has no piece {piece!r}; its pieces: {_names(drill.pieces)}")
    if places is None:
        return ()
    listed = [places] if isinstance(places, str) else places
    if not isinstance(listed, list) or not all(isinstance(place, str) for place in listed):
        raise PlacementError(f"{where}: {piece!r} needs a container id, a list of them, or null; found {_kind(places)}")
    for place in listed:
        if place not in drill.topology:
            raise PlacementError(
                f"{where}: {drill.id} has no container {place!r} (for {piece!r}); "
                f"its containers: {_names(drill.topology)}"
            )
    if len(set(listed)) != len(listed):
        raise PlacementError(f"{where}: {piece!r} is put into one container twice")
    spans = drill.pieces[piece].spans
    if len(listed) > spans:
        allowed = "one container" if spans == 1 else f"{spans} containers"
        raise PlacementError(f"{where}: {piece!r} belongs in {allowed}, {len(listed)} are given")
    return tuple(listed)


def _name(source: str) -> str:
    return "standard input" if source == STDIN else source


def _names(ids: Iterable[str]) -> str:
    return ", ".join(ids)


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")

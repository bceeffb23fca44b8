"""Placements that change by moves; every function returns a new placement."""

from collections.abc import Iterable, Mapping
from typing import Any

from trainer.cloud.drill import Drill, Placement
from trainer.cloud.lines import draws_lines, is_line, source_of


def apply_move(placement: Placement, piece: str, source: str | None, target: str | None) -> Placement:
    """The placement after one tile went from a container to another.

    Args:
        placement: before.
        piece: whose tile moves.
        source: where the tile was; None for the palette.
        target: where it goes; None for the palette.
    """
    where = list(placement.get(piece, ()))
    if source is not None and target is not None:
        where[where.index(source)] = target
    elif source is not None:
        where.remove(source)
    elif target is not None:
        where.append(target)
    changed = {**placement, piece: tuple(where)}
    if not where:
        del changed[piece]
    return changed


def usable_placement(drill: Drill, stored: Mapping[str, Iterable[Any]]) -> Placement:
    """What of a stored placement still exists in the drill, which may have changed since."""
    kept = {
        piece: tuple(place for place in dict.fromkeys(places) if is_place(drill, piece, place))[: room(drill, piece)]
        for piece, places in stored.items()
        if is_movable(drill, piece)
    }
    return {piece: places for piece, places in kept.items() if places}


def is_movable(drill: Drill, piece: str) -> bool:
    """Whether an entry of a placement means anything in a drill: a piece, or the lines away from something."""
    return piece in drill.pieces or (draws_lines(drill) and is_line(piece) and source_of(piece) in _ends(drill))


def is_place(drill: Drill, piece: str, place: str) -> bool:
    """Whether something can be put there at all: a piece into a container, a line's end on another piece."""
    if is_line(piece):
        return place in _ends(drill) and place != source_of(piece)
    return place in drill.topology


def room(drill: Drill, piece: str) -> int:
    """How many places an entry of a placement can have: the tiles of a piece, or any number of lines."""
    return len(_ends(drill)) if is_line(piece) else drill.pieces[piece].spans


def _ends(drill: Drill) -> frozenset[str]:
    """What lines can begin and end at."""
    return frozenset((*drill.pieces, *(fixture.id for fixture in drill.fixtures)))

"""Placements that change by moves; every function returns a new placement."""

from collections.abc import Iterable, Mapping
from typing import Any

from trainer.cloud.drill import Drill, Placement


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
        piece: tuple(place for place in dict.fromkeys(places) if place in drill.topology)[: drill.pieces[piece].spans]
        for piece, places in stored.items()
        if piece in drill.pieces
    }
    return {piece: places for piece, places in kept.items() if places}

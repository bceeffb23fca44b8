"""Drills with names exchanged: what makes two pieces or two zones stand for each other."""

from collections import Counter
from collections.abc import Mapping
from typing import cast

from trainer.cloud.drill import Drill, Placement

Renaming = Mapping[str, str]
"""New ids by old ones; what is not in it keeps its id."""


def keeps_rules(drill: Drill, renaming: Renaming) -> bool:
    """Whether the rules of a drill say the same after pieces or containers exchanged their ids.

    Lists of ids in a rule's parameters count as sets, but for those named `order` (see `PieceIds`, `PieceOrder`).
    """
    before = Counter((use.rule, use.asked, _frozen(use.parameters, {})) for use in drill.rules)
    after = Counter((use.rule, use.asked, _frozen(use.parameters, renaming)) for use in drill.rules)
    return before == after


def rename_pieces(placement: Placement, renaming: Renaming) -> Placement:
    """The placement with every tile of a piece given to the piece that stands for it."""
    return {renaming.get(piece, piece): where for piece, where in placement.items()}


def rename_containers(placement: Placement, renaming: Renaming) -> Placement:
    """The placement with every tile moved to the container that stands for its own."""
    return {piece: tuple(renaming.get(place, place) for place in where) for piece, where in placement.items()}


def _frozen_parameter(name: str, value: object, renaming: Renaming) -> object:
    if name == "order":
        return tuple(renaming.get(piece, piece) for piece in cast("tuple[str, ...]", value))
    return _frozen(value, renaming)


def _frozen(value: object, renaming: Renaming) -> object:
    """A parameter's value after renaming, as something to compare and count."""
    if isinstance(value, str):
        return renaming.get(value, value)
    if isinstance(value, Mapping):
        pairs = cast("Mapping[str, object]", value).items()
        return frozenset((name, _frozen_parameter(name, inner, renaming)) for name, inner in pairs)
    if isinstance(value, tuple | list):
        return frozenset(Counter(_frozen(inner, renaming) for inner in cast("tuple[object, ...]", value)).items())
    return value

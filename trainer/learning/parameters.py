"""Sets of FSRS's parameters, and whose memory each is for."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Final

DEFAULT: Final = "default"
"""The id of FSRS's own parameters."""

WEIGHTS: Final = 21
"""How many numbers FSRS-6 has."""

LOWEST: Final = (*(0.001,) * 4, 1.0, *(0.001,) * 3, 0.0, 0.0, *(0.001,) * 4, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.1)
HIGHEST: Final = (
    *(100.0,) * 4,
    *(10.0, 4.0, 4.0, 0.75, 4.5, 0.8, 3.5, 5.0, 0.25, 0.9, 4.0, 1.0, 6.0, 2.0, 2.0, 0.8, 0.8),
)
"""Between which each of the numbers lies: FSRS's own bounds."""

_TRAINED = ("skill:", "chip:", "drill:")


class Scope(StrEnum):
    """Whose memory a set is for: cards and drills are learnt in different ways, so each has its own."""

    CARDS = "cards"
    DRILLS = "drills"


@dataclass(frozen=True, slots=True)
class ParameterSet:
    """Parameters under which memories are computed.

    Attributes:
        id: the same for the same numbers.
        weights: the 21 numbers; None for FSRS's own.
    """

    id: str = DEFAULT
    weights: tuple[float, ...] | None = None


DEFAULT_SET: Final = ParameterSet()


def make_set(weights: Sequence[float]) -> ParameterSet:
    """A set of these numbers.

    Raises:
        ValueError: when they are not 21, out of FSRS's bounds, or would make a better first grade a worse memory.
    """
    values = tuple(float(weight) for weight in weights)
    if len(values) != WEIGHTS:
        raise ValueError(f"FSRS-6 has {WEIGHTS} parameters, not {len(values)}")
    for number, (low, value, high) in enumerate(zip(LOWEST, values, HIGHEST, strict=True)):
        if not low <= value <= high:
            raise ValueError(f"parameter {number} is {value}, not between {low} and {high}")
    if list(values[:4]) != sorted(values[:4]):
        raise ValueError("a better first grade has to be a firmer memory")
    return ParameterSet(sha256(repr(values).encode()).hexdigest()[:16], values)


def scope_of(item: str) -> Scope:
    """Whose memory an item is part of, by its uid."""
    return Scope.DRILLS if item.startswith(_TRAINED) else Scope.CARDS

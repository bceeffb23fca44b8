"""Where lines leave and reach a tile."""

from dataclasses import dataclass

from trainer.layout.geometry import Point, Rect
from trainer.layout.routing.field import Field

STUB = 12.0
"""A line goes straight at least this far at both ends: room for the arrow head."""

_STEP = 14.0
_INSET = 14.0
_INSET_AT_BADGE = 20.0
_OFF_MIDDLE_COST = 1.2
"""Per unit: more than what leaving nearer to the goal saves, so that lines meet the middle of a side."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a tile.

    Attributes:
        axis: of the lines that end here.
        sign: 1 when they leave towards larger coordinates.
        border: where the side is, along the axis.
        low, high: between which positions across the axis lines may end.
        middle: the best of these.
    """

    axis: int
    sign: int
    border: float
    low: float
    high: float
    middle: float

    @property
    def end_of_stub(self) -> float:
        """Where the first corner may be, at the earliest."""
        return self.border + self.sign * STUB


@dataclass(frozen=True, slots=True)
class Port:
    """A position on a side, with how far a line can run from it.

    Attributes:
        at: across the axis.
        low, high: the free stretch beyond the stub, along the axis.
        penalty: for lying off the middle.
    """

    side: Side
    at: float
    low: float
    high: float
    penalty: float

    @property
    def border(self) -> Point:
        """The point on the tile's edge."""
        return Point(self.at, self.side.border) if self.side.axis == 0 else Point(self.side.border, self.at)

    @property
    def stub(self) -> Point:
        """The point where the first corner may be."""
        end = self.side.end_of_stub
        return Point(self.at, end) if self.side.axis == 0 else Point(end, self.at)


def sides(tile: Rect) -> tuple[Side, ...]:
    """Bottom, top, right and left; next to the badge lines keep away from the corner."""
    x, y = tile.center
    left, right = tile.x + _INSET, tile.right - _INSET
    top, bottom = tile.y + _INSET, tile.bottom - _INSET
    return (
        Side(0, 1, tile.bottom, left, right, x),
        Side(0, -1, tile.y, left, tile.right - _INSET_AT_BADGE, x),
        Side(1, 1, tile.right, tile.y + _INSET_AT_BADGE, bottom, y),
        Side(1, -1, tile.x, top, bottom, y),
    )


def port_at(field: Field, side: Side, at: float) -> Port | None:
    """A port at a position; None where the stub is not free."""
    reach = field.free(side.axis, at, side.end_of_stub)
    if reach is None:
        return None
    low, high = reach
    if side.sign > 0:
        if low > side.border + STUB / 2:  # something lies between the tile and the end of the stub
            return None
        low = side.end_of_stub
    else:
        if high < side.border - STUB / 2:
            return None
        high = side.end_of_stub
    return Port(side, at, low, high, abs(at - side.middle) * _OFF_MIDDLE_COST)


def ports(field: Field, side: Side) -> list[Port]:
    """The ports of a side, from the middle outwards."""
    found = (port_at(field, side, at) for at in port_positions(side))
    return [port for port in found if port is not None]


def port_positions(side: Side) -> list[float]:
    """Positions on a side, from the middle outwards."""
    steps = (0.0, _STEP, -_STEP, 2 * _STEP, -2 * _STEP)
    return [side.middle + step for step in steps if side.low <= side.middle + step <= side.high]

"""Lines of three or four bends, put together from both ends: for tiles that do not see each other.

A leg is a stretch that crosses the line out of a port. Three bends: a leg of the source meets a leg of the target;
four bends: a third stretch joins two legs that run side by side.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trainer.layout.geometry import Point
from trainer.layout.routing.field import Field
from trainer.layout.routing.ports import Port
from trainer.layout.routing.shapes import BEND_COST, Shape
from trainer.layout.routing.tracks import Tracks

_MOST_JOINED = 400
"""Pairs of legs that are tried to be joined."""
_MOST_JOINTS = 3


@dataclass(frozen=True, slots=True)
class _Leg:
    """A free stretch that begins on the line out of a port.

    Attributes:
        axis: of the stretch.
        at: where it stands.
        low, high: how far it is free.
        start: where on it the port's line is.
        cost: of the way from the tile to here.
    """

    axis: int
    at: float
    low: float
    high: float
    start: float
    cost: float
    port: Port

    def point(self, along: float) -> Point:
        """A point on it."""
        return Point(self.at, along) if self.axis == 0 else Point(along, self.at)


class Detours:
    """All legs of two tiles.

    Args:
        field: obstacles and lines.
        tracks: where lines like to run.
        sources: ports to begin at.
        targets: ports to end at.
        few: take only the middle of each gap, which is fast; lines may then come closer than need be.
    """

    def __init__(
        self,
        field: Field,
        tracks: tuple[Tracks, Tracks],
        sources: Sequence[Port],
        targets: Sequence[Port],
        *,
        few: bool,
    ) -> None:
        self._field = field
        self._within = tuple(track.main_within if few else track.within for track in tracks)
        self._sources = [leg for port in sources for leg in self._legs(port)]
        self._targets = [leg for port in targets for leg in self._legs(port)]

    def _legs(self, port: Port) -> Iterator[_Leg]:
        axis = 1 - port.side.axis
        for at in {port.side.end_of_stub, *self._within[axis](port.low, port.high)}:
            span = self._field.free(axis, at, port.at)
            if span is not None:
                cost = abs(at - port.side.border) + port.penalty
                yield _Leg(axis, at, span[0], span[1], port.at, cost, port)

    def of_three_bends(self) -> Iterator[Shape]:
        """Legs that cross, cheapest first."""
        pairs: list[tuple[float, int, int]] = []
        for i, one in enumerate(self._sources):
            axis, at, low, high, start, base = one.axis, one.at, one.low, one.high, one.start, one.cost
            for j, other in enumerate(self._targets):
                if other.axis != axis and low <= other.at <= high and other.low <= at <= other.high:
                    pairs.append((base + abs(other.at - start) + abs(at - other.start) + other.cost, i, j))
        pairs.sort()
        for cost, i, j in pairs:
            one, other = self._sources[i], self._targets[j]
            corners = one.point(one.start), one.point(other.at), other.point(other.start)
            yield cost + 3 * BEND_COST, (one.port.border, *corners, other.port.border)

    def of_four_bends(self) -> Iterator[Shape]:
        """Legs side by side that can be joined; roughly cheapest first."""
        pairs: list[tuple[float, int, int]] = []
        for i, one in enumerate(self._sources):
            axis, at, low, high, start, base = one.axis, one.at, one.low, one.high, one.start, one.cost
            for j, other in enumerate(self._targets):
                if other.axis == axis and low <= other.high and other.low <= high:
                    pairs.append((base + abs(at - other.at) + abs(start - other.start) + other.cost, i, j))
        pairs.sort()
        for cost, i, j in pairs[:_MOST_JOINED]:
            yield from self._joined(cost, self._sources[i], self._targets[j])

    def _joined(self, least: float, one: _Leg, other: _Leg) -> Iterator[Shape]:
        axis = 1 - one.axis
        low, high = max(one.low, other.low), min(one.high, other.high)
        middle = (one.start + other.start) / 2
        direct = abs(one.start - other.start)
        ways = sorted(
            (abs(at - one.start) + abs(at - other.start) - direct, abs(at - middle), at)
            for at in self._within[axis](low, high)
        )
        for detour, _, at in ways[:_MOST_JOINTS]:
            span = self._field.free(axis, at, one.at)
            if span is not None and span[0] <= other.at <= span[1]:
                corners = one.point(one.start), one.point(at), other.point(at), other.point(other.start)
                yield least + detour + 4 * BEND_COST, (one.port.border, *corners, other.port.border)

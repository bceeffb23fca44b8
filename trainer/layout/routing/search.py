"""Lines of any number of bends, by A* from turn to turn: for what the simple shapes cannot do.

A state is a line to move along and the position where it was entered; its followers are the tracks that cross the
free stretch around that position. What other lines cost is looked up only once a state is the most promising one,
since most never are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count, pairwise

from trainer.layout.geometry import Point
from trainer.layout.routing.field import Field
from trainer.layout.routing.ports import Port
from trainer.layout.routing.shapes import BEND_COST
from trainer.layout.routing.tracks import Tracks

_State = tuple[int, float, float]
"""Axis of the line, where the line stands, and the position on it."""

_PATIENCE = 1000


@dataclass(slots=True)
class _Entry:
    """A way to a state.

    Attributes:
        cost: of the whole way; without what other lines cost on its last stretch, until `known`.
        before: the way that it goes on from.
        goal: the port that this entry reaches.
        port: the port that this way began at, for a first entry.
    """

    cost: float
    state: _State
    before: "_Entry | None"
    goal: Port | None = None
    port: Port | None = None
    known: bool = False


def search(
    field: Field,
    tracks: tuple[Tracks, Tracks],
    sources: Sequence[Port],
    targets: Sequence[Port],
    link: int,
    *,
    margin: float,
    few: bool,
    patience: int = _PATIENCE,
) -> tuple[Point, ...] | None:
    """The cheapest line from one of the source ports to one of the target ports.

    Args:
        field: obstacles and lines.
        tracks: where lines like to run.
        sources: ports to begin at.
        targets: ports to end at.
        link: index of the link; lines of the same one may share their way.
        margin: how far the line may stray from the rectangle around all ports.
        few: take only the middle of each gap, which is fast; lines may then come closer than need be.
        patience: states that are looked at before the search gives up.

    Returns:
        The corners with both ends, or None when there is no way.
    """
    if not sources or not targets:
        return None
    found = _Search(field, tracks, [*sources, *targets], targets, link, margin, few=few).run(sources, patience)
    return _trace(found) if found else None


class _Search:
    """One search within a window."""

    def __init__(
        self,
        field: Field,
        tracks: tuple[Tracks, Tracks],
        ends: Sequence[Port],
        targets: Sequence[Port],
        link: int,
        margin: float,
        *,
        few: bool,
    ) -> None:
        self._field = field
        self._link = link
        self._goals: tuple[dict[float, list[Port]], dict[float, list[Port]]] = ({}, {})
        for port in targets:
            self._goals[port.side.axis].setdefault(port.at, []).append(port)
        self._reaches = tuple(
            [(port.at, port.low, port.high) for port in targets if port.side.axis == axis] for axis in (0, 1)
        )
        stubs = [port.stub for port in ends]
        goals = [port.stub for port in targets]
        self._low = tuple(min(stub[axis] for stub in goals) for axis in (0, 1))
        self._high = tuple(max(stub[axis] for stub in goals) for axis in (0, 1))
        self._lines = tuple(
            sorted(
                {
                    *self._goals[axis],
                    *(tracks[axis].main_within if few else tracks[axis].within)(
                        min(stub[axis] for stub in stubs) - margin, max(stub[axis] for stub in stubs) + margin
                    ),
                }
            )
            for axis in (0, 1)
        )

    def run(self, sources: Sequence[Port], patience: int) -> _Entry | None:
        order = count()
        heap: list[tuple[float, int, _Entry]] = []
        best: dict[_State, float] = {}
        done: set[_State] = set()
        for port in sources:
            entry = _Entry(port.penalty, (port.side.axis, port.at, port.side.end_of_stub), None, port=port)
            heappush(heap, (entry.cost + self._least(entry.state), next(order), entry))
        while heap and len(done) < patience:
            estimate, _, entry = heappop(heap)
            if entry.goal is None and entry.state in done:
                continue
            if not entry.known:
                extra = self._others(entry)
                entry.known = True
                if extra > 0.0:
                    entry.cost += extra
                    heappush(heap, (estimate + extra, next(order), entry))
                    continue
            if entry.goal is not None:
                return entry
            done.add(entry.state)
            for following in self._followers(entry):
                if following.goal is not None:
                    heappush(heap, (following.cost, next(order), following))
                elif following.state not in done and following.cost < best.get(following.state, float("inf")):
                    best[following.state] = following.cost
                    heappush(heap, (following.cost + self._least(following.state), next(order), following))
        return None

    def _followers(self, entry: _Entry) -> Iterator[_Entry]:
        axis, at, position = entry.state
        span = self._span(entry)
        if span is None:
            return
        low, high = span
        for goal in self._goals[axis].get(at, ()):
            if goal.low <= position <= goal.high and low <= goal.side.end_of_stub <= high:
                cost = entry.cost + abs(position - goal.side.border) + goal.penalty
                yield _Entry(cost, (axis, at, goal.side.border), entry, goal=goal)
        for line in self._lines[1 - axis]:
            if line > high:
                break
            if line >= low and line != position:
                yield _Entry(entry.cost + abs(line - position) + BEND_COST, (1 - axis, line, at), entry)
        if entry.port is not None:  # the very end of the stub can be a corner too
            yield _Entry(entry.cost + BEND_COST, (1 - axis, position, at), entry)

    def _span(self, entry: _Entry) -> tuple[float, float] | None:
        if entry.port is not None:
            return entry.port.low, entry.port.high
        axis, at, position = entry.state
        return self._field.free(axis, at, position)

    def _least(self, state: _State) -> float:
        """What a state is away from the goals, at the least."""
        axis, at, position = state
        across = max(self._low[axis] - at, 0.0, at - self._high[axis])
        along = max(self._low[1 - axis] - position, 0.0, position - self._high[1 - axis])
        return across + along + BEND_COST * self._bends(axis, at, position)

    def _bends(self, axis: int, at: float, position: float) -> int:
        """How many more bends a way to a goal has, at the least; up to three."""
        for goal in self._goals[axis].get(at, ()):
            if goal.low <= position <= goal.high:
                return 0
        span = self._field.free(axis, at, position)
        if span is None:
            return 3
        low, high = span
        for line, first, last in self._reaches[1 - axis]:
            if low <= line <= high and first <= at <= last:
                return 1
        for _, first, last in self._reaches[axis]:
            if first <= high and low <= last:
                return 2
        return 3

    def _others(self, entry: _Entry) -> float:
        """What other lines cost on the stretch that leads to an entry."""
        if entry.before is None:
            port = entry.port
            assert port is not None
            ends = port.side.border, port.side.end_of_stub
            return self._field.cost(port.side.axis, port.at, min(ends), max(ends), self._link)
        axis, at, start = entry.before.state
        end = entry.state[2] if entry.goal is not None else entry.state[1]
        return self._field.cost(axis, at, min(start, end), max(start, end), self._link)


def _trace(entry: _Entry) -> tuple[Point, ...]:
    assert entry.goal is not None
    points = [entry.goal.border]
    step = entry.before
    while step is not None:
        axis, at, position = step.state
        points.append(Point(at, position) if axis == 0 else Point(position, at))
        if step.port is not None:
            points.append(step.port.border)
        step = step.before
    return without_needless(points[::-1])


def without_needless(points: Sequence[Point]) -> tuple[Point, ...]:
    """The corners only: points on a straight stretch are left out."""
    kept = [points[0]]
    for point, after in pairwise(points[1:]):
        before = kept[-1]
        if point == before or (before.x == point.x == after.x) or (before.y == point.y == after.y):
            continue
        kept.append(point)
    return (*kept, points[-1])

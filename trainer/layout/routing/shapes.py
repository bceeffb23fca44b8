"""Lines of up to two bends between two sides: straight, a corner, a step or a bow."""

from collections.abc import Iterator

from trainer.layout.geometry import Point
from trainer.layout.routing.field import Field
from trainer.layout.routing.ports import STUB, Port, Side, port_at, port_positions
from trainer.layout.routing.tracks import Tracks

BEND_COST = 60.0
_MOST_TRACKS = 12
_SIDEWAYS_COST = 20.0
"""Decides between two corners that are alike: diagrams read downwards, so the lower tile is rather met from above."""

Shape = tuple[float, tuple[Point, ...]]
"""What a line costs by itself, and its corners with both ends."""


def least_cost(source: Side, target: Side) -> float | None:
    """What the cheapest such line between two sides can cost; None when there is none."""
    along = abs(source.border - target.border) if source.axis == target.axis else 0.0
    if source.axis == target.axis:
        across = max(source.low - target.high, target.low - source.high, 0.0)
        if source.sign != target.sign:
            facing = (target.border - source.border) * source.sign >= 2 * STUB
            if not facing:
                return None
            return along + across + (0.0 if across == 0.0 else 2 * BEND_COST)
        return along + across + 2 * STUB + 2 * BEND_COST
    ahead = (target.middle - source.border) * source.sign
    behind = (source.middle - target.border) * target.sign
    if ahead < -TILE_SLACK or behind < -TILE_SLACK:
        return None
    return max(ahead, STUB) + max(behind, STUB) + BEND_COST - TILE_SLACK


TILE_SLACK = 40.0
"""Ports lie off the middle of a side by this much, at most."""


def straight(field: Field, source: Side, target: Side) -> Iterator[Shape]:
    """Straight lines between two sides that face each other."""
    if source.axis != target.axis or source.sign == target.sign:
        return
    if (target.border - source.border) * source.sign < 2 * STUB:
        return
    low, high = max(source.low, target.low), min(source.high, target.high)
    if low > high:
        return
    length = abs(target.border - source.border)
    wanted = [*port_positions(source), *port_positions(target), (low + high) / 2]
    for at in dict.fromkeys(position for position in wanted if low <= position <= high):
        port = port_at(field, source, at)
        end = target.end_of_stub
        if port is None or not port.low <= end <= port.high:
            continue
        other = port_at(field, target, at)
        if other is not None:
            yield length + port.penalty + other.penalty, (port.border, other.border)


def bent(field: Field, tracks: tuple[Tracks, Tracks], source: Port, target: Port, most: float) -> Iterator[Shape]:
    """Lines with one or two bends between two ports, cheapest first; none that must cost more than a limit."""
    if source.side.axis != target.side.axis:
        yield from _corner(source, target)
    elif source.at != target.at:
        yield from _steps(field, tracks[1 - source.side.axis], source, target, most)


def _corner(source: Port, target: Port) -> Iterator[Shape]:
    if not (source.low <= target.at <= source.high and target.low <= source.at <= target.high):
        return
    length = abs(target.at - source.side.border) + abs(source.at - target.side.border)
    axis = source.side.axis
    upright, level = (source, target) if axis == 0 else (target, source)
    if level.at > upright.side.border:
        length += _SIDEWAYS_COST
    corner = Point(source.at, target.at) if axis == 0 else Point(target.at, source.at)
    yield length + BEND_COST + source.penalty + target.penalty, (source.border, corner, target.border)


def _steps(field: Field, tracks: Tracks, source: Port, target: Port, most: float) -> Iterator[Shape]:
    """Out, across on a track, and in."""
    axis = source.side.axis
    low, high = max(source.low, target.low), min(source.high, target.high)
    base = abs(source.at - target.at) + 2 * BEND_COST + source.penalty + target.penalty
    if low > high or base + abs(source.side.border - target.side.border) >= most:
        return
    middle = (source.side.border + target.side.border) / 2
    costs = sorted(
        (
            base
            + abs(at - source.side.border)
            + abs(at - target.side.border)
            + tracks.penalties[at]
            + abs(at - middle) * 0.02,
            at,
        )
        for at in tracks.within(low, high)
    )
    for cost, at in costs[:_MOST_TRACKS]:
        span = field.free(1 - axis, at, source.at)
        if span is None or not span[0] <= target.at <= span[1]:
            continue
        if axis == 0:
            corners = (Point(source.at, at), Point(target.at, at))
        else:
            corners = (Point(at, source.at), Point(at, target.at))
        yield cost, (source.border, *corners, target.border)

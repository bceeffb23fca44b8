"""Where the badges of judged lines stand: beside or on their line, and over nothing else."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from trainer.layout.geometry import Geometry, Path, Point, Rect
from trainer.layout.sizes import BADGE

_AWAY, FARTHEST = 15.0, 34.0
"""From a line to the middle of a badge beside it, as a rule and at most."""

_SHARES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9)
"""Where along a stretch of the line a badge is tried, the middle first."""

_LEAST = 8.0
"""Stretches that are shorter have no room beside them."""


def badge_spots(geometry: Geometry, judged: Collection[int]) -> Mapping[int, Point]:
    """The middles of the badges, by the number of the path in the geometry.

    Args:
        geometry: the diagram.
        judged: numbers of the links whose lines are judged.
    """
    taken = [tile.rect for tile in geometry.tiles]
    taken += [_around(Point(tile.rect.right, tile.rect.y)) for tile in geometry.tiles]
    taken += [box.label for box in geometry.boxes]
    taken += [path.plate for path in geometry.paths if path.plate is not None]
    spots: dict[int, Point] = {}
    for number, path in enumerate(geometry.paths):
        if path.link in judged:
            spots[number] = _choose(path, taken)
            taken.append(_around(spots[number]))
    return spots


def beside(points: Sequence[Point]) -> Point:
    """The spot that is tried first: beside the middle of the longest stretch."""
    return next(_candidates(points))


def _choose(path: Path, taken: Sequence[Rect]) -> Point:
    free = (spot for spot in _candidates(path.points) if not any(_around(spot).overlaps(rect) for rect in taken))
    return next(free, beside(path.points))


def _candidates(points: Sequence[Point]) -> Iterator[Point]:
    """Spots beside the line, on either side of it, then on it; the longest stretches first."""
    stretches = sorted(pairwise(points), key=lambda pair: -_length(*pair))
    for offset in (_AWAY, -_AWAY, 0.0, FARTHEST, -FARTHEST):
        for start, end in stretches:
            if _length(start, end) < _LEAST and len(stretches) > 1:
                continue
            for share in _SHARES:
                x, y = start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share
                yield Point(x + offset, y) if start.x == end.x else Point(x, y - offset)


def _length(start: Point, end: Point) -> float:
    return abs(start.x - end.x) + abs(start.y - end.y)


def _around(middle: Point) -> Rect:
    return Rect(middle.x - BADGE / 2, middle.y - BADGE / 2, BADGE, BADGE)

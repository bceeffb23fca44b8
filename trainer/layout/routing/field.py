"""The plane that lines run on: what they must not cross, and the lines that are there already.

Axis 0 is a vertical line: it stands at an x and runs along y. Axis 1 is a horizontal one.
"""

from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence
from itertools import pairwise

from trainer.layout.geometry import Box, Point, Rect, Tile
from trainer.layout.sizes import BADGE

TILE_CLEARANCE = 5.0
LABEL_CLEARANCE = 3.0
BADGE_CLEARANCE = 2.0
EDGE_CLEARANCE = 4.0
APART = 8.0
"""Parallel lines of different links keep this distance where there is room."""

CROSSING_COST = 50.0
OVERLAP_COST = 1000.0
"""More than all crossings that a line may reasonably have: what costs less runs on no other line."""
OVERLAP_COST_PER_UNIT = 3.0
_COUNT_CROSSINGS_UP_TO = 250
"""Lines along one axis beyond which crossings are taken as they come, to stay fast."""
_FAR = float("inf")

Span = tuple[float, float]
_Line = tuple[float, float, float, int]


class Field:
    """Obstacles and lines.

    Args:
        obstacles: rectangles that no line may enter.
        size: width and height of the diagram.
    """

    def __init__(self, obstacles: Iterable[Rect], size: tuple[float, float]) -> None:
        rects = [(rect.x, rect.right, rect.y, rect.bottom) for rect in obstacles]
        self._sides = (
            sorted(rects, key=lambda rect: rect[2]),
            sorted(((y0, y1, x0, x1) for x0, x1, y0, y1 in rects), key=lambda rect: rect[2]),
        )
        self._limits = (size[1] - EDGE_CLEARANCE, size[0] - EDGE_CLEARANCE)
        self._gaps: tuple[dict[float, tuple[list[float], list[float]]], ...] = ({}, {})
        self._lines: tuple[list[_Line], list[_Line]] = ([], [])
        self._buckets: tuple[dict[int, list[_Line]], dict[int, list[_Line]]] = ({}, {})

    def free(self, axis: int, at: float, start: float) -> Span | None:
        """How far a line can run from a point on it; None when the point itself is taken."""
        gaps = self._gaps[axis].get(at)
        if gaps is None:
            gaps = self._gaps[axis][at] = self._blocked(axis, at)
        lows, highs = gaps
        place = bisect_right(lows, start) - 1
        if place >= 0 and highs[place] > start > lows[place]:
            return None
        if place >= 0 and lows[place] == start:  # on the very edge: the free side is the one before
            place -= 1
        low = highs[place] if place >= 0 else EDGE_CLEARANCE
        high = lows[place + 1] if place + 1 < len(lows) else self._limits[axis]
        return (low, high) if low <= start <= high else None

    def _blocked(self, axis: int, at: float) -> tuple[list[float], list[float]]:
        lows: list[float] = []
        highs: list[float] = []
        for near, far, low, high in self._sides[axis]:
            if near < at < far:
                if highs and low < highs[-1]:
                    highs[-1] = max(highs[-1], high)
                else:
                    lows.append(low)
                    highs.append(high)
        return lows, highs

    def add(self, points: Sequence[Point], link: int) -> None:
        """Takes a line, so that later ones keep away from it."""
        for start, end in pairwise(points):
            axis = 0 if start.x == end.x else 1
            at = start[axis]
            low, high = sorted((start[1 - axis], end[1 - axis]))
            line = (at, low, high, link)
            insort(self._lines[axis], line)
            self._buckets[axis].setdefault(int(at // APART), []).append(line)

    def cost(self, axis: int, at: float, low: float, high: float, link: int) -> float:
        """What a segment costs for running along or across lines of other links."""
        cost = 0.0
        buckets = self._buckets[axis]
        key = int(at // APART)
        for near in (key - 1, key, key + 1):
            for other, other_low, other_high, other_link in buckets.get(near, ()):
                if other_link != link and -APART < other - at < APART:
                    shared = min(high, other_high) - max(low, other_low)
                    if shared > -APART / 2:
                        cost += OVERLAP_COST + OVERLAP_COST_PER_UNIT * max(shared, 0.0)
        crossing = self._lines[1 - axis]
        if len(crossing) <= _COUNT_CROSSINGS_UP_TO:
            for other, other_low, other_high, other_link in crossing[bisect_right(crossing, (low, _FAR, _FAR, 0)) :]:
                if other >= high:
                    break
                if other_low < at < other_high and other_link != link:
                    cost += CROSSING_COST
        return cost


def make_field(boxes: Sequence[Box], tiles: Sequence[Tile], size: tuple[float, float]) -> Field:
    """The field of a diagram: tiles, their badges and the labels of containers are in the way."""
    obstacles = [grown(box.label, LABEL_CLEARANCE) for box in boxes]
    for tile in tiles:
        obstacles.append(grown(tile.rect, TILE_CLEARANCE))
        obstacles.append(grown(badge_rect(tile.rect), BADGE_CLEARANCE))
    return Field(obstacles, size)


def badge_rect(tile: Rect) -> Rect:
    """The square around a tile's status badge."""
    return Rect(tile.right - BADGE / 2, tile.y - BADGE / 2, BADGE, BADGE)


def grown(rect: Rect, by: float) -> Rect:
    """A rectangle with a margin around it."""
    return Rect(rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by)

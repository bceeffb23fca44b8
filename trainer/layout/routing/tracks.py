"""Where lines like to run: in the middle of the gaps between borders and tiles, and a few steps beside it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from trainer.layout.geometry import Box, Rect, Tile

_LEAST_GAP = 10.0
_STEP = 10.0
_FROM_EDGE = 7.0
_NARROW = 24.0
_HALF_STEP = 4.0
_MOST_STEPS = 4
_STEP_PENALTY = 2.0


class Tracks:
    """The tracks of one axis: sorted positions, each with a small penalty for lying off the middle of its gap."""

    def __init__(self, edges: Iterable[float]) -> None:
        penalties: dict[float, float] = {}
        ordered = sorted(set(edges))
        for low, high in pairwise(ordered):
            penalties.update(_between(low, high))
        self.positions = sorted(penalties)
        self.penalties = penalties
        self.main = [at for at in self.positions if penalties[at] == 0.0]

    def within(self, low: float, high: float) -> list[float]:
        """The tracks from one position to another."""
        return _between_positions(self.positions, low, high)

    def main_within(self, low: float, high: float) -> list[float]:
        """Those of them in the middle of their gap."""
        return _between_positions(self.main, low, high)


def _between_positions(positions: list[float], low: float, high: float) -> list[float]:
    return positions[bisect_left(positions, low) : bisect_right(positions, high)]


def _between(low: float, high: float) -> list[tuple[float, float]]:
    gap = high - low
    if gap < _LEAST_GAP:
        return []
    middle = (low + high) / 2
    found = [(middle, 0.0)]
    if gap < _NARROW:
        if gap >= 4 * _HALF_STEP:  # room for two lines beside each other, but not for three
            found += [(middle - _HALF_STEP, _STEP_PENALTY), (middle + _HALF_STEP, _STEP_PENALTY)]
        return found
    for count in range(1, _MOST_STEPS + 1):
        if count * _STEP > gap / 2 - _FROM_EDGE:
            break
        found += [(middle + sign * count * _STEP, count * _STEP_PENALTY) for sign in (-1, 1)]
    return found


def make_tracks(boxes: Sequence[Box], tiles: Sequence[Tile]) -> tuple[Tracks, Tracks]:
    """The tracks of vertical lines (their x), and of horizontal ones (their y)."""
    rects: list[Rect] = [box.rect for box in boxes] + [tile.rect for tile in tiles]
    return (
        Tracks(edge for rect in rects for edge in (rect.x, rect.right)),
        Tracks(edge for rect in rects for edge in (rect.y, rect.bottom)),
    )

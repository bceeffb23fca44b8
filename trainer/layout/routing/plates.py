"""Where the labels of lines stand: on a straight stretch, over nothing that must stay readable."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from trainer.layout.geometry import Box, Point, Rect, Tile
from trainer.layout.measure import Measure
from trainer.layout.routing.field import badge_rect, grown
from trainer.layout.sizes import PLATE_HEIGHT, PLATE_PAD, PLATE_SIZE

_STEP = 8.0
_ARROW = 10.0
_CLEARANCE = 2.0
_BESIDE = 6.0
_NEAR = (None, 0.0, 8.0)
_FAR = tuple(float(off) for off in range(16, 160, 8))
"""How far off a line a plate may stand (None: on it). Between two tiles side by side there may be no room near it."""


class Plates:
    """The plates of one diagram; each that is placed is in the way of the next."""

    def __init__(self, boxes: Sequence[Box], tiles: Sequence[Tile], size: tuple[float, float]) -> None:
        self._taken = [grown(rect, _CLEARANCE) for rect in _readable(boxes, tiles)]
        self._all = Rect(0.0, 0.0, *size)

    def place(self, points: Sequence[Point], others: Sequence[Rect], text: str, measure: Measure) -> Rect | None:
        """A plate for a line.

        Args:
            points: the line's corners.
            others: the other lines, as thin rectangles: they are covered only if there is no other way.
            text: what the plate says.
            measure: how wide a text is.

        Returns:
            The plate; None when there is no room for it anywhere along the line.
        """
        width = round(measure(text, PLATE_SIZE, False) + 2 * PLATE_PAD)  # noqa: FBT003  # Measure is positional
        found: Rect | None = None
        for offsets in (_NEAR, _FAR):
            for rect in _places(points, offsets, float(width), PLATE_HEIGHT):
                if self._all.contains(rect) and not _meets(rect, self._taken):
                    if not _meets(rect, others):
                        found = rect
                        break
                    found = found or rect
            if found is not None:
                break
        if found is not None:
            self._taken.append(grown(found, _CLEARANCE))
        return found


def _meets(rect: Rect, others: Sequence[Rect]) -> bool:
    """Whether a rectangle overlaps one of many; written out, since this is the hot loop."""
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    return any(x < right and y < bottom and left < x + width and top < y + height for x, y, width, height in others)


def _readable(boxes: Sequence[Box], tiles: Sequence[Tile]) -> Iterator[Rect]:
    for box in boxes:
        yield box.label
    for tile in tiles:
        yield tile.rect
        yield badge_rect(tile.rect)


def _places(points: Sequence[Point], offsets: Sequence[float | None], width: float, height: float) -> Iterator[Rect]:
    """Centred on the line, longest stretch and its middle first; then beside it, further and further off."""
    stretches = sorted(pairwise(points), key=lambda pair: -_length(*pair))
    for off in offsets:
        for start, end in stretches:
            upright = start.x == end.x
            along, across = (height, width) if upright else (width, height)
            shift = across / 2 + _BESIDE + (off or 0.0)
            for middle in _middles(start, end, _ARROW + (along / 2 if off is None else 0.0)):
                for aside in (0.0,) if off is None else (shift, -shift):
                    x = middle.x + (aside if upright else 0.0)
                    y = middle.y + (0.0 if upright else aside)
                    yield Rect(x - width / 2, y - height / 2, width, height)


def _middles(start: Point, end: Point, inset: float) -> Iterator[Point]:
    """Points on a stretch, from its middle outwards, this far from both ends at the least."""
    length = _length(start, end)
    half = length / 2
    offset = 0.0
    while offset <= half - inset:
        for sign in (1.0, -1.0) if offset else (1.0,):
            part = (half + sign * offset) / length
            yield Point(start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part)
        offset += _STEP


def _length(start: Point, end: Point) -> float:
    return abs(end.x - start.x) + abs(end.y - start.y)

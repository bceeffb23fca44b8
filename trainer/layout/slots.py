"""Where tiles stand in a container of known width, counted from its top left corner."""

from trainer.layout.geometry import Rect
from trainer.layout.plan import Spot
from trainer.layout.sizes import (
    BADGE,
    BESIDE_GAP,
    GAP,
    LABEL_INSET,
    LABEL_TOP,
    PAD,
    SLOT_GAP_X,
    SLOT_GAP_Y,
    STRIP_BELOW,
    TILE_HEIGHT,
    TILE_WIDTH,
)

_STEP_X = TILE_WIDTH + SLOT_GAP_X
_STEP_Y = TILE_HEIGHT + SLOT_GAP_Y


def label_rect(spot: Spot) -> Rect:
    """The label's strip."""
    return Rect(LABEL_INSET, LABEL_TOP, *spot.label)


def strip_height(spot: Spot) -> float:
    """Height of the label with the space around it."""
    return LABEL_TOP + spot.label[1] + STRIP_BELOW


def tiles_top(spot: Spot) -> float:
    """Where the first row of tiles begins: beside the label, or below it."""
    return PAD if spot.label_column is not None else strip_height(spot) + BADGE / 2 - STRIP_BELOW + 4


def tiles_left(spot: Spot) -> float:
    """Where the first column of tiles begins, for tiles that stand from the left."""
    return PAD if spot.label_column is None else LABEL_INSET + spot.label_column + BESIDE_GAP


def slots(spot: Spot, width: float) -> list[Rect]:
    """A place for each tile that the container has room for, in order."""
    if not spot.room:
        return []
    offsets = _from_left(spot) if spot.from_left else _around_middle(spot, width)
    top = tiles_top(spot)
    return [Rect(x, top + row * _STEP_Y, TILE_WIDTH, TILE_HEIGHT) for x, row in offsets]


def head_height(spot: Spot, places: list[Rect]) -> float:
    """Height of a container's own part, above the containers in it: the label, and its tiles if any."""
    if not places:
        return strip_height(spot)
    bottom = max(place.bottom for place in places)
    return max(strip_height(spot), bottom + (GAP if spot.rows else PAD))


def least_width(spot: Spot) -> float:
    """The width that a container's own part needs."""
    labelled = LABEL_INSET + spot.label[0] + LABEL_INSET
    if not spot.room:
        return labelled
    if spot.from_left:
        return max(labelled, tiles_left(spot) + spot.columns * _STEP_X - SLOT_GAP_X + PAD)
    beside = TILE_WIDTH + 2 * tiles_left(spot)
    return max(labelled, beside, TILE_WIDTH + 2 * (_STEP_X + PAD))


def _from_left(spot: Spot) -> list[tuple[float, int]]:
    left = tiles_left(spot)
    return [(left + number % spot.columns * _STEP_X, number // spot.columns) for number in range(spot.room)]


def _around_middle(spot: Spot, width: float) -> list[tuple[float, int]]:
    """The middle first, then right and left of it in turn; the label takes room in the first row only."""
    middle = (width - TILE_WIDTH) / 2
    found: list[tuple[float, int]] = []
    row = 0
    while len(found) < spot.room:
        left = tiles_left(spot) if row == 0 else PAD
        for step in (0, *_alternating(int(width // _STEP_X))):
            x = middle + step * _STEP_X
            if left <= x <= width - PAD - TILE_WIDTH and len(found) < spot.room:
                found.append((x, row))
        row += 1
    return found


def _alternating(most: int) -> list[int]:
    return [sign * step for step in range(1, most + 1) for sign in (1, -1)]

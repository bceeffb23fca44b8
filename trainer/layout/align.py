"""Pass 2: what Graphviz ordered and sized, brought in line.

Sister rows get the same height and the same top, sister columns the same width, and every container is as large as
what lies in it needs, in steps of whole units.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from trainer.cloud.topology import ContainerKind
from trainer.layout.geometry import Box, Rect, Tile
from trainer.layout.plan import Plan, Rows, Spot
from trainer.layout.sizes import GAP, PAD
from trainer.layout.slots import head_height, label_rect, least_width, slots


@dataclass(slots=True)
class _Frame:
    """Sizes and positions while they are being worked out, by container id."""

    plan: Plan
    rows: Mapping[str | None, Rows]
    drawn: Mapping[str, Rect]
    width: dict[str, float] = field(default_factory=dict)
    head: dict[str, float] = field(default_factory=dict)
    height: dict[str, float] = field(default_factory=dict)
    boxes: list[Box] = field(default_factory=list)
    tiles: list[Tile] = field(default_factory=list)


def align(plan: Plan, drawn: Mapping[str, Rect]) -> tuple[tuple[Box, ...], tuple[Tile, ...]]:
    """Final boxes and tiles.

    Args:
        plan: what is to be laid out.
        drawn: the boxes that Graphviz gave.
    """
    rows: dict[str | None, Rows] = {None: _read_rows(plan.rows, drawn)}
    rows |= {name: _read_rows(spot.rows, drawn) for name, spot in plan.spots.items()}
    frame = _Frame(plan, rows, drawn)
    _measure_widths(frame)
    _stretch_widths(frame, None, max(_row_width(frame, row) for row in rows[None]) if rows[None] else 0.0)
    _measure_heights(frame)
    _place_rows(frame, None, 0.0, 0.0)
    order = {name: number for number, name in enumerate(plan.spots)}
    frame.boxes.sort(key=lambda box: (box.depth, order[box.container]))
    frame.tiles.sort(key=lambda tile: order[tile.container])
    return tuple(frame.boxes), tuple(frame.tiles)


def _read_rows(planned: Rows, drawn: Mapping[str, Rect]) -> Rows:
    """The rows as Graphviz drew them."""
    names = sorted((name for row in planned for name in row), key=lambda name: drawn[name].center.y)
    rows: list[list[str]] = []
    for name in names:
        if rows and _abreast(drawn[rows[-1][0]], drawn[name]):
            rows[-1].append(name)
        else:
            rows.append([name])
    return tuple(tuple(sorted(row, key=lambda name: drawn[name].x)) for row in rows)


def _abreast(one: Rect, other: Rect) -> bool:
    """Whether two boxes stand side by side: the middle of one lies within the height of the other."""
    return one.y < other.center.y < one.bottom or other.y < one.center.y < other.bottom


def _level(sizes: dict[str, float], spots: Iterable[Spot], *, by_width: bool) -> None:
    """Gives sisters the size of the largest of them."""
    largest: dict[object, float] = {}
    for spot in spots:
        key = spot.width_class if by_width else spot.row_class
        largest[key] = max(largest.get(key, 0.0), sizes[spot.container.id])
    for spot in spots:
        sizes[spot.container.id] = largest[spot.width_class if by_width else spot.row_class]


def _row_width(frame: _Frame, row: tuple[str, ...]) -> float:
    return sum(frame.width[name] for name in row) + GAP * (len(row) - 1)


def _measure_widths(frame: _Frame) -> None:
    """From the inside out: a leaf is as wide as drawn, any other container as wide as its rows."""
    for spots in frame.plan.by_depth():
        for spot in spots:
            name = spot.container.id
            rows = [_row_width(frame, row) + 2 * PAD for row in frame.rows[name]]
            frame.width[name] = float(round(max(least_width(spot), *rows))) if rows else round(frame.drawn[name].width)
        _level(frame.width, spots, by_width=True)


def _stretch_widths(frame: _Frame, parent: str | None, width: float) -> None:
    """From the outside in: rows fill the container that they are in."""
    longest = max((len(row) for row in frame.rows[parent]), default=0)
    for row in frame.rows[parent]:
        spare = width - _row_width(frame, row)
        shares = len(row)
        if frame.plan.spots[row[0]].container.kind is ContainerKind.STEP:  # steps stand below each other, in columns
            shares = longest
            spare -= sum(frame.width[row[-1]] + GAP for _ in range(longest - len(row)))
        for name in row:
            frame.width[name] += spare / shares
            _stretch_widths(frame, name, frame.width[name] - 2 * PAD)


def _measure_heights(frame: _Frame) -> None:
    for spots in frame.plan.by_depth():
        for spot in spots:
            name = spot.container.id
            frame.head[name] = head_height(spot, slots(spot, frame.width[name]))
        _level(frame.head, spots, by_width=False)
        for spot in spots:
            name = spot.container.id
            rows = frame.rows[name]
            if rows:
                inner = sum(max(frame.height[child] for child in row) for row in rows) + GAP * (len(rows) - 1)
                frame.height[name] = frame.head[name] + inner + PAD
            else:
                drawn = round(frame.drawn[name].height) if spot.from_left else 0.0
                frame.height[name] = max(frame.head[name], drawn)
        _level(frame.height, spots, by_width=False)


def _place_rows(frame: _Frame, parent: str | None, x: float, y: float) -> None:
    for row in frame.rows[parent]:
        height = max(frame.height[name] for name in row)
        left = x
        for name in row:
            _place_one(frame, frame.plan.spots[name], Rect(left, y, frame.width[name], height))
            left += frame.width[name] + GAP
        y += height + GAP


def _place_one(frame: _Frame, spot: Spot, rect: Rect) -> None:
    name = spot.container.id
    label = label_rect(spot)
    frame.boxes.append(Box(name, rect, _moved(label, rect), spot.depth))
    places = slots(spot, rect.width)
    frame.tiles += [Tile(piece, name, _moved(place, rect)) for piece, place in zip(spot.tiles, places, strict=False)]
    _place_rows(frame, name, rect.x + PAD, rect.y + frame.head[name])


def _moved(inner: Rect, outer: Rect) -> Rect:
    return Rect(outer.x + inner.x, outer.y + inner.y, inner.width, inner.height)

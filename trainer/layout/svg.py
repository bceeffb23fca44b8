"""A laid out diagram as a self-contained SVG, for browsers and for Qt's own SVG reader.

Qt reads SVG Tiny: no clip paths, no classes, no foreign objects. Colours come from a mapping of tokens:
`canvas`, `text`, `text.muted`, `on.accent`; `diagram.<group>.stroke` and `.fill` for internet, edge, on-premises,
region, vpc, az, public, private, group and bin; `tile.fill`, `tile.stroke`; `link.traffic`, `link.replication`,
`link.trigger`; `plate.fill`; `success`, `error`, `pending`; `category.<category of a service>`. Their values for
both themes lie in `trainer.tokens`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.drill import CHIP, Fixture, Piece
from trainer.cloud.topology import Access, Container, ContainerKind, Topology
from trainer.layout import svg_covers, svg_marks
from trainer.layout.badges import badge_spots
from trainer.layout.geometry import Box, Geometry, Path, Point, Rect, Tile
from trainer.layout.labels import label_lines, wrap_name, wrap_statement
from trainer.layout.measure import table_measure
from trainer.layout.sizes import (
    ICON_SIZE,
    LABEL_SIZE,
    LINE_HEIGHT,
    NAME_SIZE,
    PLATE_SIZE,
    SECOND_LINE_HEIGHT,
    SECOND_LINE_SIZE,
)
from trainer.tokens import RADIUS

MARGIN = 12.0
"""Around the diagram, so that badges and outlines are not cut off."""

_DASHED = {
    ContainerKind.REGION: "6 4",
    ContainerKind.AZ: "6 4",
    ContainerKind.GROUP: "6 4",
    ContainerKind.ON_PREMISES: "6 4",
}
_ASCENT = 0.78
"""From the top of a line of text to its baseline, as a share of the text size, plus what centres it by eye."""
_ICON_TOP = 8.0
_ICON_RADIUS = 7.0
_NAME_LINE = 15.0
_NAME_INSET = 4.0
_STATEMENT_LINE = 17.0

Theme = Mapping[str, str]


def to_svg(
    geometry: Geometry,
    topology: Topology,
    pieces: Mapping[str, Piece],
    fixtures: Sequence[Fixture],
    *,
    icons: Callable[[str], str],
    states: Mapping[str, str] | None,
    link_states: Mapping[int, str] | None = None,
    theme: Theme,
    title: str,
) -> str:
    """Draws a diagram.

    Args:
        geometry: where everything is.
        topology: the containers, for their labels and kinds.
        pieces: the pieces that tiles stand for.
        fixtures: the tiles that are part of the scene.
        icons: the symbol of a service, drawn on a grid of 32, as markup.
        states: how pieces are judged (`right`, `wrong`, `pending`), or whether they are covered (see `svg_covers`),
            by piece id; None for a picture without badges.
        link_states: how drawn lines are judged, by the number of the link.
        theme: colours by token name.
        title: what the picture is of, for screen readers and as a tooltip.

    Returns:
        A whole SVG 1.1 document.
    """
    known: dict[str, Piece | Fixture] = {**pieces, **{fixture.id: fixture for fixture in fixtures}}
    width, height = geometry.width + 2 * MARGIN, geometry.height + 2 * MARGIN
    size = f'width="{svg_marks.number(width)}" height="{svg_marks.number(height)}"'
    view = " ".join(svg_marks.number(value) for value in (-MARGIN, -MARGIN, width, height))
    backdrop = Rect(-MARGIN, -MARGIN, width, height)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" version="1.1" {size} viewBox="{view}" role="img">',
        f"<title>{escape(title)}</title>",
        f"<desc>{escape(describe(geometry, topology, known))}</desc>",
        svg_marks.box(backdrop, fill=theme["canvas"], stroke="none", radius=0),
        *(_draw_box(box, topology[box.container], theme) for box in geometry.boxes),
        *(
            svg_marks.link(path.points, path.kind, theme[_link_token(path, link_states or {})])
            for path in geometry.paths
        ),
        *(mark for path in geometry.paths for mark in _draw_plate(path, theme)),
        *(_draw_tile(tile, known[tile.piece], icons, (states or {}).get(tile.piece), theme) for tile in geometry.tiles),
        *(
            svg_covers.draw_frame(tile.rect, theme)
            for tile in geometry.tiles
            if (states or {}).get(tile.piece) == svg_covers.SHOWN
        ),
        *(
            svg_marks.badge(spot, (link_states or {})[geometry.paths[number].link], theme)
            for number, spot in badge_spots(geometry, (link_states or {}).keys()).items()
        ),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _link_token(path: Path, states: Mapping[int, str]) -> str:
    return {"right": "success", "wrong": "error"}.get(states.get(path.link, ""), f"link.{path.kind}")


def container_tokens(container: Container) -> str:
    """The first part of a container's colour tokens."""
    if container.kind is ContainerKind.SUBNET:
        return "diagram.public" if container.access is Access.PUBLIC else "diagram.private"
    return f"diagram.{ContainerKind.BIN if container.kind is ContainerKind.STEP else container.kind}"


def describe(geometry: Geometry, topology: Topology, known: Mapping[str, Piece | Fixture]) -> str:
    """What a diagram shows, in words: each container with what is directly in it."""
    inside: dict[str, list[str]] = {box.container: [] for box in geometry.boxes}
    for tile in geometry.tiles:
        inside[tile.container].append(known[tile.piece].name or "blank")
    return " ".join(_sentences(topology, inside))


def _sentences(topology: Topology, inside: Mapping[str, Iterable[str]]) -> Iterator[str]:
    for name, container in topology.items():
        held = [*inside.get(name, ()), *(child.label for child in topology.children(name))]
        yield f"{'; '.join(label_lines(container))}: {', '.join(held) or 'empty'}."


def _draw_box(box: Box, container: Container, theme: Theme) -> str:
    tokens = container_tokens(container)
    stroke = theme[f"{tokens}.stroke"]
    marks = [
        svg_marks.box(
            box.rect,
            fill=theme[f"{tokens}.fill"],
            stroke=stroke,
            radius=RADIUS,
            dashes=_DASHED.get(container.kind, ""),
        )
    ]
    first, *rest = label_lines(container)
    baseline = box.label.y + LABEL_SIZE * _ASCENT + 3
    marks.append(_left_text(box.label.x, baseline, first, LABEL_SIZE, stroke, semibold=True))
    for number, line in enumerate(rest):
        baseline = box.label.y + LINE_HEIGHT + SECOND_LINE_HEIGHT * number + SECOND_LINE_SIZE * _ASCENT + 2
        marks.append(_left_text(box.label.x, baseline, line, SECOND_LINE_SIZE, theme["text.muted"], semibold=False))
    return "\n".join(marks)


def _left_text(x: float, baseline: float, content: str, size: float, fill: str, *, semibold: bool) -> str:
    return svg_marks.text(x, baseline, content, size=size, fill=fill, semibold=semibold, middle=False)


def _draw_tile(tile: Tile, what: Piece | Fixture, icons: Callable[[str], str], state: str | None, theme: Theme) -> str:
    if state in (svg_covers.ASKED, svg_covers.BLANK):
        return svg_covers.draw_cover(tile.rect, state, theme)
    judged = state in ("right", "wrong", "pending")
    outline = {"right": "success", "wrong": "error", "pending": "pending"}.get(state or "", "tile.stroke")
    rect = tile.rect
    dashes = "4 2.5" if state == "pending" else ""
    square = Rect(rect.center.x - ICON_SIZE / 2, rect.y + _ICON_TOP, ICON_SIZE, ICON_SIZE)
    if what.service == CHIP:
        return "\n".join(_draw_chip(rect, what.name, state, judged=judged, outline=theme[outline], theme=theme))
    service = CATALOGUE.get(what.service)
    color = theme[f"category.{service.category if service else 'general'}"]
    marks = [
        svg_marks.box(
            rect,
            fill=theme["tile.fill"],
            stroke=theme[outline],
            radius=RADIUS,
            width=2.0 if judged else 1.2,
            dashes=dashes,
        ),
        svg_marks.box(square, fill=color, stroke="none", radius=_ICON_RADIUS),
        svg_marks.icon(icons(what.service), square.x, square.y, ICON_SIZE),
        *_draw_name(rect, square.bottom, what.name, theme["text"]),
    ]
    if state is not None and judged:
        marks.append(svg_marks.badge(Point(rect.right, rect.y), state, theme))
    return "\n".join(marks)


def _draw_chip(rect: Rect, name: str, state: str | None, *, judged: bool, outline: str, theme: Theme) -> Iterator[str]:
    """A statement fills its tile: there is no symbol for it."""
    dashes = "4 2.5" if state == "pending" else ""
    width = 2.0 if judged else 1.2
    yield svg_marks.box(rect, fill=theme["tile.fill"], stroke=outline, radius=RADIUS, width=width, dashes=dashes)
    lines = wrap_statement(name, rect.width - 2 * _NAME_INSET, table_measure)
    first = rect.center.y - _STATEMENT_LINE * len(lines) / 2 + NAME_SIZE * _ASCENT + 2
    for number, line in enumerate(lines):
        baseline = first + number * _STATEMENT_LINE
        yield svg_marks.text(
            rect.center.x, baseline, line, size=NAME_SIZE, fill=theme["text"], semibold=False, middle=True
        )
    if state is not None and judged:
        yield svg_marks.badge(Point(rect.right, rect.y), state, theme)


def _draw_name(rect: Rect, top: float, name: str, fill: str) -> Iterator[str]:
    lines = wrap_name(name, rect.width - 2 * _NAME_INSET, table_measure)
    first = (top + rect.bottom - _NAME_LINE * len(lines)) / 2 + NAME_SIZE * _ASCENT + 1
    for number, line in enumerate(lines):
        baseline = first + number * _NAME_LINE
        yield svg_marks.text(rect.center.x, baseline, line, size=NAME_SIZE, fill=fill, semibold=False, middle=True)


def _draw_plate(path: Path, theme: Theme) -> Iterator[str]:
    if path.plate is None:
        return
    color = theme[f"link.{path.kind}"]
    yield svg_marks.box(path.plate, fill=theme["plate.fill"], stroke=color, radius=4, width=1)
    middle = path.plate.center
    baseline = middle.y + PLATE_SIZE * 0.34
    yield svg_marks.text(
        middle.x, baseline, path.label, size=PLATE_SIZE, fill=theme["text"], semibold=False, middle=True
    )

"""The items of a diagram: containers, tiles and links, painted from values."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QPolygonF,
    QStaticText,
)
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.drill import CHIP, Line
from trainer.cloud.topology import Container, ContainerKind
from trainer.layout.badges import FARTHEST
from trainer.layout.geometry import Box, Path, Point, Rect, Tile
from trainer.layout.labels import label_lines, wrap_name, wrap_statement
from trainer.layout.sizes import (
    BADGE,
    ICON_SIZE,
    LABEL_SIZE,
    LINE_HEIGHT,
    NAME_SIZE,
    PLATE_SIZE,
    SECOND_LINE_HEIGHT,
    SECOND_LINE_SIZE,
)
from trainer.layout.svg import container_tokens
from trainer.tokens import RADIUS
from trainer.ui.look import Look, measure_text, text_font

OUTLINE, DASH, DASH_GAP = 1.5, 6.0, 4.0
DASHED = frozenset({ContainerKind.REGION, ContainerKind.AZ, ContainerKind.GROUP, ContainerKind.ON_PREMISES})

_ROOM = FARTHEST + BADGE / 2 + 2
"""Around a line, for its head and for the badge beside it."""

_HIT_WIDTH = 14.0
"""How wide a line is for the pointer."""

LINE_STYLES = {
    "traffic": Qt.PenStyle.SolidLine,
    "replication": Qt.PenStyle.DashLine,
    "trigger": Qt.PenStyle.DotLine,
}


def to_rectf(rect: Rect) -> QRectF:
    """A rectangle of the layout in Qt's terms."""
    return QRectF(rect.x, rect.y, rect.width, rect.height)


@dataclass(frozen=True, slots=True)
class _Fonts:
    """The fonts of a diagram, made once."""

    label: QFont
    second: QFont
    name: QFont
    plate: QFont
    name_height: float


@lru_cache(maxsize=1)
def _fonts() -> _Fonts:
    name = text_font(int(NAME_SIZE))
    return _Fonts(
        label=text_font(int(LABEL_SIZE), semibold=True),
        second=text_font(int(SECOND_LINE_SIZE)),
        name=name,
        plate=text_font(int(PLATE_SIZE)),
        name_height=QFontMetricsF(name).height() - 2,
    )


def static_text(text: str) -> QStaticText:
    """A text that is laid out once and painted often."""
    static = QStaticText(text)
    static.setTextFormat(Qt.TextFormat.PlainText)
    static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    return static


def dash_rects(rect: QRectF) -> list[QRectF]:
    """The dashes along the straight parts of a rounded outline."""
    half = OUTLINE / 2
    dashes: list[QRectF] = []
    x = rect.left() + RADIUS
    while x + DASH <= rect.right() - RADIUS:
        dashes += [QRectF(x, y - half, DASH, OUTLINE) for y in (rect.top(), rect.bottom())]
        x += DASH + DASH_GAP
    y = rect.top() + RADIUS
    while y + DASH <= rect.bottom() - RADIUS:
        dashes += [QRectF(x - half, y, OUTLINE, DASH) for x in (rect.left(), rect.right())]
        y += DASH + DASH_GAP
    return dashes


class RectItem(QGraphicsItem):
    """An item that fills a rectangle which can glide to another place."""

    def __init__(self, look: Look, rect: QRectF) -> None:
        super().__init__()
        self.look = look
        self.rect = rect

    def set_rect(self, rect: QRectF) -> None:
        """Takes another rectangle."""
        if rect != self.rect:
            self.prepareGeometryChange()
            self.rect = rect
            self.update()

    @override
    def boundingRect(self) -> QRectF:
        margin = BADGE / 2 + 2
        return self.rect.adjusted(-margin, -margin, margin, margin)


class ContainerItem(RectItem):
    """A place: its box, its label, and whether the pointer or the keyboard is on it."""

    def __init__(self, look: Look, container: Container, box: Box) -> None:
        super().__init__(look, to_rectf(box.rect))
        self.container = container
        self.tokens = container_tokens(container)
        self.lines = [static_text(line) for line in label_lines(container)]
        self.label_offset = QPointF(box.label.x - box.rect.x, box.label.y - box.rect.y)
        self.lit = False
        self.keyed = False
        self._dashes: tuple[QRectF, list[QRectF]] | None = None
        self.setZValue(box.depth)

    def light(self, *, lit: bool, keyed: bool) -> None:
        """Shows that a piece can be put here (not whether that is right), or that the keyboard is here."""
        if (lit, keyed) != (self.lit, self.keyed):
            self.lit, self.keyed = lit, keyed
            self.update()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        stroke = self.look.color(f"{self.tokens}.stroke")
        painter.setBrush(self.look.color("accent.tint" if self.lit else f"{self.tokens}.fill"))
        if self.lit or self.keyed:
            painter.setPen(QPen(self.look.color("focus"), 3))
            painter.drawRoundedRect(self.rect.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        elif self.container.kind in DASHED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(self.rect, RADIUS, RADIUS)
            self._paint_dashes(painter, stroke)
        else:
            painter.setPen(QPen(stroke, OUTLINE))
            painter.drawRoundedRect(self.rect, RADIUS, RADIUS)
        self._paint_label(painter, stroke)

    def _paint_dashes(self, painter: QPainter, stroke: QColor) -> None:
        """A dashed outline of small rectangles: ten times as fast as a dashed pen on a box of this size."""
        if self._dashes is None or self._dashes[0] != self.rect:
            self._dashes = (QRectF(self.rect), dash_rects(self.rect))
        painter.setBrush(stroke)
        painter.drawRects(self._dashes[1])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(stroke, OUTLINE))
        size = 2 * RADIUS
        box = self.rect
        for x, y, start in (
            (box.left(), box.top(), 90),
            (box.right() - size, box.top(), 0),
            (box.left(), box.bottom() - size, 180),
            (box.right() - size, box.bottom() - size, 270),
        ):
            painter.drawArc(QRectF(x, y, size, size), (start + 15) * 16, 60 * 16)

    def _paint_label(self, painter: QPainter, stroke: QColor) -> None:
        at = self.rect.topLeft() + self.label_offset
        painter.setPen(stroke)
        painter.setFont(_fonts().label)
        painter.drawStaticText(at, self.lines[0])
        painter.setPen(self.look.color("text.muted"))
        painter.setFont(_fonts().second)
        for number, line in enumerate(self.lines[1:]):
            painter.drawStaticText(QPointF(at.x(), at.y() + LINE_HEIGHT + SECOND_LINE_HEIGHT * number), line)


class TileItem(RectItem):
    """A piece, or a part of one, in a container: symbol, name and how it is judged."""

    def __init__(self, look: Look, tile: Tile, service: str, name: str) -> None:
        super().__init__(look, to_rectf(tile.rect))
        self.piece = tile.piece
        self.container = tile.container
        self.service = service
        wrap = wrap_statement if service == CHIP else wrap_name
        self.name_lines = [static_text(line) for line in wrap(name, tile.rect.width - 8, measure_text)]
        self.state: str | None = None
        self.lit = False
        self.picked = False
        self.dimmed = False
        self.setZValue(100)

    def show_state(self, state: str | None) -> None:
        """Takes a piece state: right, wrong, pending, or None for a fixture."""
        if state != self.state:
            self.state = state
            self.update()

    def light(self, *, lit: bool, picked: bool, dimmed: bool) -> None:
        """Shows that the other tiles of its piece are under the pointer, that it is picked, or being dragged."""
        if (lit, picked, dimmed) != (self.lit, self.picked, self.dimmed):
            self.lit, self.picked, self.dimmed = lit, picked, dimmed
            self.update()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self.dimmed:
            painter.setOpacity(0.35)
        outline = {"right": "success", "wrong": "error", "pending": "pending"}.get(self.state or "", "tile.stroke")
        pen = QPen(self.look.color(outline), 2.0 if self.state else 1.2)
        if self.state == "pending":
            pen.setDashPattern([4, 2.5])
        if self.picked or self.lit:
            pen = QPen(self.look.color("focus"), 3.0)
        painter.setPen(pen)
        painter.setBrush(self.look.color("tile.fill"))
        painter.drawRoundedRect(self.rect, RADIUS, RADIUS)
        paint_tile_content(painter, self.look, self.rect, self.service, self.name_lines)
        if self.state:
            paint_badge(painter, self.look, self.rect.topRight(), self.state)


def paint_tile_content(
    painter: QPainter, look: Look, rect: QRectF, service: str, name_lines: list[QStaticText]
) -> None:
    """The symbol with the name below it; of a statement, which has no symbol, the words."""
    painter.setPen(look.color("text"))
    painter.setFont(_fonts().name)
    height = _fonts().name_height
    if service == CHIP:
        above = 0.0
    else:
        icon = look.service_icon(service, CATALOGUE[service].category, int(ICON_SIZE))
        painter.drawPixmap(QPointF(rect.center().x() - ICON_SIZE / 2, rect.top() + 8), icon)
        above = 8 + ICON_SIZE
    top = rect.top() + above + (rect.height() - above - height * len(name_lines)) / 2 - 1
    for number, line in enumerate(name_lines):
        width = measure_text(line.text(), NAME_SIZE)
        painter.drawStaticText(QPointF(rect.center().x() - width / 2, top + number * height), line)


def paint_badge(painter: QPainter, look: Look, center: QPointF, state: str) -> None:
    """A disc at a tile's corner that says right, wrong or still open by its sign as well as by its colour."""
    token = {"right": "success", "wrong": "error"}.get(state, "pending")
    disc = QRectF(center.x() - BADGE / 2, center.y() - BADGE / 2, BADGE, BADGE)
    painter.setPen(QPen(look.color("tile.fill"), 2))
    painter.setBrush(look.color(token))
    painter.drawEllipse(disc)
    sign = QPen(look.color("on.accent") if look.name == "dark" else QColor(Qt.GlobalColor.white), 2.2)
    sign.setCapStyle(Qt.PenCapStyle.RoundCap)
    sign.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(sign)
    x, y = center.x(), center.y()
    if state == "right":
        painter.drawPolyline(QPolygonF([QPointF(x - 4, y + 0.5), QPointF(x - 1, y + 3.5), QPointF(x + 4.5, y - 3)]))
    elif state == "wrong":
        painter.drawLine(QPointF(x, y - 4.5), QPointF(x, y + 0.8))
        painter.drawPoint(QPointF(x, y + 4.4))
    else:
        for shift in (-4.0, 0.0, 4.0):
            painter.drawPoint(QPointF(x + shift, y))


class LinkItem(QGraphicsItem):
    """A line between two tiles, with an arrow head and its label on a plate."""

    def __init__(self, look: Look, path: Path) -> None:
        super().__init__()
        self.look = look
        self.path = path
        self._line, self._head = _trace(path)
        self.line: Line | None = None
        self.state: str | None = None
        self.picked = False
        self._badge: Point | None = None
        self.setZValue(50)

    def show_line(self, line: Line | None, state: str | None, badge: Point | None = None) -> None:
        """Says which line of the learner it is, if it is one, how that is judged, and where its badge stands."""
        if (line, state, badge) != (self.line, self.state, self._badge):
            self.prepareGeometryChange()
            self.line, self.state, self._badge = line, state, badge
            self.update()

    def light(self, *, picked: bool) -> None:
        """Shows that it is picked."""
        if picked != self.picked:
            self.picked = picked
            self.update()

    def is_near(self, point: QPointF) -> bool:
        """Whether a point is on the line, or as near as a pointer hits it."""
        stroker = QPainterPathStroker()
        stroker.setWidth(_HIT_WIDTH)
        return stroker.createStroke(self._line).contains(point)

    @override
    def boundingRect(self) -> QRectF:
        bounds = self._line.boundingRect().adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        return bounds.united(to_rectf(self.path.plate)) if self.path.plate else bounds

    @override
    def shape(self) -> QPainterPath:
        return QPainterPath()  # the scene asks `is_near`: Qt's own search would look at every bounding box

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        token = {"right": "success", "wrong": "error"}.get(self.state or "", f"link.{self.path.kind}")
        color = self.look.color("focus" if self.picked else token)
        painter.setPen(QPen(color, 3.0 if self.picked else 1.6, LINE_STYLES[self.path.kind]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(color))
        painter.drawPolygon(self._head)
        if self.path.plate is not None:
            plate = to_rectf(self.path.plate)
            painter.setBrush(self.look.color("plate.fill"))
            painter.setPen(QPen(color, 1))
            painter.drawRoundedRect(plate, 4, 4)
            painter.setPen(self.look.color("text"))
            painter.setFont(_fonts().plate)
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, self.path.label)
        if self.state and self._badge is not None:
            paint_badge(painter, self.look, QPointF(*self._badge), self.state)


class RubberLine(QGraphicsItem):
    """The line that is being drawn, from a tile to the pointer."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._from, self._to = QPointF(), QPointF()
        self.setZValue(200)
        self.hide()

    def stretch(self, start: QRectF, end: QPointF) -> None:
        """Leads from the middle of a tile to a point."""
        self.prepareGeometryChange()
        self._from, self._to = start.center(), end
        self.show()
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        return QRectF(self._from, self._to).normalized().adjusted(-12, -12, 12, 12)

    @override
    def shape(self) -> QPainterPath:
        return QPainterPath()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        color = self.look.color("focus")
        painter.setPen(QPen(color, 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(self._from, self._to)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(self._to, 5, 5)


def _trace(path: Path) -> tuple[QPainterPath, QPolygonF]:
    """The line with rounded corners, and the arrow head at its end."""
    points = [QPointF(point.x, point.y) for point in path.points]
    line = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        line.lineTo(_towards(corner, before, 6))
        line.quadTo(corner, _towards(corner, after, 6))
    end, before = points[-1], points[-2]
    line.lineTo(_towards(end, before, 7))
    back = _towards(end, before, 9)
    across = QPointF(back.y() - end.y(), end.x() - back.x()) * (4.5 / 9)
    return line, QPolygonF([end, back + across, back - across])


def _towards(start: QPointF, end: QPointF, length: float) -> QPointF:
    """The point at a distance from a start on the way to an end, at most half of the way."""
    along = end - start
    whole = max(abs(along.x()), abs(along.y()), 0.001)
    return start + along * min(length / whole, 0.5)


def geometry_key(value: Any) -> tuple[Any, ...]:
    """What identifies a tile or a path from one geometry to the next."""
    if isinstance(value, Tile):
        return value.piece, value.container
    return value.link, value.points, value.plate

"""The view of a diagram: zoom, pan, mouse and keyboard, told as requests."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGraphicsView
from typing_extensions import override

from trainer.cloud.drill import Line
from trainer.cloud.topology import Topology
from trainer.ui.diagram.scene import DiagramScene, TileKey

_LARGEST, _SMALLEST = 3.0, 0.3
_LARGEST_FIT = 1.25
_STEP = 1.15
_TYPING_PAUSE_MS = 1000


class DiagramView(QGraphicsView):
    """Shows a diagram and says what the learner did to it.

    Signals:
        tile_clicked: a tile (piece, container).
        place_chosen: a container, by click or Enter.
        drag_began: a tile is dragged off (piece, container, global position).
        drag_moved: the drag goes on (global position).
        drag_ended: the mouse button was let go (global position).
        tile_returned: Delete on a tile (piece, container).
        cancelled: Escape.
        cursor_moved: the keyboard is on another container.
        node_chosen: where lines are drawn: a piece or fixture, by click or Enter.
        line_clicked: a line that the learner drew (from, to).
        line_returned: Delete on a line (from, to), or on the piece that it leads away from (from, nothing).
    """

    tile_clicked = Signal(str, str)
    place_chosen = Signal(str)
    drag_began = Signal(str, str, QPoint)
    drag_moved = Signal(QPoint)
    drag_ended = Signal(QPoint)
    tile_returned = Signal(str, str)
    cancelled = Signal()
    cursor_moved = Signal(str)
    node_chosen = Signal(str)
    line_clicked = Signal(str, str)
    line_returned = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Diagram"))
        self.setAccessibleDescription(
            self.tr(
                "Arrow keys go from place to place, Enter puts the picked piece there, typing finds a place by name."
            )
        )
        self._topology: Topology | None = None
        self._cursor: str | None = None
        self._connects = False
        self._line: Line | None = None
        self._pressed: tuple[TileKey | None, QPoint] | None = None
        self._dragging = False
        self._pan_from: QPoint | None = None
        self._panning = False
        self._fitted = True
        self._typed = ""
        self._typed_at = 0
        self._deeds = {
            Qt.Key.Key_Escape: self.cancelled.emit,
            Qt.Key.Key_Return: self._choose_cursor,
            Qt.Key.Key_Enter: self._choose_cursor,
            Qt.Key.Key_Delete: self._return_tile,
            Qt.Key.Key_Backspace: self._return_tile,
            Qt.Key.Key_0: self.fit,
            Qt.Key.Key_Plus: lambda: self.zoom(_STEP),
            Qt.Key.Key_Equal: lambda: self.zoom(_STEP),
            Qt.Key.Key_Minus: lambda: self.zoom(1 / _STEP),
        }

    def show_scene(self, scene: DiagramScene, topology: Topology) -> None:
        """Shows another diagram."""
        self.setScene(scene)
        self._topology = topology
        self._cursor = None
        self._connects = False
        self.fit()

    @property
    def connects(self) -> bool:
        """Whether lines are drawn, instead of pieces placed."""
        return self._connects

    def draw_lines(self, *, wanted: bool) -> None:
        """Lets drags, clicks and keys draw lines between tiles, or again move tiles between containers."""
        if wanted != self._connects:
            self._connects = wanted
            self._cursor = None
            self.pick_line(None)
            self.diagram.light(None)
            self.diagram.light_nodes(None, None)

    def pick_line(self, line: Line | None) -> None:
        """Marks a line, which Delete then takes away."""
        self._line = line
        self.diagram.light_line(line)

    def node_under(self, at: QPoint) -> str | None:
        """The piece or fixture at a global position, if the view is there."""
        local = self.viewport().mapFromGlobal(at)
        if not self.viewport().rect().contains(local):
            return None
        found = self.diagram.node_at(self.mapToScene(local))
        return found[0] if found else None

    @property
    def diagram(self) -> DiagramScene:
        """The scene shown."""
        scene = self.scene()
        assert isinstance(scene, DiagramScene)
        return scene

    @property
    def cursor_place(self) -> str | None:
        """The container that the keyboard is on."""
        return self._cursor if self.hasFocus() else None

    def fit(self) -> None:
        """Shows the whole diagram, as large as it is easy to read."""
        self._fitted = True
        if self.scene() is None:
            return
        area = self.scene().sceneRect()
        size = self.viewport().size()
        if area.isEmpty() or size.isEmpty():
            return
        scale = min(size.width() / area.width(), size.height() / area.height(), _LARGEST_FIT)
        self.resetTransform()
        self.scale(scale, scale)
        self.centerOn(area.center())

    def refit(self) -> None:
        """Fits again where the learner has not zoomed by hand."""
        if self._fitted:
            self.fit()

    def zoom(self, factor: float) -> None:
        """Makes everything larger or smaller."""
        now = self.transform().m11()
        wanted = max(_SMALLEST, min(_LARGEST, now * factor))
        self._fitted = False
        self.scale(wanted / now, wanted / now)

    def place_under(self, at: QPoint) -> str | None:
        """The container at a global position, if the view is there."""
        local = self.viewport().mapFromGlobal(at)
        if not self.viewport().rect().contains(local):
            return None
        return self.diagram.container_at(self.mapToScene(local))

    def scene_point(self, at: QPoint) -> QPointF:
        """A global position in the scene."""
        return self.mapToScene(self.viewport().mapFromGlobal(at))

    def announce(self, text: str) -> None:
        """Lets a screen reader say something."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def move_cursor(self, container: str) -> None:
        """Puts the keyboard on a container; where lines are drawn, on a piece or fixture."""
        self._cursor = container
        if self._connects:
            self.diagram.light_nodes(None, container)
            self.ensureVisible(self._stops()[container], 20, 20)
            self.cursor_moved.emit(container)
            return
        self.diagram.light(None, container)
        self.ensureVisible(self.diagram.container_rect(container), 20, 20)
        self.cursor_moved.emit(container)

    # Mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.MiddleButton or (
            self._panning and event.button() is Qt.MouseButton.LeftButton
        ):
            self._pan_from = event.position().toPoint()
            return
        if event.button() is Qt.MouseButton.LeftButton:
            find = self.diagram.node_at if self._connects else self.diagram.tile_at
            tile = find(self.mapToScene(event.position().toPoint()))
            self._pressed = (tile, event.globalPosition().toPoint())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None:
            self._pan(event.position().toPoint())
            return
        at = event.globalPosition().toPoint()
        if self._pressed is None:
            return
        tile, start = self._pressed
        if self._dragging:
            self.drag_moved.emit(at)
        elif tile is not None and (at - start).manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self.drag_began.emit(tile[0], tile[1], at)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pan_from = None
        if self._pressed is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        tile, _ = self._pressed
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self.drag_ended.emit(event.globalPosition().toPoint())
        elif self._connects:
            self._click(tile, self.mapToScene(event.position().toPoint()))
        elif tile is not None:
            self.tile_clicked.emit(*tile)
        elif place := self.diagram.container_at(self.mapToScene(event.position().toPoint())):
            self.place_chosen.emit(place)

    def _click(self, tile: TileKey | None, at: QPointF) -> None:
        """A click where lines are drawn: on a tile, on a line, or beside both."""
        line = None if tile else self.diagram.line_at(at)
        if tile is not None:
            self.node_chosen.emit(tile[0])
        elif line is not None:
            self.line_clicked.emit(*line)
        else:
            self.cancelled.emit()

    def _pan(self, at: QPoint) -> None:
        assert self._pan_from is not None
        moved = at - self._pan_from
        self._pan_from = at
        self._fitted = False
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom(1 + event.value())
            return True
        return super().viewportEvent(event)

    # Keyboard

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Space:
            self._panning = True
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif key in _ARROWS:
            self._go(_ARROWS[key])
        elif key in self._deeds and not (event.text().isprintable() and self._is_typing(event)):
            self._typed = ""
            self._deeds[key]()
        elif event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._find_by_typing(event)
        else:
            super().keyPressEvent(event)

    def _choose_cursor(self) -> None:
        if self._cursor is not None:
            (self.node_chosen if self._connects else self.place_chosen).emit(self._cursor)

    def _return_tile(self) -> None:
        if self._connects:
            if self._line is not None:
                self.line_returned.emit(*self._line)
            elif self._cursor is not None:
                self.line_returned.emit(self._cursor, "")
            return
        for piece, container in self.diagram.tiles_in(self._cursor)[-1:] if self._cursor else ():
            self.tile_returned.emit(piece, container)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._panning = False
            self.viewport().unsetCursor()
        super().keyReleaseEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.start_at_cursor()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.scene() is not None:
            self.diagram.light(None)
            self.diagram.light_nodes(None, None)

    def start_at_cursor(self) -> None:
        """Puts the keyboard where it was last, or on the first place."""
        if stops := self._stops():
            self.move_cursor(self._cursor if self._cursor in stops else next(iter(stops)))

    def _stops(self) -> dict[str, QRectF]:
        """Where the arrow keys can go: the containers, or where lines are drawn the pieces and fixtures."""
        if self._connects:
            return {key[0]: rect for key in self.diagram.nodes() if (rect := self.diagram.tile_rect(key)) is not None}
        return {name: self.diagram.container_rect(name) for name in self._topology or ()}

    def _go(self, direction: QPointF) -> None:
        """Goes to the nearest place in a direction; up also leads out of a box, down into it."""
        stops = self._stops()
        if self._cursor not in stops:
            self.start_at_cursor()
            return
        here = _anchor(stops[self._cursor])
        best: tuple[float, str] | None = None
        for name, rect in stops.items():
            way = _anchor(rect) - here
            ahead = QPointF.dotProduct(way, direction)
            aside = abs(QPointF.dotProduct(way, QPointF(direction.y(), direction.x())))
            if name != self._cursor and ahead > 4 and (best is None or ahead + 2 * aside < best[0]):  # noqa: PLR2004
                best = (ahead + 2 * aside, name)
        if best is not None:
            self.move_cursor(best[1])

    def _is_typing(self, event: QKeyEvent) -> bool:
        """Whether the beginning of a name was just typed; 0 and - belong to it then."""
        return bool(self._typed) and event.timestamp() - self._typed_at <= _TYPING_PAUSE_MS

    def _find_by_typing(self, event: QKeyEvent) -> None:
        assert self._topology is not None
        if not self._is_typing(event):
            self._typed = ""
        self._typed_at = event.timestamp()
        self._typed += event.text().lower()
        labels = self.diagram.node_names() if self._connects else {c.id: c.label for c in self._topology.values()}
        for name, label in labels.items():
            if self._typed in label.lower() or self._typed in name:
                self.move_cursor(name)
                return

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()


_ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


def _anchor(rect: QRectF) -> QPointF:
    """The point of a box that directions are measured from: its top middle, so that nested boxes differ."""
    return QPointF(rect.center().x(), rect.top())

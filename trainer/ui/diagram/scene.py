"""The scene of a diagram: shows a geometry, and tells what lies where. It never invents positions."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QVariantAnimation
from PySide6.QtWidgets import QGraphicsScene

from trainer.cloud.drill import Drill, Line
from trainer.layout.geometry import Geometry, Path, Point
from trainer.tokens import GLIDE_MS
from trainer.ui.diagram.items import ContainerItem, LinkItem, RectItem, RubberLine, TileItem, geometry_key, to_rectf
from trainer.ui.look import Look

TileKey = tuple[str, str]
"""Piece and container."""


class DiagramScene(QGraphicsScene):
    """The diagram of one drill, updated in place from geometry to geometry."""

    def __init__(self, look: Look, drill: Drill) -> None:
        super().__init__()
        self._look = look
        self._drill = drill
        self._services = {piece.id: (piece.service, piece.name) for piece in drill.pieces.values()}
        self._services |= {fixture.id: (fixture.service, fixture.name) for fixture in drill.fixtures}
        self._containers: dict[str, ContainerItem] = {}
        self._tiles: dict[TileKey, TileItem] = {}
        self._links: dict[tuple[object, ...], LinkItem] = {}
        self._rubber = RubberLine(look)
        self.addItem(self._rubber)
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(GLIDE_MS)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._glide_to)
        self._glide.finished.connect(self._show_links)
        self._ways: list[tuple[RectItem, QRectF, QRectF]] = []
        look.changed.connect(self.update)

    def show_geometry(self, geometry: Geometry, arrivals: Mapping[TileKey, QRectF] | None = None) -> None:
        """Shows boxes and tiles; what moves glides there, where motion is wanted. The lines follow by `show_paths`.

        Args:
            geometry: final positions; its paths are not looked at.
            arrivals: where tiles that are new come from, in scene coordinates.
        """
        self._glide.stop()
        self.setSceneRect(QRectF(-12, -12, geometry.width + 24, geometry.height + 24))
        ways: list[tuple[RectItem, QRectF, QRectF]] = []
        for box in geometry.boxes:
            item = self._containers.get(box.container)
            if item is None:
                item = ContainerItem(self._look, self._drill.topology[box.container], box)
                self._containers[box.container] = item
                self.addItem(item)
            ways.append((item, item.rect, to_rectf(box.rect)))
        gone = self._drop_tiles(geometry)
        for tile in geometry.tiles:
            key = (tile.piece, tile.container)
            target = to_rectf(tile.rect)
            item = self._tiles.get(key)
            if item is None:
                item = TileItem(self._look, tile, *self._services[tile.piece])
                item.set_rect((arrivals or {}).get(key, target))
                self._tiles[key] = item
                self.addItem(item)
            ways.append((item, item.rect, target))
        self._ways = [(item, start, end) for item, start, end in ways if start != end]
        if gone or any(isinstance(item, ContainerItem) for item, _, _ in self._ways):
            self._hide_links()  # they would hang in the air
        if self._ways and self._look.glides:
            self._glide.start()
        else:
            self._glide_to(1.0)

    def _drop_tiles(self, geometry: Geometry) -> bool:
        """Takes out the tiles that are no longer there; whether there were any."""
        present = {(tile.piece, tile.container) for tile in geometry.tiles}
        gone = self._tiles.keys() - present
        for key in gone:
            self.removeItem(self._tiles.pop(key))
        return bool(gone)

    def show_paths(
        self, paths: Sequence[Path], drawn: Mapping[int, Line], states: Mapping[int, str], badges: Mapping[int, Point]
    ) -> None:
        """Shows these lines and no others, once everything is in its place.

        Args:
            paths: as they were laid out.
            drawn: the ends of those that the learner drew, by the number of the path.
            states: how they are judged, likewise.
            badges: where their badges stand, likewise.
        """
        wanted = {geometry_key(path): number for number, path in enumerate(paths)}
        for key in self._links.keys() - wanted.keys():
            self.removeItem(self._links.pop(key))
        for key, number in wanted.items():
            if key not in self._links:
                self._links[key] = LinkItem(self._look, paths[number])
                self._links[key].hide()
                self.addItem(self._links[key])
            self._links[key].show_line(drawn.get(number), states.get(number), badges.get(number))
        if not self.is_gliding:
            self._show_links()

    def _hide_links(self) -> None:
        for link in self._links.values():
            link.hide()

    def _show_links(self) -> None:
        for link in self._links.values():
            link.show()

    def _glide_to(self, part: float) -> None:
        for item, start, end in self._ways:
            item.set_rect(
                QRectF(
                    start.x() + (end.x() - start.x()) * part,
                    start.y() + (end.y() - start.y()) * part,
                    start.width() + (end.width() - start.width()) * part,
                    start.height() + (end.height() - start.height()) * part,
                )
            )

    @property
    def is_gliding(self) -> bool:
        """Whether something is still on its way."""
        return self._glide.state() is QVariantAnimation.State.Running

    def show_states(self, states: Mapping[str, str]) -> None:
        """Marks every tile by the state of its piece."""
        for (piece, _), item in self._tiles.items():
            item.show_state(states.get(piece))

    def mark_tiles(self, states: Mapping[TileKey, str]) -> None:
        """Marks single tiles otherwise than their piece: of a spanning piece only one tile may be wrong."""
        for key, state in states.items():
            if key in self._tiles:
                self._tiles[key].show_state(state)

    def light(self, place: str | None, cursor: str | None = None) -> None:
        """Lights up the container under the pointer, and the one that the keyboard is on."""
        for name, item in self._containers.items():
            item.light(lit=name == place, keyed=name == cursor)

    def light_tiles(self, piece: str | None, picked: TileKey | None, dragged: TileKey | None) -> None:
        """Lights up the tiles of a piece, the picked tile, and dims the dragged one."""
        for key, item in self._tiles.items():
            item.light(lit=key[0] == piece and picked is None, picked=key == picked, dimmed=key == dragged)

    def light_nodes(self, picked: str | None, cursor: str | None) -> None:
        """Lights up the piece that a line begins at, and the one under pointer or keyboard."""
        for (piece, _), item in self._tiles.items():
            item.light(lit=piece == cursor, picked=piece == picked, dimmed=False)

    def node_names(self) -> Mapping[str, str]:
        """The names of what lines can begin and end at, by id."""
        return {piece: self._services[piece][1] for piece, _ in self._tiles}

    def light_line(self, line: Line | None) -> None:
        """Lights up a line that is picked."""
        for item in self._links.values():
            item.light(picked=line is not None and item.line == line)

    def stretch(self, start: str | None, end: QPointF | None = None) -> None:
        """Draws a line that is being drawn from a piece to the pointer; None ends it."""
        rects = [item.rect for (piece, _), item in self._tiles.items() if piece == start]
        if end is None or not rects:
            self._rubber.hide()
            return
        near = min(rects, key=lambda rect: (rect.center() - end).manhattanLength())
        self._rubber.stretch(near, end)

    def container_at(self, point: QPointF) -> str | None:
        """The innermost container at a point."""
        found = [item for item in self._containers.values() if item.rect.contains(point)]
        return max(found, key=lambda item: item.zValue()).container.id if found else None

    def tile_at(self, point: QPointF) -> TileKey | None:
        """The piece's tile at a point; fixtures do not count, since nobody can move them."""
        for key, item in self._tiles.items():
            if item.rect.contains(point) and key[0] in self._drill.pieces:
                return key
        return None

    def node_at(self, point: QPointF) -> TileKey | None:
        """The tile at a point, fixtures included: what a line can begin or end at."""
        return next((key for key, item in self._tiles.items() if item.rect.contains(point)), None)

    def nodes(self) -> Iterable[TileKey]:
        """All tiles, fixtures included."""
        return tuple(self._tiles)

    def line_at(self, point: QPointF) -> Line | None:
        """The line that the learner drew at a point, or nearly there."""
        return next((item.line for item in self._links.values() if item.line and item.is_near(point)), None)

    def tile_rect(self, key: TileKey) -> QRectF | None:
        """Where a tile is now."""
        item = self._tiles.get(key)
        return item.rect if item else None

    def tiles_in(self, container: str) -> tuple[TileKey, ...]:
        """The movable tiles of a container."""
        return tuple(key for key in self._tiles if key[1] == container and key[0] in self._drill.pieces)

    def container_rect(self, container: str) -> QRectF:
        """Where a container is now."""
        return self._containers[container].rect

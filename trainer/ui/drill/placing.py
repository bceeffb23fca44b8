"""Placing pieces: by drag, by two clicks, or by keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, QRectF

from trainer.cloud.board import can_hold
from trainer.layout.sizes import TILE_HEIGHT, TILE_WIDTH
from trainer.study.drill_session import DrillSession, Step
from trainer.ui.diagram.scene import TileKey
from trainer.ui.drill.page import DrillPage

Deed = Callable[[], Step | None]
Arrivals = dict[TileKey, QRectF]


class PiecePlacer:
    """Turns what the learner does to the palette, to tiles and places into moves of pieces.

    Args:
        page: where all of it happens.
        session: takes the moves.
        act: does something that writes, and shows what came of it; tiles that are new come from given places.
        tell: says what to do next, on screen and to a screen reader.
        let_go: shows again how far the drill is.
    """

    def __init__(
        self,
        page: DrillPage,
        session: DrillSession,
        act: Callable[[Deed, Arrivals], None],
        tell: Callable[[str], None],
        let_go: Callable[[], None],
    ) -> None:
        self._page = page
        self._session = session
        self._act = act
        self._tell = tell
        self._let_go = let_go
        self._picked: tuple[str, str | None] | None = None
        self._dragged: tuple[str, str | None] | None = None

    def pick(self, piece: str, container: str | None) -> None:
        """A piece is picked, from the palette or from a container; once more lets it go."""
        if self._session.finished:
            return
        if self._picked == (piece, container):
            self.cancel()
            return
        self._picked = (piece, container)
        self.mark()
        name = self._session.drill.pieces[piece].name
        self._tell(self._tr("{name}: now choose its place. Esc lets go.").format(name=name))
        page = self._page
        if container is None and page.palette_list.hasFocus() and not page.outline.isVisible():
            page.view.setFocus()
            page.view.start_at_cursor()
        elif container is None and page.outline.isVisible():
            page.outline.setFocus()

    def click_tile(self, piece: str, container: str) -> None:
        """A tile was clicked: it is picked, or its container is the place for what is picked."""
        if self._picked is not None and self._picked[0] != piece:
            self.choose(container)
        else:
            self.pick(piece, container)

    def choose(self, container: str) -> None:
        """A place was chosen: what is picked goes there; by keyboard, what is there may be picked."""
        view = self._page.view
        if self._picked is None:
            tiles = view.diagram.tiles_in(container)
            if tiles and view.cursor_place == container:
                self.pick(*tiles[-1])
            return
        piece, source = self._picked
        self._picked = None
        self._act(lambda: self._session.place(piece, container, source), {})

    def take_back(self, piece: str, container: str) -> None:
        """A tile goes back to the palette."""
        self._picked = None
        self._act(lambda: self._session.take_back(piece, container), {})

    def return_picked(self) -> None:
        """A click into the palette puts a picked tile back."""
        if self._picked is not None and self._picked[1] is not None:
            self.take_back(self._picked[0], self._picked[1])
        else:
            self.cancel()

    def cancel(self) -> None:
        """Lets go of everything."""
        self._picked = self._dragged = None
        self._page.ghost.hide()
        self._page.view.diagram.light(None)
        self.mark()
        self._let_go()

    def forget(self) -> None:
        """Something else happened: nothing is picked any more."""
        self._picked = None

    def begin_drag(self, piece: str, container: str | None, at: QPoint) -> None:
        """A piece is dragged off."""
        if self._session.finished:
            return
        self._picked, self._dragged = None, (piece, container)
        self.mark()
        found = self._session.drill.pieces[piece]
        self._page.ghost.lift(found.service, found.name, at)

    def move_drag(self, at: QPoint) -> None:
        """It follows the pointer; what is below lights up as a place."""
        if self._dragged is None:
            return
        self._page.ghost.follow(at)
        place = self._page.view.place_under(at)
        self._page.view.diagram.light(place if place and can_hold(self._session.drill, place) else None)

    def end_drag(self, at: QPoint) -> None:
        """It is let go: over a place it stays, over the palette it goes back."""
        if self._dragged is None:
            return
        piece, source = self._dragged
        self._dragged = None
        view = self._page.view
        self._page.ghost.hide()
        view.diagram.light(None)
        place = view.place_under(at)
        if place is not None and can_hold(self._session.drill, place):
            came_from = view.scene_point(at)
            start = QRectF(came_from.x() - TILE_WIDTH / 2, came_from.y() - TILE_HEIGHT / 2, TILE_WIDTH, TILE_HEIGHT)
            self._act(lambda: self._session.place(piece, place, source), {(piece, place): start})
        elif source is not None and self._is_over_palette(at):
            self._act(lambda: self._session.take_back(piece, source), {})
        else:
            self.cancel()

    def mark(self) -> None:
        """Shows what is picked, and what is being dragged."""
        picked, dragged = self._picked, self._dragged
        self._page.palette_list.mark_picked(picked[0] if picked and picked[1] is None else None)
        tile = (picked[0], picked[1]) if picked and picked[1] is not None else None
        lifted = (dragged[0], dragged[1]) if dragged and dragged[1] is not None else None
        self._page.view.diagram.light_tiles(None, tile, lifted)

    def _is_over_palette(self, at: QPoint) -> bool:
        return self._page.panel.rect().contains(self._page.panel.mapFromGlobal(at))

    @staticmethod
    def _tr(text: str) -> str:
        return QCoreApplication.translate("PiecePlacer", text)

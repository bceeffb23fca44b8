"""What is in place, shown everywhere at once: in the diagram, the outline, the table, the palette and the footer."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QTimer

from trainer.cloud.drill import Drill, Line, Link, Placement
from trainer.cloud.grading import PieceState, Verdict
from trainer.cloud.lines import drawn_lines, draws_lines, is_line, line_key, links_to_show
from trainer.layout.badges import badge_spots
from trainer.layout.geometry import Geometry
from trainer.layout.worker import lay_out_safely
from trainer.ui.diagram.scene import DiagramScene, TileKey
from trainer.ui.drill.page import DrillPage
from trainer.ui.drill.palette import palette_rows
from trainer.ui.drill.table import table_rows
from trainer.ui.look import Look, measure_text

_AFTER_THE_FRAME_MS = 1


class BoardDisplay(QObject):
    """Shows one drill's board.

    Args:
        page: where it is shown.
        drill: as it is attempted.
        look: for the colours.
        guarded: does something that may fail foreseeably; tells where it does.
        may_move: whether a tile or line may leave its place, None for the palette.
        guided: the palette says what each service is for.
    """

    def __init__(
        self,
        page: DrillPage,
        drill: Drill,
        look: Look,
        guarded: Callable[[Callable[[], object]], None],
        may_move: Callable[[str, str | None], bool],
        *,
        guided: bool,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._drill = drill
        self._guided = guided
        self._may_move = may_move
        self._placement: Placement = {}
        self._verdict: Verdict | None = None
        self.scene = DiagramScene(look, drill)
        self._links_due = QTimer(self)
        self._links_due.setSingleShot(True)
        self._links_due.setInterval(_AFTER_THE_FRAME_MS)
        self._links_due.timeout.connect(lambda: guarded(self._route_links))

    @property
    def is_settled(self) -> bool:
        """Whether everything is drawn, the links too."""
        return not self._links_due.isActive() and not self.scene.is_gliding

    def close(self) -> None:
        """Draws nothing any more."""
        self._links_due.stop()

    def draw(self, placement: Placement, arrivals: Mapping[TileKey, QRectF] | None = None) -> None:
        """Shows boxes and tiles at once; links never move them, and are routed when badge and text are painted.

        Args:
            placement: what is in place.
            arrivals: where tiles that are new come from, in scene coordinates.
        """
        self._placement = placement
        before = self.scene.sceneRect()
        self.scene.show_geometry(self._lay_out(()), arrivals)
        if self.scene.sceneRect() != before:
            self._page.view.refit()
        self._links_due.start()

    def judge(self, verdict: Verdict, *, can_change: bool, finished: bool = False) -> None:
        """Shows how everything is judged, and what is left to place.

        Args:
            verdict: what may be shown of it.
            can_change: whether anything can be moved now.
            finished: the attempt has ended, so that what is left in the palette belongs there.
        """
        self._verdict = verdict
        self._can_change = can_change
        page = self._page
        self.scene.show_states(self._states())
        self.scene.mark_tiles(self._tiles_beside_the_fault())
        rows = () if finished else palette_rows(self._drill, self._placement, guided=self._guided)
        page.palette_list.show_rows(rows)
        page.show_palette(filled=bool(rows))
        self.show_outline()
        self.show_table()

    def show_outline(self) -> None:
        """Keeps the tree in step while it is visible; hidden, it takes no time of a drop."""
        if self._page.outline.isVisible():
            self._page.outline.show_diagram(self._drill, self._placement, self._words())

    def show_table(self) -> None:
        """Keeps the table in step while it is visible."""
        if self._page.shows_table:
            rows = table_rows(self._drill, self._placement, self._words())
            self._page.table.show_rows(tuple(rows), self._may_move)

    def show_progress(self, *, finished: bool) -> None:
        """Shows how much is placed and drawn, and what is to be mended."""
        verdict, required = self._verdict, self._drill.required
        assert verdict is not None
        total = sum(piece.spans for piece in required)
        done = sum(len(self._placement.get(piece.id, ())) for piece in required)
        lines = sum(1 for _ in drawn_lines(self._placement))
        if draws_lines(self._drill):
            total += sum(not link.optional for link in self._drill.links)
            done += lines
        self._page.progress.show_part(min(done, total), total)
        if finished:
            self._page.status.setText(self._tr("Solved"))
            return
        parts = [self._tr("{placed} placed").format(placed=sum(map(len, self._tiles().values())))]
        if draws_lines(self._drill):
            drawn = self._tr("1 arrow") if lines == 1 else self._tr("{lines} arrows").format(lines=lines)
            parts = [*parts, drawn] if required else [drawn]
        states = [*verdict.pieces.values(), *verdict.lines.values()]
        if wrong := sum(state is PieceState.WRONG for state in states):
            parts.append(self._tr("{wrong} to mend").format(wrong=wrong))
        elif verdict.correct and self._can_change:
            parts.append(self._tr("all right, finish the drill"))
        self._page.status.setText(" · ".join(parts))

    def tell_place(self, place: str) -> None:
        """Lets a screen reader say what is in a container, or where the arrows of a piece lead."""
        view = self._page.view
        if view.connects:
            names = self.scene.node_names()
            ends = [names[end] for source, end in drawn_lines(self._placement) if source == place and end in names]
            told = self._tr("leads to {ends}").format(ends=", ".join(ends)) if ends else self._tr("no arrow from here")
            view.announce(f"{names[place]}: {told}")
            return
        inside = ", ".join(self._drill.pieces[piece].name for piece, _ in self.scene.tiles_in(place))
        view.announce(f"{self._drill.topology[place].label}: {inside or self._tr('empty')}")

    def _route_links(self) -> None:
        links = links_to_show(self._drill, self._placement)
        geometry = self._lay_out(links)
        paths, lines = geometry.paths, self._verdict.lines if self._verdict else {}
        drawn: dict[int, Line] = {}
        if draws_lines(self._drill):
            drawn = {number: (links[path.link].source, links[path.link].target) for number, path in enumerate(paths)}
        states = {number: str(lines[line]) for number, line in drawn.items() if line in lines}
        badges = badge_spots(geometry, {paths[number].link for number in states}) if states else {}
        self.scene.show_paths(paths, drawn, states, badges)
        self._page.legend.show_kinds([path.kind for path in paths])

    def _lay_out(self, links: Sequence[Link]) -> Geometry:
        return lay_out_safely(
            self._drill.topology,
            self._placement,
            self._drill.pieces,
            fixtures=self._drill.fixtures,
            links=links,
            measure=measure_text,
        )

    def _states(self) -> dict[str, str]:
        return {piece: str(state) for piece, state in self._verdict.pieces.items()} if self._verdict else {}

    def _tiles(self) -> dict[str, tuple[str, ...]]:
        """The places of pieces, without the lines."""
        return {piece: places for piece, places in self._placement.items() if not is_line(piece)}

    def _words(self) -> dict[tuple[str, str], str]:
        """How tiles and lines are judged, in words, by piece and place."""
        said = {"right": self._tr("right"), "wrong": self._tr("not right"), "pending": self._tr("right so far")}
        known = self._states()
        states = {(piece, place): known.get(piece, "") for piece, places in self._tiles().items() for place in places}
        states |= self._tiles_beside_the_fault()
        words = {key: said.get(state, "") for key, state in states.items()}
        lines = self._verdict.lines if self._verdict else {}
        return words | {(line_key(source), end): said[str(state)] for (source, end), state in lines.items()}

    def _tiles_beside_the_fault(self) -> dict[TileKey, str]:
        """Tiles of a wrong spanning piece that no finding names: they are open, not wrong."""
        verdict = self._verdict
        marked: dict[TileKey, str] = {}
        if verdict is None:
            return marked
        for piece, places in self._tiles().items():
            if len(places) < 2 or verdict.pieces.get(piece) is not PieceState.WRONG:  # noqa: PLR2004  # one tile is the piece
                continue
            faulty = {c for finding in verdict.errors if piece in finding.pieces for c in finding.containers}
            marked |= {(piece, place): "pending" for place in places if place not in faulty}
        return marked

    @staticmethod
    def _tr(text: str) -> str:
        return QCoreApplication.translate("BoardDisplay", text)

"""The presenter of a drill: turns what the learner does into calls of the session, and shows what came of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRectF, QTimer, Signal

from trainer.cloud.board import can_hold
from trainer.cloud.drill import Link, Mode
from trainer.cloud.grading import PieceState
from trainer.cloud.lines import drawn_lines, draws_lines, is_line, line_key, links_to_show
from trainer.errors import UserError
from trainer.layout.geometry import Geometry
from trainer.layout.sizes import TILE_HEIGHT, TILE_WIDTH
from trainer.layout.worker import lay_out_safely
from trainer.library.curriculum import Curriculum
from trainer.study.drill_session import DrillSession, Step
from trainer.ui.diagram.scene import DiagramScene, TileKey
from trainer.ui.drill.connecting import LineDrawer
from trainer.ui.drill.notes import NoteWriter
from trainer.ui.drill.page import DrillPage
from trainer.ui.drill.palette import palette_rows
from trainer.ui.drill.table import table_rows
from trainer.ui.look import Look, measure_text

_AFTER_THE_FRAME_MS = 1


class DrillPresenter(QObject):
    """Drives one drill on the page.

    Signals:
        failed: something foreseen went wrong; the text tells the learner what to do.
        changed: the drill's state was changed in the store.
    """

    failed = Signal(str)
    changed = Signal()

    def __init__(
        self, page: DrillPage, session: DrillSession, look: Look, curriculum: Callable[[], Curriculum]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._session = session
        self._look = look
        self._drill = session.drill
        self._writer = NoteWriter(self._drill, curriculum())
        self._picked: tuple[str, str | None] | None = None
        self._dragged: tuple[str, str | None] | None = None
        self._scene = DiagramScene(look, self._drill)
        self._lines = LineDrawer(page.view, session, self._act, self._tell)
        self._links_due = QTimer(self)
        self._links_due.setSingleShot(True)
        self._links_due.setInterval(_AFTER_THE_FRAME_MS)
        self._links_due.timeout.connect(self._draw_links)
        self._connections = self._connect()
        page.title.setText(self._drill.title)
        page.brief.setText(self._drill.brief)
        page.show_brief(shown=True)
        self._draw({})
        page.view.show_scene(self._scene, self._drill.topology)
        self._show_modes()
        self._show_all()
        page.feedback.show_notes(self._first_notes())
        page.palette_list.setFocus()

    @property
    def is_settled(self) -> bool:
        """Whether everything is drawn, the links too."""
        return not self._links_due.isActive() and not self._scene.is_gliding

    @property
    def session(self) -> DrillSession:
        """The attempt that is shown."""
        return self._session

    def _first_notes(self) -> tuple:
        if self._session.finished:
            from trainer.study.drill_session import Outcome  # noqa: PLC0415

            return self._writer.of_outcome(Outcome(self._session.verdict, unaided=False))
        return self._writer.at_start(self._session.verdict)

    def _connect(self) -> list[tuple[object, object]]:
        page = self._page
        pairs = [
            (page.palette_list.picked, lambda piece: self._pick(piece, None)),
            (page.palette_list.drag_began, lambda piece, at: self._begin_drag(piece, None, at)),
            (page.palette_list.drag_moved, self._move_drag),
            (page.palette_list.drag_ended, self._end_drag),
            (page.palette_list.clicked_beside, self._return_picked),
            (page.palette_list.cancelled, self._cancel),
            (page.view.tile_clicked, self._click_tile),
            (page.view.place_chosen, self._choose_place),
            (page.view.drag_began, self._begin_drag),
            (page.view.drag_moved, self._move_drag),
            (page.view.drag_ended, self._end_drag),
            (page.view.tile_returned, self._take_back),
            (page.view.cancelled, self._cancel),
            (page.view.cursor_moved, self._tell_place),
            (page.outline.place_chosen, self._choose_place),
            (page.outline.tile_clicked, self._click_tile),
            (page.outline.tile_returned, self._take_back),
            (page.outline.cancelled, self._cancel),
            (page.outline_shown, self._show_outline),
            (page.table_shown, self._show_table),
            (page.table.moved, self._move_in_table),
            (page.mode_wanted, self._work_in),
            (page.view.node_chosen, self._lines.choose),
            (page.view.line_clicked, self._lines.pick),
            (page.view.line_returned, self._lines.take_back),
            (page.undo_wanted, lambda: self._guarded(lambda: self._after(self._session.undo()))),
            (page.redo_wanted, lambda: self._guarded(lambda: self._after(self._session.redo()))),
            (page.hint_wanted, lambda: self._guarded(self._hint)),
            (page.finish_wanted, lambda: self._guarded(self._finish)),
            (page.restart_wanted, lambda: self._guarded(self._restart)),
        ]
        for signal, slot in pairs:
            signal.connect(slot)
        return pairs

    def close(self) -> None:
        """Lets go of the page, which another drill takes over."""
        self._links_due.stop()
        for signal, slot in self._connections:
            signal.disconnect(slot)  # type: ignore[attr-defined]  # a bound signal
        self._connections.clear()

    # Modes

    def _show_modes(self) -> None:
        """Offers the modes, and begins with what is still to be done."""
        drill, page = self._drill, self._page
        placing = next((mode for mode in drill.modes if mode is not Mode.CONNECT), None)
        names = {Mode.PLACE: self._tr("Place"), Mode.CLASSIFY: self._tr("Sort"), Mode.ORDER: self._tr("Order")}
        modes = {names[placing]: placing} if placing else {}
        if draws_lines(drill):
            modes[self._tr("Connect")] = Mode.CONNECT
        first = Mode.CONNECT if placing is None or (draws_lines(drill) and not self._to_place()) else placing
        page.show_modes(modes, first)
        page.name_palette(placing)
        self._work_in(first)

    def _work_in(self, mode: Mode) -> None:
        self._cancel()
        self._page.view.draw_lines(wanted=mode is Mode.CONNECT)
        if self._page.mode_choice is not None:
            self._page.mode_choice.show_value(mode)

    def _follow(self, piece: str) -> None:
        """Goes to the mode in which something just changed, or to the lines once all pieces are placed."""
        if not draws_lines(self._drill):
            return
        if is_line(piece) or not self._to_place():
            self._work_in(Mode.CONNECT)
        elif self._page.view.connects:
            self._work_in(next(mode for mode in self._drill.modes if mode is not Mode.CONNECT))

    def _to_place(self) -> bool:
        """Whether pieces that belong in the diagram are still in the palette."""
        placement = self._session.placement
        return any(len(placement.get(piece.id, ())) < piece.spans for piece in self._drill.required)

    def _move_in_table(self, piece: str, source: str, target: str) -> None:
        if target:
            self._act(lambda: self._session.place(piece, target, source or None))
        else:
            self._act(lambda: self._session.take_back(piece, source))

    def _act(self, deed: Callable[[], Step | None]) -> None:
        """Does something that may change the diagram, and shows what came of it."""
        self._guarded(lambda: self._after(deed()))

    def _tell(self, text: str) -> None:
        self._page.status.setText(text)
        self._page.view.announce(text)

    # Picking and placing

    def _pick(self, piece: str, container: str | None) -> None:
        if self._session.finished:
            return
        if self._picked == (piece, container):
            self._cancel()
            return
        self._picked = (piece, container)
        self._mark()
        name = self._drill.pieces[piece].name
        text = self._tr("{name}: now choose its place. Esc lets go.").format(name=name)
        self._page.status.setText(text)
        self._page.view.announce(text)
        if container is None and self._page.palette_list.hasFocus() and not self._page.outline.isVisible():
            self._page.view.setFocus()
            self._page.view.start_at_cursor()
        elif container is None and self._page.outline.isVisible():
            self._page.outline.setFocus()

    def _click_tile(self, piece: str, container: str) -> None:
        if self._picked is not None and self._picked[0] != piece:
            self._choose_place(container)
        else:
            self._pick(piece, container)

    def _choose_place(self, container: str) -> None:
        if self._picked is None:
            tiles = self._scene.tiles_in(container)
            if tiles and self._page.view.cursor_place == container:
                self._pick(*tiles[-1])
            return
        piece, source = self._picked
        self._picked = None
        self._guarded(lambda: self._after(self._session.place(piece, container, source)))

    def _take_back(self, piece: str, container: str) -> None:
        self._picked = None
        self._guarded(lambda: self._after(self._session.take_back(piece, container)))

    def _return_picked(self) -> None:
        """A click into the palette puts a picked tile back."""
        if self._picked is not None and self._picked[1] is not None:
            self._take_back(self._picked[0], self._picked[1])
        else:
            self._cancel()

    def _cancel(self) -> None:
        self._lines.cancel()
        self._picked = self._dragged = None
        self._page.ghost.hide()
        self._scene.light(None)
        self._mark()
        self._show_progress()

    # Dragging

    def _begin_drag(self, piece: str, container: str | None, at: QPoint) -> None:
        if self._session.finished:
            return
        if container is not None and self._page.view.connects:
            self._lines.begin_drag(piece, at)
            return
        self._picked, self._dragged = None, (piece, container)
        self._mark()
        found = self._drill.pieces[piece]
        self._page.ghost.lift(found.service, found.name, at)

    def _move_drag(self, at: QPoint) -> None:
        if self._dragged is None:
            self._lines.move_drag(at)
            return
        self._page.ghost.follow(at)
        place = self._page.view.place_under(at)
        self._scene.light(place if place and can_hold(self._drill, place) else None)

    def _end_drag(self, at: QPoint) -> None:
        if self._dragged is None:
            if self._lines.is_busy:
                self._lines.end_drag(at)
            return
        piece, source = self._dragged
        self._dragged = None
        self._page.ghost.hide()
        self._scene.light(None)
        place = self._page.view.place_under(at)
        if place is not None and can_hold(self._drill, place):
            came_from = self._page.view.scene_point(at)
            start = QRectF(came_from.x() - TILE_WIDTH / 2, came_from.y() - TILE_HEIGHT / 2, TILE_WIDTH, TILE_HEIGHT)
            self._guarded(lambda: self._after(self._session.place(piece, place, source), {(piece, place): start}))
        elif source is not None and self._is_over_palette(at):
            self._guarded(lambda: self._after(self._session.take_back(piece, source)))
        else:
            self._cancel()

    def _is_over_palette(self, at: QPoint) -> bool:
        return self._page.panel.rect().contains(self._page.panel.mapFromGlobal(at))

    # What came of it

    def _after(self, step: Step | None, arrivals: dict[TileKey, QRectF] | None = None) -> None:
        """Shows a change that is already committed."""
        self._picked = None
        if step is None:
            self._cancel()
            return
        if step.source is None and len(step.placement) == 1:
            self._page.make_room()
        self._draw(arrivals or {})
        notes = self._writer.after_step(step)
        self._page.feedback.show_notes(notes)
        self._show_all()
        self._page.view.announce(f"{notes[0].title}. {notes[0].text}")
        self._follow(step.piece)
        self.changed.emit()

    def _hint(self) -> None:
        hint = self._session.hint()
        notes = self._writer.of_hint(hint, self._session.verdict) if hint else self._writer.nothing_to_hint()
        if not self._session.finished:
            self._page.feedback.show_notes(notes)
            self._page.view.announce(f"{notes[0].title}. {notes[0].text}")

    def _finish(self) -> None:
        outcome = self._session.finish()
        if outcome is None:
            return
        notes = self._writer.of_outcome(outcome)
        self._page.feedback.show_notes(notes)
        self._show_all()
        self._page.view.announce(f"{notes[0].title}. {notes[0].text}")
        self.changed.emit()

    def _restart(self) -> None:
        self._session.restart()
        self._draw({})
        self._page.feedback.show_notes(self._writer.at_start(self._session.verdict))
        self._show_all()
        self.changed.emit()

    def _guarded(self, deed: Callable[[], None]) -> None:
        """Does something that writes; where that fails, nothing has changed and the learner is told why."""
        try:
            deed()
        except UserError as error:
            self._cancel()
            self.failed.emit(str(error))

    # Showing

    def _draw(self, arrivals: dict[TileKey, QRectF]) -> None:
        """Shows boxes and tiles at once; links never move them, and are routed when badge and text are painted."""
        before = self._scene.sceneRect()
        self._scene.show_geometry(self._lay_out(()), arrivals)
        if self._scene.sceneRect() != before:
            self._page.view.refit()
        self._links_due.start()

    def _draw_links(self) -> None:
        self._guarded(self._route_links)

    def _route_links(self) -> None:
        links = links_to_show(self._drill, self._session.placement)
        paths = self._lay_out(links).paths
        states = {line: str(state) for line, state in self._session.verdict.lines.items()}
        ends = [(link.source, link.target) for link in links] if draws_lines(self._drill) else ()
        self._scene.show_paths(paths, ends, states)
        self._page.legend.show_kinds([path.kind for path in paths])

    def _lay_out(self, links: Sequence[Link]) -> Geometry:
        return lay_out_safely(
            self._drill.topology,
            self._session.placement,
            self._drill.pieces,
            fixtures=self._drill.fixtures,
            links=links,
            measure=measure_text,
        )

    def _show_all(self) -> None:
        session, page = self._session, self._page
        states = {piece: str(state) for piece, state in session.verdict.pieces.items()}
        self._scene.show_states(states)
        self._scene.mark_tiles(self._tiles_beside_the_fault())
        rows = palette_rows(self._drill, session.placement)
        page.palette_list.show_rows(rows)
        page.share_panel()
        self._show_outline()
        self._show_table()
        page.undo_button.setEnabled(session.can_undo)
        page.redo_button.setEnabled(session.can_redo)
        page.hint_button.setEnabled(not session.finished)
        page.restart_button.setEnabled(session.attempt is not None and bool(session.placement))
        page.finish_button.setEnabled(not session.finished and bool(session.placement))
        page.show_palette(filled=bool(rows))
        page.show_solved(solved=session.finished)
        self._mark()
        self._show_progress()

    def _show_outline(self) -> None:
        """Keeps the tree in step while it is visible; hidden, it takes no time of a drop."""
        if self._page.outline.isVisible():
            states = {piece: str(state) for piece, state in self._session.verdict.pieces.items()}
            self._page.outline.show_diagram(self._drill, self._session.placement, states)

    def _show_table(self) -> None:
        """Keeps the table in step while it is visible."""
        if self._page.shows_table:
            rows = table_rows(self._drill, self._session.placement, self._words())
            self._page.table.show_rows(tuple(rows), enabled=not self._session.finished)

    def _words(self) -> dict[tuple[str, str], str]:
        """How tiles and lines are judged, in words, by piece and place."""
        verdict = self._session.verdict
        said = {"right": self._tr("right"), "wrong": self._tr("not right"), "pending": self._tr("right so far")}
        states = {(p, place): str(verdict.pieces[p]) for p, places in self._tiles().items() for place in places}
        states |= self._tiles_beside_the_fault()
        words = {key: said.get(state, "") for key, state in states.items()}
        words |= {(line_key(source), end): said[str(state)] for (source, end), state in verdict.lines.items()}
        return words

    def _tiles(self) -> dict[str, tuple[str, ...]]:
        """The places of pieces, without the lines."""
        return {piece: places for piece, places in self._session.placement.items() if not is_line(piece)}

    def _tiles_beside_the_fault(self) -> dict[TileKey, str]:
        """Tiles of a wrong spanning piece that no finding names: they are open, not wrong."""
        verdict = self._session.verdict
        marked: dict[TileKey, str] = {}
        for piece, places in self._tiles().items():
            if len(places) < 2 or verdict.pieces[piece] is not PieceState.WRONG:  # noqa: PLR2004  # one tile is the piece
                continue
            faulty = {c for finding in verdict.errors if piece in finding.pieces for c in finding.containers}
            marked |= {(piece, place): "pending" for place in places if place not in faulty}
        return marked

    def _show_progress(self) -> None:
        session, page = self._session, self._page
        required = self._drill.required
        total = sum(piece.spans for piece in required)
        placed = sum(len(session.placement.get(piece.id, ())) for piece in required)
        wrong = sum(state is PieceState.WRONG for state in session.verdict.pieces.values())
        lines = sum(1 for _ in drawn_lines(session.placement))
        if draws_lines(self._drill):
            total += sum(not link.optional for link in self._drill.links)
            placed += lines
            wrong += sum(state is PieceState.WRONG for state in session.verdict.lines.values())
        page.progress.show_part(placed, total)
        if session.finished:
            page.status.setText(self._tr("Solved"))
            return
        parts = [self._tr("{placed} placed").format(placed=sum(map(len, self._tiles().values())))]
        if draws_lines(self._drill):
            drawn = self._tr("1 arrow") if lines == 1 else self._tr("{lines} arrows").format(lines=lines)
            parts = [*parts, drawn] if self._drill.required else [drawn]
        text = " · ".join(parts)
        if wrong:
            text += self._tr(" · {wrong} to mend").format(wrong=wrong)
        elif session.verdict.correct:
            text += self._tr(" · all right, finish the drill")
        page.status.setText(text)

    def _mark(self) -> None:
        picked = self._picked
        self._page.palette_list.mark_picked(picked[0] if picked and picked[1] is None else None)
        tile = (picked[0], picked[1]) if picked and picked[1] is not None else None
        dragged = self._dragged
        lifted = (dragged[0], dragged[1]) if dragged and dragged[1] is not None else None
        self._scene.light_tiles(None, tile, lifted)

    def _tell_place(self, container: str) -> None:
        if self._page.view.connects:
            self._tell_node(container)
            return
        names = [self._drill.pieces[piece].name for piece, _ in self._scene.tiles_in(container)]
        inside = ", ".join(names) or self._tr("empty")
        self._page.view.announce(f"{self._drill.topology[container].label}: {inside}")

    def _tell_node(self, node: str) -> None:
        names = self._scene.node_names()
        ends = [names[end] for source, end in drawn_lines(self._session.placement) if source == node and end in names]
        leads = self._tr("leads to {ends}").format(ends=", ".join(ends)) if ends else self._tr("no arrow from here")
        self._page.view.announce(f"{names[node]}: {leads}")

    @staticmethod
    def _tr(text: str) -> str:
        return QCoreApplication.translate("DrillPresenter", text)

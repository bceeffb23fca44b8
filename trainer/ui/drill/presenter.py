"""The presenter of a drill: turns what the learner does into calls of the session, and shows what came of it."""

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRectF, Signal

from trainer.cloud.drill import Feedback, Mode, Placement
from trainer.cloud.grading import grade
from trainer.cloud.lines import draws_lines, is_line
from trainer.errors import UserError
from trainer.library.curriculum import Curriculum
from trainer.store.level import Level
from trainer.study.drill_session import DrillSession, Outcome, Step
from trainer.ui.diagram.scene import TileKey
from trainer.ui.drill.connecting import LineDrawer
from trainer.ui.drill.display import BoardDisplay
from trainer.ui.drill.feedback import Note
from trainer.ui.drill.notes import NoteWriter
from trainer.ui.drill.page import DrillPage
from trainer.ui.drill.placing import PiecePlacer
from trainer.ui.drill.prompting import Prompter
from trainer.ui.drill.watching import Watcher
from trainer.ui.look import Look


class DrillPresenter(QObject):
    """Drives one drill on the page, attempt after attempt.

    Args:
        page: taken over by this presenter until it is closed.
        session: the attempts.
        look: for the colours.
        curriculum: gives the facts behind findings.
        primers: sections that have a primer.

    Signals:
        failed: something foreseen went wrong; the text tells the learner what to do.
        changed: the drill's state was changed in the store.
        export_wanted: a picture, by the ending of its file's name.
        fault_wanted: what a fault is to be reported of, and what of it is shown.
        primer_wanted: the section behind a finding, whose primer is to be read.
    """

    failed = Signal(str)
    changed = Signal()
    export_wanted = Signal(str)
    fault_wanted = Signal(str, str)
    primer_wanted = Signal(str)

    def __init__(
        self,
        page: DrillPage,
        session: DrillSession,
        look: Look,
        curriculum: Callable[[], Curriculum],
        primers: Collection[str] = (),
    ) -> None:
        super().__init__(page)
        self._page = page
        self._session = session
        self._look = look
        self._curriculum = curriculum
        self._primers = primers
        self._display: BoardDisplay | None = None
        self._watcher: Watcher | None = None
        self._connections: list[tuple[object, object]] = []
        self._open()
        if not page.asking.is_shown:
            page.focus_first()

    def _open(self) -> None:
        """Shows the attempt that the session holds now: another one may have other names and another scene."""
        page, session = self._page, self._session
        if self._display is not None:
            self._display.close()
            self._display.deleteLater()
        guided = session.level <= Level.COMPLETE
        self._display = BoardDisplay(page, session.drill, self._look, self._guarded, session.may_move, guided=guided)
        self._writer = NoteWriter(session.drill, self._curriculum(), session.feedback, self._primers)
        self._prompter = Prompter(page, session, self._guarded)
        self._pieces = PiecePlacer(page, session, self._act, self._tell, self._show_progress)
        self._lines = LineDrawer(page.view, session, lambda deed: self._act(deed, {}), self._tell)
        self._watcher = None
        self._disconnect()  # the parts of the last attempt
        self._connections = self._connect()
        page.title.setText(session.drill.title)
        page.brief.setText(session.drill.brief)
        page.show_brief(shown=True)
        page.options.show_state(session.level, session.feedback)
        page.name_finish(checks=session.feedback is Feedback.CHECK)
        self._display.draw(session.placement)
        page.view.show_scene(self._display.scene, session.drill.topology)
        self._display.judge(session.shown_verdict, can_change=not session.finished, finished=session.finished)
        self._show_modes()
        self._show_all()
        page.feedback.show_notes(self._first_notes())
        page.asking.put_away()
        if session.level == Level.WATCH and not session.finished:
            self._watch()
        else:
            self._prompter.show()

    @property
    def is_settled(self) -> bool:
        """Whether everything is drawn, the links too."""
        return self._display is None or self._display.is_settled

    @property
    def session(self) -> DrillSession:
        """The attempt that is shown."""
        return self._session

    def _first_notes(self) -> tuple[Note, ...]:
        if self._session.finished:
            return self._writer.of_outcome(Outcome(self._session.verdict, unaided=False), self._session.placement)
        return self._writer.at_start(self._session.shown_verdict)

    def _connect(self) -> list[tuple[object, object]]:
        page = self._page
        pairs = [
            (page.palette_list.picked, lambda piece: self._pieces.pick(piece, None)),
            (page.palette_list.drag_began, lambda piece, at: self._begin_drag(piece, None, at)),
            (page.palette_list.clicked_beside, self._pieces.return_picked),
            (page.view.drag_began, self._begin_drag),
            (page.view.node_chosen, self._lines.choose),
            (page.view.line_clicked, self._lines.pick),
            (page.view.line_returned, self._lines.take_back),
            (page.view.cursor_moved, self._tell_place),
            (page.outline_shown, lambda: self._display and self._display.show_outline()),
            (page.table_shown, lambda: self._display and self._display.show_table()),
            (page.table.moved, self._move_in_table),
            (page.mode_wanted, self._work_in),
            (page.undo_wanted, lambda: self._act(self._session.undo, {})),
            (page.redo_wanted, lambda: self._act(self._session.redo, {})),
            (page.slip_wanted, lambda: self._act(self._session.slip, {})),
            (page.hint_wanted, lambda: self._guarded(self._hint)),
            (page.finish_wanted, lambda: self._guarded(self._finish)),
            (page.restart_wanted, lambda: self._guarded(self._restart)),
            (page.level_wanted, lambda level: self._guarded(lambda: self._restart(level))),
            (page.feedback_wanted, self._judge_at),
            (page.export_wanted, self.export_wanted),
            (page.feedback.fault_wanted, self._want_fault_report),
            (page.feedback.primer_wanted, self.primer_wanted),
            (page.asking.answered, self._answer),
            (page.asking.pressed, self._press),
        ]
        for part in (page.palette_list, page.view):
            pairs += [(part.drag_moved, self._move_drag), (part.drag_ended, self._end_drag)]
        for part in (page.view, page.outline):
            pairs += [
                (part.tile_clicked, self._pieces.click_tile),
                (part.place_chosen, self._pieces.choose),
                (part.tile_returned, self._pieces.take_back),
            ]
        pairs += [(part.cancelled, self._cancel) for part in (page.palette_list, page.view, page.outline)]
        for signal, slot in pairs:
            signal.connect(slot)
        return pairs

    def close(self) -> None:
        """Lets go of the page, which another drill takes over."""
        if self._display is not None:
            self._display.close()
        self._disconnect()

    def _disconnect(self) -> None:
        for signal, slot in self._connections:
            signal.disconnect(slot)  # type: ignore[attr-defined]  # a bound signal
        self._connections.clear()

    # Modes

    def _show_modes(self) -> None:
        """Offers the modes, and begins with what is still to be done."""
        drill, page = self._session.drill, self._page
        placing = next((mode for mode in drill.modes if mode is not Mode.CONNECT), None)
        names = {Mode.PLACE: self._tr("Place"), Mode.CLASSIFY: self._tr("Sort"), Mode.ORDER: self._tr("Order")}
        modes: dict[str, object] = {names[placing]: placing} if placing else {}
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
        if not draws_lines(self._session.drill):
            return
        if is_line(piece) or not self._to_place():
            self._work_in(Mode.CONNECT)
        elif self._page.view.connects:
            self._work_in(next(mode for mode in self._session.drill.modes if mode is not Mode.CONNECT))

    def _to_place(self) -> bool:
        """Whether pieces that belong in the diagram are still in the palette."""
        session = self._session
        return any(len(session.placement.get(piece.id, ())) < piece.spans for piece in session.drill.required)

    # What the learner does

    def _begin_drag(self, piece: str, container: str | None, at: QPoint) -> None:
        if container is not None and self._page.view.connects:
            self._lines.begin_drag(piece, at)
        else:
            self._pieces.begin_drag(piece, container, at)

    def _move_drag(self, at: QPoint) -> None:
        self._pieces.move_drag(at)
        self._lines.move_drag(at)

    def _end_drag(self, at: QPoint) -> None:
        self._pieces.end_drag(at)
        if self._lines.is_busy:
            self._lines.end_drag(at)

    def _move_in_table(self, piece: str, source: str, target: str) -> None:
        if target:
            self._act(lambda: self._session.place(piece, target, source or None), {})
        else:
            self._act(lambda: self._session.take_back(piece, source), {})

    def _cancel(self) -> None:
        self._lines.cancel()
        self._pieces.cancel()

    def _answer(self, number: int) -> None:
        self._prompter.answer(number)
        self._show_buttons()
        if self._display is not None:
            self._display.show_table()  # what the question held may move again

    def _press(self, number: int) -> None:
        if self._watcher is not None:
            self._guarded(lambda: self._watcher and self._watcher.press(number))
        else:
            self._prompter.press()
            self._prompter.show()

    # What came of it

    def _act(self, deed: Callable[[], Step | None], arrivals: Mapping[TileKey, QRectF]) -> None:
        """Does something that may change the diagram, and shows what came of it."""
        self._guarded(lambda: self._after(deed(), arrivals))

    def _after(self, step: Step | None, arrivals: Mapping[TileKey, QRectF]) -> None:
        """Shows a change that is already committed."""
        self._pieces.forget()
        if step is None:
            self._cancel()
            return
        assert self._display is not None
        if step.source is None and len(step.placement) == 1:
            self._page.make_room()
        self._display.draw(step.placement, arrivals)
        notes = self._writer.after_step(step, self._session.shown_verdict)
        self._page.feedback.show_notes(notes)
        self._show_all()
        self._page.view.announce(f"{notes[0].title}. {notes[0].text}")
        self._prompter.show()
        self._follow(step.piece)
        self.changed.emit()

    def _hint(self) -> None:
        if self._prompter.holds:
            return
        self._prompter.make_way()
        hint = self._session.hint()
        verdict = self._session.shown_verdict
        notes = self._writer.of_hint(hint, verdict) if hint else self._writer.nothing_to_hint()
        if not self._session.finished:
            self._page.feedback.show_notes(notes)
            self._page.view.announce(f"{notes[0].title}. {notes[0].text}")

    def _finish(self) -> None:
        if self._prompter.holds:
            return
        self._prompter.make_way()
        outcome = self._session.finish()
        if outcome is None:
            return
        notes = self._writer.of_outcome(outcome, self._session.placement)
        self._page.feedback.show_notes(notes)
        self._show_all()
        if self._display is not None:
            self._display.draw(self._session.placement)  # the lines are judged now, too
        self._prompter.show()
        self._page.view.announce(f"{notes[0].title}. {notes[0].text}")
        self.changed.emit()

    def _restart(self, level: int | None = None, feedback: Feedback | None = None) -> None:
        self._session.restart(level, feedback)
        self._open()
        self.changed.emit()

    def _want_fault_report(self, note: Note) -> None:
        shown = "\n".join(part for part in (note.title, note.text, note.why) if part)
        self.fault_wanted.emit(f"drill:{self._session.drill.id}", shown)

    def _judge_at(self, moment: Feedback) -> None:
        """Begins a new attempt that is judged at another moment; what is chosen already costs nobody an attempt."""
        if moment is not self._session.feedback:
            self._guarded(lambda: self._restart(self._session.level, moment))

    def _watch(self) -> None:
        self._watcher = Watcher(self._page, self._session.steps(), self._show_watched, self._build)
        self._page.feedback.show_notes(())
        self._watcher.begin()

    def _show_watched(self, placement: Placement) -> None:
        assert self._display is not None
        self._display.draw(placement)
        self._display.judge(grade(self._session.drill, placement), can_change=False)
        self._show_progress()

    def _build(self) -> None:
        """After the watching it is the learner's turn: at a drill of first steps with all of it."""
        self._session.finish()
        is_small = self._session.drill.difficulty == 1
        self._restart(Level.BUILD if is_small else max(self._session.proposed_level, Level.COMPLETE))
        self._page.focus_first()

    def _guarded(self, deed: Callable[[], object]) -> None:
        """Does something that writes; where that fails, nothing has changed and the learner is told why."""
        try:
            deed()
        except UserError as error:
            self._cancel()
            self.failed.emit(str(error))

    # Showing

    def _show_all(self) -> None:
        session, page = self._session, self._page
        assert self._display is not None
        self._display.judge(session.shown_verdict, can_change=not session.finished, finished=session.finished)
        self._show_buttons()
        page.show_solved(solved=session.finished)
        self._pieces.mark()
        self._show_progress()

    def _show_buttons(self) -> None:
        session, page = self._session, self._page
        page.undo_button.setEnabled(session.can_undo)
        page.redo_button.setEnabled(session.can_redo)
        is_open = not session.finished and session.level > Level.WATCH and not self._prompter.holds
        page.hint_button.setEnabled(is_open)
        page.restart_button.setEnabled(session.attempt is not None and bool(session.placement))
        page.finish_button.setEnabled(is_open and session.placement != session.prefilled)

    def _show_progress(self) -> None:
        if self._display is not None:
            self._display.show_progress(finished=self._session.finished)

    def _tell(self, text: str) -> None:
        self._page.status.setText(text)
        self._page.view.announce(text)

    def _tell_place(self, place: str) -> None:
        if self._display is not None:
            self._display.tell_place(place)

    @staticmethod
    def _tr(text: str) -> str:
        return QCoreApplication.translate("DrillPresenter", text)

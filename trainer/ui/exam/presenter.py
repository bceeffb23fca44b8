"""The presenter of the mock exam: begins it, keeps the answers and the clock, and shows the marks."""

import time
from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, QTimer, Signal

from trainer.errors import UserError
from trainer.learning.markup import plain_text
from trainer.library.shelf import Library
from trainer.store.opening import Store
from trainer.study.course_mode import Mode, choose_mode, read_mode
from trainer.study.exam import MINUTES_A_QUESTION, Exam
from trainer.study.exam_session import ExamSession, exam_pool, read_exams, start_exam
from trainer.study.practice_plan import plan_items
from trainer.ui.exam.page import ExamPage
from trainer.ui.exam.words import mark_words, time_left

_TICK_MS = 1000
_ANNOUNCED_MIN = (30, 10, 5, 1)
"""Minutes that are left when a screen reader is told so."""

_CLOCK_SETTING = "exam.clock"


class ExamPresenter(QObject):
    """Drives the page.

    Args:
        page: belongs to this presenter.
        library: the course.
        store: the questions, and where answers are kept.
        clock: seconds that only ever grow.

    Signals:
        practice_wanted: a `PracticePlan` of what was wrong.
        failed: something foreseen went wrong; the text tells the learner what to do.
    """

    practice_wanted = Signal(object)
    failed = Signal(str)

    def __init__(
        self, page: ExamPage, library: Library, store: Store, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(page)
        self._page = page
        self._library = library
        self._store = store
        self._clock = clock
        self._session: ExamSession | None = None
        self._place = 0
        self._shows_clock = bool(store.get_setting(_CLOCK_SETTING, default=True))
        self._announced: int | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._connect()

    def _connect(self) -> None:
        start, question, result = self._page.start, self._page.question, self._page.result
        pairs = (
            (start.start_wanted, self._begin),
            (start.go_on_wanted, self._go_on),
            (start.end_wanted, self._end_left),
            (start.past_wanted, self._look_at),
            (start.mode_wanted, self._choose_mode),
            (question.picked, self._pick),
            (question.marked, self._mark),
            (question.gone_to, self._go_to),
            (question.clock_toggled, self._toggle_clock),
            (question.finish_wanted, self._finish),
            (question.close_wanted, self._close),
            (result.answers_wanted, lambda: self._show_question(0)),
            (result.practise_wanted, self._practise),
            (result.back_wanted, self._show_start),
            (self._page.came_up, self._come_back),
            (self._page.went_away, self.leave),
        )
        for signal, slot in pairs:
            signal.connect(lambda *values, slot=slot: self._guarded(slot, *values))

    @property
    def session(self) -> ExamSession | None:
        """The exam that is shown; None at the start."""
        return self._session

    def refresh(self) -> None:
        """Shows the start, unless an exam goes on."""
        if self._session is None or self._session.exam.end is not None:
            self._guarded(self._show_start)

    def leave(self) -> None:
        """Stops the clock, since the page is not in front of the learner."""
        self._timer.stop()
        if self._session is not None:
            self._session.leave()

    def tick(self) -> None:
        """Shows the time that is left, and ends the exam when there is none."""
        session = self._session
        if session is None or session.exam.end is not None:
            self._timer.stop()
            return
        left = session.seconds_left
        self._page.question.show_clock(time_left(left), shown=self._shows_clock)
        if left <= 0:
            self._timer.stop()
            self._guarded(self._finish)
            return
        passed = [minutes for minutes in _ANNOUNCED_MIN if left <= minutes * 60]
        reached = min(passed, default=None)
        if self._announced is not None and reached != self._announced and reached is not None:
            self._page.announce(time_left(left))
        self._announced = reached if reached is not None else 0

    # The start

    def _show_start(self) -> None:
        self._timer.stop()
        self._session = None
        exams = read_exams(self._store)
        page = self._page.start
        page.show_pool(
            [(uid, self._titles().get(uid, uid), len(items)) for uid, items in self._pool().items()],
        )
        page.show_left_open(next((exam for exam in exams if exam.end is None), None))
        page.show_past([exam for exam in exams if exam.end is not None])
        page.show_mode(read_mode(self._store))
        self._page.setCurrentWidget(page)
        page.focus_start()

    def _pool(self) -> dict[str, list[str]]:
        return exam_pool(self._library, self._store)

    def _titles(self) -> dict[str, str]:
        return {section.id: section.title for section in self._library.curriculum.sections.values()}

    def _begin(self, count: int, sections: Collection[str]) -> None:
        exam = start_exam(
            self._library, self._store, count=count, minutes=count * MINUTES_A_QUESTION, sections=sections
        )
        self._open(exam)

    def _left_open(self) -> Exam:
        return next(exam for exam in read_exams(self._store) if exam.end is None)

    def _go_on(self) -> None:
        self._open(self._left_open())

    def _end_left(self) -> None:
        self._session = self._make_session(self._left_open())
        self._finish()

    def _look_at(self, uid: str) -> None:
        self._session = self._make_session(next(exam for exam in read_exams(self._store) if exam.id == uid))
        self._show_end()

    def _choose_mode(self, mode: Mode) -> None:
        choose_mode(self._store, mode)
        self._page.start.show_mode(mode)

    def _make_session(self, exam: Exam) -> ExamSession:
        return ExamSession(self._library, self._store, exam, self._clock)

    # The questions

    def _open(self, exam: Exam) -> None:
        self._session = self._make_session(exam)
        self._announced = None
        questions = self._session.questions
        first_open = next((one.number - 1 for one in questions if not one.chosen), 0)
        self._show_question(first_open)
        self.tick()
        self._timer.start()

    def _come_back(self) -> None:
        if self._session is not None and self._session.exam.end is None:
            self._session.come_back()
            self._timer.start()

    def _show_question(self, place: int, *, focus: bool = True) -> None:
        session = self._session
        assert session is not None
        questions = session.questions
        if not questions:
            self._finish()
            return
        self._place = min(max(0, place), len(questions) - 1)
        ended = session.exam.end is not None
        view = self._page.question
        view.show_questions(questions, ended=ended)
        view.show_question(questions[self._place], ended=ended, focus=focus)
        if ended:
            view.show_clock("", shown=False)
        self._page.setCurrentWidget(view)
        if focus:
            self._page.announce(f"{view.title.text()}. {plain_text(questions[self._place].card.question)}")

    def _go_to(self, place: int) -> None:
        self._show_question(place, focus=not self._page.question.list.hasFocus())

    def _pick(self, chosen: Collection[int]) -> None:
        session = self._session
        assert session is not None
        try:
            session.choose(session.questions[self._place].card.item, chosen)
        except UserError:
            self._show_question(self._place)  # what is not saved is not shown
            raise
        self._page.question.show_questions(session.questions, ended=False)

    def _mark(self, marked: bool) -> None:  # noqa: FBT001  # what the signal carries
        session = self._session
        assert session is not None
        try:
            session.mark(session.questions[self._place].card.item, marked=marked)
        except UserError:
            self._show_question(self._place)
            raise
        self._page.question.show_mark(marked=marked)
        self._page.question.show_questions(session.questions, ended=False)

    def _toggle_clock(self) -> None:
        self._shows_clock = not self._shows_clock
        self._store.set_setting(_CLOCK_SETTING, self._shows_clock)
        self.tick()

    def _close(self) -> None:
        session = self._session
        if session is not None and session.exam.end is not None:
            self._show_end()
            return
        self.leave()
        self._show_start()

    # The end

    def _finish(self) -> None:
        assert self._session is not None
        self._session.finish()
        self._show_end()

    def _show_end(self) -> None:
        self._timer.stop()
        assert self._session is not None
        end = self._session.exam.end
        assert end is not None
        view = self._page.result
        view.show_end(end, self._titles(), len(self._session.wrong_items()))
        self._page.setCurrentWidget(view)
        view.focus_first()
        self._page.announce(mark_words(end))

    def _practise(self) -> None:
        assert self._session is not None
        self.practice_wanted.emit(plan_items(self._store, self._session.wrong_items()))

    def _guarded(self, deed: Callable[..., object], *values: object) -> None:
        """Does something that reads or writes; where that fails, the page stays and the learner is told why."""
        try:
            deed(*values)
        except UserError as error:
            self.failed.emit(str(error))

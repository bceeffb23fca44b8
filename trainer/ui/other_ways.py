"""The ways to learn beside the day's plan: practice, the diagnostic and the mock exam."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from trainer.errors import UserError
from trainer.library.shelf import Library
from trainer.store.opening import Store
from trainer.study.diagnostic_plan import keep_diagnostic, kept_diagnostic, plan_diagnostic
from trainer.study.diagnostic_session import DiagnosticSession
from trainer.study.practice_plan import PracticePlan, keep_plan
from trainer.study.practice_session import PracticeSession
from trainer.study.scheduling import card_scheduler
from trainer.study.session import Session
from trainer.ui.exam.page import ExamPage
from trainer.ui.exam.presenter import ExamPresenter
from trainer.ui.look import Look
from trainer.ui.practice.page import PracticePage
from trainer.ui.practice.presenter import PracticePresenter


class OtherWays:
    """Builds their pages on the first visit, and opens their sessions.

    Args:
        look: for the colours.
        library: the content.
        store: what the learner did.
        page: gives a page by its name, made on the first visit.
        study: opens a session on the study page, under a title.
        go: opens a page of the window.
        failed: tells the learner what to do about something foreseen.
    """

    def __init__(
        self,
        look: Look,
        library: Library,
        store: Store,
        *,
        page: Callable[[str, Callable[[], QWidget]], QWidget],
        study: Callable[[Session, str], None],
        go: Callable[[str], None],
        failed: Callable[[str], None],
    ) -> None:
        self._look = look
        self._library = library
        self._store = store
        self._page = page
        self._study = study
        self._go = go
        self._failed = failed
        self._practice: PracticePresenter | None = None
        self._exam: ExamPresenter | None = None

    @property
    def exam(self) -> ExamPresenter | None:
        """The presenter of the mock exam, once its page was open."""
        return self._exam

    def show_practice(self, query: str | None = None) -> None:
        """Shows the page of practice; with a query, what it finds."""
        page = self._page("practice", self._make_practice_page)
        assert isinstance(page, PracticePage)
        if self._practice is None:
            self._practice = PracticePresenter(page, self._library, self._store)
            self._practice.session_ready.connect(self._open_practice)
            self._practice.failed.connect(self._failed)
            page.back_wanted.connect(lambda: self._go("today"))
        if query is not None:
            page.show_query(query)
        self._practice.refresh()
        page.focus_start()

    def show_exam(self) -> None:
        """Shows the page of the mock exam."""
        page = self._page("exam", lambda: ExamPage(self._look))
        assert isinstance(page, ExamPage)
        if self._exam is None:
            self._exam = ExamPresenter(page, self._library, self._store)
            self._exam.practice_wanted.connect(self._practise)
            self._exam.failed.connect(self._failed)
            page.start.back_wanted.connect(lambda: self._go("today"))
        self._exam.refresh()

    def show_diagnostic(self) -> None:
        """Opens the diagnostic that was left, else a new one."""
        store, library = self._store, self._library
        plan = kept_diagnostic(store)
        session = None if plan is None else DiagnosticSession(library, store, card_scheduler(store), plan)
        if session is None or session.prompt is None:
            plan = plan_diagnostic(library, store)
            keep_diagnostic(store, plan)
            session = DiagnosticSession(library, store, card_scheduler(store), plan)
        self._study(session, _tr("What I know already"))

    def close(self) -> None:
        """Writes down what time an exam has left, as the window closes."""
        if self._exam is not None:
            self._exam.leave()

    def _make_practice_page(self) -> PracticePage:
        sections = {section.id: section.title for section in self._library.curriculum.sections.values()}
        notes = self._library.notes()
        there = {note.section for note in notes}
        tags = sorted({tag for note in notes for tag in note.tags})
        return PracticePage({uid: title for uid, title in sections.items() if uid in there}, tags)

    def _practise(self, plan: PracticePlan) -> None:
        try:
            keep_plan(self._store, plan)
            self._open_practice(PracticeSession(self._library, self._store, card_scheduler(self._store), plan))
        except UserError as error:
            self._failed(str(error))

    def _open_practice(self, session: PracticeSession) -> None:
        self._study(session, _tr("Practice"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("OtherWays", text)

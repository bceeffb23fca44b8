"""Opens sessions with cards on the study page."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from trainer.study.card_session import CardSession
from trainer.study.scheduling import card_scheduler
from trainer.study.session import Session
from trainer.ui.frame import Frame
from trainer.ui.study.card_sources import CardSources
from trainer.ui.study.page import StudyPage
from trainer.ui.study.presenter import StudyPresenter


class StudyOpening:
    """The study page and its presenter, one at a time.

    Args:
        frame: the window.
        picture_of: draws the topology of a drill, as large as fits into a size in px.

    Attributes:
        presenter: of the session that was opened last.
    """

    def __init__(self, frame: Frame, picture_of: Callable[[str, QSize], QPixmap]) -> None:
        self._frame = frame
        self._picture_of = picture_of
        self.presenter: StudyPresenter | None = None

    def open_cards(self, title: str) -> None:
        """Asks the cards of now.

        Raises:
            UserError: when they cannot be read.
        """
        store = self._frame.store
        self.open(CardSession(self._frame.library, store, card_scheduler(store)), title)

    def open(self, session: Session, title: str) -> None:
        """Shows a session on the study page.

        Raises:
            UserError: when it cannot be read.
        """
        frame, page = self._frame, self.page
        page.show_title(title)
        if self.presenter is not None:
            self.presenter.close()
            self.presenter.deleteLater()
        four_grades = frame.store.get_setting("four_grades", default=False)
        self.presenter = StudyPresenter(page, session, today=frame.store.today, four_grades=four_grades)
        self.presenter.failed.connect(frame.notice.tell)
        self.presenter.told.connect(frame.notice.confirm)
        self.presenter.moved_on.connect(frame.notice.pass_on)
        self.presenter.fault_wanted.connect(frame.report_fault)
        frame.show("study", "study")

    def come_back(self) -> bool:
        """Goes back to the card as it was left; False where no session was open."""
        if self.presenter is None:
            return False
        self._frame.notice.pass_on()
        self._frame.show("study", "study")
        self.presenter.come_back()
        return True

    @property
    def page(self) -> StudyPage:
        """The study page."""
        frame = self._frame
        page = frame.page(
            "study", lambda: StudyPage(frame.look, self._picture_of, CardSources(frame.library, frame.look))
        )
        assert isinstance(page, StudyPage)
        return page

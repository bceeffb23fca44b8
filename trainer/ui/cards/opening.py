"""Opens the Cards page."""

from trainer.ui.cards.page import CardsPage
from trainer.ui.cards.presenter import CardsPresenter
from trainer.ui.frame import Frame
from trainer.ui.study.card_sources import CardSources


class CardsOpening:
    """The Cards page and its presenter.

    Args:
        frame: the window.
    """

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        titles = {section.id: section.title for section in frame.library.curriculum.sections.values()}
        page = frame.page("cards", lambda: CardsPage(frame.look, titles, CardSources(frame.library, frame.look)))
        assert isinstance(page, CardsPage)
        self.page = page
        self.presenter = CardsPresenter(page, frame.store, today=frame.store.today)
        self.presenter.failed.connect(frame.notice.tell)
        self.presenter.done.connect(self._confirm)
        self.presenter.fault_wanted.connect(frame.report_fault)
        self.presenter.told.connect(frame.notice.confirm)
        self.presenter.moved_on.connect(frame.notice.pass_on)

    def show(self) -> None:
        """Shows what there is now, with the keyboard in the table.

        Raises:
            UserError: when it cannot be read.
        """
        self.presenter.refresh()
        if not self.page.is_editing:
            self.page.focus_table()

    def _confirm(self, text: str) -> None:
        """Says what was done with cards, with the way back beside it."""
        window = self._frame.window
        self._frame.notice.confirm(text, offer=window.tr("Undo"), deed=self.presenter.undo)

"""Opens drills on their page, and leads back to where they were opened from."""

from collections.abc import Callable

from trainer.errors import UserError
from trainer.study.drill_session import DrillSession
from trainer.ui.drill.page import DrillPage
from trainer.ui.drill.presenter import DrillPresenter
from trainer.ui.frame import Frame


class DrillOpening:
    """The drill page and its presenter, one at a time.

    Args:
        frame: the window.
        read_primer: opens the primer of a section.

    Attributes:
        presenter: of the drill that was opened last.
    """

    def __init__(self, frame: Frame, read_primer: Callable[[str], None]) -> None:
        self._frame = frame
        self._read_primer = read_primer
        self.presenter: DrillPresenter | None = None

    def open(
        self, drill_id: str, level: int | None = None, *, again: bool = False, variant: int | None = None
    ) -> DrillPage | None:
        """Opens a drill as it was left, as `MainWindow.open_drill` says; None where that failed."""
        frame = self._frame
        frame.notice.pass_on()
        try:
            session = DrillSession(frame.library.drill(drill_id), frame.store, level=level, variant=variant)
            if again and session.finished:
                session.restart(variant=variant)
        except UserError as error:
            frame.notice.tell(str(error))
            return None
        page = self.page
        page.panel.has_cards = frame.library.has_cards_on(drill_id)
        if self.presenter is not None:
            self.presenter.close()
            self.presenter.deleteLater()
        frame.show("drill", "drills")
        primers = frame.library.primer_sections
        self.presenter = DrillPresenter(page, session, frame.look, lambda: frame.library.curriculum, primers)
        self.presenter.failed.connect(frame.notice.tell)
        self.presenter.export_wanted.connect(self._export)
        self.presenter.fault_wanted.connect(frame.report_fault)
        self.presenter.primer_wanted.connect(self._read_primer)
        return page

    @property
    def page(self) -> DrillPage:
        """The drill page."""
        page = self._frame.page("drill", lambda: DrillPage(self._frame.look))
        assert isinstance(page, DrillPage)
        return page

    def _export(self, ending: str) -> None:
        """Saves the diagram as it stands, where the learner says."""
        from trainer.ui.drill.exporting import ask_for_picture, save_picture  # noqa: PLC0415  # few export

        assert self.presenter is not None
        frame, session = self._frame, self.presenter.session
        file = ask_for_picture(frame.window, session.drill.id, ending)
        if file is None:
            return
        try:
            save_picture(session, file, frame.look.name)
        except UserError as error:
            frame.notice.tell(str(error))
            return
        frame.notice.confirm(frame.window.tr("Saved as {file}").format(file=file))

"""Opens the Learn page, and what its sections lead to."""

from collections.abc import Callable

from trainer.errors import UserError
from trainer.study.path import begin_section
from trainer.study.session import Session
from trainer.ui.frame import Frame
from trainer.ui.learn.page import LearnPage
from trainer.ui.learn.presenter import LearnPresenter


class LearnOpening:
    """The Learn page and its presenter.

    Args:
        frame: the window.
        session: the session with cards that was opened last.
    """

    def __init__(self, frame: Frame, session: Callable[[], Session | None]) -> None:
        self._frame = frame
        self._session = session
        page = frame.page("learn", lambda: LearnPage(frame.look))
        assert isinstance(page, LearnPage)
        self.page = page
        self._presenter = LearnPresenter(page, frame.library, frame.store)
        page.side.learn_wanted.connect(self._begin)

    def show(self) -> None:
        """Shows how far everything is now, with the keyboard in the path.

        Raises:
            UserError: when it cannot be read.
        """
        self._presenter.refresh()
        self.page.focus_path()

    def _begin(self, section: str) -> None:
        """Lets new cards come from a section first, and opens the cards of the day."""
        frame = self._frame
        try:
            begin_section(frame.store, section)
        except UserError as error:
            frame.notice.tell(str(error))
            return
        frame.go("study")
        session = self._session()
        text = frame.window.tr("New cards come from this section first: {title}.")
        if session is not None and not session.left.new:
            text = frame.window.tr(
                "Today has no room for new cards. From now on they come from this section first: {title}."
            )
        frame.notice.confirm(text.format(title=frame.library.curriculum.sections[section].title))

"""Opens primers on their page, and leads back to where they were asked for."""

from collections.abc import Callable

from trainer.ui.frame import Frame
from trainer.ui.primer.page import PrimerPage
from trainer.ui.study.card_sources import CardSources


class PrimerOpening:
    """The page of primers.

    Args:
        frame: the window.
    """

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._entry = "learn"
        self._back: Callable[[], object] = lambda: frame.go("learn")
        page = frame.page("primer", lambda: PrimerPage(frame.look, CardSources(frame.library, frame.look)))
        assert isinstance(page, PrimerPage)
        self.page = page
        page.back_wanted.connect(lambda: self._back())  # noqa: PLW0108  # it is another one each time

    def open(self, section: str, entry: str, back: Callable[[], object]) -> None:
        """Shows the primer of a section, where it has one.

        Args:
            section: its id.
            entry: of the sidebar, under which it is read.
            back: leads to where it was asked for.
        """
        primer = self._frame.library.primer(section)
        if primer is None:
            self._frame.notice.tell(self._frame.window.tr("There is no primer for this section yet."), error=False)
            return
        self._frame.notice.pass_on()
        self._entry, self._back = entry, back
        self._frame.show("primer", entry)
        self.page.show_primer(primer, self._frame.library.curriculum.sections[section].title)

    def come_back(self) -> None:
        """Shows the primer as it was left."""
        self._frame.notice.pass_on()
        self._frame.show("primer", self._entry)

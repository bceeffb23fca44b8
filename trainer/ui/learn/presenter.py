"""The presenter of the Learn page: reads how far everything is, and shows the section that is selected."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from trainer.library.shelf import Library
from trainer.store.opening import Store
from trainer.study.path import PathSection, learn_path
from trainer.ui.learn.page import LearnPage


class LearnPresenter(QObject):
    """Drives the page.

    Args:
        page: the page.
        library: the course.
        store: what the learner did.
    """

    def __init__(self, page: LearnPage, library: Library, store: Store) -> None:
        super().__init__(page)
        self._page = page
        self._library = library
        self._store = store
        self._path: dict[str, PathSection] = {}
        page.section_selected.connect(self._show)

    def refresh(self) -> None:
        """Shows how far everything is now; what was selected stays so.

        Raises:
            UserError: when it cannot be read.
        """
        path = learn_path(self._library, self._store)
        current = self._page.tree.current or _where_to_go_on(path)
        self._path = {section.id: section for section in path}
        self._page.show_path(path, current)

    def _show(self, section: str) -> None:
        primer = self._library.primer(section)
        self._page.side.show_section(self._path[section], primer.text if primer else "")


def _where_to_go_on(path: Sequence[PathSection]) -> str:
    """The section from which new cards come first, else the first one that has cards left to begin."""
    chosen = [section.id for section in path if section.is_next]
    unfinished = [section.id for section in path if section.cards.begun < section.cards.cards]
    return next(iter([*chosen, *unfinished, *(section.id for section in path)]), "")

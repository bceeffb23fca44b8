"""The presenter of the Mix-ups page: reads the pairs, and finds what tells the selected one apart."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from trainer.errors import UserError
from trainer.library.shelf import Library
from trainer.store.opening import Store
from trainer.study.confusions import MixUp, material_for, strongest_pairs
from trainer.ui.confusions.page import ConfusionsPage

_MOST = 100
"""Pairs in the table; nobody reads on, and the weakest were noise."""


class ConfusionsPresenter(QObject):
    """Drives the page.

    Args:
        page: belongs to this presenter.
        library: the cards and drills of the course.
        store: what the learner did.
        today: tells the study day.

    Signals:
        failed: something foreseen went wrong; the text tells the learner what to do.
    """

    failed = Signal(str)

    def __init__(self, page: ConfusionsPage, library: Library, store: Store, *, today: Callable[[], date]) -> None:
        super().__init__(page)
        self._page = page
        self._library = library
        self._store = store
        self._today = today
        self._pairs: tuple[MixUp, ...] = ()
        page.pair_selected.connect(self._select)

    def refresh(self) -> None:
        """Shows everything as it is now.

        Raises:
            UserError: when it cannot be read.
        """
        self._pairs = strongest_pairs(self._store, self._today(), _MOST)
        self._page.show_pairs(self._pairs)

    def _select(self, row: int) -> None:
        if 0 <= row < len(self._pairs):
            pair = self._pairs[row]
            try:
                self._page.side.show_pair(pair, material_for(self._library, self._store, pair))
            except UserError as error:
                self.failed.emit(str(error))

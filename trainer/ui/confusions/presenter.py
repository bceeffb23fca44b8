"""The presenter of the Mix-ups page: reads the pairs, and finds what tells the selected one apart."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from trainer.errors import UserError
from trainer.library.shelf import Library
from trainer.store.opening import Store
from trainer.study.confusions import MixUp, confusion_queue, material_for, strongest_pairs
from trainer.ui.confusions.page import ConfusionsPage

_MOST = 100
"""Pairs in the table; nobody reads on, and the weakest were noise."""

_MOST_CARDS = 40


class ConfusionsPresenter(QObject):
    """Drives the page.

    Args:
        page: belongs to this presenter.
        library: the cards and drills of the course.
        store: what the learner did.
        today: tells the study day.

    Signals:
        failed: something foreseen went wrong; the text tells the learner what to do.
        practise_wanted: a query that finds the cards to practise.
    """

    failed = Signal(str)
    practise_wanted = Signal(str)

    def __init__(self, page: ConfusionsPage, library: Library, store: Store, *, today: Callable[[], date]) -> None:
        super().__init__(page)
        self._page = page
        self._library = library
        self._store = store
        self._today = today
        self._pairs: tuple[MixUp, ...] = ()
        page.pair_selected.connect(self._select)
        page.side.practise_wanted.connect(self.practise_wanted)
        page.all_wanted.connect(self._practise_all)

    def refresh(self) -> None:
        """Shows everything as it is now.

        Raises:
            UserError: when it cannot be read.
        """
        self._pairs = strongest_pairs(self._store, self._today(), _MOST)
        self._page.show_pairs(self._pairs)
        self._page.all_button.setVisible(bool(self._queue()))  # diagrams alone are no cards to practise

    def _queue(self) -> tuple[str, ...]:
        return confusion_queue(self._library, self._store, self._today(), _MOST_CARDS)

    def _practise_all(self) -> None:
        try:
            cards = self._queue()
        except UserError as error:
            self.failed.emit(str(error))
            return
        self.practise_wanted.emit(f"id:{','.join(cards)}")

    def _select(self, row: int) -> None:
        if 0 <= row < len(self._pairs):
            pair = self._pairs[row]
            try:
                self._page.side.show_pair(pair, material_for(self._library, self._store, pair))
            except UserError as error:
                self.failed.emit(str(error))

"""Fits FSRS's parameters beside everything else: when it is time and nobody is at work, or when it is asked for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from trainer.learning.parameters import Scope
from trainer.store.opening import Store
from trainer.study.aside import Aside, Dropped
from trainer.study.fitting import fit_now, read_status
from trainer.ui.reports.background import Background

_LOOK_EVERY_MS = 10 * 60 * 1000


class Fitter(QObject):
    """Reads answers in a thread, reckons in a process of its own, and writes down what predicts better.

    Args:
        store: what the learner did.
        is_idle: whether nobody is at a card or a drill.
        parent: ends with it.

    Signals:
        changed: a fit began or ended.
        failed: it could not be read or written; the text tells the learner what to do.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, store: Store, is_idle: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._is_idle = is_idle
        self._aside = Aside()
        self._background = Background(lambda _: self.changed.emit(), self._fail, self)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @property
    def is_busy(self) -> bool:
        """Whether it fits just now."""
        return self._background.is_busy

    def look(self) -> None:
        """Fits what has enough new answers, unless somebody is at work or it is under way."""
        if not self.is_busy and self._is_idle():
            self._background.do(lambda: self._fit(only_due=True))

    def fit(self) -> None:
        """Fits now."""
        if not self.is_busy:
            self._background.do(lambda: self._fit(only_due=False))
            self.changed.emit()

    def close(self) -> None:
        """Drops what is under way, so that the store can be closed."""
        self._timer.stop()
        self._aside.drop()
        self._background.close()

    def _fit(self, *, only_due: bool) -> None:
        try:
            for scope in Scope:
                if not only_due or read_status(self._store, scope).is_due:
                    fit_now(self._store, scope, self._aside.run)
        except Dropped:
            return

    def _fail(self, why: str) -> None:
        self.changed.emit()
        self.failed.emit(why)

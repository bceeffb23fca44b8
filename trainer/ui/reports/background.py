"""One job after the other in a thread, for a page that only wants the newest result."""

from collections.abc import Callable
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, QTimer

from trainer.errors import UserError

_LOOK_EVERY_MS = 15

Job = Callable[[], Any]


class Background(QObject):
    """Does jobs in a thread of its own; of those that wait, only the newest is done.

    The thread touches nothing of Qt: this object looks now and then whether it has ended, so that everything that
    comes of a job happens where the page lives, or not at all when the page is gone.

    Args:
        done: takes what the newest job returned.
        failed: takes the text of a `UserError` that it raised instead.
        parent: ends with it.
    """

    def __init__(self, done: Callable[[Any], None], failed: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._done = done
        self._failed = failed
        self._thread: Thread | None = None
        self._outcome: list[tuple[Any, Exception | None]] = []
        self._waiting: Job | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way or waits."""
        return self._thread is not None

    def do(self, job: Job) -> None:
        """Does a job next; one that waits is forgotten, and so is the result of one that is under way."""
        if self._thread is not None:
            self._waiting = job
            return
        self._outcome = outcome = []
        self._thread = Thread(target=_run, args=(job, outcome), name="report")
        self._thread.start()
        self._timer.start()

    def finish(self) -> None:
        """Waits for the newest job, and takes what comes of it now."""
        while self._thread is not None:
            self._thread.join()
            self._look()

    def close(self) -> None:
        """Waits for the job that is under way, and forgets it."""
        self._timer.stop()
        self._waiting = None
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _look(self) -> None:
        if self._thread is None or self._thread.is_alive():
            return
        self._timer.stop()
        self._thread = None
        if self._waiting is not None:
            job, self._waiting = self._waiting, None
            self.do(job)
            return
        value, error = self._outcome[0]
        if error is None:
            self._done(value)
        elif isinstance(error, UserError):
            self._failed(str(error))
        else:
            raise error


def _run(job: Job, outcome: list[tuple[Any, Exception | None]]) -> None:
    try:
        outcome.append((job(), None))
    except Exception as error:  # noqa: BLE001  # it is raised again where the job was asked for
        outcome.append((None, error))

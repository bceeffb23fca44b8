"""One long reckoning in a process of its own, so that it holds up nothing here and can be dropped at any time."""

import multiprocessing
import os
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

_POLITE = 10
"""Steps by which the process stands back where others want to reckon, too."""


class Dropped(Exception):  # noqa: N818  # it is no error: nobody wants the result any more
    """The reckoning was dropped before it ended."""


class Aside:
    """Runs functions of a module; what they are given and return is sent from one process to the other."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: SpawnProcess | None = None
        self._is_dropped = False

    def run(self, job: Callable[..., Any], *arguments: Any) -> Any:
        """Runs a function and waits for what it returns; meant for a thread, which sleeps meanwhile.

        Raises:
            Dropped: when `drop` was called, or the process was ended from outside.
        """
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        with self._lock:
            if self._is_dropped:
                raise Dropped
            process = context.Process(target=_serve, args=(theirs, job, arguments), daemon=True, name="aside")
            process.start()
            self._process = process
        theirs.close()
        try:
            error, value = ours.recv()
        except (EOFError, OSError):
            raise Dropped from None
        finally:
            ours.close()
            process.join()
        if error is not None:
            raise error
        return value

    def drop(self) -> None:
        """Ends the process, and lets none begin; may be called from any thread."""
        with self._lock:
            self._is_dropped = True
            if self._process is not None and self._process.is_alive():
                self._process.kill()


def _serve(connection: Connection, job: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    with suppress(AttributeError, OSError):  # Windows knows no such steps
        os.nice(_POLITE)
    with suppress(OSError, KeyboardInterrupt):
        try:
            value = job(*arguments)
        except Exception as error:  # noqa: BLE001  # it is raised again on the other side
            connection.send((error, None))
        else:
            connection.send((None, value))

"""Primers before the first cards of their sections: offered once, whether they are read or skipped."""

from trainer.library.primer import Primer
from trainer.library.shelf import Library
from trainer.store.events import EventKind, NewEvent
from trainer.store.opening import Store

_ITEM = "primer:"


class PrimerOffers:
    """What was offered is read from the log, once for each section.

    Args:
        library: has the primers.
        store: what the learner did.
    """

    def __init__(self, library: Library, store: Store) -> None:
        self._library = library
        self._store = store
        self._settled: set[str] = set()

    def before(self, section: str) -> Primer | None:
        """The primer to offer before a new card of a section; None for one that was offered or begun before.

        Raises:
            UserError: when it cannot be read.
        """
        if section in self._settled or section not in self._library.primer_sections:
            return None
        if self._was_offered(section) or self._store.is_begun(section):
            self._settled.add(section)
            return None
        return self._library.primer(section)

    def note(self, section: str, *, read: bool) -> None:
        """Writes down that the primer of a section was offered, and read rather than skipped.

        Raises:
            UserError: when it cannot be saved.
        """
        self._store.append(NewEvent(EventKind.PRIMER_PASSED, f"{_ITEM}{section}", {"v": 1, "read": read}))
        self._settled.add(section)

    def _was_offered(self, section: str) -> bool:
        return next(self._store.events(item=f"{_ITEM}{section}"), None) is not None

"""The presenter of the page of the day: shows the plan, and keeps what the learner wants of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from trainer.errors import UserError
from trainer.library.shelf import Library
from trainer.store.opening import Store
from trainer.study.new_order import FIRST_SECTION
from trainer.study.planning.catch_up import KEY as CATCH_UP
from trainer.study.planning.catch_up import CatchUp, write_catch_up
from trainer.study.planning.wish import KEY as WISH
from trainer.study.planning.wish import Wish, write_wish
from trainer.study.today import Today, plan_today
from trainer.ui.today.page import TodayPage

_AHEAD_AFTER_MS = 20
"""After the page was opened, when it has been painted."""


class TodayPresenter(QObject):
    """Drives the page of the day.

    Args:
        page: the page.
        library: the content.
        store: what the learner did.

    Signals:
        failed: something foreseen went wrong; the text tells the learner what to do.
    """

    failed = Signal(str)

    def __init__(self, page: TodayPage, library: Library, store: Store) -> None:
        super().__init__(page)
        self._page = page
        self._library = library
        self._store = store
        self._is_closed = self._looks_ahead = False
        page.wish_changed.connect(lambda wish: self._soon(lambda: self._change_wish(wish)))
        page.section_chosen.connect(lambda section: self._soon(lambda: self._begin_section(section)))
        page.catch_up_wanted.connect(lambda days: self._soon(lambda: self._catch_up(days)))
        page.learn_wanted.connect(lambda: self._guarded(self._learn_again))

    @property
    def is_busy(self) -> bool:
        """Whether the dates are still to come."""
        return self._looks_ahead

    def close(self) -> None:
        """Reads nothing any more: the window closes."""
        self._is_closed = True

    def refresh(self) -> None:
        """Shows the day as it is now."""
        today = plan_today(self._library, self._store, self._store.today())
        self._page.show_today(today)
        self._page.focus_primary()
        self._looks_ahead = True
        QTimer.singleShot(_AHEAD_AFTER_MS, self, lambda: self._guarded(lambda: self._show_prospect(today)))

    def _show_prospect(self, today: Today) -> None:
        """Works out the dates once everything else is on screen."""
        self._looks_ahead = False
        from trainer.study.planning.prospect import look_ahead  # noqa: PLC0415  # the first paint needs none of it
        from trainer.study.sections import section_choices  # noqa: PLC0415

        self._page.show_prospect(look_ahead(self._store, today.plan, today.due, today.backlog))
        first = self._store.get_setting(FIRST_SECTION) or ""
        self._page.plan_panel.show_sections(section_choices(self._library, self._store), first)

    def _begin_section(self, section: str) -> None:
        """New cards come from a section first; empty for the order of the course."""
        self._store.set_setting(FIRST_SECTION, section or None)
        self._replan()

    def _change_wish(self, wish: Wish) -> None:
        """Keeps what the learner wants a day, and shows at once what comes of it."""
        self._store.set_setting(WISH, write_wish(wish))
        self._replan()

    def _replan(self) -> None:
        """Shows the day anew to a learner who is at the panel of the plan."""
        today = plan_today(self._library, self._store, self._store.today())
        self._page.show_today(today, planning=True)
        self._show_prospect(today)

    def _catch_up(self, days: int) -> None:
        """Spreads what is overdue over some days from today on; 0 stops that."""
        chosen = write_catch_up(CatchUp(self._store.today(), days)) if days else None
        self._store.set_setting(CATCH_UP, chosen)
        self.refresh()

    def _learn_again(self) -> None:
        from trainer.study.course_mode import Mode, choose_mode  # noqa: PLC0415  # once in a course

        choose_mode(self._store, Mode.LEARN)
        self.refresh()

    def _soon(self, deed: Callable[[], None]) -> None:
        """Reads or writes once what is under way has ended, so that a button may have its own page replaced."""
        QTimer.singleShot(0, self, lambda: self._guarded(deed))

    def _guarded(self, deed: Callable[[], None]) -> None:
        """Does something that reads or writes; where that fails, the learner is told why."""
        if self._is_closed:
            return
        try:
            deed()
        except UserError as error:
            self.failed.emit(str(error))

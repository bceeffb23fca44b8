"""The presenter of the practice page: counts what fits, plans, and hands the plan on."""

from secrets import token_hex

from PySide6.QtCore import QObject, Signal

from trainer.errors import UserError
from trainer.library.shelf import Library
from trainer.store.opening import Store
from trainer.store.search.finding import Page
from trainer.store.search.query import QueryMistake, parse_query
from trainer.study.practice_plan import keep_plan, kept_plan, plan_practice
from trainer.study.practice_session import PracticeSession
from trainer.study.scheduling import card_scheduler
from trainer.ui.practice.page import PracticePage, Wish


class PracticePresenter(QObject):
    """Drives the page.

    Args:
        page: belongs to this presenter.
        library: for the course's sections.
        store: the cards, and what was learnt.

    Signals:
        session_ready: a `PracticeSession` to show.
        failed: something foreseen went wrong; the text tells the learner what to do.
    """

    session_ready = Signal(object)
    failed = Signal(str)

    def __init__(self, page: PracticePage, library: Library, store: Store) -> None:
        super().__init__(page)
        self._page = page
        self._library = library
        self._store = store
        page.wished.connect(self._count)
        page.start_wanted.connect(self._start)
        page.go_on_wanted.connect(self._go_on)

    def refresh(self) -> None:
        """Shows everything as it is now."""
        try:
            session = self._left_open()
        except UserError as error:
            self.failed.emit(str(error))
            return
        is_begun = session is not None and session.prompt is not None and session.answered > 0
        left = session.left if session is not None and is_begun else None
        self._page.show_left_open(left.practice + left.retry if left else 0)
        self._count(self._page.wish)

    def _left_open(self) -> PracticeSession | None:
        plan = kept_plan(self._store)
        return PracticeSession(self._library, self._store, card_scheduler(self._store), plan) if plan else None

    def _count(self, wish: Wish) -> None:
        try:
            count = self._store.search_all(parse_query(wish.query), Page()).count
        except QueryMistake as mistake:
            told = str(mistake)
            self._page.show_mistake(f"{told[0].upper()}{told[1:]}.")
        except UserError as error:
            self.failed.emit(str(error))
        else:
            self._page.show_found(count)

    def _start(self, wish: Wish) -> None:
        store = self._store
        try:
            scheduler = card_scheduler(store)
            plan = plan_practice(
                store,
                scheduler,
                parse_query(wish.query),
                at_most=wish.at_most,
                order=wish.order,
                seed=token_hex(8),
                counts=wish.counts,
            )
            keep_plan(store, plan)
            session = PracticeSession(self._library, store, scheduler, plan)
        except UserError as error:
            self.failed.emit(str(error))
            return
        self.session_ready.emit(session)

    def _go_on(self) -> None:
        try:
            session = self._left_open()
        except UserError as error:
            self.failed.emit(str(error))
            return
        if session is not None:
            self.session_ready.emit(session)

"""The presenter of the Cards page: searches, shows the selected card, and saves what was edited."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from PySide6.QtCore import QObject, Signal

from trainer.errors import UserError
from trainer.learning.card import make_card
from trainer.learning.note import note_of
from trainer.store.opening import Store
from trainer.store.search.finding import Found, FoundAll, FoundCard, Order, Page
from trainer.store.search.query import Query, QueryMistake, parse_query
from trainer.study.note_editing import NotSavable, changed_fields, own_fields, text_fields
from trainer.ui.cards.model import PAGE
from trainer.ui.cards.page import CardsPage
from trainer.ui.cards.words import field_words
from trainer.ui.reports.background import Background


@dataclass(frozen=True, slots=True)
class _Outcome:
    """All that was found beside what is shown, or with the first page where all is to be shown anew.

    Attributes:
        row: to be selected then.
    """

    query: Query
    order: Page
    row: int
    first: Found | None
    whole: FoundAll


class CardsPresenter(QObject):
    """Drives the page.

    Args:
        page: belongs to this presenter.
        store: the notes, and what was learnt.
        today: tells the study day.

    Signals:
        failed: something foreseen went wrong; the text tells the learner what to do.
    """

    failed = Signal(str)

    def __init__(self, page: CardsPage, store: Store, *, today: Callable[[], date]) -> None:
        super().__init__(page)
        self._page = page
        self._store = store
        self._today = today
        self._query = Query()
        self._order, self._descending = Order.SECTION, False
        self._item: str | None = None
        self._whole = Background(self._show_all, self.failed.emit, self)
        side = page.side
        page.query_typed.connect(self._search)
        page.order_chosen.connect(self._sort)
        page.card_selected.connect(self._select)
        side.edit_wanted.connect(self._edit)
        side.give_back_wanted.connect(self._give_back)
        side.editor.saved.connect(self._save)
        side.editor.cancelled.connect(self._leave_editor)

    @property
    def is_busy(self) -> bool:
        """Whether something was typed that is not searched for yet, or not all that was found is known."""
        return self._page.is_waiting or self._whole.is_busy

    def close(self) -> None:
        """Waits until nothing is read any more."""
        self._whole.close()

    def refresh(self) -> None:
        """Shows everything as it is now; an open editor stays as it is."""
        if not self._page.side.is_editing:
            self._show_found(keep=True)

    def search_for(self, text: str) -> None:
        """Puts a query into the field and shows what it finds, unless a card is being edited."""
        if not self._page.side.is_editing:
            self._page.search.setText(text)
            self._search(text)

    def edit(self, uid: str) -> None:
        """Finds a card and opens its editor."""
        self.search_for(f'id:"{uid}"')
        self._page.side.edit_wanted.emit()

    def _search(self, text: str) -> None:
        try:
            self._query = parse_query(text, typing=True)
        except QueryMistake as mistake:
            told = str(mistake)
            self._page.show_mistake(f"{told[0].upper()}{told[1:]}.")
            return
        self._page.show_mistake("")
        self._show_found(keep=False)

    def _sort(self, order: Order, descending: bool) -> None:  # noqa: FBT001  # what the signal carries
        self._order, self._descending = order, descending
        self._show_found(keep=False)

    def _show_found(self, *, keep: bool) -> None:
        """Searches anew; `keep` stays at the row that is selected."""
        query, order = self._query, Page(self._order, self._descending, PAGE)
        row = max(0, self._page.table.currentIndex().row()) if keep else 0
        if row >= PAGE:  # what is shown stays until there is as much to show again
            self._whole.do(lambda: self._find_all(query, order, row, self._store.search(query, order)))
            return
        try:
            found = self._store.search(query, order)
        except UserError as error:
            self.failed.emit(str(error))
            found = Found(0, ())
        self._show_first(found)
        if found.count is None:
            self._whole.do(lambda: self._find_all(query, order, row, None))
        self._page.select_row(row)

    def _find_all(self, query: Query, order: Page, row: int, first: Found | None) -> _Outcome:
        """Touches nothing of Qt: it is done in a thread."""
        return _Outcome(query, order, row, first, self._store.search_all(query, order))

    def _show_first(self, found: Found) -> None:
        is_everything = self._query == Query()
        nothing = self.tr("There are no cards yet.") if is_everything else self.tr("No card fits. Try fewer words.")
        self._page.model.show_first(found.cards, self._today())
        self._page.show_count(found.count, PAGE, nothing)

    def _show_all(self, outcome: "_Outcome") -> None:
        """Shows how many there are, and makes all of them reachable, unless others were searched for meanwhile."""
        if (outcome.query, outcome.order) != (self._query, Page(self._order, self._descending, PAGE)):
            return
        found = outcome.whole

        def fetch(offset: int, limit: int) -> Sequence[FoundCard | None]:
            try:
                return self._store.found_cards(found, offset, limit)
            except UserError as error:
                self.failed.emit(str(error))
                return ()

        if outcome.first is not None:
            self._show_first(outcome.first)
        self._page.model.show_all(found.count, fetch)
        self._page.show_count(found.count, PAGE, self._page.nothing.text())
        if outcome.first is not None:
            self._page.select_row(outcome.row)

    def _select(self, row: int) -> None:
        card = self._page.model.card(row) if row >= 0 else None
        self._item = card.uid if card else None
        self._guarded(self._show_card)

    def _show_card(self) -> None:
        if self._item is None:
            self._page.side.show_none()
            return
        stored = self._store.note(note_of(self._item))
        own = ", ".join(dict.fromkeys(field_words(name).lower() for name in own_fields(stored)))
        told = self.tr("In your own words: {fields}.").format(fields=own) if own else ""
        if own and stored.outdated:
            told += " " + self.tr("The course has changed it since.")
        # the options are shown in an order of their own, the same at each visit
        self._page.side.show_card(make_card(stored.note, self._item, Random(0)), told)  # noqa: S311

    def _edit(self) -> None:
        self._guarded(self._open_editor)

    def _open_editor(self) -> None:
        if self._item is None or self._page.side.is_editing:
            return
        fields = text_fields(self._store.note(note_of(self._item)))
        self._page.lock(locked=True)
        self._page.side.show_editor()
        self._page.side.editor.show_fields(fields)

    def _save(self, texts: Mapping[str, str]) -> None:
        try:
            self._write(texts)
        except NotSavable as mistake:
            self._page.side.editor.tell_mistake(str(mistake))
        except UserError as error:
            self.failed.emit(str(error))

    def _write(self, texts: Mapping[str, str]) -> None:
        assert self._item is not None
        uid = note_of(self._item)
        stored = self._store.note(uid)
        for name, value in changed_fields(stored.note, texts).items():
            is_the_courses = value == stored.base.fields.get(name, "")
            self._store.edit_note(uid, name, None if is_the_courses else value)
        self._leave_editor()
        self._show_again()

    def _leave_editor(self) -> None:
        self._page.lock(locked=False)
        self._guarded(self._show_card)
        self._page.focus_table()

    def _give_back(self) -> None:
        self._guarded(self._return_fields)

    def _return_fields(self) -> None:
        assert self._item is not None
        uid = note_of(self._item)
        for name in own_fields(self._store.note(uid)):
            self._store.edit_note(uid, name, None)
        self._show_again()
        self._page.focus_table()

    def _show_again(self) -> None:
        """Shows the same card after a change, though it may fit the query no more, or stand elsewhere."""
        item = self._item
        self._show_found(keep=True)
        if self._item != item:
            self._item = item
            self._show_card()

    def _guarded(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except UserError as error:
            self.failed.emit(str(error))

"""The presenter of the Cards page: searches, shows the selected card, and has it edited and acted upon."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from random import Random
from secrets import token_hex

from PySide6.QtCore import QCoreApplication, QObject, Signal

from trainer.errors import UserError
from trainer.learning.card import make_card
from trainer.learning.markup import plain_text
from trainer.learning.note import note_of
from trainer.store.notes import StoredNote
from trainer.store.opening import Store
from trainer.store.search.finding import Found, FoundAll, FoundCard, Order, Page
from trainer.store.search.query import FieldTerm, Query, QueryMistake, parse_query
from trainer.study.course_changes import course_changes
from trainer.study.note_editing import OWN_UID, is_own, own_fields
from trainer.study.why import why_this_date
from trainer.ui.cards.acting import FEW, CardsActing
from trainer.ui.cards.editing import CardsEditing
from trainer.ui.cards.model import PAGE
from trainer.ui.cards.page import CardsPage
from trainer.ui.cards.words import decided_words, field_words
from trainer.ui.reports.background import Background


def own_uid() -> str:
    """The uid of a new note of the learner's own."""
    return f"{OWN_UID}{token_hex(8)}"


@dataclass(frozen=True, slots=True, eq=False)
class _Wish:
    """What is to be shown.

    Attributes:
        query: what is searched for.
        page: in which order, and how many at first.
        at: the row to be selected, or the card.
        rows: so many have to be there for what follows.
        then: what follows once they are shown.
    """

    query: Query
    page: Page
    at: int | str
    rows: int
    then: Callable[[], None]

    def row(self, uids: Sequence[str]) -> int:
        """The row to be selected among these cards; the first where the wanted one is not there."""
        if isinstance(self.at, int):
            return self.at
        return uids.index(self.at) if self.at in uids else 0

    def is_met_by(self, uids: Sequence[str]) -> bool:
        """Whether the first cards are enough to begin with."""
        return (self.at < PAGE if isinstance(self.at, int) else self.at in uids) and self.rows <= PAGE


@dataclass(frozen=True, slots=True)
class _Outcome:
    """All that was found; with the first of them and the row to be selected where nothing of it is shown yet."""

    wish: _Wish
    whole: FoundAll
    first: Found | None
    row: int


class CardsPresenter(QObject):
    """Drives the page.

    Args:
        page: belongs to this presenter.
        store: the notes, and what was learnt.
        today: tells the study day.
        new_uid: makes the uid of a new note.

    Signals:
        done: something was done that undo can take back, in words.
        told: something else is to be said.
        moved_on: what was done last is past; nobody needs to be offered its undo.
        failed: something foreseen went wrong; the text tells the learner what to do.
        fault_wanted: what a fault is to be reported of, and what of it is shown.
    """

    done = Signal(str)
    told = Signal(str)
    moved_on = Signal()
    failed = Signal(str)
    fault_wanted = Signal(str, str)

    def __init__(
        self, page: CardsPage, store: Store, *, today: Callable[[], date], new_uid: Callable[[], str] = own_uid
    ) -> None:
        super().__init__(page)
        self._page = page
        self._store = store
        self._today = today
        self._query = Query()
        self._order, self._descending = Order.SECTION, False
        self._item: str | None = None
        self.acting = CardsActing(page, store, find_uids=self._find_uids, settle=self._settle)
        self._editing = CardsEditing(page, store, new_uid=new_uid)
        self._whole = Background(self._show_all, self.failed.emit, self)
        self._wish: _Wish | None = None
        self._is_old = False  # what is shown was there before the last search
        side = page.side
        page.query_typed.connect(self._search)
        page.order_chosen.connect(self._sort)
        page.card_selected.connect(self._select)
        page.table.all_wanted.connect(self._whole.finish)
        page.new_wanted.connect(self._write)
        side.edit_wanted.connect(self._edit)
        side.give_back_wanted.connect(self._give_back)
        side.date_wanted.connect(lambda: self._guarded(self._tell_date))
        side.fault_wanted.connect(lambda: self._guarded(self._want_fault_report))
        side.difference.keep_wanted.connect(self._keep)
        side.difference.take_wanted.connect(self._take)
        self._editing.saved.connect(self._show_saved)
        self._editing.opened.connect(self.moved_on)
        self._editing.left.connect(self._come_back)
        self._editing.failed.connect(self.failed)
        self.acting.duplicate_wanted.connect(self._duplicate)
        self.acting.changed.connect(self._show_changed)
        self.acting.done.connect(self.done)
        self.acting.told.connect(self.told)
        self.acting.failed.connect(self.failed)

    @property
    def is_busy(self) -> bool:
        """Whether something was typed that is not searched for yet, not all that fits is known, or much is done."""
        return self._page.is_waiting or self._whole.is_busy or self.acting.is_busy

    def refresh(self) -> None:
        """Shows everything as it is now; an open editor stays as it is."""
        if not self._page.is_editing and not self.acting.is_busy:
            self._show_found(at=self._row)

    def undo(self) -> None:
        """Takes back the last thing that was done with cards."""
        self.acting.undo()

    def close(self) -> None:
        """Waits for what is under way."""
        self._whole.close()
        self.acting.close()

    def search_for(self, text: str) -> None:
        """Puts a query into the field and shows what it finds, unless a card is being edited."""
        if not self._page.is_editing:
            self._page.search.setText(text)
            self._search(text)

    def edit(self, uid: str) -> None:
        """Finds a card and opens its editor; another that is open has to be saved or left first, and is shown."""
        if self._page.is_editing:
            self.failed.emit(self.tr("Save or leave what you are writing here; then the other card can be rewritten."))
            return
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
        self._show_found()

    def _sort(self, order: Order, descending: bool) -> None:  # noqa: FBT001  # what the signal carries
        self._order, self._descending = order, descending
        self._show_found()

    def _show_found(self, *, at: int | str = 0, rows: int = 0, then: Callable[[], None] = lambda: None) -> None:
        """Searches anew; what is shown stays until there is as much to show as is wanted, as `_Wish` has it."""
        self._wish = wish = _Wish(self._query, Page(self._order, self._descending, PAGE), at, rows, then)
        try:
            found = self._store.search(wish.query, wish.page)
        except UserError as error:
            self.failed.emit(str(error))
            found = Found(0, ())
        uids = [card.uid for card in found.cards]
        self._is_old = found.count is None and not wish.is_met_by(uids)
        first = found if self._is_old else None
        if found.count is None:
            self._whole.do(lambda: self._find_all(wish, first))
        if not self._is_old:
            self._show_first(found)
            self._page.select_row(wish.row(uids))
            then()

    def _find_all(self, wish: _Wish, first: Found | None) -> _Outcome:
        """Touches nothing of Qt: it is done in a thread."""
        uids = self._store.found_uids(wish.query, wish.page) if first and isinstance(wish.at, str) else ()
        return _Outcome(wish, self._store.search_all(wish.query, wish.page), first, wish.row(uids))

    def _show_first(self, found: Found) -> None:
        is_everything = self._query == Query()
        nothing = self.tr("There are no cards yet.") if is_everything else self.tr("No card fits. Try fewer words.")
        self._page.model.show_first(found.cards, self._today())
        self._page.show_count(found.count, PAGE, nothing)

    def _show_all(self, outcome: _Outcome) -> None:
        """Shows how many there are, and makes all of them reachable, unless there was a search since."""
        if outcome.wish is not self._wish:
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
            self._is_old = False
            self._page.select_row(outcome.row)
            outcome.wish.then()

    def _settle(self) -> None:
        """Waits where the table shows what was there before."""
        if self._is_old:
            self._whole.finish()

    @property
    def _row(self) -> int:
        return max(0, self._page.table.currentIndex().row())

    def _select(self, row: int) -> None:
        card = self._page.model.card(row) if row >= 0 else None
        self._item = card.uid if card else None
        self._guarded(self._show_card)

    def _show_card(self) -> None:
        side = self._page.side
        self.acting.show_selection()
        if self._item is None:
            side.show_none()
            return
        stored = self._stored()
        found = self._page.model.card(self._row)
        standing = decided_words(found) if found and found.uid == self._item else ""
        # the options are shown in an order of their own, the same at each visit
        card = make_card(stored.note, self._item, Random(0))  # noqa: S311
        changes = course_changes(stored) if stored.outdated else None
        side.show_card(card, _own_words(stored), standing=standing, changes=changes)

    def _stored(self) -> StoredNote:
        assert self._item is not None
        return self._store.note(note_of(self._item))

    def _tell_date(self) -> None:
        if self._item is not None:
            text = why_this_date(self._store, self._store.item_state(self._item), self._today())
            self._page.side.show_why(text)

    def _want_fault_report(self) -> None:
        if self._item is not None:
            card = make_card(self._stored().note, self._item, Random(0))  # noqa: S311  # as it is shown
            sides = (plain_text(side) for side in (card.question_in_words, card.answer, card.why) if side)
            self.fault_wanted.emit(f"card:{self._item}", "\n".join(sides))

    def _edit(self) -> None:
        if self._may_open() and self._item is not None:
            item = self._item
            self._guarded(lambda: self._editing.edit(self._stored(), item))

    def _write(self) -> None:
        if self._may_open():
            section = self._page.section_of_current()
            self._guarded(lambda: self._editing.write(section))

    def _duplicate(self) -> None:
        if self._may_open() and self._item is not None:
            self._guarded(lambda: self._editing.duplicate(self._stored()))

    def _may_open(self) -> bool:
        self._settle()
        return not self._page.is_editing and not self.acting.is_busy

    def _show_saved(self, item: str, is_new: bool) -> None:  # noqa: FBT001  # what the signal carries
        self._item = item
        if is_new:
            self._guarded(lambda: self._go_to(item))
            self.done.emit(self.tr("The new card is saved."))
        else:
            self._show_again()
        self._page.focus_table()

    def _go_to(self, item: str) -> None:
        """Selects a card, among all cards where it does not fit the query."""
        wanted = replace(self._query, fields=(*self._query.fields, FieldTerm("id", item)))
        if not self._store.search(wanted, Page(limit=1)).cards:
            self._query = Query()
            self._page.forget_search()
        self._show_found(at=item)

    def _come_back(self) -> None:
        self._guarded(self._show_card)
        self._page.focus_table()

    def _give_back(self) -> None:
        self._guarded(lambda: self._return_fields(own_fields(self._stored())))

    def _keep(self) -> None:
        """Takes the course's new texts as seen: the learner's own words are written over them once more."""
        self._guarded(self._write_again)

    def _take(self) -> None:
        self._guarded(lambda: self._return_fields(self._stored().outdated))

    def _write_again(self) -> None:
        stored = self._stored()
        shown = {**stored.note.fields, "section": stored.note.section, "tags": list(stored.note.tags)}
        self._store.edit_notes({stored.note.uid: {name: shown[name] for name in stored.outdated}})
        self._show_again()
        self._page.focus_table()
        self.done.emit(self.tr("Your words stay."))

    def _return_fields(self, names: Iterable[str]) -> None:
        self._store.edit_notes({self._stored().note.uid: dict.fromkeys(names)})
        self._show_again()
        self._page.focus_table()
        self.done.emit(self.tr("The words of the course stand again."))

    def _show_again(self) -> None:
        """Shows the same card after a change, though it may fit the query no more, or stand elsewhere."""
        item = self._item

        def keep() -> None:
            if self._item != item and item is not None:
                self._page.select_none()
                self._item = item
                self._guarded(self._show_card)

        self._show_found(at=self._row, then=keep)

    def _show_changed(self) -> None:
        """Shows the cards after something was done with them; they stay selected where they are the same."""
        rows, before = self._page.table.rows, self._selected()

        def keep() -> None:
            self._page.select_rows(rows)
            if self._selected() != before:
                self._page.select_row(self._page.table.currentIndex().row())

        self._show_found(at=self._row, rows=max((part.stop for part in rows), default=0), then=keep)

    def _selected(self) -> tuple[str, ...]:
        """What tells the selected cards from others: their uids, or of many cards those of the first and the last."""
        rows, model = self._page.table.rows, self._page.model
        numbers = list(chain.from_iterable(rows)) if self._page.table.row_count <= FEW else [rows[0][0], rows[-1][-1]]
        return tuple(card.uid for card in model.loaded(numbers))

    def _find_uids(self) -> Callable[[], list[str]]:
        page = Page(self._order, self._descending)
        return lambda query=self._query: list(self._store.found_uids(query, page))

    def _guarded(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except UserError as error:
            self.failed.emit(str(error))


def _own_words(stored: StoredNote) -> str:
    """Which of a note's fields are the learner's; nothing when none is, or all are."""
    if is_own(stored.note.uid):
        return ""
    own = ", ".join(dict.fromkeys(field_words(name).lower() for name in own_fields(stored)))
    return QCoreApplication.translate("Cards", "In your own words: {fields}.").format(fields=own) if own else ""

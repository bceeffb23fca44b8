"""What is done with the selected cards, and its undo; what is much is done in a thread, as one step all the same."""

import sys
from collections.abc import Callable
from functools import partial
from itertools import chain
from typing import Any

from PySide6.QtCore import QObject, Signal

from trainer.errors import UserError
from trainer.store.opening import Store
from trainer.store.search.finding import FoundCard
from trainer.study.deeds import (
    change_tags,
    delete_cards,
    flag_cards,
    move_to_section,
    put_off_cards,
    set_due,
    start_anew,
    suspend_cards,
)
from trainer.study.undoing import Step, Undoing
from trainer.ui.cards.actions import Deed
from trainer.ui.cards.page import CardsPage
from trainer.ui.cards.words import count_words, date_words, note_count_words
from trainer.ui.reports.background import Background

FEW = 200
"""So many cards are done at once; of more, their uids are asked for in one statement, in a thread."""

_Deed = Callable[[list[str]], int]
_SWITCH_S = 0.0005


class CardsActing(QObject):
    """Does what the bar, the menu and the keys ask for.

    Args:
        page: what is selected there.
        store: where it is done.
        find_uids: all cards that the table shows, in its order; for a thread.
        settle: makes the table show the cards as they are, where they are looked for anew.

    Signals:
        done: something was done that undo can take back, in words.
        told: something else is to be said.
        changed: cards are other than they were.
        failed: something foreseen went wrong.
        duplicate_wanted: of the current card.
    """

    done = Signal(str)
    told = Signal(str)
    changed = Signal()
    failed = Signal(str)
    duplicate_wanted = Signal()

    def __init__(
        self,
        page: CardsPage,
        store: Store,
        *,
        find_uids: Callable[[], Callable[[], list[str]]],
        settle: Callable[[], None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._store = store
        self._find_uids = find_uids
        self._settle = settle
        self._undoing = Undoing(store)
        self._background = Background(self._end, self._fail, self)
        bar = page.bar
        bar.actions_.wanted.connect(self._do)
        bar.tags_given.connect(self._tag)
        bar.section_given.connect(self._move)
        bar.day_given.connect(self._set_due)
        page.undo_wanted.connect(self.undo)
        page.redo_wanted.connect(self.redo)
        page.selection_changed.connect(self.show_selection)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._background.is_busy

    def close(self) -> None:
        """Waits for what is under way: it is written whole."""
        self._background.close()

    def show_selection(self) -> None:
        """Fits the bar to what is selected."""
        count = self._page.table.row_count if self._page.model.rowCount() else 0
        self._page.bar.actions_.show_card(self._current, count)
        self._page.bar.show_selection(count)

    def undo(self) -> None:
        """Takes back the last thing that was done with cards, here or elsewhere."""
        self._step(self._undoing.undo, self.tr("Undone: {what}."), self.tr("There is nothing to undo."))

    def redo(self) -> None:
        """Does again what was taken back last."""
        self._step(self._undoing.redo, self.tr("Done again: {what}."), self.tr("There is nothing to do again."))

    @property
    def _current(self) -> FoundCard | None:
        row = self._page.table.currentIndex().row()
        return self._page.model.card(row) if row >= 0 else None

    def _do(self, deed: Deed, value: int) -> None:
        self._settle()
        card = self._current
        if card is None or not self._page.table.row_count or self.is_busy or self._page.is_editing:
            return
        match deed:
            case Deed.TAG:
                self._guarded(lambda: self._page.bar.ask_tags(list(self._store.tags())))
            case Deed.MOVE:
                self._page.bar.ask_section(card.section)
            case Deed.DUE:
                self._page.bar.ask_day(self._store.today())
            case Deed.DUPLICATE:
                self.duplicate_wanted.emit()
            case _:
                self._act(*self._reading(deed, card, value))

    def _reading(self, deed: Deed, card: FoundCard, value: int) -> tuple[_Deed, str]:
        """What a deed means, as the current card stands, and how it is told."""
        store = self._store
        match deed:
            case Deed.SUSPEND:
                told = self.tr("Brought back: {cards}.") if card.suspended else self.tr("Suspended: {cards}.")
                return partial(suspend_cards, store, suspended=not card.suspended), told
            case Deed.PUT_OFF:
                told = self.tr("Put off until tomorrow: {cards}.")
                told = self.tr("Asked today after all: {cards}.") if card.buried else told
                return partial(put_off_cards, store, away=not card.buried), told
            case Deed.FLAG:
                flag = 0 if card.flag == value else value
                told = self.tr("Flag {number}: {{cards}}.").format(number=flag)
                return partial(flag_cards, store, flag=flag), told if flag else self.tr("Without a flag: {cards}.")
            case Deed.DELETE:
                told = self.tr("Restored: {notes}.") if card.deleted else self.tr("Deleted: {notes}, with all cards.")
                return partial(delete_cards, store, delete=not card.deleted), told
            case _:
                return partial(start_anew, store), self.tr("New again: {cards}.")

    def _tag(self, tags: tuple[str, ...], add: bool) -> None:  # noqa: FBT001  # what the signal carries
        change = {"add": tags} if add else {"remove": tags}
        told = self.tr("Tagged: {notes}.") if add else self.tr("Tags taken away from {notes}.")
        self._act(partial(change_tags, self._store, **change), told)

    def _move(self, section: str) -> None:
        self._act(partial(move_to_section, self._store, section=section), self.tr("Moved: {notes}."))
        self._page.bar.leave()

    def _set_due(self, day: Any) -> None:
        told = self.tr("Due on {day}: {{cards}}; what was never answered stays new.").format(day=date_words(day))
        self._act(partial(set_due, self._store, day=day), told)

    def _act(self, deed: _Deed, told: str) -> None:
        """Does something with the selected cards; `told` says it, with how many were changed."""
        table, model = self._page.table, self._page.model
        rows, count = table.rows, table.row_count
        if count <= FEW:
            uids = [card.uid for card in model.loaded(list(chain.from_iterable(rows)))]
            self._guarded(lambda: self._tell(deed(uids), told))
            return
        find, shown = self._find_uids(), model.rowCount()

        def work() -> tuple[int, str]:
            found = find()
            if len(found) != shown:
                raise UserError("The cards that fit are others by now; look at the selection once more.")
            return deed([found[row] for row in chain.from_iterable(rows)]), told

        self._work(work, self.tr("{cards} take a while …").format(cards=count_words(count)))

    def _step(self, step: Callable[[], Step | None], told: str, nothing: str) -> None:
        if self.is_busy or self._page.is_editing:
            return

        def work() -> tuple[Step | None, str, str]:
            return step(), told, nothing

        def begin() -> None:
            if self._store.is_desk_full(FEW):
                self._work(work, self.tr("This takes a while …"))
            else:
                self._end(work())

        self._guarded(begin)

    def _work(self, work: Callable[[], Any], told: str) -> None:
        self._page.lock(locked=True)
        self._page.bar.show_work(told)
        self._background.do(lambda: _beside(work))

    def _end(self, outcome: tuple[Any, ...]) -> None:
        self._rest()
        match outcome:
            case (None, _, nothing):
                self.told.emit(nothing)
            case (Step() as step, told, _):
                self.changed.emit()
                self.told.emit(told.format(what=step.words))
            case (count, told):
                self._tell(count, told)

    def _tell(self, count: int, told: str) -> None:
        if not count:
            self.told.emit(self.tr("There was nothing to change."))
            return
        self.changed.emit()
        self.done.emit(told.format(cards=count_words(count), notes=note_count_words(count)))

    def _fail(self, text: str) -> None:
        self._rest()
        self.changed.emit()
        self.failed.emit(text)

    def _rest(self) -> None:
        if self._page.bar.is_working:
            self._page.bar.show_work("")
            self._page.lock(locked=False)
            self._page.focus_table()

    def _guarded(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except UserError as error:
            self.failed.emit(str(error))


def _beside(work: Callable[[], Any]) -> Any:
    """Does work in a thread that lets the window go first.

    A table is painted by hundreds of short calls into Python, and before each of them the window would wait for 5 ms.
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH_S)
    try:
        return work()
    finally:
        sys.setswitchinterval(before)

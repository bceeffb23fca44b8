"""What can be done with the selected cards: one action for each, for the bar, the menu and the keys.

The keys are those of Anki's browser where it has any: Ctrl+J, Ctrl+Shift+J, Ctrl+1 to 4, Ctrl+Shift+A, Ctrl+D,
Ctrl+Alt+N, Ctrl+Shift+D, Ctrl+Alt+E, Delete.
"""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from trainer.store.item_mark import FLAGS
from trainer.store.search.finding import FoundCard
from trainer.ui.cards.flags import flag_icon
from trainer.ui.look import Look


class Deed(StrEnum):
    """What is to be done; `SUSPEND`, `PUT_OFF`, `FLAG` and `DELETE` take themselves back where they are done."""

    SUSPEND = "suspend"
    PUT_OFF = "put-off"
    FLAG = "flag"
    TAG = "tag"
    MOVE = "move"
    START_ANEW = "start-anew"
    DUE = "due"
    DUPLICATE = "duplicate"
    DELETE = "delete"


_KEYS: Mapping[Deed, tuple[str, ...]] = {
    Deed.SUSPEND: ("Ctrl+J",),
    Deed.PUT_OFF: ("Ctrl+Shift+J",),
    Deed.TAG: ("Ctrl+Shift+A",),
    Deed.MOVE: ("Ctrl+D",),
    Deed.START_ANEW: ("Ctrl+Alt+N",),
    Deed.DUE: ("Ctrl+Shift+D",),
    Deed.DUPLICATE: ("Ctrl+Alt+E",),
    Deed.DELETE: ("Delete", "Ctrl+Delete"),
}


class CardActions(QObject):
    """The actions.

    Args:
        look: for the flags.
        place: where their keys work.

    Signals:
        wanted: a `Deed`, and for `FLAG` the number, where 0 takes it away.
    """

    wanted = Signal(object, object)

    def __init__(self, look: Look, place: QWidget) -> None:
        super().__init__(place)
        self._look = look
        self._place = place
        names = {
            Deed.SUSPEND: self.tr("Suspend"),
            Deed.PUT_OFF: self.tr("Put off until tomorrow"),
            Deed.TAG: self.tr("Tags …"),
            Deed.MOVE: self.tr("Move to section …"),
            Deed.START_ANEW: self.tr("Start anew"),
            Deed.DUE: self.tr("Due on …"),
            Deed.DUPLICATE: self.tr("Duplicate"),
            Deed.DELETE: self.tr("Delete"),
        }
        self.by_deed = {deed: self._make(name, deed, 0, _KEYS[deed]) for deed, name in names.items()}
        self.flags = tuple(
            self._make(self.tr("Flag {number}").format(number=number), Deed.FLAG, number, (f"Ctrl+{number}",))
            for number in range(1, FLAGS + 1)
        )
        self.no_flag = self._make(self.tr("No flag"), Deed.FLAG, 0, ("Ctrl+0",))
        for action in self.flags:
            action.setCheckable(True)
        self._paint()
        look.changed.connect(self._paint)

    def show_card(self, card: FoundCard | None, count: int) -> None:
        """Fits the words to the current card, which says whether something is done or taken back.

        Args:
            card: the current one.
            count: how many are selected.
        """
        for action in (*self.by_deed.values(), *self.flags, self.no_flag):
            action.setEnabled(bool(count))
        self.by_deed[Deed.DUPLICATE].setEnabled(count == 1)
        if card is None:
            return
        self.by_deed[Deed.SUSPEND].setText(self.tr("Bring back") if card.suspended else self.tr("Suspend"))
        put_off = self.by_deed[Deed.PUT_OFF]
        put_off.setText(self.tr("Ask today after all") if card.buried else self.tr("Put off until tomorrow"))
        put_off.setIconText(self.tr("Ask today") if card.buried else self.tr("Put off"))
        self.by_deed[Deed.DELETE].setText(self.tr("Restore") if card.deleted else self.tr("Delete"))
        for number, action in enumerate(self.flags, start=1):
            action.setChecked(card.flag == number)

    def add_flags(self, menu: QMenu) -> None:
        """Puts the flags into a menu."""
        menu.addActions([*self.flags, self.no_flag])

    def make_menu(self, parent: QWidget) -> QMenu:
        """A menu of everything."""
        menu = QMenu(parent)
        flags = QMenu(self.tr("Flag"), menu)
        self.add_flags(flags)
        menu.addActions([self.by_deed[Deed.SUSPEND], self.by_deed[Deed.PUT_OFF]])
        menu.addMenu(flags)
        menu.addSeparator()
        menu.addActions([self.by_deed[Deed.TAG], self.by_deed[Deed.MOVE]])
        menu.addSeparator()
        menu.addActions([self.by_deed[Deed.START_ANEW], self.by_deed[Deed.DUE]])
        menu.addSeparator()
        menu.addActions([self.by_deed[Deed.DUPLICATE], self.by_deed[Deed.DELETE]])
        return menu

    def _make(self, name: str, deed: Deed, value: int, keys: tuple[str, ...]) -> QAction:
        action = QAction(name, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setShortcutVisibleInContextMenu(True)  # Qt's own form
        action.triggered.connect(lambda: self.wanted.emit(deed, value))
        self._place.addAction(action)
        return action

    def _paint(self) -> None:
        for number, action in enumerate(self.flags, start=1):
            action.setIcon(flag_icon(self._look, number))

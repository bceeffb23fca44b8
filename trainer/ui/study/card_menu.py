"""The menu of the card that is asked: what can be done with it beside answering."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from trainer.store.item_mark import FLAGS
from trainer.ui.labels import make_tool
from trainer.ui.look import Look


class CardMenu(QWidget):
    """A button with a menu below it, and the keys of what is in it.

    Every key works while the page has the keyboard, but none that a card with a line to type in could take for text.

    Signals:
        edit_wanted: the card is to be rewritten.
        put_off_wanted: until tomorrow, with the other cards of its note.
        suspend_wanted: for good.
        flag_chosen: the number of a flag; 0 for none.
        date_wanted: why it comes back when it does.
        fault_wanted: something about it is wrong.
        primer_wanted: what its section is about.
    """

    edit_wanted = Signal()
    put_off_wanted = Signal()
    suspend_wanted = Signal()
    flag_chosen = Signal(int)
    date_wanted = Signal()
    fault_wanted = Signal()
    primer_wanted = Signal()

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.hide()
        self.button: QToolButton = make_tool(look, "more", self.tr("More for this card (Ctrl+M)"), self.open, page)
        self.menu = QMenu(page)
        self.menu.setAccessibleName(self.tr("More for this card"))
        self.actions_by_key: dict[str, QAction] = {}
        self._add(self.tr("Why this date?"), "Ctrl+I", self.date_wanted.emit)
        self._primer = self._add(self.tr("Read the primer"), "Ctrl+P", self.primer_wanted.emit)
        self._add(self.tr("Put off until tomorrow"), "Ctrl+Shift+J", self.put_off_wanted.emit)
        self._add(self.tr("Suspend: do not ask it any more"), "Ctrl+J", self.suspend_wanted.emit)
        self.menu.addSection(self.tr("Flag"))
        self._flags = self._add_flags()
        self.menu.addSeparator()
        self._add(self.tr("Rewrite it"), "Ctrl+E", self.edit_wanted.emit)
        self._add(self.tr("Report a fault"), "Ctrl+R", self.fault_wanted.emit)
        opener = QAction(page)
        opener.setShortcut(QKeySequence("Ctrl+M"))
        opener.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        opener.triggered.connect(self.open)
        page.addAction(opener)
        self._opener = opener

    def open(self) -> None:
        """Drops the menu from its button."""
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def show_card(self, flag: int | None, *, has_primer: bool = False) -> None:
        """Takes the flag of the card that is asked, None where there is none, and whether its section has a primer."""
        for action in (*self.actions_by_key.values(), self._opener):
            action.setEnabled(flag is not None)
        self._primer.setEnabled(flag is not None and has_primer)
        self.button.setEnabled(flag is not None)
        self._flags[flag or 0].setChecked(True)

    def _add_flags(self) -> list[QAction]:
        group = QActionGroup(self.menu)
        names = (
            self.tr("No flag"),
            *(self.tr("Flag {number}").format(number=number) for number in range(1, FLAGS + 1)),
        )
        flags: list[QAction] = []
        for number, name in enumerate(names):
            action = self._add(name, f"Ctrl+{number}", lambda number=number: self.flag_chosen.emit(number))
            action.setCheckable(True)
            group.addAction(action)
            flags.append(action)
        return flags

    def _add(self, text: str, key: str, deed) -> QAction:  # noqa: ANN001  # a bound signal's `emit`, or a lambda
        action = QAction(text, self._page)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda: deed())  # noqa: PLW0108  # no `checked`
        self._page.addAction(action)
        self.menu.addAction(action)
        self.actions_by_key[key] = action
        return action

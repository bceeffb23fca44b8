"""The study page: one card, its grades, and how much is left. Layout and keys only; the presenter decides."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QKeySequence,
    QPixmap,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from trainer.study.card_session import Left
from trainer.tokens import SPACE
from trainer.ui.drill.progress import ProgressLine
from trainer.ui.labels import make_label, make_tool
from trainer.ui.look import Look
from trainer.ui.study.card_menu import CardMenu
from trainer.ui.study.card_sources import CardSources
from trainer.ui.study.sheet import StudySheet
from trainer.ui.study.words import left_of, split_of, total_of

_PAGE_KEYS: dict[int, float] = {
    Qt.Key.Key_PageDown.value: 0.9,
    Qt.Key.Key_PageUp.value: -0.9,
    Qt.Key.Key_Down.value: 0.2,
    Qt.Key.Key_Up.value: -0.2,
}
"""How far keys scroll a long card, in heights of it."""

_LOUD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class StudyPage(QWidget):
    """Everything on the page where cards are answered.

    Args:
        look: for the colours.
        picture_of: draws the topology of a drill, as large as fits into a size in px.
        sources: what cards show beside their own words.

    Signals:
        reveal_wanted: the answer, or the options of a choice card.
        option_chosen: the number of an option.
        graded: the `Offer` that was taken.
        undo_wanted, redo_wanted: the buttons and their keys.
        drill_wanted: a drill's id, from a card.
        drill_due: a drill's id and the variant to build, where a diagram is due.
        later_wanted: the diagram that is due, not now.
        more_wanted: more new cards.
        drills_wanted: the gallery of drills.
        back_wanted: the page of the day.
        edit_wanted: the uid of a card, to be rewritten.
        topic_wanted: a section, whose cards are to be shown.
        primer_read: the primer that is offered was; primer_skipped: it is not wanted now.
        primer_wanted: a section, whose primer is to be read.
        came_up: the page is on screen.
    """

    reveal_wanted = Signal()
    option_chosen = Signal(int)
    graded = Signal(object)
    undo_wanted = Signal()
    redo_wanted = Signal()
    drill_wanted = Signal(str)
    drill_due = Signal(str, object)
    later_wanted = Signal()
    more_wanted = Signal()
    drills_wanted = Signal()
    back_wanted = Signal()
    edit_wanted = Signal(str)
    topic_wanted = Signal(str)
    primer_read = Signal()
    primer_skipped = Signal()
    primer_wanted = Signal(str)
    came_up = Signal()

    def __init__(
        self,
        look: Look,
        picture_of: Callable[[str, QSize], QPixmap],
        sources: CardSources | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._sources = look, sources
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sheet = StudySheet(look, picture_of, sources, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_bar())
        column.addLayout(self._make_middle(), 1)
        column.addWidget(self._make_footer())
        self._add_shortcuts()
        self._connect()

    def _make_bar(self) -> QWidget:
        bar = QWidget(self)
        bar.setObjectName("bar")
        head = QHBoxLayout(bar)
        head.setContentsMargins(4 * SPACE, 2 * SPACE + 2, 4 * SPACE, 2 * SPACE + 2)
        head.setSpacing(2 * SPACE)
        head.addWidget(make_tool(self._look, "back", self.tr("Back to Today (Esc)"), self.back_wanted.emit, bar))
        self.title = make_label(self.tr("Study"), "title")
        head.addWidget(self.title, 1)
        self.menu = CardMenu(self._look, self)
        head.addWidget(self.menu.button)
        return bar

    def _make_middle(self) -> QHBoxLayout:
        sides = QHBoxLayout()
        sides.setContentsMargins(6 * SPACE, 0, 6 * SPACE, 0)
        sides.addStretch(1)
        sides.addWidget(self.sheet, 100)
        sides.addStretch(1)
        return sides

    def _make_footer(self) -> QWidget:
        footer = QWidget(self)
        footer.setObjectName("footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(4 * SPACE, 2 * SPACE + 1, 4 * SPACE, 2 * SPACE + 1)
        row.setSpacing(3 * SPACE)
        self.progress = ProgressLine(self._look, self.tr("Answered"), footer)
        row.addWidget(self.progress)
        self.status = QLabel(footer)
        row.addWidget(self.status, 1)
        self.undo_button = make_tool(self._look, "undo", self.tr("Undo (Ctrl+Z)"), self.undo_wanted.emit, footer)
        self.redo_button = make_tool(self._look, "redo", self.tr("Redo (Ctrl+Shift+Z)"), self.redo_wanted.emit, footer)
        row.addWidget(self.undo_button)
        row.addWidget(self.redo_button)
        return footer

    def _add_shortcuts(self) -> None:
        standard = QKeySequence.keyBindings
        deeds = {
            self.undo_wanted: [*standard(QKeySequence.StandardKey.Undo), QKeySequence("Ctrl+Z")],
            self.redo_wanted: [
                *standard(QKeySequence.StandardKey.Redo),
                *map(QKeySequence, ("Ctrl+Shift+Z", "Ctrl+Y")),
            ],
            self.back_wanted: [QKeySequence("Escape")],
        }
        for signal, bindings in deeds.items():
            for keys in {binding.toString(): binding for binding in bindings}.values():
                shortcut = QShortcut(keys, self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(signal)

    def _connect(self) -> None:
        sheet = self.sheet
        sheet.reveal_button.clicked.connect(lambda: self.reveal_wanted.emit())  # noqa: PLW0108  # no `checked`
        sheet.card.drill_wanted.connect(self.drill_wanted)
        sheet.card.primer_wanted.connect(self.primer_wanted)
        if sheet.primer:
            sheet.primer.read.connect(self.primer_read)
            sheet.primer.skipped.connect(self.primer_skipped)
            sheet.primer.view.drill_wanted.connect(self.drill_wanted)
        sheet.card.options.chosen.connect(self.option_chosen)
        sheet.grades.graded.connect(self.graded)
        sheet.board.drill_due.connect(self.drill_due)
        sheet.board.later_wanted.connect(self.later_wanted)
        sheet.ending.more_wanted.connect(self.more_wanted)
        sheet.ending.drills_wanted.connect(self.drills_wanted)
        sheet.ending.back_wanted.connect(self.back_wanted)

    def show_title(self, title: str) -> None:
        """Says which kind of session it is."""
        self.title.setText(title)

    def show_menu(self, flag: int | None, section: str) -> None:
        """Takes the flag and the section of the card that is asked; None where there is no card."""
        has_primer = self._sources is not None and self._sources.primer_title(section) is not None
        self.menu.show_card(flag, has_primer=has_primer)

    def show_left(self, left: Left, answered: int) -> None:
        """Shows how far the day is."""
        self.sheet.split.setText(split_of(left))
        self.status.setText(left_of(left))
        self.progress.show_part(answered, answered + total_of(left))
        self.progress.setVisible(bool(answered + total_of(left)))

    def allow(self, *, undo: bool, redo: bool) -> None:
        """Says which of the two there is something for."""
        self.undo_button.setEnabled(undo)
        self.redo_button.setEnabled(redo)

    def announce(self, text: str) -> None:
        """Lets a screen reader say something."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() or event.modifiers() & _LOUD or not self._take(event.key()):
            super().keyPressEvent(event)

    def _take(self, key: int) -> bool:
        """Does what a key says; False when it says nothing here."""
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            return self._press(checks=key != Qt.Key.Key_Space)
        if key in (Qt.Key.Key_Z, *_PAGE_KEYS):
            return self._look_at(key)
        if self.sheet.is_priming:
            return key == Qt.Key.Key_S and self.sheet.skip_primer()
        place = key - Qt.Key.Key_1.value
        if self.sheet.is_choosing:
            letter = key - Qt.Key.Key_A.value
            return self.sheet.card.options.choose_at(letter if letter >= 0 else place)
        if self.sheet.is_responding and self.sheet.card.response:
            letter = key - Qt.Key.Key_A.value
            return self.sheet.card.response.pick_at(letter if letter >= 0 else place)
        return not self.sheet.grades.isHidden() and self.sheet.grades.give_at(place)

    def _look_at(self, key: int) -> bool:
        """Scrolls what is to be read, or shows its picture large; False where there is none."""
        if key == Qt.Key.Key_Z:
            return self.sheet.read.enlarge_picture()
        self.sheet.read.scroll_by_page(_PAGE_KEYS[key])
        return True

    def _press(self, *, checks: bool) -> bool:
        """Presses the button that has the focus, else the one that is meant; `checks` where that is the answer's."""
        focused = QApplication.focusWidget()
        response = self.sheet.card.response if self.sheet.is_responding else None
        if response is not None and focused is not None and (focused is response or response.isAncestorOf(focused)):
            if checks:
                self.sheet.reveal_button.click()
            return checks
        button = focused if isinstance(focused, QAbstractButton) and self.isAncestorOf(focused) else self.sheet.primary
        if button is not None:
            button.click()
        return button is not None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()
        self.sheet.focus_next()
        self.came_up.emit()

    def _arrange(self) -> None:
        """Lays out the page for the size that it has now, and then the sheet for its own."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.sheet.arrange()

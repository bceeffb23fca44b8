"""The drill page: brief, diagram, palette, feedback and what can be done. Layout only; the presenter decides."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from trainer.cloud.drill import Mode
from trainer.tokens import SPACE
from trainer.ui.choice import Choice
from trainer.ui.diagram.view import DiagramView
from trainer.ui.drill.dragging import DragGhost
from trainer.ui.drill.legend import Legend
from trainer.ui.drill.options import DrillOptions
from trainer.ui.drill.outline import OutlineTree
from trainer.ui.drill.progress import ProgressLine
from trainer.ui.drill.side_panel import NARROW, WIDE, SidePanel
from trainer.ui.drill.table import DrillTable
from trainer.ui.labels import make_button, make_label, make_tool
from trainer.ui.look import Look

_NARROW_BELOW = 980
_LOW_BELOW = 780
_READABLE = 0.75
"""The scale below which names in the diagram get hard to read."""


class DrillPage(QWidget):
    """Everything on the page of one drill.

    Signals:
        back_wanted: to the gallery.
        hint_wanted, undo_wanted, redo_wanted, finish_wanted, restart_wanted: the buttons and their keys.
        next_wanted: the drill is solved, and the learner goes on.
        cancelled: Escape.
        outline_shown: the tree became visible, and wants its content.
        table_shown: likewise the table.
        mode_wanted: a `Mode`, where the drill has several.
        level_wanted: a new attempt at a level.
        feedback_wanted: a `Feedback` for this attempt.
        export_wanted: a picture of the diagram, by the ending of its file's name.
        slip_wanted: the last drop was a slip of the hand.
        cards_wanted: the cards on what the drill trains.
    """

    back_wanted = Signal()
    hint_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    finish_wanted = Signal()
    next_wanted = Signal()
    restart_wanted = Signal()
    cancelled = Signal()
    outline_shown = Signal()
    table_shown = Signal()
    mode_wanted = Signal(object)
    level_wanted = Signal(int)
    feedback_wanted = Signal(object)
    export_wanted = Signal(str)
    slip_wanted = Signal()
    cards_wanted = Signal()
    _brief_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("page")
        self.view = DiagramView()
        self.panel = SidePanel(look, self)
        self.panel.slip_wanted.connect(self.slip_wanted)
        self.panel.cards_wanted.connect(self.cards_wanted)
        self.palette_list = self.panel.palette_list
        self.feedback = self.panel.feedback
        self.asking = self.panel.asking
        self.slip_button = self.panel.slip_button
        self.outline = OutlineTree()
        self.table = DrillTable()
        self.middle = QStackedWidget()
        self.middle.addWidget(self.view)
        self.middle.addWidget(self._frame_table())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_bar())
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self._outline_panel = self._make_outline_panel()
        middle.addWidget(self._outline_panel)
        middle.addWidget(self.middle, 1)
        middle.addWidget(self.panel)
        column.addLayout(middle, 1)
        column.addWidget(self._make_footer())
        self.ghost = DragGhost(look, self)
        self.mode_choice: Choice | None = None
        self._brief_wanted.connect(self.toggle_brief)
        self._add_shortcuts()
        self.setTabOrder(self.palette_list, self.view)
        self.setTabOrder(self.view, self.feedback)

    def _frame_table(self) -> QWidget:
        frame = QWidget()
        around = QVBoxLayout(frame)
        around.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 4 * SPACE)
        around.addWidget(self.table)
        return frame

    def _make_bar(self) -> QWidget:
        bar = QWidget(self)
        bar.setObjectName("bar")
        rows = QVBoxLayout(bar)
        rows.setContentsMargins(4 * SPACE, 2 * SPACE + 2, 4 * SPACE, 3 * SPACE)
        rows.setSpacing(SPACE)
        head = QHBoxLayout()
        head.setSpacing(2 * SPACE)
        head.addWidget(make_tool(self._look, "back", self.tr("Back to all drills"), self.back_wanted.emit, bar))
        self.title = make_label("", "title")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head.addWidget(self.title, 1)
        self._modes = QHBoxLayout()
        head.addLayout(self._modes)
        self.options = DrillOptions(self._look, bar)
        self.options.level_wanted.connect(self.level_wanted)
        self.options.feedback_wanted.connect(self.feedback_wanted)
        self.options.export_wanted.connect(self.export_wanted)
        head.addWidget(self.options)
        self.table_button = make_tool(
            self._look, "table", self.tr("Show the drill as a table (Ctrl+Shift+T)"), self.toggle_table, bar
        )
        self.table_button.setCheckable(True)
        head.addWidget(self.table_button)
        self.outline_button = make_tool(
            self._look, "outline", self.tr("Show the diagram as a tree (Ctrl+T)"), self.toggle_outline, bar
        )
        self.outline_button.setCheckable(True)
        head.addWidget(self.outline_button)
        for glyph, name, action in (
            ("zoom-out", self.tr("Smaller (-)"), lambda: self.view.zoom(1 / 1.2)),
            ("zoom-in", self.tr("Larger (+)"), lambda: self.view.zoom(1.2)),
            ("fit", self.tr("Fit the diagram into the window (0)"), self.view.fit),
        ):
            head.addWidget(make_tool(self._look, glyph, name, action, bar))
        rows.addLayout(head)
        self.brief = make_label("", wrap=True)
        self.brief.setAccessibleName(self.tr("Brief"))
        self.brief.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        rows.addWidget(self.brief)
        self.brief_button = make_tool(self._look, "info", self.tr("Show or hide the brief (B)"), self.toggle_brief, bar)
        self.brief_button.setCheckable(True)
        self.brief_button.setChecked(True)
        head.insertWidget(2, self.brief_button)
        return bar

    def _make_outline_panel(self) -> QWidget:
        panel = QWidget(self)
        panel.setObjectName("outlinePanel")
        panel.setFixedWidth(250)
        column = QVBoxLayout(panel)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 2 * SPACE, 2 * SPACE)
        column.addWidget(make_label(self.tr("Outline"), "heading"))
        column.addWidget(self.outline, 1)
        panel.hide()
        return panel

    def _make_footer(self) -> QWidget:
        footer = QWidget(self)
        footer.setObjectName("footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(4 * SPACE, 2 * SPACE + 1, 4 * SPACE, 2 * SPACE + 1)
        row.setSpacing(2 * SPACE)
        self.progress = ProgressLine(self._look, self.tr("Pieces placed"), footer)
        row.addWidget(self.progress)
        self.status = QLabel(footer)
        self.status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self.status, 1)
        self.legend = Legend(self._look, footer)
        self.legend.hide()
        row.addWidget(self.legend)
        self.restart_button = self._tool(footer, "restart", self.tr("Start over"), self.restart_wanted.emit)
        self.undo_button = self._tool(footer, "undo", self.tr("Undo (Ctrl+Z)"), self.undo_wanted.emit)
        self.redo_button = self._tool(footer, "redo", self.tr("Redo (Ctrl+Shift+Z)"), self.redo_wanted.emit)
        self.hint_button = make_button(self.tr("Hint"), self.hint_wanted.emit, parent=footer)
        self.hint_button.setToolTip(self.tr("Where to look, then the rule, then the move (H)"))
        self.finish_button = make_button(self.tr("Finish"), self.finish_wanted.emit, role="primary", parent=footer)
        self.finish_button.setToolTip(self.tr("Ends the attempt when all is right (Ctrl+Enter)"))
        self.next_button = make_button(self.tr("Continue"), self.next_wanted.emit, role="primary", parent=footer)
        self.next_button.setIcon(self._look.icon("arrow-right", "on.accent"))
        row.addWidget(self.restart_button)
        row.addWidget(self.undo_button)
        row.addWidget(self.redo_button)
        row.addWidget(self.hint_button)
        row.addWidget(self.finish_button)
        row.addWidget(self.next_button)
        self._paint_hint()
        self._look.changed.connect(self._paint_hint)
        return footer

    def _tool(self, footer: QWidget, glyph: str, name: str, clicked: object) -> QToolButton:
        tool = make_tool(self._look, glyph, name, clicked, footer)  # type: ignore[arg-type]  # a signal's emit
        tool.setIconSize(QSize(20, 20))
        return tool

    def _paint_hint(self) -> None:
        self.hint_button.setIcon(self._look.icon("hint"))

    def _add_shortcuts(self) -> None:
        standard = QKeySequence.keyBindings
        deeds = {
            self.undo_wanted: [*standard(QKeySequence.StandardKey.Undo), QKeySequence("Ctrl+Z")],
            self.redo_wanted: [
                *standard(QKeySequence.StandardKey.Redo),
                *map(QKeySequence, ("Ctrl+Shift+Z", "Ctrl+Y")),
            ],
            self.finish_wanted: [QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")],
            self.hint_wanted: [QKeySequence("H")],
            self._brief_wanted: [QKeySequence("B")],
        }
        for signal, bindings in deeds.items():
            for keys in {binding.toString(): binding for binding in bindings}.values():
                shortcut = QShortcut(keys, self)
                shortcut.activated.connect(signal)
        outline = QShortcut(QKeySequence("Ctrl+T"), self)
        outline.activated.connect(self.toggle_outline)
        table = QShortcut(QKeySequence("Ctrl+Shift+T"), self)
        table.activated.connect(self.toggle_table)

    def show_modes(self, modes: Mapping[str, object], now: object) -> None:
        """Offers the modes of a drill, where there are several.

        Args:
            modes: by what their buttons say.
            now: the one to begin with.
        """
        if self.mode_choice is not None:
            self._modes.removeWidget(self.mode_choice)
            self.mode_choice.deleteLater()
            self.mode_choice = None
        if len(modes) > 1:
            self.mode_choice = Choice(self.tr("Mode"), modes, self)
            self.mode_choice.chosen.connect(self.mode_wanted)
            self._modes.addWidget(self.mode_choice)
            self.mode_choice.show_value(now)

    def name_palette(self, mode: Mode | None) -> None:
        """Says what the palette holds."""
        names = {Mode.CLASSIFY: self.tr("Cards to sort"), Mode.ORDER: self.tr("Steps to put in order")}
        name = names.get(mode, self.tr("Services to place")) if mode else self.tr("Services to place")
        self.panel.palette_heading.setText(name)
        self.palette_list.setAccessibleName(name)

    def toggle_table(self) -> None:
        """Shows the table in place of the diagram, or again the diagram."""
        shown = self.middle.currentIndex() == 0
        self.middle.setCurrentIndex(int(shown))
        self.table_button.setChecked(shown)
        if shown:
            self.table_shown.emit()
        else:
            self.view.refit()

    @property
    def shows_table(self) -> bool:
        """Whether the table is shown in place of the diagram."""
        return self.middle.currentIndex() == 1

    def toggle_outline(self) -> None:
        """Shows or hides the tree beside the diagram."""
        shown = self._outline_panel.isHidden()
        self._outline_panel.setVisible(shown)
        if shown:
            self.outline_shown.emit()
        self.outline_button.setChecked(shown)
        if shown:
            self.outline.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_brief(self) -> None:
        """Shows or hides what the drill asks for."""
        self.show_brief(shown=self.brief.isHidden())

    def show_brief(self, *, shown: bool) -> None:
        """Shows what the drill asks for, or leaves its room to the diagram."""
        self.brief.setVisible(shown)
        self.brief_button.setChecked(shown)

    def make_room(self) -> None:
        """Where the diagram is small, the brief gives way to it once it was read and the first piece placed."""
        if self.height() < _LOW_BELOW or self.view.transform().m11() < _READABLE:
            self.show_brief(shown=False)

    def show_solved(self, *, solved: bool) -> None:
        """Offers to go on instead of to finish."""
        had_focus = self.finish_button.hasFocus()
        self.finish_button.setVisible(not solved)
        self.next_button.setVisible(solved)
        self.panel.offer_cards(offered=solved)
        if solved and had_focus:
            self.next_button.setFocus()

    def name_finish(self, *, checks: bool) -> None:
        """Says what the button at the end does: it finishes what is right, or judges all at once."""
        self.finish_button.setText(self.tr("Check") if checks else self.tr("Finish"))
        tip = self.tr("Judges all at once (Ctrl+Enter)")
        self.finish_button.setToolTip(tip if checks else self.tr("Ends the attempt when all is right (Ctrl+Enter)"))

    def show_palette(self, *, filled: bool) -> None:
        """Hides the palette where nothing is left in it; the keyboard goes to what comes next."""
        if not filled and self.palette_list.hasFocus():
            self.finish_button.setFocus()
        self.panel.show_palette(filled=filled)

    def focus_first(self) -> None:
        """Gives the keyboard to what the work begins with: the palette, or the diagram where that is empty."""
        (self.view if self.palette_list.isHidden() else self.palette_list).setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Makes the panel narrower before the diagram gets too small to read."""
        super().resizeEvent(event)
        self.panel.setFixedWidth(NARROW if self.width() < _NARROW_BELOW else WIDE)

"""Beside the path: the selected section, how far it is, and what to do with it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from trainer.study.path import PathDrill, PathSection
from trainer.tokens import SPACE
from trainer.ui.labels import make_button, make_label
from trainer.ui.learn.path_tree import paint_bar
from trainer.ui.learn.words import better_after, cards_of, drills_of, part_of, standing_word
from trainer.ui.look import Look
from trainer.ui.sheet import make_scroll
from trainer.ui.study.markup_label import MarkupLabel

_SCROLL_BAR = 10


class _Bar(QWidget):
    """How far the cards of a section are; the words beside it say the same."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._section: PathSection | None = None
        self.setFixedHeight(2 * SPACE)
        look.changed.connect(self.update)

    def show_section(self, section: PathSection) -> None:
        """Takes another section."""
        self._section = section
        self.setVisible(bool(section.cards.cards))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, 2 * SPACE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._section is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_bar(painter, QRectF(self.rect()), self._section, self._look)


class SectionSide(QFrame):
    """One section.

    Args:
        look: for the colours.

    Signals:
        primer_wanted, learn_wanted, practise_wanted: the section's id.
        drill_wanted: a drill's id.
    """

    primer_wanted = Signal(str)
    learn_wanted = Signal(str)
    practise_wanted = Signal(str)
    drill_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("The selected section"))
        self._id = ""
        self.part = make_label("", "small", wrap=True)
        self.title = make_label("", "title", wrap=True)
        self.about = MarkupLabel(look)
        self.state = make_label("", wrap=True)
        self.bar = _Bar(look)
        self.next_up = make_label(self.tr("New cards come from here first."), "strong", wrap=True)
        self.better = make_label("", "muted", wrap=True)
        self.learn_button = make_button(self.tr("Learn its cards"), lambda: self.learn_wanted.emit(self._id))
        self.learn_button.setToolTip(self.tr("New cards come from this section first"))
        self.practise_button = make_button(self.tr("Practise its cards"), lambda: self.practise_wanted.emit(self._id))
        self.primer_button = make_button(self.tr("Read the primer"), lambda: self.primer_wanted.emit(self._id))
        self.drills_heading = make_label("", "heading", wrap=True)
        self.drill_buttons: list[QPushButton] = []
        self._drills: tuple[PathDrill, ...] = ()
        frame = QVBoxLayout(self)
        frame.setContentsMargins(1, 1, 1, 1)
        frame.addWidget(self._make_sheet())

    def _make_sheet(self) -> QScrollArea:
        scroll = make_scroll(self)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(5 * SPACE, 5 * SPACE, 5 * SPACE, 5 * SPACE)
        self._column.setSpacing(2 * SPACE)
        for part in (self.part, self.title, self.about):
            self._column.addWidget(part)
        self._column.addSpacing(SPACE)
        for part in (self.state, self.bar, self.next_up, self.better):
            self._column.addWidget(part)
        self._column.addSpacing(SPACE)
        for button in (self.learn_button, self.practise_button, self.primer_button):
            self._column.addWidget(button)
        self._column.addSpacing(2 * SPACE)
        self._column.addWidget(self.drills_heading)
        self._column.addStretch(1)
        scroll.setWidget(inside)
        return scroll

    @property
    def primary(self) -> QPushButton | None:
        """What Enter on the path presses: the first thing that can be done with the section."""
        buttons = (self.learn_button, self.practise_button, self.primer_button, *self.drill_buttons)
        return next((button for button in buttons if not button.isHidden()), None)

    def show_section(self, section: PathSection, about: str) -> None:
        """Shows a section; `about` says what it is about, in the markup of cards."""
        self._id = section.id
        cards = section.cards
        self.part.setText(" · ".join(text for text in (section.domain, part_of(section)) if text))
        self.title.setText(section.title)
        self.about.show_markup(about)
        self.about.setVisible(bool(about))
        self.state.setText(cards_of(section))
        self.bar.show_section(section)
        self.next_up.setVisible(section.is_next)
        self.better.setText(better_after(section))
        self.better.setVisible(bool(section.better_after))
        self.learn_button.setVisible(cards.begun < cards.cards)
        self.practise_button.setVisible(bool(cards.begun))
        self.primer_button.setVisible(section.has_primer)
        for button in (self.learn_button, self.practise_button, self.primer_button):
            button.setAccessibleName(f"{button.text()}: {section.title}")
            button.setProperty("role", "primary" if button is self.primary else "")
            button.style().unpolish(button)
            button.style().polish(button)
        self._show_drills(section)

    def _show_drills(self, section: PathSection) -> None:
        for button in self.drill_buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._drills = section.drills
        self.drill_buttons = [self._make_drill(drill) for drill in section.drills]
        for button in self.drill_buttons:
            self._column.insertWidget(self._column.count() - 1, button, 0, Qt.AlignmentFlag.AlignLeft)
            button.show()
        self._shorten()
        self.drills_heading.setText(drills_of(section))
        self.drills_heading.setVisible(bool(section.drills))

    def _make_drill(self, drill: PathDrill) -> QPushButton:
        text = _drill_words(drill, drill.title)
        button = make_button("", lambda: self.drill_wanted.emit(drill.id), role="link", parent=self)
        button.setAccessibleName(self.tr("Drill: {title}").format(title=text))
        button.setToolTip(text)
        button.setMinimumWidth(1)
        return button

    def _shorten(self) -> None:
        """Writes as much of each drill's title as there is room for; how far it is stands behind it in any case."""
        room = self.width() - 12 * SPACE - _SCROLL_BAR
        for drill, button in zip(self._drills, self.drill_buttons, strict=True):
            metrics = button.fontMetrics()
            left = room - metrics.horizontalAdvance(_drill_words(drill, ""))
            button.setText(_drill_words(drill, metrics.elidedText(drill.title, Qt.TextElideMode.ElideRight, left)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()


def _drill_words(drill: PathDrill, title: str) -> str:
    return f"{title} ({standing_word(drill.standing)})"

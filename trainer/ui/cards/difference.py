"""The course's new text beside the learner's own: the words that differ are struck out or underlined, and told."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from trainer.learning.markup import plain_text
from trainer.study.course_changes import CourseChange, Part, compare_words
from trainer.tokens import SPACE
from trainer.ui.cards.words import field_words, section_words
from trainer.ui.labels import make_button, make_label
from trainer.ui.look import Look

_HIGHEST, _SCROLL_BAR = 190, 10


class DifferenceView(QFrame):
    """What the course changed, and whose text is to stand.

    Args:
        look: for the colours.
        sections: titles by id.

    Signals:
        keep_wanted: the learner's words stay, and the course's new text counts as seen.
        take_wanted: the course's texts are to stand there.
    """

    keep_wanted = Signal()
    take_wanted = Signal()

    def __init__(self, look: Look, sections: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setProperty("kind", "hint")
        self._look = look
        self._sections = sections
        self._changes: Sequence[CourseChange] = ()
        self.texts: list[QLabel] = []
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setMaximumHeight(_HIGHEST)
        self._scroll.setWidget(self._inside)
        self.keep_button = make_button(self.tr("Keep mine"), self.keep_wanted.emit, role="choice")
        self.take_button = make_button(self.tr("Take the new one"), self.take_wanted.emit, role="choice")
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(make_label(self.tr("The course has a new text"), "strong"))
        self.legend = make_label(
            self.tr("Struck out: only in yours. Underlined: only in the new one."), "small", wrap=True
        )
        column.addWidget(self.legend)
        column.addWidget(self._scroll)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self.keep_button)
        row.addWidget(self.take_button)
        row.addStretch(1)
        column.addLayout(row)
        look.changed.connect(self._fill)

    def show_changes(self, changes: Sequence[CourseChange]) -> None:
        """Shows the texts that differ; none do where the course says by now what the learner wrote."""
        self._changes = [self._titled(change) if change.key == "section" else change for change in changes]
        self._fill()

    def _titled(self, change: CourseChange) -> CourseChange:
        mine, theirs = (section_words(self._sections, section) for section in (change.mine, change.theirs))
        return CourseChange(change.key, mine, theirs)

    def _fill(self) -> None:
        while (part := self._column.takeAt(0)) is not None:
            if (widget := part.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.texts = []
        for change in self._changes:
            self._column.addWidget(make_label(field_words(change.key), "small"))
            self.texts.append(self._make_text(change))
            self._column.addWidget(self.texts[-1])
        if not self._changes:
            self._column.addWidget(make_label(self.tr("It says the same as yours by now."), wrap=True))
        self._column.addStretch(1)
        QTimer.singleShot(0, self, self._fit)  # once it has the width that it gets

    def _fit(self) -> None:
        """Takes the height that the texts need, up to where they are scrolled."""
        self._column.activate()
        width = self._scroll.width() - _SCROLL_BAR
        height = max(0, self._column.totalHeightForWidth(width))
        self._inside.resize(width, height)
        self._scroll.setFixedHeight(min(_HIGHEST, height))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _make_text(self, change: CourseChange) -> QLabel:
        label = make_label("", wrap=True)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setText("".join(self._marked(part, text) for part, text in _parts(change)))
        label.setAccessibleName(told_change(change))
        label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return label

    def _marked(self, part: Part, text: str) -> str:
        shown = escape(text).replace("\n", "<br>")
        if part is Part.OUT:
            return f'<s style="color:{self._look.hex("error")}">{shown}</s> '
        if part is Part.IN:
            return f'<u style="color:{self._look.hex("success")}">{shown}</u>'
        return shown


def told_change(change: CourseChange) -> str:
    """A change in words, for screen readers."""
    out = "; ".join(text.strip() for part, text in _parts(change) if part is Part.OUT and text.strip())
    new = "; ".join(text.strip() for part, text in _parts(change) if part is Part.IN and text.strip())
    parts = [
        f"{field_words(change.key)}.",
        f"Only in yours: {out}." if out else "",
        f"Only in the new one: {new}." if new else "",
    ]
    return " ".join(part for part in parts if part)


def _parts(change: CourseChange) -> list[tuple[Part, str]]:
    words = compare_words(plain_text(change.mine), plain_text(change.theirs))
    return [(one.part, one.text) for one in words]

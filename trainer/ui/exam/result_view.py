"""What came of an exam: the mark, the mark per section, and the ways on."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from trainer.study.exam import ExamEnd
from trainer.tokens import SPACE
from trainer.ui.exam.words import day_of, mark_words
from trainer.ui.labels import make_button, make_label
from trainer.ui.look import Look

_WIDEST = 860
_BAR = QSize(160, 8)


class ShareBar(QWidget):
    """A share as a bar; the numbers stand beside it, so a screen reader passes it over."""

    def __init__(self, look: Look, share: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return _BAR

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for token, share in (("border", 1.0), ("accent", self._share)):
            painter.setBrush(QColor(self._look.hex(token)))
            radius = self.height() / 2
            painter.drawRoundedRect(QRectF(0, 0, self.width() * share, self.height()), radius, radius)


class ResultView(QScrollArea):
    """Layout only; the presenter decides.

    Signals:
        answers_wanted: all questions with their explanations.
        practise_wanted: what was wrong.
        back_wanted: the start of the exams.
    """

    answers_wanted = Signal()
    practise_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_end(self, end: ExamEnd, titles: Mapping[str, str], wrong: int) -> None:
        """Shows how it went.

        Args:
            end: the marks.
            titles: of the sections by id.
            wrong: how many questions can be practised.
        """
        inside = QWidget()
        inside.setObjectName("page")
        middle = QHBoxLayout(inside)
        middle.setContentsMargins(8 * SPACE, 8 * SPACE, 8 * SPACE, 8 * SPACE)
        sheet = QWidget(inside)
        sheet.setMaximumWidth(_WIDEST)
        middle.addStretch(1)
        middle.addWidget(sheet, 100)
        middle.addStretch(1)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * SPACE)
        self.mark = make_label(mark_words(end), "hero")
        column.addWidget(self.mark)
        column.addWidget(make_label(self._tell(end), "muted", wrap=True))
        column.addWidget(self._make_sections(end, titles))
        column.addLayout(self._make_deeds(wrong))
        column.addStretch(1)
        self.setWidget(inside)

    def _tell(self, end: ExamEnd) -> str:
        told = [f"{day_of(end.day)}."]
        if end.is_timed_out:
            told.append(self.tr("The time was up; all that you had answered counts."))
        if end.answered < end.asked:
            open_ones = self.tr("{count} questions were open and count as wrong.")
            told.append(open_ones.format(count=end.asked - end.answered))
        told.append(self.tr("A share of right answers, not AWS's scaled score."))
        return " ".join(told)

    def _make_sections(self, end: ExamEnd, titles: Mapping[str, str]) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        grid.setHorizontalSpacing(4 * SPACE)
        grid.setVerticalSpacing(2 * SPACE)
        grid.setColumnStretch(0, 1)
        for row, mark in enumerate(end.sections):
            title = titles.get(mark.section, mark.section)
            share = self.tr("{right} of {asked} right").format(right=mark.right, asked=mark.asked)
            percent = self.tr("{percent}%").format(percent=100 * mark.right // mark.asked)
            name = make_label(title, wrap=True)
            name.setAccessibleName(f"{title}: {share}, {percent}")
            grid.addWidget(name, row, 0)
            grid.addWidget(ShareBar(self._look, mark.right / mark.asked), row, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(make_label(share, "muted"), row, 2, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(make_label(percent, "strong"), row, 3, Qt.AlignmentFlag.AlignRight)
        return card

    def _make_deeds(self, wrong: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        self.answers_button = make_button(self.tr("All answers, explained"), self.answers_wanted.emit, role="primary")
        one, many = self.tr("Practise the wrong one"), self.tr("Practise the {count} wrong ones")
        text = (one if wrong == 1 else many).format(count=wrong)
        self.practise_button = make_button(text, self.practise_wanted.emit)
        self.practise_button.setVisible(bool(wrong))
        self.back_button = make_button(self.tr("Back to the exams"), self.back_wanted.emit)
        for button in (self.answers_button, self.practise_button, self.back_button):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def focus_first(self) -> None:
        """Puts the keyboard on the button that leads on."""
        self.answers_button.setFocus()

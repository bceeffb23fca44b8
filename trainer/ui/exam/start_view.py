"""Before a mock exam: how long, over which sections, the exams of the past, and what comes after the real one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from trainer.study.course_mode import Mode
from trainer.study.exam import MINUTES_A_QUESTION, Exam
from trainer.tokens import SPACE, TEXT_BASE
from trainer.ui.choice import Choice
from trainer.ui.exam.words import day_of, mark_words, past_words, time_left
from trainer.ui.labels import make_button, make_label
from trainer.ui.look import Look
from trainer.ui.sheet import make_sheet

_LENGTHS = (20, 40, 65)
_MOST_PAST = 8
_LINE, _GLYPH = 2 * TEXT_BASE, 14
_MOST_LINES = 6


class StartView(QScrollArea):
    """Layout only; the presenter decides.

    Signals:
        start_wanted: the number of questions, and the ids of the sections.
        go_on_wanted, end_wanted: the exam that was left.
        past_wanted: the id of an exam that has ended.
        mode_wanted: a `Mode` of the course.
        back_wanted: the page of the day.
    """

    start_wanted = Signal(int, object)
    go_on_wanted = Signal()
    end_wanted = Signal()
    past_wanted = Signal(str)
    mode_wanted = Signal(object)
    back_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._nothing = QPixmap(look.glyph("check", "accent", _GLYPH).size())
        self._nothing.fill(Qt.GlobalColor.transparent)
        look.changed.connect(self._name_start)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._count = _LENGTHS[0]
        self._column = make_sheet(self)
        self._column.addWidget(make_label(self.tr("Mock exam"), "hero"))
        told = self.tr(
            "Questions against the clock, no feedback until the end, then a mark for every section. What is asked when "
            "stays as it is. The mark is the share of right answers; AWS scores its exams in another way, so take it "
            "as a direction."
        )
        self._column.addWidget(make_label(told, "muted", wrap=True))
        self._column.addWidget(self._make_left_open())
        self._column.addWidget(self._make_form())
        self._past = QVBoxLayout()
        self._past.setSpacing(2 * SPACE)
        self._column.addLayout(self._past)
        self._column.addWidget(self._make_after())
        row = QHBoxLayout()
        row.addWidget(make_button(self.tr("Back to Today"), self.back_wanted.emit, role="link"))
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addStretch(1)

    def _make_left_open(self) -> QFrame:
        self._left_open = QFrame()
        self._left_open.setProperty("role", "card")
        row = QHBoxLayout(self._left_open)
        row.setContentsMargins(5 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        row.setSpacing(2 * SPACE)
        self._left_open_told = make_label("", "strong", wrap=True)
        row.addWidget(self._left_open_told, 1)
        self.end_button = make_button("", self._end)
        self.go_on_button = make_button(self.tr("Go on"), self.go_on_wanted.emit, role="primary")
        row.addWidget(self.end_button)
        row.addWidget(self.go_on_button)
        return self._left_open

    def _make_form(self) -> QFrame:
        self._form = QFrame()
        self._form.setProperty("role", "card")
        column = QVBoxLayout(self._form)
        column.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        column.setSpacing(3 * SPACE)
        lengths = {
            self.tr("{count} questions, {minutes} min").format(count=count, minutes=count * MINUTES_A_QUESTION): count
            for count in _LENGTHS
        }
        self.length = Choice(self.tr("Length"), lengths)
        self.length.show_value(self._count)
        self.length.chosen.connect(self._choose_length)
        column.addWidget(make_label(self.tr("Length"), "strong"))
        column.addWidget(self.length, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(make_label(self.tr("Sections"), "strong"))
        self.sections = QListWidget()
        self.sections.setAccessibleName(self.tr("Sections to ask about"))
        self.sections.setAccessibleDescription(self.tr("Space chooses a section, or leaves it out."))
        self.sections.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.sections.setSpacing(1)
        self.sections.itemSelectionChanged.connect(self._name_start)
        column.addWidget(self.sections)
        row = QHBoxLayout()
        row.setSpacing(4 * SPACE)
        self.start_button = make_button(self.tr("Begin"), self._start, role="primary")
        row.addWidget(self.start_button)
        self.there = make_label("", "muted", wrap=True)
        row.addWidget(self.there, 1)
        self.all_button = make_button(self.tr("All sections"), self.sections.selectAll, role="link")
        self.none_button = make_button(self.tr("None"), self.sections.clearSelection, role="link")
        row.addWidget(self.all_button)
        row.addWidget(self.none_button)
        column.addLayout(row)
        return self._form

    def _make_after(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(make_label(self.tr("After the exam"), "strong"))
        told = self.tr(
            "Maintain brings nothing new, only what you learnt. The archive asks nothing. Both can be taken back."
        )
        column.addWidget(make_label(told, "muted", wrap=True))
        modes = {
            self.tr("Learn"): Mode.LEARN,
            self.tr("Maintain"): Mode.MAINTAIN,
            self.tr("Archive"): Mode.ARCHIVE,
        }
        self.mode = Choice(self.tr("The course"), modes)
        self.mode.chosen.connect(self.mode_wanted)
        column.addWidget(self.mode, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def show_pool(self, sections: Sequence[tuple[str, str, int]]) -> None:
        """Shows what there is to ask: id, title and number of questions of every section; all are chosen at first."""
        chosen = self._chosen() if self.sections.count() else None
        self.sections.blockSignals(True)  # noqa: FBT003  # Qt's own form
        self.sections.clear()
        for uid, title, count in sections:
            item = QListWidgetItem(self.tr("{title} ({count})").format(title=title, count=count))
            item.setData(Qt.ItemDataRole.UserRole, (uid, count))
            self.sections.addItem(item)
            item.setSelected(chosen is None or uid in chosen)
        self.sections.blockSignals(False)  # noqa: FBT003
        self.sections.setFixedHeight(_LINE * min(max(1, len(sections)), _MOST_LINES) + 2 * SPACE)
        self._name_start()

    def show_left_open(self, exam: Exam | None) -> None:
        """Offers the exam that was left, in place of a new one."""
        self._left_open.setVisible(exam is not None)
        self._form.setVisible(exam is None)
        self.end_button.setText(self.tr("End it"))
        if exam is not None:
            answered = sum(bool(chosen) for chosen in exam.given.values())
            text = self.tr("You left an exam: {answered} of {asked} answered, {left}.")
            left = time_left(exam.minutes * 60 - exam.seconds)
            self._left_open_told.setText(text.format(answered=answered, asked=len(exam.items), left=left))

    def show_past(self, exams: Sequence[Exam]) -> None:
        """Shows the exams that have ended, the latest first."""
        while (entry := self._past.takeAt(0)) is not None:
            if (part := entry.widget()) is not None:
                part.hide()
                part.deleteLater()
        if exams:
            self._past.addWidget(make_label(self.tr("Your exams"), "heading"))
        for exam in exams[:_MOST_PAST]:
            self._past.addWidget(self._make_past(exam))

    def _make_past(self, exam: Exam) -> QFrame:
        assert exam.end is not None
        card = QFrame()
        card.setProperty("role", "card")
        row = QHBoxLayout(card)
        row.setContentsMargins(5 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(make_label(mark_words(exam.end), "strong"))
        texts.addWidget(make_label(f"{day_of(exam.end.day)} · {past_words(exam)}", "muted", wrap=True))
        row.addLayout(texts, 1)
        look = make_button(self.tr("Look at it"), lambda: self.past_wanted.emit(exam.id))
        look.setAccessibleDescription(f"{day_of(exam.end.day)}, {mark_words(exam.end)}")
        row.addWidget(look)
        return card

    def show_mode(self, mode: Mode) -> None:
        """Marks what the course asks."""
        self.mode.show_value(mode)

    def focus_start(self) -> None:
        """Puts the keyboard on the button that leads on."""
        (self.start_button if self._left_open.isHidden() else self.go_on_button).setFocus()

    def _end(self) -> None:
        """Ends the exam that was left at the second click: it cannot be taken back."""
        sure = self.tr("Yes, end it")
        if self.end_button.text() == sure:
            self.end_wanted.emit()
        else:
            self.end_button.setText(sure)

    def _chosen(self) -> Mapping[str, int]:
        """The sections that are chosen, with their numbers of questions."""
        return dict(item.data(Qt.ItemDataRole.UserRole) for item in self._items() if item.isSelected())

    def _items(self) -> list[QListWidgetItem]:
        return [self.sections.item(row) for row in range(self.sections.count())]

    def _choose_length(self, count: int) -> None:
        self._count = count
        self.length.show_value(count)
        self._name_start()

    def _name_start(self) -> None:
        """Marks the chosen sections by more than their colour, and says what they give."""
        for item in self._items():
            glyph = self._look.glyph("check", "accent", _GLYPH) if item.isSelected() else self._nothing
            item.setIcon(QIcon(glyph))
        there = sum(self._chosen().values())
        self.start_button.setEnabled(bool(there))
        if not there:
            self.there.setText(self.tr("Choose a section with questions."))
        elif there < self._count:
            text = self.tr("There are only {count} questions in these sections: {minutes} min.")
            self.there.setText(text.format(count=there, minutes=there * MINUTES_A_QUESTION))
        else:
            self.there.setText(self.tr("Drawn in proportion to the course."))

    def _start(self) -> None:
        chosen = self._chosen()
        self.start_wanted.emit(min(self._count, sum(chosen.values())), tuple(chosen))

"""The page of settings: few, each with a sentence on what it does."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from trainer.learning.balancing import read_week
from trainer.study.fitting import Status
from trainer.study.limits import DUE_LIMIT_SETTING, NEW_LIMIT_SETTING
from trainer.study.scheduling import RETENTION_SETTING, RETENTIONS, WEEK_SETTING
from trainer.tokens import SPACE
from trainer.ui.choice import Choice
from trainer.ui.labels import make_label
from trainer.ui.settings.days import HourChoice, WeekChoice
from trainer.ui.settings.fitting import FittingCard
from trainer.ui.settings.rows import make_block, make_row
from trainer.ui.settings.words import answers_words, percent, workload_words

_WIDEST = 860
ROLLOVER = "rollover"
"""Stands for the hour at which a day begins."""


class SettingsPage(QScrollArea):
    """All settings; each takes effect at once.

    Signals:
        changed: a setting's key and its new value.
    """

    changed = Signal(str, object)

    def __init__(self, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget()
        self._inside.setObjectName("page")
        self._middle = middle = QHBoxLayout(self._inside)
        middle.setContentsMargins(8 * SPACE, 8 * SPACE, 8 * SPACE, 8 * SPACE)
        sheet = QWidget(self._inside)
        sheet.setMaximumWidth(_WIDEST)
        middle.addStretch(1)
        middle.addWidget(sheet, 100)
        middle.addStretch(1)
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3 * SPACE)
        self._column.addWidget(make_label(self.tr("Settings"), "hero"))
        self.choices: dict[str, Choice] = {}
        self._add_cards()
        self._add_memory()
        self._add_days()
        self._add_look()
        where = make_label(self.tr("What you learn is kept in {folder}").format(folder=folder), "small", wrap=True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(where)
        self._column.addStretch(1)
        self.setWidget(self._inside)

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Marks what is set."""
        for key, choice in self.choices.items():
            choice.show_value(values.get(key))
        self.hour.show_hour(values[ROLLOVER])
        self.week.show_week(read_week(values.get(WEEK_SETTING)))

    def show_workload(self, answers: Mapping[float, float], wanted: float, seconds: float) -> None:
        """Says what each wanted recall would ask of the learner.

        Args:
            answers: a day, by retention; empty while they are not known.
            wanted: the retention that is set.
            seconds: that an answer takes.
        """
        self.choices[RETENTION_SETTING].show_notes({one: answers_words(count) for one, count in answers.items()})
        self.workload.setText(workload_words(answers, wanted, seconds))
        self._fit_height()

    def show_fitting(self, cards: Status, drills: Status, *, busy: bool) -> None:
        """Says how far the parameters are fitted.

        Args:
            cards: those of cards.
            drills: those of skills and drills.
            busy: whether they are being fitted just now.
        """
        self.fitting.show_status(cards, drills, busy=busy)
        self._fit_height()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        """Makes the page as high as its words need at this width; Qt would reckon with narrower lines."""
        size = self.viewport().size()
        self._inside.setFixedHeight(max(self._middle.heightForWidth(size.width()), size.height()))

    def _add_cards(self) -> None:
        self._add_heading(self.tr("Cards"))
        self._add(
            "new_per_day",
            self.tr("New cards a day"),
            self.tr("Ten a day make about 80 answers a day in the second month, some twelve minutes."),
            {"0": 0, "5": 5, "10": 10, "20": 20, "40": 40},
        )
        self._add(
            NEW_LIMIT_SETTING,
            self.tr("Never more new cards than"),
            self.tr("An upper bound, whatever is planned. You can still ask for more at the end of a session."),
            {self.tr("No limit"): None, "5": 5, "10": 10, "20": 20, "40": 40},
        )
        self._add(
            DUE_LIMIT_SETTING,
            self.tr("Never more due cards than"),
            self.tr("What is left over waits for the next day, and is then a little more forgotten."),
            {self.tr("No limit"): None, "50": 50, "100": 100, "200": 200},
        )
        self._add(
            "four_grades",
            self.tr("Hard and Easy buttons"),
            self.tr("Hard is for what you knew with effort, not for what you forgot. Two answers are enough."),
            {self.tr("Forgot, Knew it"): False, self.tr("With Hard and Easy"): True},
        )

    def _add_memory(self) -> None:
        self._add_heading(self.tr("Memory"))
        name = self.tr("How much you want to remember")
        meaning = self.tr(
            "Each card comes back when you would still know it with this chance. More takes more answers. Days that "
            "are given already stay."
        )
        retention = self._choice(RETENTION_SETTING, name, {percent(one): one for one in RETENTIONS})
        self.workload = make_label("", wrap=True)
        labels = (make_label(name, "strong"), make_label(meaning, "muted", wrap=True), self.workload)
        self._column.addWidget(make_block(labels, retention))
        self.fitting = FittingCard()
        self._column.addWidget(self.fitting)

    def _add_days(self) -> None:
        self._add_heading(self.tr("Days"))
        name = self.tr("A new day begins at")
        self.hour = HourChoice(name)
        self.hour.chosen.connect(lambda hour: self.changed.emit(ROLLOVER, hour))
        meaning = self.tr("For those who study late. It counts from now on; past days stay as they were.")
        self._column.addWidget(make_row(name, meaning, self.hour))
        meaning = self.tr(
            "Cards that come back in a few days or later move a little, to the lightest day near their own. On "
            "these weekdays they leave you more room."
        )
        self.week = WeekChoice()
        self.week.chosen.connect(lambda week: self.changed.emit(WEEK_SETTING, week))
        labels = (make_label(self.tr("Easy days"), "strong"), make_label(meaning, "muted", wrap=True))
        self._column.addWidget(make_block(labels, self.week))

    def _add_look(self) -> None:
        self._add_heading(self.tr("Window"))
        self._add(
            "theme",
            self.tr("Theme"),
            self.tr("As the system has it, unless you choose."),
            {self.tr("System"): "system", self.tr("Light"): "light", self.tr("Dark"): "dark"},
        )

    def _add_heading(self, text: str) -> None:
        self._column.addSpacing(2 * SPACE)
        self._column.addWidget(make_label(text, "heading"))

    def _add(self, key: str, name: str, meaning: str, options: Mapping[str, Any]) -> None:
        self._column.addWidget(make_row(name, meaning, self._choice(key, name, options)))

    def _choice(self, key: str, name: str, options: Mapping[str, Any]) -> Choice:
        choice = Choice(name, options)
        choice.chosen.connect(lambda value: self.changed.emit(key, value))
        self.choices[key] = choice
        return choice

"""The page of settings: few, each with a sentence on what it does."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from trainer.tokens import SPACE
from trainer.ui.choice import Choice
from trainer.ui.labels import make_label

_WIDEST = 860


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
        inside = QWidget()
        inside.setObjectName("page")
        middle = QHBoxLayout(inside)
        middle.setContentsMargins(8 * SPACE, 8 * SPACE, 8 * SPACE, 8 * SPACE)
        sheet = QWidget(inside)
        sheet.setMaximumWidth(_WIDEST)
        middle.addStretch(1)
        middle.addWidget(sheet, 100)
        middle.addStretch(1)
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3 * SPACE)
        self._column.addWidget(make_label(self.tr("Settings"), "hero"))
        self.choices: dict[str, Choice] = {}
        self._add(
            "new_per_day",
            self.tr("New cards a day"),
            self.tr("Ten a day make about 80 answers a day in the second month, some twelve minutes."),
            {"0": 0, "5": 5, "10": 10, "20": 20, "40": 40},
        )
        self._add(
            "four_grades",
            self.tr("Answers"),
            self.tr("Hard is for what you knew with effort, not for what you forgot. Two answers are enough."),
            {self.tr("Forgot, Knew it"): False, self.tr("With Hard and Easy"): True},
        )
        self._add(
            "theme",
            self.tr("Theme"),
            self.tr("As the system has it, unless you choose."),
            {self.tr("System"): "system", self.tr("Light"): "light", self.tr("Dark"): "dark"},
        )
        where = make_label(self.tr("What you learn is kept in {folder}").format(folder=folder), "small", wrap=True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(where)
        self._column.addStretch(1)
        self.setWidget(inside)

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Marks what is set."""
        for key, choice in self.choices.items():
            choice.show_value(values.get(key))

    def _add(self, key: str, name: str, meaning: str, options: Mapping[str, Any]) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        row = QHBoxLayout(card)
        row.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        row.setSpacing(6 * SPACE)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(make_label(name, "strong"))
        texts.addWidget(make_label(meaning, "muted", wrap=True))
        row.addLayout(texts, 1)
        choice = Choice(name, options, card)
        choice.chosen.connect(lambda value, key=key: self.changed.emit(key, value))
        row.addWidget(choice, 0, Qt.AlignmentFlag.AlignVCenter)
        self.choices[key] = choice
        self._column.addWidget(card)

"""The fields of a note as boxes: one for each text, and lists whose rows can be added and removed."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from trainer.learning.note import NoteKind
from trainer.study.drafting import MOST_ROWS, PARTS, Draft, with_row, without_row
from trainer.tokens import SPACE
from trainer.ui.cards.row_parts import Place, make_box
from trainer.ui.cards.words import add_words, field_words
from trainer.ui.labels import make_button, make_label, make_tool
from trainer.ui.look import Look

_LOW = frozenset(
    {
        "answer",
        "accept",
        "steps",
        "others",
        "options.text",
        "pairs.left",
        "pairs.right",
        "outdated.value",
        "outdated.note",
    }
)
_RIGHT_WIDTH = 96
_TEXTS = ("front", "question", "text", "back", "answer")
_LISTS = ("options", "steps", "pairs", "accept", "others", "outdated")


class FieldsForm(QWidget):
    """The boxes of a draft, made anew when it gets another form.

    Args:
        look: for the symbols.

    Signals:
        changed: something was typed, marked, added or removed.
        moved: the keyboard was put at a `Place`, which has to be in sight.
    """

    changed = Signal()
    moved = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fields")
        self._look = look
        self._draft: Draft | None = None
        self._own: frozenset[str] = frozenset()
        self._inside: QWidget | None = None
        self.boxes: dict[str, QPlainTextEdit] = {}
        self.rights: dict[int, QAbstractButton] = {}
        self.places: dict[str, Place] = {}
        self.adders: dict[str, QAbstractButton] = {}
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(1, 0, 2 * SPACE, 0)

    def show_draft(self, draft: Draft, own: frozenset[str] = frozenset()) -> None:
        """Shows a draft.

        Args:
            draft: its fields.
            own: names of the fields that are marked as the learner's.
        """
        self._draft, self._own = draft, own
        self.boxes, self.rights, self.places, self.adders = {}, {}, {}, {}
        if self._inside is not None:
            self._outer.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * SPACE)
        texts = [name for name in _TEXTS if name in draft.fields]
        lists = [name for name in _LISTS if name in draft.fields]
        for name in texts:
            self._add_text(name, draft.fields[name])
        for name in lists:
            self._add_list(name, draft.fields[name])
        self._add_text("why", draft.fields.get("why", ""))
        self._column.addStretch(1)
        self._outer.addWidget(self._inside)

    @property
    def fields(self) -> Mapping[str, Any]:
        """What stands in the boxes, as the fields of a draft."""
        assert self._draft is not None
        fields = dict(self._draft.fields)
        for key, box in self.boxes.items():
            name, _, rest = key.partition(".")
            if not rest:
                fields[name] = box.toPlainText()
        for name, rows in self._draft.fields.items():
            if name in self.adders:
                fields[name] = [self._read_row(name, number, row) for number, row in enumerate(rows)]
        return fields

    def tell(self, key: str, text: str) -> bool:
        """Says at its place what is wrong; False when there is no such place."""
        place = self.place(key)
        if place is not None:
            place.tell(text)
        return place is not None

    def go_to(self, key: str) -> None:
        """Puts the keyboard where a text stands."""
        if place := self.place(key):
            place.take_focus()
            self.moved.emit(place)

    def place(self, key: str) -> Place | None:
        """Where a text stands, or the rows that it belongs to end."""
        return self.places.get(key) or self.places.get(key.partition(".")[0])

    def clear_mistakes(self) -> None:
        """Says nothing any more of what is wrong."""
        for place in self.places.values():
            place.tell("")

    def _read_row(self, name: str, number: int, row: Any) -> Any:
        key = f"{name}.{number}"
        if name not in PARTS:
            return self.boxes[key].toPlainText()
        read = {**row, **{part: self.boxes[f"{key}.{part}"].toPlainText() for part in PARTS[name]}}
        if name == "options":
            read.pop("right", None)
            if self.rights[number].isChecked():
                read["right"] = True
        return read

    def _add_text(self, name: str, text: str) -> None:
        self._column.addWidget(self._make_place(name, text))

    def _make_place(self, key: str, text: str, *beside: QWidget) -> Place:
        name, _, rest = key.partition(".")
        told = field_words(key)
        if name in self._own:
            told = self.tr("{name} (yours)").format(name=told)
        kind = f"{name}.{rest.partition('.')[2]}".rstrip(".")
        box = make_box(text, told, is_low=kind in _LOW)
        box.textChanged.connect(self.changed)
        place = Place(make_label(told, "heading"), box, *beside)
        self.boxes[key], self.places[key] = box, place
        return place

    def _add_list(self, name: str, rows: list[Any]) -> None:
        for number, row in enumerate(rows):
            self._column.addWidget(self._make_row(name, number, row))
        add = make_button(add_words(name), lambda: self._change_rows(name, None), role="link")
        add.setIcon(self._look.icon("plus", "accent"))
        add.setEnabled(len(rows) < MOST_ROWS)
        add.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.adders[name] = add
        self.places[name] = Place(None, add, make_label(""))
        self._column.addWidget(self.places[name])

    def _make_row(self, name: str, number: int, row: Any) -> QWidget:
        frame = QFrame()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        remove = make_tool(
            self._look,
            "cross",
            self.tr("Remove: {name}").format(
                name=field_words(f"{name}.{number}.{PARTS[name][0]}" if name in PARTS else f"{name}.{number}")
            ),
            lambda: self._change_rows(name, number),
            frame,
        )
        if name == "options":
            self._make_right(number, row)
            column.addWidget(self._make_place(f"{name}.{number}.text", row["text"], self.rights[number], remove))
            column.addWidget(self._make_place(f"{name}.{number}.because", row["because"]))
        elif name in PARTS:
            first, second = PARTS[name]
            line = QHBoxLayout()
            line.setSpacing(2 * SPACE)
            top = Qt.AlignmentFlag.AlignTop
            line.addWidget(self._make_place(f"{name}.{number}.{first}", row[first]), 1, top)
            line.addWidget(self._make_place(f"{name}.{number}.{second}", row[second], remove), 1, top)
            column.addLayout(line)
        else:
            column.addWidget(self._make_place(f"{name}.{number}", row, remove))
        return frame

    def _make_right(self, number: int, row: Mapping[str, Any]) -> None:
        button = make_button("", self.changed.emit, role="choice")
        button.setCheckable(True)
        button.setAccessibleName(self.tr("Option {number} is right").format(number=number + 1))

        def paint(right: bool) -> None:  # noqa: FBT001  # what the signal carries
            button.setText(self.tr("Right") if right else self.tr("Wrong"))
            button.setIcon(self._look.icon("check", "accent") if right else QIcon())

        button.toggled.connect(paint)
        button.setChecked(bool(row.get("right")))
        paint(button.isChecked())
        button.setFixedWidth(_RIGHT_WIDTH)
        button.clicked.connect(lambda: self._unmark_others(number))
        self.rights[number] = button

    def _unmark_others(self, number: int) -> None:
        """Of a choice one option is right. No exclusive group: Tab would pass by all of it but one."""
        if self._draft is not None and self._draft.kind is NoteKind.CHOICE:
            for other, button in self.rights.items():
                button.setChecked(button.isChecked() and other == number)

    def _change_rows(self, name: str, number: int | None) -> None:
        """Removes a row, or adds one at the end."""
        assert self._draft is not None
        draft = Draft(self._draft.kind, self._draft.section, self._draft.tags, self.fields)
        draft = with_row(draft, name) if number is None else without_row(draft, name, number)
        self.show_draft(draft, self._own)
        at = len(draft.fields[name]) - 1 if number is None else min(number, len(draft.fields[name]) - 1)
        first = f"{name}.{at}.{PARTS[name][0]}" if name in PARTS else f"{name}.{at}"
        self.go_to(first)
        self.changed.emit()

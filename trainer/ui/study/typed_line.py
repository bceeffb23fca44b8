"""The line of a typed card: takes the answer, then says how near it was."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from trainer.learning.card import Card
from trainer.learning.markup import plain_text
from trainer.learning.typed_answer import Judgement, Verdict
from trainer.tokens import SPACE
from trainer.ui.labels import make_label
from trainer.ui.look import Look
from trainer.ui.study.markup_label import MarkupLabel
from trainer.ui.study.response import Response
from trainer.ui.study.words import owed_words

_MOST = 120
_LOOKS = {Verdict.RIGHT: "right", Verdict.NEARLY: "right", Verdict.OUTDATED: "outdated", Verdict.WRONG: "wrong"}


class _Line(QLineEdit):
    """A line that leaves undo and redo to the page while there is nothing typed to take back."""

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            if (undo and not self.isUndoAvailable()) or (redo and not self.isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)


class TypedLine(Response):
    """A line to type in; once it is checked it keeps what was typed, with the verdict beside and a word below.

    Args:
        look: for the colours.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _Line()
        self.line.setMaxLength(_MOST)
        self.line.textEdited.connect(lambda _: self.changed.emit())
        self.verdict = make_label("", "verdict")
        self.remark = MarkupLabel(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * SPACE)
        row = QHBoxLayout()
        row.setSpacing(3 * SPACE)
        row.addWidget(self.line, 1)
        row.addWidget(self.verdict)
        column.addLayout(row)
        column.addWidget(self.remark)
        self.setFocusProxy(self.line)
        self.clear()

    @property
    @override
    def given(self) -> str:
        return self.line.text().strip()

    @property
    @override
    def is_begun(self) -> bool:
        return bool(self.given)

    @override
    def show_card(self, card: Card) -> None:
        self.clear()
        self.is_open = True
        self.line.setReadOnly(False)
        self.line.setPlaceholderText(self.tr("Type the answer"))
        self.line.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def clear(self) -> None:
        self.is_open = False
        self.line.clear()
        self.line.setAccessibleName(self.tr("Your answer"))
        self.line.setAccessibleDescription(self.tr("Enter checks it"))
        self.verdict.hide()
        self.remark.hide()
        self._dress("")

    def show_judgement(self, judgement: Judgement, *, owes: bool = False) -> None:
        """Says how near it was; the line cannot be changed any more.

        Args:
            judgement: of what was typed.
            owes: the card is known only when today's value was typed.
        """
        self.is_open = False
        words = {
            Verdict.RIGHT: self.tr("Right"),
            Verdict.NEARLY: self.tr("Right, but for the spelling"),
            Verdict.OUTDATED: self.tr("Outdated"),
            Verdict.WRONG: self.tr("Wrong") if self.given else "",
        }
        remarks = {
            Verdict.NEARLY: self.tr("It is written **{meant}**.").format(meant=plain_text(judgement.meant)),
            Verdict.OUTDATED: judgement.note,
            Verdict.WRONG: owed_words() if owes else "",
        }
        word, remark = words[judgement.verdict], remarks.get(judgement.verdict, "")
        self.verdict.setText(word)
        self.verdict.setVisible(bool(word))
        self.remark.show_markup(remark)
        self.remark.setVisible(bool(remark))
        self.line.setReadOnly(True)
        self.line.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if not self.given:
            self.line.setPlaceholderText(self.tr("Nothing was typed"))
        told = (self.tr("Your answer"), word, plain_text(remark))
        self.line.setAccessibleName(". ".join(part.rstrip(".") for part in told if part))
        self.line.setAccessibleDescription("")
        self.line.deselect()
        self._dress(_LOOKS[judgement.verdict] if self.given else "")

    def _dress(self, kind: str) -> None:
        for part in (self.line, self.verdict):
            part.setProperty("kind", kind)
            part.style().unpolish(part)
            part.style().polish(part)

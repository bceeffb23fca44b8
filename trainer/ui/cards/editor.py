"""A note to be edited or written anew: its kind, section and tags, and its texts."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from trainer.learning.note import NoteKind
from trainer.study.drafting import Draft, as_kind
from trainer.study.note_checks import Problem
from trainer.tokens import SPACE
from trainer.ui.cards.fields_form import FieldsForm
from trainer.ui.cards.row_parts import Place
from trainer.ui.cards.tag_line import TagLine
from trainer.ui.cards.words import MADE_KINDS, made_kind_words
from trainer.ui.labels import make_button, make_label
from trainer.ui.look import Look
from trainer.ui.menu import Menu

_PAUSE_MS = 120
_LAID_OUT_MS = 30


class NoteEditor(QFrame):
    """A box for each text. Tab goes from one to the next, Ctrl+Enter saves, Escape leaves everything as it was.

    Args:
        look: for the symbols.
        sections: titles by id.

    Signals:
        changed: what is shown is another draft, since a moment.
        saved: the draft is to be saved.
        cancelled: nothing is to be changed.
    """

    changed = Signal()
    saved = Signal(object)
    cancelled = Signal()

    def __init__(self, look: Look, sections: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._kind = NoteKind.BASIC
        self.title = make_label("", "large")
        self.kind = Menu()
        self.kind.setAccessibleName(self.tr("Kind of card"))
        for key in MADE_KINDS:
            self.kind.addItem(made_kind_words(key), key)
        self.kind.activated.connect(lambda _: self._change_kind())
        self.section = Menu()
        self.section.setAccessibleName(self.tr("Section"))
        self.section.addItem(self.tr("No section"), "")
        for uid, title in sections.items():
            self.section.addItem(title, uid)
        self.section.setMinimumContentsLength(10)
        self.section.activated.connect(lambda _: self.changed.emit())
        self.tags = TagLine()
        self.tags.setPlaceholderText(self.tr("Tags, separated by commas"))
        self.tags.setAccessibleName(self.tr("Tags"))
        self.form = FieldsForm(look)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.form)
        self.mistake = make_label("", "mistake", wrap=True)
        self.mistake.hide()
        self.alike = make_label("", "small", wrap=True)
        self.alike.hide()
        self.save_button = make_button(self.tr("Save"), self._save, role="primary")
        self.save_button.setToolTip(self.tr("Ctrl+Enter"))
        self.cancel_button = make_button(self.tr("Cancel"), self.cancelled.emit)
        self.cancel_button.setToolTip(self.tr("Esc"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.form.changed.connect(self._pause.start)
        self.form.moved.connect(self._bring)
        self.tags.textChanged.connect(lambda _: self._pause.start())
        self._arrange()
        for keys, deed in (("Ctrl+Return", self._save), ("Ctrl+Enter", self._save), ("Esc", self.cancelled.emit)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        column.setSpacing(2 * SPACE)
        head = QHBoxLayout()
        head.setSpacing(3 * SPACE)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.kind)
        column.addLayout(head)
        where = QHBoxLayout()
        where.setSpacing(3 * SPACE)
        self.section.setMinimumHeight(self.tags.sizeHint().height())
        where.addWidget(Place(make_label(self.tr("Section"), "heading"), self.section), 1)
        where.addWidget(Place(make_label(self.tr("Tags"), "heading"), self.tags), 1)
        column.addLayout(where)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.mistake)
        column.addWidget(self.alike)
        row = QHBoxLayout()
        row.setSpacing(3 * SPACE)
        row.addWidget(self.save_button)
        row.addWidget(self.cancel_button)
        hint = self.tr("**strong**, `code`, “- ” before the points of a list, and | between the columns of a table.")
        row.addWidget(make_label(hint, "small", wrap=True), 1)
        column.addLayout(row)

    @property
    def boxes(self) -> dict[str, QPlainTextEdit]:
        """The boxes by the key of their text."""
        return self.form.boxes

    @property
    def is_waiting(self) -> bool:
        """Whether something was typed that was not told yet."""
        return self._pause.isActive()

    @property
    def draft(self) -> Draft:
        """What is shown."""
        return Draft(self._kind, self.section.currentData(), self.tags.tags, self.form.fields)

    def show_draft(
        self, title: str, draft: Draft, *, tags: Sequence[str], is_new: bool, own: frozenset[str] = frozenset()
    ) -> None:
        """Shows a draft, with the keyboard in its first text.

        Args:
            title: says what is done with it.
            draft: what is shown first.
            tags: what is offered to complete tags.
            is_new: its kind can be chosen.
            own: the fields that are the learner's own words over the course's.
        """
        self.title.setText(title)
        self.kind.setVisible(is_new and str(draft.kind) in MADE_KINDS)
        if self.section.findData(draft.section) < 0:  # of a deck beside the course
            self.section.addItem(draft.section, draft.section)
        self.section.setCurrentIndex(self.section.findData(draft.section))
        self.tags.complete_from(tags)
        self.tags.show_tags(draft.tags)
        self.tell_alike("")
        self._show(draft, own)
        next(iter(self.boxes.values())).setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.verticalScrollBar().setValue(0)

    def tell_problems(self, problems: Sequence[Problem]) -> None:
        """Says at its place what is wrong, and puts the keyboard at the first."""
        self.form.clear_mistakes()
        told = [problem for problem in problems if not self.form.tell(problem.key, problem.text)]
        self.mistake.setText(" ".join(problem.text for problem in told))
        self.mistake.setVisible(bool(told))
        if problems:
            self.form.go_to(problems[0].key)

    def tell_alike(self, text: str) -> None:
        """Says that there is such a card already; nothing when the text is empty."""
        self.alike.setText(text)
        self.alike.setVisible(bool(text))

    def _show(self, draft: Draft, own: frozenset[str] = frozenset()) -> None:
        self._kind = draft.kind
        key = "reversed" if draft.fields.get("reverse") else str(draft.kind)
        self.kind.setCurrentIndex(self.kind.findData(key))
        self.mistake.hide()
        self.form.show_draft(draft, own)

    def _bring(self, place: Place) -> None:
        QTimer.singleShot(_LAID_OUT_MS, place, lambda: self._scroll.ensureWidgetVisible(place))

    def _change_kind(self) -> None:
        key = self.kind.currentData()
        kind = NoteKind.BASIC if key == "reversed" else NoteKind(key)
        self._show(as_kind(self.draft, kind, reverse=key == "reversed"))
        self.changed.emit()

    def _save(self) -> None:
        self.saved.emit(self.draft)

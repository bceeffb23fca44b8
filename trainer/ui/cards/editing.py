"""A note is edited, written anew or duplicated: its preview follows, and it is saved once it makes a card."""

from collections.abc import Callable
from random import Random

from PySide6.QtCore import QObject, Signal

from trainer.errors import UserError
from trainer.learning.card import make_card
from trainer.learning.note import Note, NoteKind, items_of
from trainer.store.notes import StoredNote
from trainer.store.opening import Store
from trainer.study.drafting import Draft, draft_of, empty_draft, note_from
from trainer.study.note_editing import changes_in, is_own, own_fields, problems_in, same_question
from trainer.ui.cards.page import CardsPage


class CardsEditing(QObject):
    """Drives the editor.

    Args:
        page: where it is shown.
        store: where notes are kept.
        new_uid: makes the uid of a new note.

    Signals:
        saved: uid of the first card of the note, and whether it is a new one.
        opened: the editor was opened; nothing else can be done meanwhile.
        left: it was closed.
        failed: something foreseen went wrong.
    """

    saved = Signal(str, bool)
    opened = Signal()
    left = Signal()
    failed = Signal(str)

    def __init__(self, page: CardsPage, store: Store, *, new_uid: Callable[[], str]) -> None:
        super().__init__(page)
        self._page = page
        self._store = store
        self._new_uid = new_uid
        self._stored: StoredNote | None = None
        self._like: Note | None = None
        self._shown = 0
        editor = page.editor
        editor.changed.connect(self._show_draft)
        editor.saved.connect(self._save)
        editor.cancelled.connect(self._leave)
        page.side.next_wanted.connect(self._show_next)

    def edit(self, stored: StoredNote, item: str) -> None:
        """Opens the editor for a note; `item` is the card that is shown beside it."""
        own = frozenset() if is_own(stored.note.uid) else frozenset(own_fields(stored))
        self._stored, self._like = stored, stored.note
        items = items_of(stored.note)
        self._shown = items.index(item) if item in items else 0
        title = self.tr("Edit") if is_own(stored.note.uid) else self.tr("Your own words")
        self._open(title, draft_of(stored.note), is_new=False, own=own)

    def write(self, section: str) -> None:
        """Opens the editor for a new note."""
        self._stored, self._like, self._shown = None, None, 0
        self._open(self.tr("New card"), empty_draft(NoteKind.BASIC, section), is_new=True)

    def duplicate(self, stored: StoredNote) -> None:
        """Opens the editor for a new note that begins as a copy."""
        self._stored, self._like, self._shown = None, stored.note, 0
        self._open(self.tr("A copy"), draft_of(stored.note), is_new=True)

    def _open(self, title: str, draft: Draft, *, is_new: bool, own: frozenset[str] = frozenset()) -> None:
        self.opened.emit()
        self._page.show_editor()
        self._page.editor.show_draft(title, draft, tags=self._store.tags(), is_new=is_new, own=own)
        self._show_draft()

    def _note(self, draft: Draft) -> Note:
        uid = self._stored.note.uid if self._stored else "draft"
        like = self._like if self._like and self._like.kind is draft.kind else None
        return note_from(draft, uid, like)

    def _show_draft(self) -> None:
        if not self._page.is_editing:
            return
        draft = self._page.editor.draft
        if problems_in(draft, self._stored):
            self._page.side.show_draft(None, 0, 0)
            self._page.editor.tell_alike("")
            return
        note = self._note(draft)
        items = items_of(note)
        self._shown %= len(items)
        # the options are shown in an order of their own, the same each time
        card = make_card(note, items[self._shown], Random(0))  # noqa: S311
        self._page.side.show_draft(card, self._shown, len(items))
        self._guarded(lambda: self._show_alike(note))

    def _show_alike(self, note: Note) -> None:
        alike = same_question(self._store, note)
        told = self.tr("There is a card already that asks this. You can save yours all the same.")
        self._page.editor.tell_alike(told if alike else "")

    def _show_next(self) -> None:
        self._shown += 1
        self._show_draft()

    def _save(self, draft: Draft) -> None:
        problems = problems_in(draft, self._stored)
        self._page.editor.tell_problems(problems)
        if not problems:
            self._guarded(lambda: self._write(draft))

    def _write(self, draft: Draft) -> None:
        stored = self._stored
        if stored is None:
            note = note_from(draft, self._new_uid(), self._note(draft))
            self._store.add_note(note)
        else:
            note = self._note(draft)
            if changes := changes_in(draft, stored):
                self._store.edit_notes({note.uid: changes})
        self._page.leave_editor()
        self.saved.emit(items_of(note)[min(self._shown, len(items_of(note)) - 1)], stored is None)

    def _leave(self) -> None:
        self._page.leave_editor()
        self.left.emit()

    def _guarded(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except UserError as error:
            self.failed.emit(str(error))

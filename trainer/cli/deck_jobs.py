"""`trainer deck ...`: list, show and check flashcards without a window."""

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from random import Random
from typing import Any

from trainer.cli.note_text import describe_note, note_document
from trainer.cli.printing import print_json, print_lines
from trainer.errors import UserError
from trainer.learning.card import make_card
from trainer.learning.note import Note, NoteKind, items_of, note_of
from trainer.library.identity import find_lost
from trainer.library.shelf import Library

SOUND, NOT_SOUND = 0, 1


def list_decks(options: Namespace, library: Library) -> int:
    """Prints every section that has a deck, in the order of the course."""
    decks = _by_section(library.notes())
    titles = {section: library.curriculum.sections[section].title for section in decks}
    rows = [{"section": section, "title": titles[section], **_count(decks[section])} for section in decks]
    if options.json:
        print_json(rows)
    else:
        width = max(map(len, decks), default=0)
        print_lines(f"{row['section']:{width}}  {row['title']}: {_tell_count(row)}" for row in rows)
    _tell(library.faults)
    return SOUND


def _by_section(notes: Iterable[Note]) -> dict[str, list[Note]]:
    decks: dict[str, list[Note]] = {}
    for note in notes:
        decks.setdefault(note.section, []).append(note)
    return decks


def _count(notes: Sequence[Note]) -> dict[str, Any]:
    of_notes = Counter(note.kind for note in notes)
    of_cards = Counter({kind: sum(len(items_of(note)) for note in notes if note.kind is kind) for kind in NoteKind})
    return {
        "notes": of_notes.total(),
        "cards": of_cards.total(),
        "kinds": {str(kind): {"notes": of_notes[kind], "cards": of_cards[kind]} for kind in NoteKind},
    }


def _tell_count(count: Mapping[str, Any]) -> str:
    kinds = ", ".join(f"{number['cards']} {kind}" for kind, number in count["kinds"].items() if number["cards"])
    return f"{count['notes']} notes, {count['cards']} cards" + (f" ({kinds})" if kinds else "")


def show_note(options: Namespace, library: Library) -> int:
    """Prints the cards of a note, or one of them, with the facts behind them.

    Raises:
        UserError: when there is no such note or card.
    """
    note, items = _find(options.id, library.notes())
    # any chance will do: the options are shown in the order of the note
    cards = [make_card(note, item, Random(0)) for item in items]  # noqa: S311
    facts = {fact: library.curriculum.facts[fact].text for fact in note.facts}
    if options.json:
        print_json(note_document(note, cards, facts))
    else:
        print_lines(describe_note(note, cards, facts))
    return SOUND


def _find(uid: str, notes: Iterable[Note]) -> tuple[Note, tuple[str, ...]]:
    """The note with a uid, or that of a card, and which of its cards are meant."""
    known = {note.uid: note for note in notes}
    note = known.get(note_of(uid))
    items = items_of(note) if note else ()
    if note is None or (uid != note.uid and uid not in items):
        close = get_close_matches(uid, items or known, n=1)
        hint = f"did you mean {close[0]!r}?" if close else "assets/decks holds them all."
        raise UserError(f"there is no {'card' if '#' in uid else 'note'} {uid!r}; {hint}")
    return note, items if uid == note.uid else (uid,)


def check_decks(options: Namespace, library: Library) -> int:
    """Tells all faults, every id of the last release that got lost, and which facts no card asks for.

    Raises:
        UserError: when the ids of the last release cannot be read.
    """
    notes = library.notes()
    lost = [] if library.faults else find_lost(library)  # what is in a faulty file is not lost
    sections = _ask_facts(notes, library)
    if options.json:
        print_json({"faults": list(library.faults), "lost": lost, **_count(notes), "sections": sections})
    else:
        for row in sections:
            open_facts = f"; not asked: {', '.join(row['not_asked'])}" if row["not_asked"] else ""
            print_lines([f"{row['section']}: {row['asked']} of {row['facts']} facts asked{open_facts}"])
        print_lines([_tell_count(_count(notes))])
    _tell([*library.faults, *lost])
    return NOT_SOUND if library.faults or lost else SOUND


def _ask_facts(notes: Sequence[Note], library: Library) -> list[dict[str, Any]]:
    """For each section with a deck, how many of its facts are asked for anywhere, and which are not."""
    asked = {fact for note in notes for fact in note.facts}
    rows: list[dict[str, Any]] = []
    for section in _by_section(notes):
        facts = [fact for fact in library.curriculum.facts if fact.rpartition(".")[0] == section]
        not_asked = [fact for fact in facts if fact not in asked]
        count = {"facts": len(facts), "asked": len(facts) - len(not_asked), "not_asked": not_asked}
        rows.append({"section": section, **count})
    return rows


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stderr.write(f"trainer: {line}\n")


JOBS = {"deck-list": list_decks, "deck-show": show_note, "deck-check": check_decks}
"""The jobs by their name on the command line."""

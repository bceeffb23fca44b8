"""`trainer deck ...`: list, show and check flashcards without a window."""

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from random import Random
from typing import TYPE_CHECKING, Any

from trainer.cli.deck_text import describe_judgement, describe_mix
from trainer.cli.note_text import describe_note, note_document
from trainer.cli.printing import print_json, print_lines
from trainer.errors import UserError
from trainer.learning.card import make_card
from trainer.learning.note import Note, NoteKind, items_of, note_of
from trainer.library.identity import find_lost
from trainer.library.shelf import Library, decks_folder

if TYPE_CHECKING:
    from trainer.library.deck_quality.judging import Judgement

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
    """Tells all faults, what an editor would mend, every id of the last release that got lost, and what no card asks.

    Raises:
        UserError: when the ids of the last release cannot be read.
    """
    from trainer.library.deck_quality.claims import explained_elsewhere  # noqa: PLC0415  # what judges is for this job
    from trainer.library.deck_quality.judging import judge_decks  # noqa: PLC0415  # as above
    from trainer.library.deck_quality.mix import check_mix  # noqa: PLC0415  # as above

    count = _count(library.notes())
    cards = {kind: number["cards"] for kind, number in count["kinds"].items()}
    lost = [] if library.faults else find_lost(library)  # what is in a faulty file is not lost
    judged = judge_decks(decks_folder(), library.curriculum, explained_elsewhere(library), library.missing_sections)
    wanting = list(check_mix(cards, count["notes"], sum(judged.allowed.values())))
    if options.json:
        told = _judgement_document(judged, library)
        print_json({"faults": list(library.faults), "lost": lost, **count, **told, "wanting": wanting})
    else:
        lines = describe_judgement(judged, library.curriculum)
        print_lines([*lines, _tell_count(count), *describe_mix(cards, wanting)])
    _tell([*library.faults, *lost, *map(str, judged.findings)])
    is_short = options.complete and (wanting or not judged.is_complete)
    return NOT_SOUND if library.faults or lost or judged.findings or is_short else SOUND


def _judgement_document(judged: "Judgement", library: Library) -> Mapping[str, Any]:
    from trainer.library.deck_quality.faulty import as_findings  # noqa: PLC0415  # as what judges

    coverage = judged.coverage
    return {
        "facts": len(library.curriculum.facts),
        "asked": len(coverage.asked),
        "explained": len(coverage.explained),
        "set_aside": len(coverage.set_aside),
        "missing": list(coverage.missing),
        "without_deck": list(judged.without_deck),
        "comparisons": dict(judged.compared),
        "allowed": dict(judged.allowed),
        "untouched_tasks": dict(library.curriculum.untouched_tasks),
        "findings": [
            {"file": str(row.file), "line": row.line, "note": row.note, "check": row.check, "message": row.message}
            for row in [*as_findings(library.faults), *judged.findings]
        ],
    }


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stderr.write(f"trainer: {line}\n")


JOBS = {"deck-list": list_decks, "deck-show": show_note, "deck-check": check_decks}
"""The jobs by their name on the command line."""

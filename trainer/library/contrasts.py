"""Which notes and drills tell terms apart, found once from the content so that a pair leads to them at once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from trainer.cloud.drill import Drill
from trainer.cloud.terms import term_index, term_of_piece, term_of_place
from trainer.cloud.topology import ContainerKind
from trainer.learning.markup import plain_text
from trainer.learning.note import Note, NoteKind
from trainer.learning.texts import texts_of

CONTRAST = "contrast"
"""The tag of a note that was written to tell two things apart."""

_FEWEST = 2
"""Terms that there must be to tell anything apart."""


def terms_of_notes(
    notes: Iterable[Note], compared: Mapping[str, str] = MappingProxyType({})
) -> dict[str, list[list[str]]]:
    """What each note tells apart, by its uid: terms that are right, and all terms between which the learner chooses.

    Notes with fewer than two terms are left out, unless they serve a comparison: then they tell apart what its other
    notes do. Those that were written for a contrast come first.

    Args:
        notes: to look at.
        compared: the comparison that a note serves, by its uid.
    """
    ordered = sorted(notes, key=lambda note: CONTRAST not in note.tags)
    found = {note.uid: [_named(_texts(note, right=True)), _named(_texts(note))] for note in ordered}
    shared = _shared_terms(found, compared)
    for uid, terms in found.items():
        if len(terms[1]) < _FEWEST and uid in compared:
            terms[1] = list(dict.fromkeys([*terms[1], *shared[compared[uid]]]))
    return {uid: terms for uid, terms in found.items() if len(terms[1]) >= _FEWEST}


def _shared_terms(found: Mapping[str, list[list[str]]], compared: Mapping[str, str]) -> Mapping[str, list[str]]:
    """By comparison, the terms that two or more of its notes choose between; where there are none, those of any."""
    counted: dict[str, Counter[str]] = {comparison: Counter() for comparison in compared.values()}
    for uid, comparison in compared.items():
        if uid in found and len(found[uid][1]) >= _FEWEST:
            counted[comparison].update(found[uid][1])
    common = {
        comparison: [term for term, count in terms.items() if count >= _FEWEST] for comparison, terms in counted.items()
    }
    return {comparison: common[comparison] or list(terms) for comparison, terms in counted.items()}


def terms_of_drill(drill: Drill) -> list[str]:
    """The terms that a drill makes the learner tell apart: its pieces, its bins, and its kinds of subnet."""
    places = drill.topology.values()
    bins = (term for place in places if place.kind is ContainerKind.BIN for term in term_index().find(place.label))
    subnets = (term_of_place(place) for place in places if place.kind is ContainerKind.SUBNET)
    pieces = (term_of_piece(piece) for piece in drill.pieces.values())
    return list(dict.fromkeys(term for term in (*pieces, *bins, *subnets) if term is not None))


def _named(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(term for text in texts for term in term_index().find(plain_text(text))))


def _texts(note: Note, *, right: bool = False) -> Iterator[str]:
    """What there is to choose from, or of this only what is right; where a note is a contrast, what explains it, too.

    A contrast without anything to choose from is in all its texts.
    """
    if note.kind in (NoteKind.CHOICE, NoteKind.MULTI):
        options = note.fields["options"]
        yield from (option["text"] for option in options if option.get("right") or not right)
    elif note.kind is NoteKind.MATCHING:
        yield from _sides(note.fields)
    elif CONTRAST in note.tags:
        yield from (text for _, text in texts_of(note))
    if CONTRAST in note.tags:
        yield note.fields.get("why", "")


def _sides(fields: Mapping[str, Any]) -> Iterator[str]:
    """What is chosen between: the right sides; the left ones, too, where the right ones name no two terms."""
    rights = [*(pair["right"] for pair in fields["pairs"]), *fields.get("others", ())]
    yield from rights
    if len(_named(rights)) < _FEWEST:
        yield from (pair["left"] for pair in fields["pairs"])

"""What a wrong answer or a wrong drop confuses: pairs of what was asked for and what was taken instead.

An end of a pair is the id of a term (see `trainer.cloud.terms`); where no term says it, a text that means something
only within its card or drill (see `trainer.store.confusion_ends`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.drill import Drill, Piece, Placement
from trainer.cloud.grading import PieceState, Verdict
from trainer.cloud.lines import is_line
from trainer.cloud.service import Category
from trainer.cloud.term_names import PLACES
from trainer.cloud.terms import term_index, term_of_piece, term_of_place
from trainer.cloud.topology import Container, ContainerKind
from trainer.learning.card import Card
from trainer.learning.markup import plain_text
from trainer.learning.note import NoteKind, note_of
from trainer.learning.typed_answer import judge_typed
from trainer.store.board_state import Places
from trainer.store.confusion_ends import text_end

Pair = tuple[str, str]
"""What was asked for, and what was taken instead."""


def confused_by_answer(card: Card, chosen: int | Sequence[int] | None, typed: str | None) -> list[Pair]:
    """The pairs that an answer to a card confused; none for a right answer, and for what only the learner judged.

    Steps in a wrong order confuse no two things, and where several options were wrong and several are missing nobody
    knows which was taken for which.

    Args:
        card: as it was shown.
        chosen: as `CardSession.answer` takes it.
        typed: what was typed.
    """
    owner = note_of(card.item)
    if card.kind is NoteKind.TYPED and typed is not None:
        pairs = _typed(card, owner, typed)
    elif card.kind is NoteKind.CHOICE and isinstance(chosen, int):
        pairs = _options(card, owner, [chosen])
    elif card.kind is NoteKind.MULTI and chosen is not None and not isinstance(chosen, int):
        pairs = _options(card, owner, chosen)
    elif card.kind is NoteKind.MATCHING and chosen is not None and not isinstance(chosen, int):
        pairs = _matches(card, owner, chosen)
    else:
        pairs = iter(())
    return list(dict.fromkeys(pair for pair in pairs if pair[0] != pair[1]))


def confused_by_drop(drill: Drill, piece: str, target: str) -> list[Pair]:
    """The pair that a wrong drop confuses; none where it says nothing of what the learner had in mind.

    Where its right place is of another kind, a piece was taken for the only other thing of its category that belongs
    here; or, where there is none, this place for the right one.

    Args:
        drill: as it is attempted.
        piece: id of what was dropped; of lines nothing is said.
        target: id of the container where it is wrong.
    """
    if is_line(piece) or piece not in drill.pieces or target not in drill.topology:
        return []
    dropped, place = drill.pieces[piece], drill.topology[target]
    right = {_end_of_place(drill, drill.topology[where]) for where in drill.solution.get(piece, ())}
    end = _end_of_place(drill, place)
    if end in right or place.kind is ContainerKind.STEP:
        return []
    taken, wanted = term_of_piece(dropped), _other_kinds(drill, dropped, place.id)
    if taken is not None and len(wanted) == 1:
        return [(wanted.pop(), taken)]
    return [(right.pop(), end)] if len(right) == 1 else []


def confused_at_check(drill: Drill, before: Places, now: Placement, verdict: Verdict) -> list[Pair]:
    """The pairs that a Check finds, of what was not there already at the Check before."""
    pairs = [
        pair
        for piece, places in now.items()
        if not is_line(piece) and verdict.pieces.get(piece) is PieceState.WRONG
        for place in places
        if place not in before.get(piece, ()) and place not in drill.solution.get(piece, ())
        for pair in confused_by_drop(drill, piece, place)
    ]
    return list(dict.fromkeys(pairs))


def terms_apart(asked: str, took: str) -> Pair | None:
    """The terms by which two texts differ: of each the first that the other does not name, two things or two places.

    Args:
        asked: a plain text.
        took: another.
    """
    first, second = term_index().find(asked), term_index().find(took)
    for is_place in (False, True):
        mine = [term for term in first if term not in second and (term in PLACES) is is_place]
        others = [term for term in second if term not in first and (term in PLACES) is is_place]
        if mine and others:
            return mine[0], others[0]
    return None


def _pair(owner: str, asked: str, took: str) -> Pair:
    """The pair of two texts in markup."""
    texts = plain_text(asked), plain_text(took)
    return terms_apart(*texts) or (text_end(owner, texts[0]), text_end(owner, texts[1]))


def _options(card: Card, owner: str, chosen: Sequence[int]) -> Iterator[Pair]:
    missed = [option.text for option in card.options if option.right and option.number not in chosen]
    wrong = [option.text for option in card.options if not option.right and option.number in chosen]
    if len(missed) == 1 or len(wrong) == 1:
        yield from (_pair(owner, asked, took) for asked in missed for took in wrong)


def _typed(card: Card, owner: str, typed: str) -> Iterator[Pair]:
    if typed.strip() and not judge_typed(typed, card.answer, card.accept, card.outdated).passed:
        yield _pair(owner, card.answer, typed)


def _matches(card: Card, owner: str, chosen: Sequence[int]) -> Iterator[Pair]:
    """The right sides that were taken for others; or, where no terms tell them apart, the left sides."""
    texts = {step.number: step.text for step in card.rights}
    lefts = _only_lefts(card)
    for pair in card.pairs:
        took = chosen[pair.number] if pair.number < len(chosen) else -1
        if took == pair.right or took not in texts:
            continue
        by_right = terms_apart(plain_text(texts[pair.right]), plain_text(texts[took]))
        by_left = terms_apart(plain_text(pair.left), plain_text(lefts[took])) if took in lefts else None
        yield by_right or by_left or _pair(owner, texts[pair.right], texts[took])


def _only_lefts(card: Card) -> Mapping[int, str]:
    """The left side of each right side that has just one."""
    found: dict[int, list[str]] = {}
    for pair in card.pairs:
        found.setdefault(pair.right, []).append(pair.left)
    return {right: lefts[0] for right, lefts in found.items() if len(lefts) == 1}


def _other_kinds(drill: Drill, dropped: Piece, place: str) -> set[str]:
    """The terms of one category with a piece that belong in a place; none where the piece's own is among them."""
    there = [drill.pieces[piece] for piece, places in drill.solution.items() if place in places and not is_line(piece)]
    terms = set(_terms_of(there))
    if term_of_piece(dropped) in terms:
        return set()
    return set(_terms_of(piece for piece in there if _category(piece) == _category(dropped)))


def _category(piece: Piece) -> Category:
    return CATALOGUE[piece.service].category


def _terms_of(pieces: Iterable[Piece]) -> Iterator[str]:
    return (term for piece in pieces if (term := term_of_piece(piece)) is not None)


def _end_of_place(drill: Drill, place: Container) -> str:
    if (term := term_of_place(place)) is not None:
        return term
    named = term_index().find(place.label) if place.kind is ContainerKind.BIN else ()
    return named[0] if len(named) == 1 else text_end(f"drill:{drill.id}", place.label)

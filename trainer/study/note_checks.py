"""What keeps a note of the learner's own from making a card, in one sentence for each place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trainer.learning.cloze import cloze_numbers
from trainer.learning.markup import plain_text
from trainer.learning.note import Note, NoteKind
from trainer.learning.typed_answer import same_typed

_MOST_TYPED = 60
_FEWEST = {NoteKind.CHOICE: 2, NoteKind.MULTI: 3}


@dataclass(frozen=True, slots=True)
class Problem:
    """Why no card can be made.

    Attributes:
        key: of the text, as in `texts_of`, or the name of a list.
        text: one sentence that says what to do.
    """

    key: str
    text: str


def problems_of(note: Note) -> tuple[Problem, ...]:
    """What keeps a note from making its cards, from top to bottom; nothing when it makes them."""
    fields = note.fields
    found = [Problem(name, _EMPTY[name]) for name in _EMPTY if name in fields and not fields[name]]
    match note.kind:
        case NoteKind.CLOZE:
            if fields["text"] and not cloze_numbers(fields["text"]):
                found.append(Problem("text", "Mark at least one gap, as in {{1::answer}}."))
        case NoteKind.CHOICE | NoteKind.MULTI:
            found += _check_options(note)
        case NoteKind.TYPED:
            found += _check_typed(fields["answer"])
            found += _check_rows(note, "outdated", ("value", "note"))
        case NoteKind.ORDERING:
            found += _check_steps(fields["steps"])
        case NoteKind.MATCHING:
            found += _check_pairs(note)
        case _:
            pass
    return tuple(found)


_EMPTY = {
    "front": "Write a question.",
    "question": "Write a question.",
    "text": "Write a text, and mark a gap in it, as in {{1::answer}}.",
    "back": "Write the answer.",
    "answer": "Write the answer.",
}


def _check_options(note: Note) -> Iterator[Problem]:
    options = note.fields["options"]
    for number, option in enumerate(options):
        if not option["text"]:
            yield Problem(f"options.{number}.text", "Write what can be chosen here, or remove the option.")
    yield from _doubles("options", [option["text"] for option in options], ".text", "Another option says the same.")
    right = sum(bool(option.get("right")) for option in options)
    if len(options) < _FEWEST[note.kind]:
        yield Problem("options", f"Write at least {_FEWEST[note.kind]} options.")
    elif note.kind is NoteKind.CHOICE and right != 1:
        yield Problem("options", "Mark the one option that is right.")
    elif note.kind is NoteKind.MULTI and not 2 <= right < len(options):  # noqa: PLR2004  # one is a choice note's
        yield Problem("options", "Mark two or more options as right, and leave at least one that is wrong.")


def _check_typed(answer: str) -> Iterator[Problem]:
    if answer and not same_typed(answer, answer):
        yield Problem("answer", "The answer needs a letter or a digit that can be typed.")
    elif len(answer) > _MOST_TYPED or "\n" in answer:
        yield Problem("answer", f"An answer to type is one line of at most {_MOST_TYPED} characters.")


def _check_steps(steps: Sequence[str]) -> Iterator[Problem]:
    if len(steps) < 2:  # noqa: PLR2004  # one is in order by itself
        yield Problem("steps", "Write at least two steps.")
    yield from _doubles("steps", steps, "", "Another step says the same.")


def _check_pairs(note: Note) -> Iterator[Problem]:
    pairs = note.fields["pairs"]
    yield from _check_rows(note, "pairs", ("left", "right"))
    yield from _doubles("pairs", [pair["left"] for pair in pairs], ".left", "Another left side says the same.")
    rights = {plain_text(pair["right"]).casefold() for pair in pairs}
    if len(pairs) < 2 or len(rights) < 2:  # noqa: PLR2004  # nothing could be mixed up
        yield Problem("pairs", "Write at least two pairs with different right sides.")
    for number, text in enumerate(note.fields.get("others", ())):
        if plain_text(text).casefold() in rights:
            yield Problem(f"others.{number}", "This matches a left side already.")


def _check_rows(note: Note, name: str, parts: Sequence[str]) -> Iterator[Problem]:
    for number, row in enumerate(note.fields.get(name, ())):
        for part in parts:
            if not row[part]:
                yield Problem(f"{name}.{number}.{part}", "Write both texts, or remove them.")


def _doubles(name: str, texts: Sequence[str], part: str, sentence: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, text in enumerate(texts):
        shown = plain_text(text).casefold()
        if shown and shown in seen:
            yield Problem(f"{name}.{number}{part}", sentence)
        seen.add(shown)

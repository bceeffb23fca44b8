"""Cards: what an item shows, in the texts' own light markup (see `markup`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from trainer.learning import cloze
from trainer.learning.note import Note, NoteKind


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose.

    Attributes:
        number: its place in the note, from 0; stays when options are shuffled.
        because: why it is right, or what it would lead to.
    """

    number: int
    text: str
    because: str
    right: bool


@dataclass(frozen=True, slots=True)
class Card:
    """The two sides of an item.

    Attributes:
        item: its uid.
        kind: its note's; the answer of a cloze card is its question with the gaps filled.
        question: what is shown first.
        answer: what is revealed; of a choice card the text of the right option.
        options: of a choice card, in the order to show them; else empty.
        why: a reason or a contrast; may be empty.
        drill: id of a drill in which it can be done.
    """

    item: str
    kind: NoteKind
    section: str
    question: str
    answer: str
    why: str = ""
    options: tuple[Option, ...] = ()
    source: str = ""
    drill: str | None = None


def make_card(note: Note, item: str, random: Random) -> Card:
    """The card of one of a note's items.

    Args:
        note: with the fields as they are shown.
        item: one of `items_of(note)`.
        random: shuffles options.

    Raises:
        ValueError: when the note has no such item.
    """
    options = _shuffled(_options(note), random) if note.kind is NoteKind.CHOICE else ()
    return Card(
        item=item,
        kind=note.kind,
        section=note.section,
        question=question_of(note, item),
        answer=_answer(note, item.rpartition("#")[2], options),
        why=note.fields.get("why", ""),
        options=options,
        source=note.source,
        drill=note.drill,
    )


def question_of(note: Note, item: str) -> str:
    """The question of one of a note's items, as `make_card` has it.

    Raises:
        ValueError: when the note has no such item.
    """
    fields, name = note.fields, item.rpartition("#")[2]
    match note.kind, name:
        case NoteKind.BASIC, "front":
            return fields["front"]
        case NoteKind.BASIC, "reverse":
            return fields["back"]
        case NoteKind.CHOICE, "choice":
            return fields["question"]
        case NoteKind.CLOZE, _ if name.startswith("cloze-"):
            return cloze.ask(fields["text"], int(name.removeprefix("cloze-")))
        case _:
            raise ValueError(f"the note {note.uid} has no item {name!r}")


def _answer(note: Note, name: str, options: Sequence[Option]) -> str:
    match note.kind:
        case NoteKind.BASIC:
            return note.fields["back" if name == "front" else "front"]
        case NoteKind.CHOICE:
            return next(option.text for option in options if option.right)
        case NoteKind.CLOZE:
            return cloze.answer(note.fields["text"], int(name.removeprefix("cloze-")))


def _options(note: Note) -> list[Option]:
    rows = enumerate(note.fields["options"])
    return [Option(number, row["text"], row["because"], bool(row.get("right"))) for number, row in rows]


def _shuffled(options: list[Option], random: Random) -> tuple[Option, ...]:
    random.shuffle(options)
    return tuple(options)

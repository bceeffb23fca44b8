"""Cards: what an item shows, in the texts' own light markup (see `markup`)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from trainer.learning import cloze
from trainer.learning.note import Note, NoteKind
from trainer.learning.picture import DrillView, Stage
from trainer.learning.typed_answer import Outdated


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
class Step:
    """One step to put in its place, which is `number`, from 0."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A left side and the number of the right side that belongs to it.

    Attributes:
        number: its place in the note, from 0.
    """

    number: int
    left: str
    right: int


@dataclass(frozen=True, slots=True)
class Card:
    """The two sides of an item.

    Attributes:
        item: its uid.
        kind: its note's; the answer of a cloze card is its question with the gaps filled.
        question: what is shown first.
        answer: what is revealed; of a choice card the text of the right option, of a multi card a list of those, of
            an ordering card its steps in their order, of an occluded card the name of the hidden piece.
        options: of a choice or multi card, in the order to show them; else empty.
        steps: of an ordering card, in the order to show them, which is never the right one.
        pairs: of a matching card, in the order to show them.
        rights: what its left sides may be matched with, each once, in the order to show them.
        accept: of a typed card, what is as right as its answer.
        outdated: of a typed card, what was right once.
        why: a reason or a contrast; may be empty.
        as_of: the month (`2026-11`) in which what it asks was last gone over; None where AWS does not change it.
        drill: id of a drill in which it can be done.
        drills: ids of other drills that train what it asks, the nearest first.
        picture: of an occluded card, the diagram with its piece covered.
        outline: of an occluded card, the same in words, as a list; it belongs to the question.
    """

    item: str
    kind: NoteKind
    section: str
    question: str
    answer: str
    why: str = ""
    options: tuple[Option, ...] = ()
    steps: tuple[Step, ...] = ()
    pairs: tuple[Pair, ...] = ()
    rights: tuple[Step, ...] = ()
    accept: tuple[str, ...] = ()
    outdated: tuple[Outdated, ...] = ()
    source: str = ""
    as_of: str | None = None
    drill: str | None = None
    drills: tuple[str, ...] = ()
    picture: DrillView | None = None
    outline: str = ""

    @property
    def question_in_words(self) -> str:
        """The question for those who do not see its diagram."""
        return f"{self.question}\n\n{self.outline}" if self.outline else self.question


def make_card(note: Note, item: str, random: Random) -> Card:
    """The card of one of a note's items.

    Args:
        note: with the fields as they are shown.
        item: one of `items_of(note)`.
        random: shuffles options.

    Raises:
        ValueError: when the note has no such item.
    """
    options = _shuffled(_options(note), random) if "options" in note.fields else ()
    pairs, rights = _matches(note, random) if note.kind is NoteKind.MATCHING else ((), ())
    name = item.rpartition("#")[2]
    hidden = _hidden(note, name) if note.kind is NoteKind.OCCLUDED else None
    return Card(
        item=item,
        kind=note.kind,
        section=note.section,
        question=question_of(note, item),
        answer=_answer(note, name, options),
        why=note.fields.get("why", ""),
        options=options,
        pairs=pairs,
        rights=rights,
        steps=_mixed(note.fields["steps"], random) if note.kind is NoteKind.ORDERING else (),
        accept=tuple(note.fields.get("accept", ())),
        outdated=tuple(Outdated(row["value"], row["note"]) for row in note.fields.get("outdated", ())),
        source=note.source,
        as_of=note.as_of,
        drill=note.drill,
        drills=note.drills,
        picture=DrillView(note.drill, Stage.COVERED, name) if hidden and note.drill else None,
        outline=hidden["outline"] if hidden else "",
    )


def is_right(card: Card, chosen: Collection[int]) -> bool:
    """Whether the options of a multi card that were chosen, by their numbers, are all that are right and no other."""
    return set(chosen) == {option.number for option in card.options if option.right}


def question_of(note: Note, item: str) -> str:
    """The question of one of a note's items, as `make_card` has it.

    Raises:
        ValueError: when the note has no such item.
    """
    fields, name = note.fields, item.rpartition("#")[2]
    match note.kind, name:
        case (NoteKind.BASIC, "front") | (NoteKind.TYPED, "typed"):
            return fields["front"]
        case NoteKind.BASIC, "reverse":
            return fields["back"]
        case ((NoteKind.CHOICE | NoteKind.MULTI | NoteKind.ORDERING | NoteKind.MATCHING), _) if name == note.kind:
            return fields["question"]
        case NoteKind.OCCLUDED, _ if _hidden(note, name):
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
        case NoteKind.TYPED:
            return note.fields["answer"]
        case NoteKind.OCCLUDED:
            return (_hidden(note, name) or {})["name"]
        case NoteKind.MULTI | NoteKind.ORDERING | NoteKind.MATCHING:
            return _listed(note)


def _hidden(note: Note, piece: str) -> Mapping[str, str] | None:
    """What an occluded note says of a hidden piece."""
    return next((row for row in note.fields["hidden"] if row["piece"] == piece), None)


def _listed(note: Note) -> str:
    """The answer of a note as a list: all right options, the pairs, or the steps in their order."""
    if note.kind is NoteKind.MATCHING:
        return "\n".join(f"- {row['left']}: {row['right']}" for row in note.fields["pairs"])
    if note.kind is NoteKind.MULTI:
        return "\n".join(f"- {option.text}" for option in _options(note) if option.right)
    return "\n\n".join(f"**{number}**  {text}" for number, text in enumerate(note.fields["steps"], start=1))


def _options(note: Note) -> list[Option]:
    rows = enumerate(note.fields["options"])
    return [Option(number, row["text"], row["because"], bool(row.get("right"))) for number, row in rows]


def _matches(note: Note, random: Random) -> tuple[tuple[Pair, ...], tuple[Step, ...]]:
    rows = note.fields["pairs"]
    texts = list(dict.fromkeys([*(row["right"] for row in rows), *note.fields.get("others", ())]))
    pairs = [Pair(number, row["left"], texts.index(row["right"])) for number, row in enumerate(rows)]
    rights = [Step(number, text) for number, text in enumerate(texts)]
    return tuple(random.sample(pairs, len(pairs))), tuple(random.sample(rights, len(rights)))


def _mixed(texts: Sequence[str], random: Random) -> tuple[Step, ...]:
    """Steps in any order but the right one."""
    right = [Step(number, text) for number, text in enumerate(texts)]
    steps = random.sample(right, len(right))
    return tuple(steps if steps != right else [*right[1:], right[0]])


def _shuffled(options: list[Option], random: Random) -> tuple[Option, ...]:
    random.shuffle(options)
    return tuple(options)

"""The form of a deck file, as pydantic models; the JSON Schema for editors is made from them."""

import json
from typing import Annotated, Any, Literal

from pydantic import Field

from trainer.library.schema import FactId, Id, Part, Text

Check = Literal[
    "called-wrong",
    "compares-elsewhere",
    "double-question",
    "duplicate",
    "empty-stem",
    "given-away",
    "length",
    "negation",
    "not-explained",
    "number-from-nowhere",
    "of-the-above",
    "other-unit",
    "rewording",
    "same-question",
    "same-start",
    "service-from-nowhere",
    "true-distractor",
    "untypable",
    "worn-distractor",
    "yes-no",
]
"""The checks of single notes in `deck_quality`."""


class _AnyNote(Part):
    """What the notes of all kinds have."""

    id: Id = Field(description="stable, says the idea, unique over all decks")
    facts: Annotated[list[FactId], Field(min_length=1, max_length=4)] = Field(
        description="every fact that the question asks or the answer states"
    )
    explains: Annotated[list[FactId], Field(max_length=6)] = Field(
        default=[], description="facts that the explanation states, and that the question does not ask"
    )
    compares: Id | None = Field(None, description="the comparison of the curriculum whose things the note tells apart")
    allow: dict[Check, Text] = Field(
        default={}, description="checks that do not apply, each with the reason; `deck check` counts them"
    )
    why: Text | None = Field(None, description="a contrast, a reason or a memory aid, where people confuse things")
    source: Text = Field(description="title of the AWS documentation page that confirms it")
    tags: list[Id] = Field(default=[], max_length=3)
    difficulty: Annotated[int, Field(ge=1, le=3)]


class _Note(_AnyNote):
    """What all kinds but the occluded one have."""

    drill: Id | None = Field(None, description="where the learner can do what the card asks")


class BasicDoc(_Note):
    """A question with one answer."""

    kind: Literal["basic"]
    front: Text
    back: Text
    reverse: bool = Field(default=False, description="asks the other way round too")


class ClozeDoc(_Note):
    """A text with gaps, `{{1::answer}}` or `{{1::answer::hint}}`; each number makes a card."""

    kind: Literal["cloze"]
    text: Text


class OptionDoc(Part):
    """One answer to choose."""

    text: Text
    right: bool = False
    because: Text = Field(description="why it is right, or what it would lead to")


class ChoiceDoc(_Note):
    """A question with answers to choose from, one of them right."""

    kind: Literal["choice"]
    question: Text
    options: Annotated[list[OptionDoc], Field(min_length=2, max_length=6)]


class MultiDoc(_Note):
    """A question with answers to choose from, two or more of them right; the window says how many."""

    kind: Literal["multi"]
    question: Text
    options: Annotated[list[OptionDoc], Field(min_length=3, max_length=7)]


class OrderingDoc(_Note):
    """Steps to bring into their order; they are shown shuffled."""

    kind: Literal["ordering"]
    question: Text
    steps: Annotated[list[Text], Field(min_length=3, max_length=7)] = Field(description="in the right order")


class PairDoc(Part):
    """Two things that belong together."""

    left: Text
    right: Annotated[Text, Field(max_length=40)] = Field(description="stands in a menu; may belong to several lefts")


class MatchingDoc(_Note):
    """Left sides, each to be matched with its right side; both are shown shuffled."""

    kind: Literal["matching"]
    question: Text
    pairs: Annotated[list[PairDoc], Field(min_length=2, max_length=6)]
    others: Annotated[list[Annotated[Text, Field(max_length=40)]], Field(max_length=3)] = Field(
        default=[], description="right sides that belong to none"
    )


class OutdatedDoc(Part):
    """An answer that was right once."""

    value: Text
    note: Text = Field(description="what became of it, and when; whoever types the value is told")


class TypedDoc(_Note):
    """A question whose answer is typed: a figure or a name. Case, number forms and unit spellings do not matter."""

    kind: Literal["typed"]
    front: Text
    answer: Text
    accept: list[Text] = Field(default=[], max_length=8, description="what is as right as the answer")
    outdated: list[OutdatedDoc] = Field(default=[], max_length=4, description="what was right once, and is forgotten")


class OccludedDoc(_AnyNote):
    """A question about a piece that is hidden in the solved diagram of a drill."""

    kind: Literal["occluded"]
    drill: Id = Field(description="the drill whose solved diagram is shown")
    hidden: Annotated[list[Id], Field(min_length=1, max_length=6)] = Field(
        description="ids of pieces or fixtures of the drill; each makes a card on which it alone is asked for"
    )
    question: Text = Field(description="asks for what is hidden, with what the diagram alone does not say")


NoteDoc = BasicDoc | ClozeDoc | ChoiceDoc | TypedDoc | MultiDoc | OrderingDoc | MatchingDoc | OccludedDoc
"""A note of any kind; `kind` says which."""


class DeckDoc(Part):
    """A deck file: the notes of one section."""

    section: Id = Field(description="id of the section in the curriculum, and the file's name")
    notes: Annotated[list[Annotated[NoteDoc, Field(discriminator="kind")]], Field(min_length=1)]


def json_schema() -> dict[str, Any]:
    """The JSON Schema that editors complete and check deck files with."""
    schema = DeckDoc.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "Deck"}


if __name__ == "__main__":
    print(json.dumps(json_schema(), indent=2))

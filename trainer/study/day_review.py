"""What a day with cards brought: what holds for longer now, and what was taken for something else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from trainer.learning.grade import read_grade
from trainer.learning.markup import plain_text
from trainer.learning.note import Note, NoteKind, note_of
from trainer.store.events import Event
from trainer.store.opening import Store
from trainer.store.review import standing

FIRM_DAYS = 21
"""What comes back only after so many days counts as firm."""

_MOST_PAIRS = 3
_ARTICLE = re.compile(r"^(?:An?|The) (?=\S)")


@dataclass(frozen=True, slots=True)
class Firmer:
    """What got firmer.

    Attributes:
        cards: that came back and were known.
        firm: of these, those that come back after three weeks or more.
        longest: days after which the firmest of them comes back; 0 where there is none.
    """

    cards: int = 0
    firm: int = 0
    longest: int = 0


NOTHING_FIRMER = Firmer()


@dataclass(frozen=True, slots=True)
class MixedUp:
    """Something that was taken for something else.

    Attributes:
        said: what the learner answered, as plain text.
        right: what is right.
        times: how often on the day.
    """

    said: str
    right: str
    times: int = 1


def firmer_of(store: Store, day: date) -> Firmer:
    """What got firmer on a day."""
    intervals: dict[str, int] = {}
    for event in standing(store.reviews_of_day(day)):
        if event.payload.get("session") == "due" and read_grade(event.payload["grade"]).passed:
            intervals[str(event.item)] = int(event.payload.get("interval", 0))
    firm = sum(interval >= FIRM_DAYS for interval in intervals.values())
    return Firmer(len(intervals), firm, max(intervals.values(), default=0))


def mixed_up_of(store: Store, day: date) -> tuple[MixedUp, ...]:
    """What was mixed up on a day by choosing or typing something wrong, the most frequent first; three at most."""
    wrong = [event for event in standing(store.reviews_of_day(day)) if not read_grade(event.payload["grade"]).passed]
    told = [event for event in wrong if "chosen" in event.payload or event.payload.get("typed")]
    notes = store.notes({note_of(str(event.item)) for event in told}) if told else {}
    times: dict[tuple[str, str], int] = {}
    for event in told:
        stored = notes.get(note_of(str(event.item)))
        for pair in _pairs(stored.note, event) if stored else ():
            times[pair] = times.get(pair, 0) + 1
    ordered = sorted(times.items(), key=lambda entry: -entry[1])
    return tuple(MixedUp(said, right, count) for (said, right), count in ordered[:_MOST_PAIRS])


def _pairs(note: Note, event: Event) -> Iterator[tuple[str, str]]:
    """What was answered, each with what is right; nothing where it was right but guessed."""
    payload, fields = event.payload, note.fields
    if note.kind is NoteKind.CHOICE and isinstance(payload.get("chosen"), int):
        options: list[dict[str, Any]] = fields["options"]
        chosen = payload["chosen"]
        right = next((option for option in options if option.get("right")), None)
        if right is not None and 0 <= chosen < len(options) and options[chosen] is not right:
            yield _bare(options[chosen]["text"]), _bare(right["text"])
    if note.kind is NoteKind.TYPED and payload.get("typed"):
        yield str(payload["typed"]).strip(), _bare(fields["answer"])


def _bare(text: str) -> str:
    """A text of a card without its marks, a leading article and the dot at its end: a name rather than an answer."""
    return _ARTICLE.sub("", plain_text(text).strip()).rstrip(".")

"""Reviews: what an event says about how well items were remembered."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from trainer.learning.grade import Grade, read_grade
from trainer.learning.parameters import DEFAULT
from trainer.store.events import Event, EventKind
from trainer.store.history import undone_uids

DIAGNOSTIC = "diagnostic"
"""The kind of session in which somebody says what they know already."""

_WITHOUT_WHOLE = 2
"""The last version of a finished attempt that left the grade of the whole drill to be told from the rest."""


@dataclass(frozen=True, slots=True)
class Review:
    """One item's part in an event.

    Attributes:
        item: uid of the item.
        day: study day of the event.
        due: the day on which the item comes back, as it was decided then; None in attempts that were logged before
            skills were scheduled, which leaves it to the replay.
        is_practice: it counts as seen, but memory and due date stay: the item was rated on that day already.
        is_off_schedule: of a card, in a practice session: the sums of the day know of it, the card's record does not.
        is_diagnosis: it was given when somebody said what they know already, and so teaches nothing new.
        ms: how long the answer took, in milliseconds; 0 for parts of a drill.
        parameters: id of the set of parameters under which the due day was decided.
    """

    item: str
    grade: Grade
    day: date
    due: date | None
    is_practice: bool = False
    is_off_schedule: bool = False
    is_diagnosis: bool = False
    ms: int = 0
    parameters: str = DEFAULT


def review_of(event: Event) -> Review:
    """The review in a review event.

    Since version 3 it may say `practice`; then it names no due day.

    Raises:
        KeyError, TypeError, ValueError: when it lacks what it must carry.
    """
    payload = event.payload
    if event.item is None:
        raise ValueError(f"the review {event.uid} is about nothing")
    is_off_schedule = _is_off_schedule(event)
    return Review(
        item=event.item,
        grade=read_grade(payload["grade"]),
        day=event.study_day,
        due=None if is_off_schedule else date.fromisoformat(payload["due"]),
        is_off_schedule=is_off_schedule,
        is_diagnosis=payload.get("session") == DIAGNOSTIC,
        ms=round(float(payload["seconds"]) * 1000),
        parameters=payload.get("parameters", DEFAULT),
    )


def reviews_of_attempt(event: Event) -> Iterator[Review]:
    """The reviews in a finished attempt: of its skills, and of the drill as a whole.

    Since version 2 it carries the due days of what was rated; what has none was practice.

    Raises:
        KeyError, TypeError, ValueError: when it lacks what it must carry.
    """
    payload = event.payload
    due = payload["due"] if payload["v"] > 1 else None
    parameters = payload.get("parameters", DEFAULT)
    for item, word in attempt_grades(event).items():
        rated = due is None or item in due
        day = date.fromisoformat(due[item]) if due is not None and rated else None
        yield Review(item, read_grade(word), event.study_day, day, is_practice=not rated, parameters=parameters)


def attempt_grades(event: Event) -> dict[str, str]:
    """The grade of every item in a finished attempt, by uid.

    Since version 3 the grade of the whole drill stands in it, or None where it was not put together from nothing.
    """
    grades = dict(event.payload["skills"])
    if event.payload["v"] > _WITHOUT_WHOLE:
        whole = {event.item: event.payload["whole"]} if event.payload["whole"] and event.item else {}
        return {**grades, **whole}
    if event.item is not None:
        solved = Grade.GOOD if event.payload["unaided"] else Grade.HARD
        grades[event.item] = (solved if event.payload["correct"] else Grade.AGAIN).word
    return grades


def is_usual(event: Event) -> bool:
    """Whether a review belongs to the usual sessions of its day: to their queue, their count and their undo."""
    return not _is_off_schedule(event) and event.payload.get("session") != DIAGNOSTIC


def _is_off_schedule(event: Event) -> bool:
    return event.payload.get("practice") is True


def standing(events: Sequence[Event], kinds: Collection[str] = (EventKind.REVIEW,)) -> list[Event]:
    """The reviews among an item's events, or what is of other kinds, that were not undone, in their order."""
    undone = undone_uids(events)
    return [event for event in events if event.kind in kinds and event.uid not in undone]


def since_reset(events: Sequence[Event]) -> list[Event]:
    """The reviews among a card's events that made its memory: those that stand, since it was last put back to new."""
    kept = standing(events, (EventKind.REVIEW, EventKind.RESET))
    resets = [number for number, event in enumerate(kept, start=1) if event.kind == EventKind.RESET]
    return kept[resets[-1] :] if resets else kept

"""What one event changes in the caches: the same code serves the next event and a rebuild of everything."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from trainer.store.board_state import BOARDS, fold_board, next_board
from trainer.store.cache import Caches
from trainer.store.day_total import DAY_TOTALS, DayTotal, add, add_drill_event, count_review
from trainer.store.drill_state import DRILL_STATES, next_drill_state
from trainer.store.events import Event, EventKind
from trainer.store.evidence import EVIDENCE, next_evidence
from trainer.store.item_state import ITEM_STATES, ItemState, next_item_state
from trainer.store.note_edit import NOTE_EDITS, next_note_edit
from trainer.store.renames import Renames, current_uid
from trainer.store.review import Review, review_of, reviews_of_attempt, standing
from trainer.store.rule_break import RULE_BREAKS, next_rule_break

ALL_CACHES = (BOARDS, DRILL_STATES, ITEM_STATES, EVIDENCE, RULE_BREAKS, DAY_TOTALS, NOTE_EDITS)
"""Every cache."""

_KNOWN = frozenset(EventKind)
_COUNTED = frozenset({EventKind.ATTEMPT_STARTED, EventKind.DRILL_MOVE, EventKind.HINT, EventKind.ATTEMPT_FINISHED})
"""What changes the sums of a day, of all that happens in a drill."""

_EXAM = frozenset({EventKind.EXAM_STARTED, EventKind.EXAM_ANSWERED, EventKind.EXAM_LEFT, EventKind.EXAM_FINISHED})
"""What leaves all caches as they are: an exam is read from the log itself."""

_DRILL, _NOTE = "drill:", "note:"


class Past(Protocol):
    """What a projection may ask of the log, the event being projected included."""

    renames: Renames

    def attempt(self, item: str) -> Sequence[Event]:
        """The events of a drill's item from its latest start on."""
        ...

    def item(self, uid: str) -> Sequence[Event]:
        """All events of an item, under all its names."""
        ...


def project(event: Event, caches: Caches, past: Past) -> None:
    """Brings the caches up to date with one more event; events of unknown kinds change nothing.

    Raises:
        KeyError, TypeError, ValueError: when the event lacks what its kind must carry.
    """
    if event.kind not in _KNOWN or event.kind in _EXAM:
        return
    if event.kind == EventKind.REVIEW:
        _add_review(event, caches, past.renames)
    elif event.kind == EventKind.NOTE_EDITED:
        _edit_note(event, caches, past.renames)
    elif event.kind == EventKind.UNDO and not is_drill(event.item):
        _fold_reviews(event, caches, past)
    else:
        _project_drill(event, caches, past)


def is_drill(item: str | None) -> bool:
    """Whether an item's uid is that of a drill."""
    return item is not None and item.startswith(_DRILL)


def drill_item(drill: str) -> str:
    """The item's uid of a drill."""
    return _DRILL + drill


def note_item(note: str) -> str:
    """What an edit of a note is about."""
    return _NOTE + note


def _add_review(event: Event, caches: Caches, renames: Renames) -> None:
    review = _current(review_of(event), renames)
    before = caches.get(ITEM_STATES, review.item)
    if not review.is_off_schedule:
        caches.put(ITEM_STATES, review.item, next_item_state(before, review))
    _add_to_day(count_review(before, review, event.origin), caches)


def _fold_reviews(undo: Event, caches: Caches, past: Past) -> None:
    """Puts a card's record as it is without its undone reviews, and corrects the sums of the days."""
    assert undo.item is not None
    item = current_uid(undo.item, past.renames)
    events = past.item(item)
    before_undo = [event for event in events if event.uid != undo.uid]
    for _, share in _shares(standing(before_undo), past.renames):
        _add_to_day(share, caches, -1)
    shares = _shares(standing(events), past.renames)
    for _, share in shares:
        _add_to_day(share, caches)
    caches.put(ITEM_STATES, item, shares[-1][0] if shares else None)


def _shares(reviews: Sequence[Event], renames: Renames) -> list[tuple[ItemState | None, DayTotal]]:
    """The record after each of a card's reviews, and what the review adds to its day."""
    found: list[tuple[ItemState | None, DayTotal]] = []
    state: ItemState | None = None
    for event in reviews:
        review = _current(review_of(event), renames)
        share = count_review(state, review, event.origin)
        state = state if review.is_off_schedule else next_item_state(state, review)
        found.append((state, share))
    return found


def _add_to_day(share: DayTotal, caches: Caches, times: int = 1) -> None:
    day = share.study_day.isoformat()
    caches.put(DAY_TOTALS, day, add(caches.get(DAY_TOTALS, day), share, times))


def _current(review: Review, renames: Renames) -> Review:
    return replace(review, item=current_uid(review.item, renames)) if renames else review


def _edit_note(event: Event, caches: Caches, renames: Renames) -> None:
    assert event.item is not None
    note = current_uid(event.item.removeprefix(_NOTE), renames)
    caches.put(NOTE_EDITS, note, next_note_edit(note, caches.get(NOTE_EDITS, note), event))


def _project_drill(event: Event, caches: Caches, past: Past) -> None:
    if event.item is None or not is_drill(event.item):
        raise ValueError(f"{event.item} is no drill")
    item = current_uid(event.item, past.renames)
    drill = item.removeprefix(_DRILL)
    _project_board(drill, item, event, caches, past)
    _project_day(event, caches)
    if event.kind == EventKind.DRILL_MOVE and event.payload["to"] is not None:
        for rule in event.payload["findings"]:
            caches.put(RULE_BREAKS, rule, next_rule_break(rule, caches.get(RULE_BREAKS, rule), event))
    if event.kind in (EventKind.ATTEMPT_STARTED, EventKind.ATTEMPT_FINISHED):
        caches.put(DRILL_STATES, drill, next_drill_state(drill, caches.get(DRILL_STATES, drill), event))
    if event.kind == EventKind.ATTEMPT_FINISHED:
        for review in reviews_of_attempt(event):
            _add_part(_current(review, past.renames), drill, event, caches)


def _add_part(review: Review, drill: str, event: Event, caches: Caches) -> None:
    """Adds what an attempt says of one item: memory, and of skills and chips what speaks for mastery."""
    caches.put(ITEM_STATES, review.item, next_item_state(caches.get(ITEM_STATES, review.item), review))
    if not is_drill(review.item):
        before = caches.get(EVIDENCE, review.item)
        caches.put(EVIDENCE, review.item, next_evidence(before, review, drill, event))


def _project_board(drill: str, item: str, event: Event, caches: Caches, past: Past) -> None:
    before = caches.get(BOARDS, drill)
    undoes = event.kind == EventKind.UNDO
    after = fold_board(drill, past.attempt(item)) if undoes else next_board(drill, before, event)
    if after is not None and after != before:
        caches.put(BOARDS, drill, after)


def _project_day(event: Event, caches: Caches) -> None:
    if event.kind not in _COUNTED:
        return
    day = event.study_day.isoformat()
    before = caches.get(DAY_TOTALS, day)
    after = add_drill_event(before, event)
    if after != (before or DayTotal(event.study_day)):
        caches.put(DAY_TOTALS, day, after)

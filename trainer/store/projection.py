"""What one event changes in the caches: the same code serves the next event and a rebuild of everything."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from trainer.store.board_state import BOARDS, fold_board, next_board
from trainer.store.cache import Caches
from trainer.store.day_total import DAY_TOTALS, DayTotal, add, add_drill_event, count_review
from trainer.store.drill_state import DRILL_STATES, next_drill_state
from trainer.store.events import Event, EventKind
from trainer.store.evidence import EVIDENCE, next_evidence
from trainer.store.item_state import (
    ITEM_STATES,
    ItemState,
    Rated,
    fold_item_states,
    fold_memory,
    follows,
    next_item_state,
)
from trainer.store.note_edit import NOTE_EDITS, next_note_edit
from trainer.store.parameter_sets import ParameterSets, read_choice
from trainer.store.renames import Renames, current_uid
from trainer.store.review import Review, review_of, reviews_of_attempt, standing
from trainer.store.rule_break import RULE_BREAKS, next_rule_break

ALL_CACHES = (BOARDS, DRILL_STATES, ITEM_STATES, EVIDENCE, RULE_BREAKS, DAY_TOTALS, NOTE_EDITS)
"""Every cache."""

_KNOWN = frozenset(EventKind)
_COUNTED = frozenset({EventKind.ATTEMPT_STARTED, EventKind.DRILL_MOVE, EventKind.HINT, EventKind.ATTEMPT_FINISHED})
"""What changes the sums of a day, of all that happens in a drill."""

_DRILL, _NOTE = "drill:", "note:"


class Past(Protocol):
    """What a projection may ask of the log, the event being projected included."""

    renames: Renames

    @property
    def parameters(self) -> ParameterSets:
        """The sets of parameters, the one that is being chosen included."""
        ...

    def history(self, uid: str, until: Event) -> Iterable[Rated]:
        """What changed the memory of an item before an event, what is undone left out, in order."""
        ...

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
    if event.kind not in _KNOWN:
        return
    if event.kind == EventKind.REVIEW:
        _add_review(event, caches, past)
    elif event.kind == EventKind.NOTE_EDITED:
        _edit_note(event, caches, past.renames)
    elif event.kind == EventKind.PARAMETERS_CHOSEN:
        read_choice(event)  # what it changes, it changes with the next reviews
    elif event.kind == EventKind.UNDO and event.item is None:
        return
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


def _add_review(event: Event, caches: Caches, past: Past) -> None:
    review = _current(review_of(event), past.renames)
    before = caches.get(ITEM_STATES, review.item)
    caches.put(ITEM_STATES, review.item, _next_state(before, review, event, past))
    _add_to_day(count_review(before, review, event.origin), caches)


def _next_state(before: ItemState | None, review: Review, event: Event, past: Past) -> ItemState:
    """The record after a review; where another set of parameters decided it, its whole history is folded under that."""
    if before is not None and not follows(before, review):
        memory = fold_memory(past.history(review.item, event), past.parameters.scheduler(review.parameters))
        before = replace(before, memory=memory or before.memory, parameters=review.parameters)
    return next_item_state(before, review, past.parameters)


def _fold_reviews(undo: Event, caches: Caches, past: Past) -> None:
    """Puts a card's record as it is without its undone reviews, and corrects the sums of the days."""
    assert undo.item is not None
    item = current_uid(undo.item, past.renames)
    events = past.item(item)
    before_undo = [event for event in events if event.uid != undo.uid]
    for _, share in _shares(standing(before_undo), past):
        _add_to_day(share, caches, -1)
    shares = _shares(standing(events), past)
    for _, share in shares:
        _add_to_day(share, caches)
    caches.put(ITEM_STATES, item, shares[-1][0] if shares else None)


def _shares(events: Sequence[Event], past: Past) -> list[tuple[ItemState, DayTotal]]:
    """The record after each of a card's reviews, and what the review adds to its day."""
    found: list[tuple[ItemState, DayTotal]] = []
    state: ItemState | None = None
    reviews = [_current(review_of(event), past.renames) for event in events]
    for event, review, after in zip(events, reviews, fold_item_states(reviews, past.parameters), strict=True):
        found.append((after, count_review(state, review, event.origin)))
        state = after
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
            _add_part(_current(review, past.renames), drill, event, caches, past)


def _add_part(review: Review, drill: str, event: Event, caches: Caches, past: Past) -> None:
    """Adds what an attempt says of one item: memory, and of skills and chips what speaks for mastery."""
    caches.put(ITEM_STATES, review.item, _next_state(caches.get(ITEM_STATES, review.item), review, event, past))
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

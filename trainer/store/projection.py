"""What one event changes in the caches: the same code serves the next event and a rebuild of everything."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from trainer.store.board_state import BOARDS, fold_board, next_board
from trainer.store.cache import Caches
from trainer.store.confusion import CONFUSIONS, confusions_of
from trainer.store.day_total import DAY_TOTALS, DayTotal, add, add_drill_event, count_review
from trainer.store.drill_state import DRILL_STATES, next_drill_state
from trainer.store.events import Event, EventKind
from trainer.store.evidence import EVIDENCE, next_evidence
from trainer.store.history import own_events
from trainer.store.item_mark import ITEM_MARKS, MARKING, fold_mark, next_item_mark
from trainer.store.item_state import (
    ITEM_STATES,
    MOVING,
    ItemState,
    Rated,
    fold_memory,
    follows,
    latest_set,
    moved_state,
    next_item_state,
)
from trainer.store.note_edit import NOTE_EDITS, next_note_edit
from trainer.store.own_notes import DELETED_NOTES, OWN_NOTES, added_note, deletion
from trainer.store.parameter_sets import ParameterSets, read_choice
from trainer.store.renames import NOTE_PREFIX, Renames, current_uid
from trainer.store.review import Review, review_of, reviews_of_attempt, since_reset, standing
from trainer.store.rule_break import RULE_BREAKS, next_rule_break

ALL_CACHES = (
    BOARDS,
    DRILL_STATES,
    ITEM_STATES,
    ITEM_MARKS,
    EVIDENCE,
    RULE_BREAKS,
    CONFUSIONS,
    DAY_TOTALS,
    NOTE_EDITS,
    OWN_NOTES,
    DELETED_NOTES,
)
"""Every cache."""

NOTE_CHANGES = frozenset({EventKind.NOTE_ADDED, EventKind.NOTE_EDITED, EventKind.NOTE_DELETED})
"""What changes a note itself, and with it what search finds."""

_EXAM = frozenset({EventKind.EXAM_STARTED, EventKind.EXAM_ANSWERED, EventKind.EXAM_LEFT, EventKind.EXAM_FINISHED})
"""What is read from the log itself, as reports of faults and the primers that were offered are."""

_KNOWN = frozenset(EventKind) - {EventKind.FAULT_REPORTED, EventKind.PRIMER_PASSED} - _EXAM
_COUNTED = frozenset({EventKind.ATTEMPT_STARTED, EventKind.DRILL_MOVE, EventKind.HINT, EventKind.ATTEMPT_FINISHED})
"""What changes the sums of a day, of all that happens in a drill."""

_DRILL = "drill:"


class Past(Protocol):
    """What a projection may ask of the log, the event being projected included."""

    renames: Renames

    @property
    def parameters(self) -> ParameterSets:
        """The sets of parameters, the one that is being chosen included."""
        ...

    def history(self, uid: str, until: Event) -> Iterable[Rated]:
        """What made the memory of an item before an event, what is undone left out, in order."""
        ...

    def attempt(self, item: str) -> Sequence[Event]:
        """The events of a drill's item from its latest start on."""
        ...

    def item(self, uid: str) -> Sequence[Event]:
        """All events of an item, or of a note itself, under all its names."""
        ...


def project(event: Event, caches: Caches, past: Past) -> None:
    """Brings the caches up to date with one more event; faults, exams and unknown kinds change nothing.

    Raises:
        KeyError, TypeError, ValueError: when the event lacks what its kind must carry.
    """
    if event.kind not in _KNOWN:
        return
    if event.kind == EventKind.REVIEW:
        _add_review(event, caches, past)
    elif event.kind in MARKING or event.kind in MOVING:
        _decide(event, caches, past.renames)
    elif event.kind in NOTE_CHANGES:
        _change_note(event, caches, past.renames)
    elif event.kind == EventKind.PARAMETERS_CHOSEN:
        read_choice(event)  # what it changes, it changes with the next reviews
    elif event.kind == EventKind.UNDO and event.item is None:
        return
    elif event.kind == EventKind.UNDO and is_note(event.item):
        _fold_note(event, caches, past)
    elif event.kind == EventKind.UNDO and not is_drill(event.item):
        _fold_item(event, caches, past)
    else:
        _project_drill(event, caches, past)


def is_drill(item: str | None) -> bool:
    """Whether an item's uid is that of a drill."""
    return item is not None and item.startswith(_DRILL)


def drill_item(drill: str) -> str:
    """The item's uid of a drill."""
    return _DRILL + drill


def note_item(note: str) -> str:
    """What an event about a note itself is about."""
    return NOTE_PREFIX + note


def is_note(item: str | None) -> bool:
    """Whether an event is about a note itself."""
    return item is not None and item.startswith(NOTE_PREFIX)


def note_named(item: str, renames: Renames) -> str:
    """The note that an event is about, by its name of today."""
    return current_uid(item, renames).removeprefix(NOTE_PREFIX)


def _add_review(event: Event, caches: Caches, past: Past) -> None:
    review = _current(review_of(event), past.renames)
    before = caches.get(ITEM_STATES, review.item)
    if not review.is_off_schedule:
        caches.put(ITEM_STATES, review.item, _next_state(before, review, event, past))
    _add_to_day(count_review(before, review, event.origin), caches)
    _note_confusions(event, caches, past.renames)


def _next_state(before: ItemState | None, review: Review, event: Event, past: Past) -> ItemState:
    """The record after a review; where another set of parameters decided it, its whole history is folded under that."""
    if before is not None and not follows(before, review):
        memory = fold_memory(past.history(review.item, event), past.parameters.scheduler(review.parameters))
        before = replace(before, memory=memory or before.memory, parameters=review.parameters)
    return next_item_state(before, review, past.parameters)


def _decide(event: Event, caches: Caches, renames: Renames) -> None:
    """Takes in what the learner decided about a card: its mark, or when it comes back."""
    item = current_uid(_item_of(event), renames)
    if event.kind in MARKING:
        caches.put(ITEM_MARKS, item, next_item_mark(item, caches.get(ITEM_MARKS, item), event))
    else:
        caches.put(ITEM_STATES, item, moved_state(caches.get(ITEM_STATES, item), event))


def _fold_item(undo: Event, caches: Caches, past: Past) -> None:
    """Puts a card's record and mark as they are without what is undone, and corrects the sums of the days."""
    item = current_uid(_item_of(undo), past.renames)
    events = past.item(item)
    before = [event for event in events if event.uid != undo.uid]
    _, shares = _record(before, past)
    for share in shares:
        _add_to_day(share, caches, -1)
    state, shares = _record(events, past)
    for share in shares:
        _add_to_day(share, caches)
    caches.put(ITEM_STATES, item, state)
    caches.put(ITEM_MARKS, item, fold_mark(item, standing(events, MARKING)))
    for event in standing(before):
        _forget_confusions(event, caches, past.renames)
    for event in standing(events):
        _note_confusions(event, caches, past.renames)


def _note_confusions(event: Event, caches: Caches, renames: Renames) -> None:
    for confusion in confusions_of(event, renames):
        caches.put(CONFUSIONS, confusion.mark, confusion)


def _forget_confusions(event: Event, caches: Caches, renames: Renames) -> None:
    for confusion in confusions_of(event, renames):
        caches.put(CONFUSIONS, confusion.mark, None)


def _record(events: Sequence[Event], past: Past) -> tuple[ItemState | None, list[DayTotal]]:
    """A card's record after all of its events that stand, and what each review among them adds to its day.

    All memories on the way are computed under the set of parameters of the latest review.
    """
    shares: list[DayTotal] = []
    state: ItemState | None = None
    parameters = latest_set([review_of(event) for event in since_reset(events)])
    for event in standing(events, (EventKind.REVIEW, *MOVING)):
        if event.kind == EventKind.REVIEW:
            review = replace(_current(review_of(event), past.renames), parameters=parameters)
            shares.append(count_review(state, review, event.origin))
            state = state if review.is_off_schedule else next_item_state(state, review, past.parameters)
        else:
            state = moved_state(state, event)
    return state, shares


def _change_note(event: Event, caches: Caches, renames: Renames) -> None:
    note = note_named(_item_of(event), renames)
    match event.kind:
        case EventKind.NOTE_ADDED:
            caches.put(OWN_NOTES, note, added_note(note, event))
        case EventKind.NOTE_DELETED:
            caches.put(DELETED_NOTES, note, deletion(note, event))
        case _:
            caches.put(NOTE_EDITS, note, next_note_edit(note, caches.get(NOTE_EDITS, note), event))


def _fold_note(undo: Event, caches: Caches, past: Past) -> None:
    """Puts a note as it is without what is undone."""
    item = current_uid(_item_of(undo), past.renames)
    note = note_named(item, past.renames)
    own, deleted, edit = None, None, None
    for event in standing(past.item(item), NOTE_CHANGES):
        match event.kind:
            case EventKind.NOTE_ADDED:
                own = added_note(note, event)
            case EventKind.NOTE_DELETED:
                deleted = deletion(note, event)
            case _:
                edit = next_note_edit(note, edit, event)
    caches.put(OWN_NOTES, note, own)
    caches.put(DELETED_NOTES, note, deleted)
    caches.put(NOTE_EDITS, note, edit)


def _item_of(event: Event) -> str:
    if event.item is None:
        raise ValueError(f"{event.uid} is about nothing")
    return event.item


def _add_to_day(share: DayTotal, caches: Caches, times: int = 1) -> None:
    day = share.study_day.isoformat()
    caches.put(DAY_TOTALS, day, add(caches.get(DAY_TOTALS, day), share, times))


def _current(review: Review, renames: Renames) -> Review:
    return replace(review, item=current_uid(review.item, renames)) if renames else review


def _project_drill(event: Event, caches: Caches, past: Past) -> None:
    if event.item is None or not is_drill(event.item):
        raise ValueError(f"{event.item} is no drill")
    item = current_uid(event.item, past.renames)
    drill = item.removeprefix(_DRILL)
    _project_board(drill, item, event, caches, past)
    _project_day(event, caches)
    if event.kind in (EventKind.DRILL_MOVE, EventKind.CHECK):
        _note_confusions(event, caches, past.renames)
    if event.kind == EventKind.SLIP:
        _forget_slip(event, past.attempt(item), caches, past.renames)
    if event.kind == EventKind.DRILL_MOVE and event.payload["to"] is not None:
        for rule in event.payload["findings"]:
            caches.put(RULE_BREAKS, rule, next_rule_break(rule, caches.get(RULE_BREAKS, rule), event))
    if event.kind in (EventKind.ATTEMPT_STARTED, EventKind.ATTEMPT_FINISHED):
        caches.put(DRILL_STATES, drill, next_drill_state(drill, caches.get(DRILL_STATES, drill), event))
    if event.kind == EventKind.ATTEMPT_FINISHED:
        for review in reviews_of_attempt(event):
            _add_part(_current(review, past.renames), drill, event, caches, past)


def _forget_slip(slip: Event, attempt: Sequence[Event], caches: Caches, renames: Renames) -> None:
    """A slip of the hand confused nothing."""
    own = own_events(attempt)
    moves = [event for event in own if event.kind == EventKind.DRILL_MOVE]
    is_own = bool(own) and slip.payload["attempt"] == own[0].payload["attempt"]
    if is_own and 0 < slip.payload["move"] <= len(moves):
        _forget_confusions(moves[slip.payload["move"] - 1], caches, renames)


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

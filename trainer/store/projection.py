"""What one event changes in the caches: the same code serves the next event and a rebuild of everything."""

from collections.abc import Callable, Sequence

from trainer.store.board_state import BOARDS, fold_board, next_board
from trainer.store.cache import Caches
from trainer.store.day_total import DAY_TOTALS, DayTotal, next_day_total
from trainer.store.drill_state import DRILL_STATES, next_drill_state
from trainer.store.events import Event, EventKind
from trainer.store.item_state import ITEM_STATES, ITEMS, grades_of, item_of, next_item_state

ALL_CACHES = (BOARDS, DRILL_STATES, ITEMS, ITEM_STATES, DAY_TOTALS)
"""Every cache; one that another's rows refer to comes before it."""

_KNOWN = frozenset(EventKind)
_DRILL = "drill:"

AttemptEvents = Callable[[str], Sequence[Event]]
"""The events of an item (its uid is given) from its latest start on, the one being projected included."""


def project(event: Event, caches: Caches, attempt_events: AttemptEvents) -> None:
    """Brings the caches up to date with one more event; events of unknown kinds change nothing.

    Raises:
        KeyError, TypeError, ValueError: when the event lacks what its kind must carry.
    """
    if event.kind not in _KNOWN:
        return
    drill = drill_of(event.item)
    _project_board(drill, event, caches, attempt_events)
    _project_day(event, caches)
    if event.kind in (EventKind.ATTEMPT_STARTED, EventKind.ATTEMPT_FINISHED):
        caches.put(DRILL_STATES, drill, next_drill_state(drill, caches.get(DRILL_STATES, drill), event))
    if event.kind == EventKind.ATTEMPT_FINISHED:
        _project_items(event, caches)


def drill_of(item: str | None) -> str:
    """The drill's id in an item's uid.

    Raises:
        ValueError: when the item is no drill.
    """
    if item is None or not item.startswith(_DRILL):
        raise ValueError(f"{item} is no drill")
    return item.removeprefix(_DRILL)


def drill_item(drill: str) -> str:
    """The item's uid of a drill."""
    return _DRILL + drill


def _project_board(drill: str, event: Event, caches: Caches, attempt_events: AttemptEvents) -> None:
    before = caches.get(BOARDS, drill)
    if event.kind == EventKind.UNDO:
        after = fold_board(drill, attempt_events(drill_item(drill)))
    else:
        after = next_board(drill, before, event)
    if after is not None and after != before:
        caches.put(BOARDS, drill, after)


def _project_day(event: Event, caches: Caches) -> None:
    if event.kind in (EventKind.UNDO, EventKind.CHECK):
        return
    day = event.study_day.isoformat()
    before = caches.get(DAY_TOTALS, day)
    after = next_day_total(before, event)
    if after != (before or DayTotal(event.study_day)):
        caches.put(DAY_TOTALS, day, after)


def _project_items(event: Event, caches: Caches) -> None:
    for uid, grade in grades_of(event).items():
        if caches.get(ITEMS, uid) is None:
            caches.put(ITEMS, uid, item_of(uid))
        before = caches.get(ITEM_STATES, uid)
        caches.put(ITEM_STATES, uid, next_item_state(uid, before, grade, event.study_day))

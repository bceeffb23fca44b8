"""What the log holds of single items: the grades that made their memories."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from sqlalchemy import Connection, bindparam, select

from trainer.learning.parameters import Scope, scope_of
from trainer.store.events import Event, EventKind, read_event
from trainer.store.item_state import Rated, rated
from trainer.store.log import read_item
from trainer.store.renames import Renames, current_uid, former_uids
from trainer.store.review import Review, review_of, reviews_of_attempt, since_reset
from trainer.store.tables import event, item_state

_ATTEMPTS = (
    select(event)
    .where(event.c.learner == bindparam("of_learner"), event.c.item >= "drill:", event.c.item < "drill;")
    .where(event.c.kind == str(EventKind.ATTEMPT_FINISHED))
    .order_by(event.c.id)
)
_SEEN = (
    select(item_state.c.uid, item_state.c.seen)
    .where(item_state.c.learner == bindparam("of_learner"))
    .order_by(item_state.c.last_day.desc(), item_state.c.uid)
)


def read_rated(
    connection: Connection, learner: str, uids: Collection[str], renames: Renames, until: Event | None = None
) -> Mapping[str, list[Rated]]:
    """What changed the memories of these items, in order; what is undone is left out.

    Args:
        connection: within a transaction.
        learner: whose.
        uids: the items, by the names of today.
        renames: the learner's.
        until: an event that does not count yet; None where all count.
    """
    found = {uid: _of_card(connection, learner, uid, renames, until) for uid in uids if _is_card(uid)}
    if len(found) < len(uids):
        rows = connection.execute(_ATTEMPTS, {"of_learner": learner}).mappings()
        attempts = (read_event(row) for row in rows)
        reviews = reviews_in_attempts((one for one in attempts if until is None or one.uid != until.uid), renames)
        found.update((uid, rated(reviews.get(uid, ()))) for uid in uids if not _is_card(uid))
    return found


def read_histories(
    connection: Connection, learner: str, scope: Scope, renames: Renames, at_most: int
) -> Mapping[str, list[Rated]]:
    """What changed the memories of cards, or of what drills train, by uid; each history is whole.

    Args:
        connection: within a transaction.
        learner: whose.
        scope: cards or drills.
        renames: the learner's.
        at_most: about how many reviews; what was answered last comes first.
    """
    if scope is Scope.DRILLS:
        rows = connection.execute(_ATTEMPTS, {"of_learner": learner}).mappings()
        reviews = reviews_in_attempts((read_event(row) for row in rows), renames)
        return {uid: rated(own) for uid, own in reviews.items()}
    seen = connection.execute(_SEEN, {"of_learner": learner})
    uids: list[str] = []
    for row in seen:
        if scope_of(row.uid) is scope and at_most > 0:
            uids.append(row.uid)
            at_most -= row.seen
    return {uid: history for uid in uids if (history := _of_card(connection, learner, uid, renames, None))}


def reviews_in_attempts(attempts: Iterable[Event], renames: Renames) -> Mapping[str, list[Review]]:
    """What finished attempts say of each item, by its name of today."""
    reviews: dict[str, list[Review]] = defaultdict(list)
    for attempt in attempts:
        for review in reviews_of_attempt(attempt):
            uid = current_uid(review.item, renames)
            reviews[uid].append(replace(review, item=uid))
    return reviews


def _of_card(connection: Connection, learner: str, uid: str, renames: Renames, until: Event | None) -> list[Rated]:
    events = since_reset(read_item(connection, learner, former_uids(uid, renames)))
    return rated(review_of(one) for one in events if until is None or one.uid != until.uid)


def _is_card(uid: str) -> bool:
    return scope_of(uid) is Scope.CARDS

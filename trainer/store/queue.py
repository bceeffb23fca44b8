"""What is to be asked: due cards, new cards, and what drills train."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, and_, bindparam, func, or_, select

from trainer.store.evidence import EVIDENCE, Evidence
from trainer.store.item_mark import ITEM_MARKS, ItemMark
from trainer.store.item_state import ITEM_STATES, ItemState, read_item_state
from trainer.store.tables import evidence, item, item_mark, item_state

_MINE = item.c.learner == bindparam("of_learner")
_STATE_OF_ITEM = and_(item_state.c.learner == item.c.learner, item_state.c.uid == item.c.uid)
_MARKED = select(item_mark.c.uid).where(item_mark.c.learner == bindparam("of_learner"))
_NOT_SUSPENDED = item.c.uid.not_in(_MARKED.where(item_mark.c.suspended))
_IS_ASKED = item.c.uid.not_in(_MARKED.where(or_(item_mark.c.suspended, item_mark.c.buried_on == bindparam("today"))))
_CARDS = (
    select(item_state)
    .select_from(item_state.join(item, _STATE_OF_ITEM))
    .where(item_state.c.learner == bindparam("of_learner"), item.c.retired.is_(False), _IS_ASKED)
)
_DUE = _CARDS.where(item_state.c.due <= bindparam("day")).order_by(item_state.c.due, item_state.c.uid)
_SOME = _CARDS.where(item_state.c.uid.in_(bindparam("of_uids", expanding=True)))
_NEW = (
    select(item.c.uid)
    .where(_MINE, item.c.retired.is_(False), _IS_ASKED, ~select(1).where(_STATE_OF_ITEM).exists())
    .order_by(item.c.position, item.c.uid)
)
_COUNT_NEW = select(func.count()).select_from(_NEW.order_by(None).subquery())
_TRAINED = ("chip", "drill", "skill")
_DUE_TRAINED = ITEM_STATES.select_all.where(
    or_(*(and_(item_state.c.uid >= f"{kind}:", item_state.c.uid < f"{kind};") for kind in _TRAINED)),
    item_state.c.due <= bindparam("day"),
)
_EVIDENCE = select(evidence).where(
    evidence.c.learner == bindparam("of_learner"), evidence.c.uid.in_(bindparam("of_uids", expanding=True))
)
_MARKS = select(item_mark).where(
    item_mark.c.learner == bindparam("of_learner"), item_mark.c.uid.in_(bindparam("of_uids", expanding=True))
)
_BY_DAY = (
    select(func.max(item_state.c.due, bindparam("first")).label("day"), func.count().label("cards"))
    .select_from(item_state.join(item, _STATE_OF_ITEM))
    .where(
        item_state.c.learner == bindparam("of_learner"),
        item.c.retired.is_(False),
        _NOT_SUSPENDED,
        item_state.c.due <= bindparam("last"),
    )
    .group_by("day")
)
_COMING = (
    select(item_state.c.due, func.count().label("items"))
    .where(item_state.c.learner == bindparam("of_learner"), item_state.c.due >= bindparam("first"))
    .group_by(item_state.c.due)
)


def count_coming(connection: Connection, learner: str, first: date) -> Mapping[date, int]:
    """How much is due on each day from `first` on: cards, retired ones included, skills and drills.

    The index alone answers it; nothing is looked up.
    """
    rows = connection.execute(_COMING, {"of_learner": learner, "first": first.isoformat()})
    return {date.fromisoformat(row.due): row.items for row in rows}


def read_due(connection: Connection, learner: str, day: date) -> Sequence[ItemState]:
    """The cards that are due on a day, the oldest first; none that is suspended, or buried on that day."""
    values = {"of_learner": learner, "day": day.isoformat(), "today": day.isoformat()}
    return [ITEM_STATES.value(row) for row in connection.execute(_DUE, values).mappings()]


def read_cards(connection: Connection, learner: str, day: date, uids: Collection[str]) -> Mapping[str, ItemState]:
    """The records of the cards with these uids that were answered and can be asked on a day."""
    values = {"of_learner": learner, "of_uids": list(uids), "today": day.isoformat()}
    return {row["uid"]: ITEM_STATES.value(row) for row in connection.execute(_SOME, values).mappings()}


def read_new(connection: Connection, learner: str, day: date, at_most: int) -> Sequence[str]:
    """The uids of the next cards that were never answered and can be asked on a day, in the order of their packs."""
    return connection.execute(_NEW.limit(at_most), {"of_learner": learner, "today": day.isoformat()}).scalars().all()


def count_new(connection: Connection, learner: str, day: date) -> int:
    """How many cards were never answered and can be asked on a day."""
    return connection.execute(_COUNT_NEW, {"of_learner": learner, "today": day.isoformat()}).scalar_one()


def read_due_trained(connection: Connection, learner: str, day: date) -> Sequence[ItemState]:
    """The skills, chips and whole drills that are due on a day; the oldest first."""
    values = {"of_learner": learner, "day": day.isoformat()}
    found = [read_item_state(row) for row in connection.execute(_DUE_TRAINED, values).mappings()]
    return sorted(found, key=lambda state: (state.due, state.uid))


def read_marks(connection: Connection, learner: str, uids: Collection[str]) -> Mapping[str, ItemMark]:
    """What the learner decided about these cards, by uid; those about which something was decided."""
    values = {"of_learner": learner, "of_uids": list(uids)}
    return {row["uid"]: ITEM_MARKS.value(row) for row in connection.execute(_MARKS, values).mappings()}


def read_evidence_of(connection: Connection, learner: str, uids: Collection[str]) -> Mapping[str, Evidence]:
    """What speaks for the mastery of these skills and chips, by uid; those that were met."""
    values = {"of_learner": learner, "of_uids": list(uids)}
    return {row["uid"]: EVIDENCE.value(row) for row in connection.execute(_EVIDENCE, values).mappings()}


def count_due(connection: Connection, learner: str, first: date, last: date) -> Mapping[date, int]:
    """How many cards are due on each day from `first` to `last`: overdue ones on `first`, suspended ones never."""
    values = {"of_learner": learner, "first": first.isoformat(), "last": last.isoformat()}
    rows = connection.execute(_BY_DAY, values)
    return {date.fromisoformat(row.day): row.cards for row in rows}

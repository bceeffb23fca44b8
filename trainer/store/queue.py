"""What is to be asked: due cards, new cards, and what drills train."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, RowMapping, and_, bindparam, func, literal_column, or_, select

from trainer.learning.grade import Grade
from trainer.store.events import Event, EventKind, read_event
from trainer.store.evidence import EVIDENCE, Evidence
from trainer.store.item_mark import ITEM_MARKS, ItemMark
from trainer.store.item_state import ITEM_STATES, ItemState, read_item_state
from trainer.store.review import is_usual, standing
from trainer.store.search_tables import search_card
from trainer.store.tables import event, evidence, item, item_mark, item_state

_STATE_OF_ITEM = and_(item_state.c.learner == item.c.learner, item_state.c.uid == item.c.uid)
_MARKED = select(item_mark.c.uid).where(item_mark.c.learner == bindparam("of_learner"))
LEFT_OUT = _MARKED.where(item_mark.c.suspended)
"""Uids of the cards that are suspended."""

NOT_ASKED = _MARKED.where(or_(item_mark.c.suspended, item_mark.c.buried_on == bindparam("today")))
IS_ASKED = item.c.uid.not_in(NOT_ASKED)
"""Conditions on cards: neither suspended nor buried on `:today`, of `:of_learner`."""

_CARDS = (
    select(item_state)
    .select_from(item_state.join(item, _STATE_OF_ITEM))
    .where(item_state.c.learner == bindparam("of_learner"), item.c.retired.is_(False), IS_ASKED)
)
_DUE = _CARDS.where(item_state.c.due <= bindparam("day")).order_by(item_state.c.due, item_state.c.uid)
GONE = select(item.c.uid).where(item.c.learner == bindparam("of_learner"), item.c.retired.is_(True))
_DUE_IN_SHORT = (  # from indexes alone
    select(item_state.c.uid, item_state.c.stability)
    .where(
        item_state.c.learner == bindparam("of_learner"),
        item_state.c.due <= bindparam("day"),
        item_state.c.uid.not_in(NOT_ASKED),
        item_state.c.uid.not_in(GONE),
        func.instr(item_state.c.uid, "#") > 0,  # a card
    )
    .order_by(item_state.c.due, item_state.c.uid)
)
_COUNT_DUE = select(func.count()).where(
    search_card.c.learner == bindparam("of_learner"),
    search_card.c.due <= bindparam("day"),
    search_card.c.retired.is_(False),
)
# With the `+`, SQLite begins with the few cards about which something was decided.
_COUNT_DUE_NOT_ASKED = select(func.count()).where(
    search_card.c.learner == bindparam("of_learner"),
    search_card.c.uid.in_(NOT_ASKED),
    literal_column("+search_card.due") <= bindparam("day"),
    literal_column("+search_card.retired").is_(False),
)
_LATENESS = (func.julianday(bindparam("day")) - func.julianday(item_state.c.last_day)) / item_state.c.stability
_LEAST_REMEMBERED = (
    _DUE_IN_SHORT.order_by(None).order_by(_LATENESS.desc(), item_state.c.uid).limit(bindparam("at_most"))
)
_SOME = (
    select(item_state)
    .select_from(item_state.join(item, _STATE_OF_ITEM))
    .where(
        item_state.c.learner == bindparam("of_learner"),
        literal_column("+item.retired").is_(False),  # with the `+`, SQLite looks these cards up instead of all
        IS_ASKED,
        item_state.c.uid.in_(bindparam("of_uids", expanding=True)),
    )
)
IS_NEW = (
    search_card.c.learner == bindparam("of_learner"),
    search_card.c.state == "new",
    search_card.c.retired.is_(False),
    search_card.c.uid.not_in(NOT_ASKED),
)
_NEW = select(search_card.c.uid).where(*IS_NEW).order_by(search_card.c.id)
_COUNT_NEW = select(func.count()).select_from(search_card).where(*IS_NEW)
_ANSWERED = select(item_state.c.uid).where(
    item_state.c.learner == bindparam("of_learner"),
    item_state.c.last_day == bindparam("day"),
    func.instr(item_state.c.uid, "#") > 0,  # a card
)
_BEGUN = select(event.c.item).where(
    event.c.learner == bindparam("of_learner"),
    event.c.study_day == bindparam("day"),
    event.c.kind == str(EventKind.REVIEW),
    func.json_extract(event.c.payload, "$.session") == "new",
)
_FAILED = _ANSWERED.where(item_state.c.last_grade == Grade.AGAIN.word)
_REVIEWS = select(event).where(
    event.c.learner == bindparam("of_learner"), event.c.kind.in_([str(EventKind.REVIEW), str(EventKind.UNDO)])
)
_LATEST = _REVIEWS.where(event.c.study_day == bindparam("day")).order_by(event.c.id.desc()).limit(bindparam("at_most"))
_OF_ITEMS = _REVIEWS.where(
    event.c.item.in_(bindparam("of_uids", expanding=True)),
    literal_column("+event.study_day") == bindparam("day"),  # looked up by item: a day can be long
).order_by(event.c.id)
_TRAINED = ("chip", "drill", "skill")
_DUE_TRAINED = ITEM_STATES.select_all.where(
    or_(*(and_(item_state.c.uid >= f"{kind}:", item_state.c.uid < f"{kind};") for kind in _TRAINED)),
    item_state.c.due <= bindparam("day"),
)
_ANY_SKILL = (
    select(1)
    .where(
        item_state.c.learner == bindparam("of_learner"),
        or_(*(and_(item_state.c.uid >= f"{kind}:", item_state.c.uid < f"{kind};") for kind in ("chip", "skill"))),
        item_state.c.due <= bindparam("day"),
    )
    .limit(1)
)
_EVIDENCE = select(evidence).where(
    evidence.c.learner == bindparam("of_learner"), evidence.c.uid.in_(bindparam("of_uids", expanding=True))
)
_MARKS = select(item_mark).where(
    item_mark.c.learner == bindparam("of_learner"), item_mark.c.uid.in_(bindparam("of_uids", expanding=True))
)
_NEXT_DUE = (  # by the index, as far as the first day on which something comes back
    select(search_card.c.due, func.count().label("cards"))
    .where(
        search_card.c.learner == bindparam("of_learner"),
        search_card.c.due > bindparam("day"),
        search_card.c.retired.is_(False),
        search_card.c.uid.not_in(LEFT_OUT),
    )
    .group_by(search_card.c.due)
    .order_by(search_card.c.due)
    .limit(1)
)
_INTERVAL = func.julianday(item_state.c.due) - func.julianday(item_state.c.last_day)
_KNOWN_AGAIN = select(
    func.count(), func.coalesce(func.sum(bindparam("firm") <= _INTERVAL), 0), func.coalesce(func.max(_INTERVAL), 0)
).where(
    item_state.c.learner == bindparam("of_learner"),
    item_state.c.last_day == bindparam("day"),
    item_state.c.last_grade != Grade.AGAIN.word,
    func.instr(item_state.c.uid, "#") > 0,  # a card
    item_state.c.seen > 1,
    item_state.c.uid.not_in(_BEGUN),
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


class DueCard(NamedTuple):
    """A card that is due, and the stability of its memory in days."""

    uid: str
    stability: float


def read_due(connection: Connection, learner: str, day: date) -> Sequence[ItemState]:
    """The cards that are due on a day, the oldest first; none that is suspended, or buried on that day."""
    values = {"of_learner": learner, "day": day.isoformat(), "today": day.isoformat()}
    return [ITEM_STATES.value(row) for row in connection.execute(_DUE, values).mappings()]


def count_due_on(connection: Connection, learner: str, day: date) -> int:
    """How many cards are due on a day; none that is suspended, or buried on that day."""
    values = {"of_learner": learner, "day": day.isoformat()}
    due = connection.execute(_COUNT_DUE, values).scalar_one()
    return due - connection.execute(_COUNT_DUE_NOT_ASKED, {**values, "today": day.isoformat()}).scalar_one()


def read_least_remembered(connection: Connection, learner: str, day: date, at_most: int) -> Sequence[DueCard]:
    """Some of the cards that are due on a day, first those for which most of their stability has passed."""
    values = {"of_learner": learner, "day": day.isoformat(), "today": day.isoformat(), "at_most": at_most}
    return [DueCard._make(row) for row in connection.execute(_LEAST_REMEMBERED, values).all()]


def read_begun(connection: Connection, learner: str, day: date) -> Sequence[str]:
    """The uids of the cards that were asked as new ones on a day."""
    return connection.execute(_BEGUN, {"of_learner": learner, "day": day.isoformat()}).scalars().all()


def read_answered(connection: Connection, learner: str, day: date) -> Sequence[str]:
    """The uids of the cards whose last answer was on a day."""
    return connection.execute(_ANSWERED, {"of_learner": learner, "day": day.isoformat()}).scalars().all()


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed answer; `since` is how many answers were given after it, `sure` whether it was thought right."""

    since: int
    sure: bool


def read_failed(connection: Connection, learner: str, day: date, enough: int) -> Mapping[str, Failure]:
    """The cards that failed on a day and were not known since, the earliest first.

    Args:
        connection: within a transaction.
        learner: whose.
        day: usually today.
        enough: so many answers are counted and no more, whatever the day holds.

    Returns:
        By uid, the last failure.
    """
    values = {"of_learner": learner, "day": day.isoformat()}
    failed = connection.execute(_FAILED, values).scalars().all()
    if not failed:
        return {}
    reviews = _standing(connection.execute(_OF_ITEMS, {**values, "of_uids": failed}).mappings())
    last = {
        str(review.item): (place, bool(review.payload.get("sure"))) for place, review in reviews if is_usual(review)
    }
    latest = [place for place, _ in _read_latest(connection, values, enough)]
    found: dict[str, Failure] = {}
    for uid in sorted(failed, key=lambda uid: last.get(uid, _UNKNOWN)):
        at, sure = last.get(uid, _UNKNOWN)
        found[uid] = Failure(sum(place > at for place in latest), sure)
    return found


_UNKNOWN = (0, False)
"""Stands for the last answer to a card that was renamed since."""


def _read_latest(connection: Connection, values: Mapping[str, str], enough: int) -> Sequence[tuple[int, Event]]:
    """The last answers of a day and their numbers: `enough`, where there were so many."""
    at_most = 4 * enough
    while True:
        rows = connection.execute(_LATEST, {**values, "at_most": at_most}).mappings().all()
        found = _standing(rows[::-1])
        if len(found) >= enough or len(rows) < at_most:
            return found[-enough:]
        at_most *= 4


def _standing(rows: Iterable[RowMapping]) -> Sequence[tuple[int, Event]]:
    """The reviews that were not undone, with the numbers of their rows."""
    places = {row["uid"]: (row["id"], read_event(row)) for row in rows}
    return [places[review.uid] for review in standing([event for _, event in places.values()])]


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


def has_due_skill(connection: Connection, learner: str, day: date) -> bool:
    """Whether a skill or chip is due on a day."""
    values = {"of_learner": learner, "day": day.isoformat()}
    return connection.execute(_ANY_SKILL, values).scalar() is not None


def read_next_due(connection: Connection, learner: str, day: date) -> tuple[date, int] | None:
    """The first day after a day on which cards come back, and how many; None when none does."""
    row = connection.execute(_NEXT_DUE, {"of_learner": learner, "day": day.isoformat()}).first()
    return (date.fromisoformat(row.due), row.cards) if row else None


def read_known_again(connection: Connection, learner: str, day: date, firm: int) -> tuple[int, int, int]:
    """The cards that came back on a day and were known.

    Returns:
        How many; those of them that come back only after `firm` days or more; the longest of these intervals in days.
    """
    values = {"of_learner": learner, "day": day.isoformat(), "firm": firm}
    cards, firm_cards, longest = connection.execute(_KNOWN_AGAIN, values).one()
    return cards, int(firm_cards), int(longest)


def read_evidence_of(connection: Connection, learner: str, uids: Collection[str]) -> Mapping[str, Evidence]:
    """What speaks for the mastery of these skills and chips, by uid; those that were met."""
    values = {"of_learner": learner, "of_uids": list(uids)}
    return {row["uid"]: EVIDENCE.value(row) for row in connection.execute(_EVIDENCE, values).mappings()}

"""What a plan of the next days has to know: what comes back when, and what is new in which order."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, bindparam, case, func, select

from trainer.store.packs import BESIDE_CORE
from trainer.store.queue import GONE, IS_ASKED, IS_NEW, LEFT_OUT, DueCard
from trainer.store.search_tables import CARD_BITS, PLACE_BITS, search_card
from trainer.store.tables import item, item_state, note

_STATE_OF_ITEM = and_(item_state.c.learner == item.c.learner, item_state.c.uid == item.c.uid)
_OPEN = item.c.retired.is_(False)
_COMING = (
    select(item_state.c.due, item_state.c.stability, item_state.c.difficulty)
    .where(
        item_state.c.learner == bindparam("of_learner"),
        item_state.c.due > bindparam("day"),
        item_state.c.due <= bindparam("last"),
        item_state.c.last_day < bindparam("day"),
        func.instr(item_state.c.uid, "#") > 0,  # a card
        item_state.c.uid.not_in(LEFT_OUT),
        item_state.c.uid.not_in(GONE),
    )
    .limit(bindparam("at_most"))
)
_NEW = select(func.count()).select_from(search_card).where(*IS_NEW)
_CARDS = (
    select(
        item.c.uid,
        item.c.note,
        item.c.position,
        note.c.section,
        case((note.c.position < BESIDE_CORE, func.json_extract(note.c.content, "$.core"))).label("core"),
    )
    .select_from(item.join(note, and_(note.c.learner == item.c.learner, note.c.uid == item.c.note)))
    .where(item.c.learner == bindparam("of_learner"))
)
# In the order of the course, from the index over the cards of search, and no more of them than are wanted.
_NEW_UIDS = select(search_card.c.uid).where(*IS_NEW).order_by(search_card.c.id).limit(bindparam("at_most"))
_NEW_OF_SECTION = (
    select(search_card.c.uid)
    .select_from(
        search_card.join(item, and_(item.c.learner == search_card.c.learner, item.c.uid == search_card.c.uid)).join(
            note, and_(note.c.learner == item.c.learner, note.c.uid == item.c.note)
        )
    )
    .where(*IS_NEW, note.c.section == bindparam("of_section"))
    .order_by(search_card.c.id)
    .limit(bindparam("at_most"))
)
_THESE = _CARDS.where(item.c.uid.in_(bindparam("of_uids", expanding=True)))
_BEFORE = (
    select(note.c.section)
    .select_from(item.join(note, and_(note.c.learner == item.c.learner, note.c.uid == item.c.note)))
    .where(item.c.learner == bindparam("of_learner"), _OPEN, item.c.position < bindparam("at"))
    .order_by(item.c.position.desc())
    .limit(1)
)
_CORE_LEFT = (
    select(func.count(), func.count(note.c.section.distinct()))
    .select_from(
        search_card.join(item, and_(item.c.learner == search_card.c.learner, item.c.uid == search_card.c.uid)).join(
            note, and_(note.c.learner == item.c.learner, note.c.uid == item.c.note)
        )
    )
    .where(*IS_NEW, search_card.c.id < BESIDE_CORE << (PLACE_BITS + CARD_BITS))
)
_ELAPSED = func.julianday(bindparam("exam")) - func.julianday(item_state.c.last_day)
_WEAKEST = (
    select(item_state.c.uid, item_state.c.stability)
    .select_from(item_state.join(item, _STATE_OF_ITEM))
    .where(
        item_state.c.learner == bindparam("of_learner"),
        item_state.c.due > bindparam("day"),
        item_state.c.due >= bindparam("exam"),
        item_state.c.last_day < bindparam("day"),
        _OPEN,
        IS_ASKED,
    )
    .order_by((_ELAPSED / item_state.c.stability).desc(), item_state.c.uid)
    .limit(bindparam("at_most"))
)


@dataclass(frozen=True, slots=True)
class Left:
    """How many cards were never answered.

    Attributes:
        core: those that ask for a core fact; they are of so many `core_sections`.
        all: these and all others.
    """

    core: int = 0
    core_sections: int = 0
    all: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A card and where it stands in the course.

    Attributes:
        position: in the order in which cards are learnt.
        core: the core facts that its note asks for.
    """

    uid: str
    note: str
    position: int
    section: str
    core: tuple[str, ...]


def read_coming(
    connection: Connection, learner: str, day: date, last: date, at_most: int
) -> Sequence[tuple[str, float, float]]:
    """Cards due after a day and up to `last` that were not answered on that day: due day, stability, difficulty."""
    values = {"of_learner": learner, "day": day.isoformat(), "last": last.isoformat(), "at_most": at_most}
    return [tuple(row) for row in connection.execute(_COMING, values).all()]


def count_left(connection: Connection, learner: str, day: date) -> Left:
    """How many cards were never answered and can be asked on a day."""
    values = {"of_learner": learner, "today": day.isoformat()}
    core, sections = connection.execute(_CORE_LEFT, values).one()
    return Left(core, sections, connection.execute(_NEW, values).scalar_one())


def read_next(
    connection: Connection, learner: str, day: date, at_most: int, section: str | None = None
) -> Sequence[Placed]:
    """The next cards that were never answered, in the order in which they are learnt.

    Args:
        connection: to read from.
        learner: whose.
        day: on which they can be asked.
        at_most: how many.
        section: only those of this section.
    """
    values = {"of_learner": learner, "today": day.isoformat(), "at_most": at_most}
    if section is None:
        uids = connection.execute(_NEW_UIDS, values).scalars().all()
    else:
        uids = connection.execute(_NEW_OF_SECTION, {**values, "of_section": section}).scalars().all()
    return sorted(read_placed(connection, learner, uids), key=lambda place: (place.position, place.uid))


def read_placed(connection: Connection, learner: str, uids: Collection[str]) -> Sequence[Placed]:
    """Where the cards with these uids stand, in no order."""
    return [_placed(row) for row in connection.execute(_THESE, {"of_learner": learner, "of_uids": list(uids)})]


def read_section_before(connection: Connection, learner: str, position: int) -> str | None:
    """The section of the card that is learnt before those at a position; None where there is none."""
    return connection.execute(_BEFORE, {"of_learner": learner, "at": position}).scalar()


def read_weakest(connection: Connection, learner: str, day: date, exam: date, at_most: int) -> Sequence[DueCard]:
    """Cards that would come back only at the day of an exam or after it, those first that will be known least then.

    What FSRS predicts falls with the days since the last answer over the stability, whatever the parameters.
    Cards that were answered on `day` are left out.
    """
    days = {"day": day.isoformat(), "today": day.isoformat(), "exam": exam.isoformat()}
    rows = connection.execute(_WEAKEST, {"of_learner": learner, **days, "at_most": at_most})
    return [DueCard._make(row) for row in rows.all()]


def _placed(row: Any) -> Placed:
    return Placed(row.uid, row.note, row.position, row.section, tuple(json.loads(row.core)) if row.core else ())

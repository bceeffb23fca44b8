"""How far the sections of the course are, counted by the database."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, and_, bindparam, case, func, select

from trainer.learning.grade import Grade
from trainer.store.queue import LEFT_OUT
from trainer.store.tables import item, item_state, note

_OF_SECTION = item.join(note, and_(note.c.learner == item.c.learner, note.c.uid == item.c.note))
_ANSWERED = and_(item_state.c.learner == item.c.learner, item_state.c.uid == item.c.uid)
_COUNT = (
    select(
        note.c.section,
        func.count().label("cards"),
        func.count(item_state.c.uid).label("begun"),
        func.count(case((item_state.c.last_grade != Grade.AGAIN.word, 1))).label("known"),
    )
    .select_from(_OF_SECTION.outerjoin(item_state, _ANSWERED))
    .where(item.c.learner == bindparam("of_learner"), item.c.retired.is_(False), item.c.uid.not_in(LEFT_OUT))
    .group_by(note.c.section)
)
_ANY = (
    select(1)
    .select_from(_OF_SECTION.join(item_state, _ANSWERED))
    .where(item.c.learner == bindparam("of_learner"), note.c.section == bindparam("of_section"))
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class SectionCount:
    """The cards of a section: all, those that were begun, and those of them that were known the last time."""

    cards: int = 0
    begun: int = 0
    known: int = 0


def count_sections(connection: Connection, learner: str) -> Mapping[str, SectionCount]:
    """How far the cards of each section are, by section; suspended and retired ones are left out."""
    rows = connection.execute(_COUNT, {"of_learner": learner})
    return {row.section: SectionCount(row.cards, row.begun, row.known) for row in rows}


def is_begun(connection: Connection, learner: str, section: str) -> bool:
    """Whether a card of a section has a record."""
    return connection.execute(_ANY, {"of_learner": learner, "of_section": section}).scalar() is not None

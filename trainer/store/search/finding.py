"""Answering a query: the first of the cards that fit at once, and a list of all of them when there is time."""

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection

from trainer.learning.grade import Grade, read_grade
from trainer.store.errors import UnreadableRow
from trainer.store.search.decisions import decision_values, read_decisions
from trainer.store.search.matching import match_of
from trainer.store.search.query import Query
from trainer.store.search.searching import ALL, Searching
from trainer.store.search.standing import standing_of
from trainer.store.search_tables import CARD_BITS


class Order(StrEnum):
    """How cards are sorted; where two are equal, and from the start, in the order of the course, or turned with it."""

    SECTION = "section"
    DUE = "due"
    CHANGED = "changed"


_COLUMNS: Mapping[Order, str] = MappingProxyType({Order.DUE: "due", Order.CHANGED: "changed"})
_ROWS = f"""SELECT c.id, c.uid, c.question, c.due, c.changed, c.retired, t.note, n.kind, s.last_grade,
        coalesce(json_extract(e.overrides, '$.section.value'), n.section) AS section, e.note IS NOT NULL AS edited
    FROM json_each(?) AS wanted CROSS JOIN search_card AS c ON c.id = wanted.value
    CROSS JOIN search_text AS t ON t.id = c.id >> {CARD_BITS}
    CROSS JOIN note AS n ON n.learner = c.learner AND n.uid = t.note
    LEFT JOIN item_state AS s ON s.learner = c.learner AND s.uid = c.uid
    LEFT JOIN note_edit AS e ON e.learner = c.learner AND e.note = t.note"""

_UIDS = """SELECT c.uid FROM json_each(?) AS wanted CROSS JOIN search_card AS c ON c.id = wanted.value
    ORDER BY wanted.key"""


@dataclass(frozen=True, slots=True)
class FoundCard:
    """A card as a list shows it.

    Attributes:
        uid: of the card; `note` is that of its note.
        question: as it is shown, without marks.
        due: the study day on which it comes back; None when it was never answered, as for `last_grade`.
        changed: the day (UTC) on which the learner last changed its note; None for never.
        edited: the learner's words stand over those of the course.
        retired: the course has it no more.
        suspended: it is not asked until the learner brings it back.
        buried: it is not asked today.
        flag: 1 to 4; 0 for none.
        deleted: its note was deleted by the learner.
        outdated: the course has changed a text since the learner wrote over it.
    """

    uid: str
    note: str
    section: str
    kind: str
    question: str
    due: date | None
    last_grade: Grade | None
    changed: date | None
    edited: bool
    retired: bool
    suspended: bool = False
    buried: bool = False
    flag: int = 0
    deleted: bool = False
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The first cards that fit; `count` is how many there are, None while that was not looked for: there are more."""

    count: int | None
    cards: Sequence[FoundCard]


@dataclass(frozen=True, slots=True)
class Page:
    """How many are wanted, and in which order; what has no due day or no change comes last."""

    order: Order = Order.SECTION
    descending: bool = False
    limit: int = 100


@dataclass(frozen=True, slots=True)
class FoundAll:
    """All cards that fit, in order, as they were when they were looked for; `read_found` reads some of them."""

    numbers: "array[int]"

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.numbers)


def find_cards(connection: Connection, learner: str, query: Query, today: date, page: Page) -> Found:
    """The first cards that fit a query.

    Raises:
        UnreadableRow: when what is stored of one cannot be read.
    """
    numbers = list(islice(_search(connection, learner, query, today, page, page.limit), page.limit))
    cards = [card for card in _read(connection, learner, today, numbers) if card]
    return Found(len(numbers) if len(numbers) < page.limit else None, tuple(cards))


def find_all(connection: Connection, learner: str, query: Query, today: date, page: Page) -> FoundAll:
    """All cards that fit; takes its time where they are many. The page's limit is passed over."""
    return FoundAll(array("q", _search(connection, learner, query, today, page, ALL)))


def find_uids(connection: Connection, learner: str, query: Query, today: date, page: Page) -> list[str]:
    """The uids of all cards that fit, as `find_all` has them."""
    numbers = find_all(connection, learner, query, today, page).numbers
    return list(connection.exec_driver_sql(_UIDS, (json.dumps(list(numbers)),)).scalars())


def read_found(
    connection: Connection, learner: str, found: FoundAll, today: date, offset: int, limit: int
) -> tuple[FoundCard | None, ...]:
    """Some of the cards that were found, as they are now; None in the place of one that is there no more.

    Raises:
        UnreadableRow: when what is stored of one cannot be read.
    """
    return _read(connection, learner, today, found.numbers[offset : offset + limit])


def _search(connection: Connection, learner: str, query: Query, today: date, page: Page, limit: int) -> Iterator[int]:
    decided = decision_values(connection, learner, {field.value for field in query.fields if field.name == "is"})
    search = Searching(connection, learner, match_of(query), standing_of(query, today, decided))
    return search.run(_COLUMNS.get(page.order), descending=page.descending, limit=limit)


def _read(connection: Connection, learner: str, today: date, numbers: Sequence[int]) -> tuple[FoundCard | None, ...]:
    rows = connection.exec_driver_sql(_ROWS, (json.dumps(list(numbers)),)).all()
    decided = read_decisions(connection, learner, today, {row.uid: bool(row.edited) for row in rows})
    found = {row.id: _read_card(row, decided.get(row.uid, {})) for row in rows}
    return tuple(found.get(number) for number in numbers)


def _read_card(row: Any, decided: Mapping[str, Any]) -> FoundCard:
    try:
        return FoundCard(
            uid=row.uid,
            note=row.note,
            section=row.section,
            kind=row.kind,
            question=row.question,
            due=date.fromisoformat(row.due) if row.due else None,
            last_grade=read_grade(row.last_grade) if row.last_grade else None,
            changed=date.fromisoformat(row.changed[:10]) if row.changed else None,
            edited=bool(row.edited),
            retired=bool(row.retired) and not decided.get("deleted", False),
            **decided,
        )
    except (TypeError, ValueError) as error:
        raise UnreadableRow(f"card {row.uid}") from error

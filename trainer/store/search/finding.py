"""Answering a query: the cards that fit, a page at a time, and how many there are."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, func, literal_column, or_, select, text

from trainer.learning.card import question_of
from trainer.learning.grade import Grade, read_grade
from trainer.learning.markup import plain_text
from trainer.store.errors import UnreadableRow
from trainer.store.notes import StoredNote, read_notes
from trainer.store.search.decisions import (
    NOT_RETIRED,
    decision_test,
    decision_values,
    read_decisions,
)
from trainer.store.search.query import FieldTerm, Query, Term
from trainer.store.tables import item, item_state, note, note_edit, search_index, search_text

_MATCH = literal_column("search_index").op("MATCH")
_GONE = or_(item.c.retired, note.c.retired)
_NOTE_OF_ITEM = and_(note.c.learner == item.c.learner, note.c.uid == item.c.note)
_TEXT_OF_ITEM = and_(search_text.c.learner == item.c.learner, search_text.c.note == item.c.note)
_STATE_OF_ITEM = and_(item_state.c.learner == item.c.learner, item_state.c.uid == item.c.uid)
_SHOWN_SECTION = func.coalesce(
    select(func.json_extract(note_edit.c.overrides, "$.section.value"))
    .where(note_edit.c.learner == item.c.learner, note_edit.c.note == item.c.note)
    .scalar_subquery(),
    note.c.section,
)
_EDIT_OF_ITEM = and_(note_edit.c.learner == item.c.learner, note_edit.c.note == item.c.note)

# Where words are searched for, the index comes first: a `+` keeps SQLite from looking through all cards instead.
_WORDS = search_index.join(search_text, search_text.c.id == search_index.c.rowid)
_THEIR_LEARNER = literal_column("+search_text.learner") == bindparam("of_learner")
_IS_THERE = literal_column("+item.retired").is_(False)  # the cards of a retired note are all retired


class Order(StrEnum):
    """How cards are sorted; where two are equal, and from the start, in the order of the course."""

    SECTION = "section"
    DUE = "due"
    CHANGED = "changed"


_KEYS: Mapping[Order, ColumnElement[Any] | None] = {
    Order.SECTION: None,
    Order.DUE: item_state.c.due,
    Order.CHANGED: func.nullif(search_text.c.changed, ""),
}


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
    """A page of the cards that fit; `count` is how many there are on all pages."""

    count: int
    cards: Sequence[FoundCard]


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of the answer is wanted, and in which order; what has no due day or no change comes last."""

    order: Order = Order.SECTION
    descending: bool = False
    offset: int = 0
    limit: int = 100


def find_cards(connection: Connection, learner: str, query: Query, today: date, page: Page) -> Found:
    """The cards that fit a query.

    Raises:
        UnreadableRow: when what is stored of one cannot be read.
    """
    fitting = _Fitting(query, today)
    values = _values(connection, learner, query, today, fitting)
    wanted = fitting.cards(page).limit(page.limit).offset(page.offset)
    uids = list(connection.execute(wanted, values).scalars())
    is_all = page.offset == 0 and len(uids) < page.limit
    count = len(uids) if is_all else connection.execute(fitting.count(), values).scalar_one()
    return Found(count, _read_cards(connection, learner, today, uids))


def find_uids(connection: Connection, learner: str, query: Query, today: date, page: Page) -> list[str]:
    """The uids of all cards that fit, in the page's order; its offset and limit are passed over."""
    fitting = _Fitting(query, today)
    values = _values(connection, learner, query, today, fitting)
    return list(connection.execute(fitting.cards(page), values).scalars())


def _values(connection: Connection, learner: str, query: Query, today: date, fitting: "_Fitting") -> dict[str, Any]:
    asked = {field.value for field in query.fields if field.name == "is"}
    return {"of_learner": learner, **fitting.values, **decision_values(connection, learner, asked, today)}


class _Fitting:
    """The conditions of a query, the tables that they need beside `item`, and the values that they compare with."""

    def __init__(self, query: Query, today: date) -> None:
        self.values: dict[str, Any] = {}
        self._today = today
        self._needs_note = self._needs_state = self._needs_text = self._needs_words = False
        self._conditions: list[ColumnElement[bool]] = []
        asks_gone = any(field.name == "is" and field.value in ("retired", "deleted") for field in query.fields)
        self._leaves_gone_out = not asks_gone
        self._match(query.terms)
        for field in query.fields:
            condition = self._field(field)
            self._conditions.append(func.coalesce(condition, False).is_(False) if field.negated else condition)

    def cards(self, page: Page) -> Select[Any]:
        """The uids of the cards, in order."""
        key = _KEYS[page.order]
        self._needs_state |= page.order is Order.DUE
        self._needs_text |= page.order is Order.CHANGED
        turn: Callable[[Any], ColumnElement[Any]] = (lambda column: column.desc()) if page.descending else _as_it_is
        keys = [turn(column) for column in (item.c.position, item.c.uid)]
        if key is not None:
            keys = [key.is_(None), turn(key), item.c.position, item.c.uid]
        return self._select(item.c.uid).order_by(*keys)

    def count(self) -> Select[Any]:
        """How many there are."""
        return self._select(func.count())

    def _select(self, column: Any) -> Select[Any]:
        if self._needs_words:
            joined = _WORDS.join(item, _TEXT_OF_ITEM)
            conditions = [_THEIR_LEARNER, *([_IS_THERE] if self._leaves_gone_out else [])]
        else:
            joined = item.join(search_text, _TEXT_OF_ITEM) if self._needs_text else item
            conditions = [item.c.learner == bindparam("of_learner")]
            conditions += [item.c.retired.is_(False)] if self._leaves_gone_out else []
        if self._needs_note:
            joined = joined.join(note, _NOTE_OF_ITEM)
        if self._needs_state:
            joined = joined.outerjoin(item_state, _STATE_OF_ITEM)
        return select(column).select_from(joined).where(*conditions, *self._conditions)

    def _bind(self, value: str) -> Any:
        name = f"value_{len(self.values)}"
        self.values[name] = value
        return bindparam(name)

    def _match(self, terms: Iterable[Term]) -> None:
        there = " AND ".join(_quoted(term) for term in terms if not term.negated)
        absent = " OR ".join(_quoted(term) for term in terms if term.negated)
        if there:
            self._conditions.append(_MATCH(self._bind(f"({there}) NOT ({absent})" if absent else there)))
            self._needs_words = True
        elif absent:
            found = select(search_text.c.note).select_from(_WORDS).where(_MATCH(self._bind(absent)), _THEIR_LEARNER)
            self._conditions.append(item.c.note.not_in(found))

    def _field(self, field: FieldTerm) -> ColumnElement[bool]:
        match field.name:
            case "is" | "flag":
                return self._state(field)
            case "kind":
                self._needs_note = True
                return note.c.kind == self._bind(field.value)
            case "id":
                uids = [self._bind(uid) for uid in field.value.split(",")]
                return or_(item.c.uid.in_(uids), item.c.note.in_(uids))
            case "section":
                self._needs_note = True
                value = self._bind(field.value)
                return func.substr(_SHOWN_SECTION, 1, func.length(value)) == value
            case _:
                self._needs_text = True
                label = f"\n{field.name}:{field.value}"
                has_it = func.instr(search_text.c.labels, self._bind(f"{label}\n")) > 0
                if field.name != "fact":
                    return has_it
                return or_(has_it, func.instr(search_text.c.labels, self._bind(f"{label}.")) > 0)

    def _state(self, field: FieldTerm) -> ColumnElement[bool]:
        state = field.value
        if state == "retired":
            self._needs_note = True
            return and_(_GONE, _sql(NOT_RETIRED.format(card="item")))
        if decided := decision_test(field.name, state, "item"):
            return _sql(decided)
        self._needs_state = True
        match state:
            case "new":
                return item_state.c.uid.is_(None)
            case "learnt":
                return item_state.c.uid.is_not(None)
            case "failed":
                return item_state.c.last_grade == self._bind(Grade.AGAIN.word)
            case _:
                return item_state.c.due <= self._bind(self._today.isoformat())


def _sql(condition: str) -> Any:
    """A condition with its parameters."""
    return text(condition)


def _as_it_is(column: Any) -> ColumnElement[Any]:
    return column


def _quoted(term: Term) -> str:
    """A term in FTS5's words: always in quotes, so that nothing in it means anything."""
    inside = term.text.replace('"', '""')
    return f'"{inside}"*' if term.is_begun else f'"{inside}"'


_ROWS = (
    select(
        item.c.uid,
        item.c.note,
        note.c.section,
        note.c.kind,
        item_state.c.due,
        item_state.c.last_grade,
        search_text.c.changed,
        note_edit.c.note.is_not(None).label("edited"),
        _GONE.label("gone"),
    )
    .select_from(
        item.join(note, _NOTE_OF_ITEM)
        .outerjoin(item_state, _STATE_OF_ITEM)
        .outerjoin(search_text, _TEXT_OF_ITEM)
        .outerjoin(note_edit, _EDIT_OF_ITEM)
    )
    .where(item.c.learner == bindparam("of_learner"), item.c.uid.in_(bindparam("of_uids", expanding=True)))
)


def _read_cards(connection: Connection, learner: str, today: date, uids: Sequence[str]) -> tuple[FoundCard, ...]:
    rows = {row.uid: row for row in connection.execute(_ROWS, {"of_learner": learner, "of_uids": list(uids)})}
    notes = read_notes(connection, learner, {row.note for row in rows.values()})
    decided = read_decisions(connection, learner, today, {uid: bool(row.edited) for uid, row in rows.items()})
    return tuple(_read_card(rows[uid], notes[rows[uid].note], decided.get(uid, {})) for uid in uids)


def _read_card(row: Any, stored: StoredNote, decided: Mapping[str, Any]) -> FoundCard:
    try:
        return FoundCard(
            uid=row.uid,
            note=row.note,
            section=stored.note.section,
            kind=row.kind,
            question=plain_text(question_of(stored.note, row.uid)),
            due=date.fromisoformat(row.due) if row.due else None,
            last_grade=read_grade(row.last_grade) if row.last_grade else None,
            changed=date.fromisoformat(row.changed[:10]) if row.changed else None,
            edited=bool(row.edited),
            retired=bool(row.gone) and not decided.get("deleted", False),
            **decided,
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UnreadableRow(f"card {row.uid}") from error

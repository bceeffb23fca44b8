"""The tables of search: the words of the notes, FTS5's index over them, and one row for each card as a list needs it.

The number of a note is made of its place in the course, and the number of a card of its note's. So both the index and
the cards can be read in the order of the course, from either end, and no more of them than are wanted.
"""

from sqlalchemy import DDL, Boolean, Column, Index, Integer, MetaData, String, Table, UniqueConstraint, text
from sqlalchemy import event as listening

from trainer.store.tables import metadata

PLACE_BITS = 12
"""A note's number is its position in its pack, and then so many bits for those that share it with others."""

CARD_BITS = 10
"""A card's number is its note's, and then so many bits for which card of the note it is."""

YOUNG_BELOW = 21
"""Stability, in days, from which on a card is mature."""

search_text = Table(
    "search_text",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("learner", String, nullable=False),
    Column("note", String, nullable=False),
    Column("words", String, nullable=False),
    Column("parts", String, nullable=False),
    Column("labels", String, nullable=False),
    Column("changed", String, nullable=False),
    UniqueConstraint("learner", "note"),
)
"""The words of the notes as they are shown, their labels, and when the learner last changed them."""

search_card = Table(
    "search_card",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("learner", String, nullable=False),
    Column("uid", String, nullable=False),
    Column("retired", Boolean, nullable=False),
    Column("state", String, nullable=False),
    Column("due", String, nullable=True),
    Column("last_day", String, nullable=True),
    *(Column(f"{grade}_day", String, nullable=True) for grade in ("again", "hard", "good", "easy")),
    Column("changed", String, nullable=True),
    Column("question", String, nullable=False),
    UniqueConstraint("learner", "uid"),
    Index(None, "learner", "state"),
    Index(None, "learner", "due", "retired"),  # alone enough to tell what is due and still there
    Index(None, "learner", "last_day", "retired"),
    Index(None, "learner", "changed", sqlite_where=text("changed IS NOT NULL")),
    Index(None, "learner", "retired", sqlite_where=text("retired")),
)
"""The cards in the order of the course: their question, and from `item` and `item_state` how they stand."""

search_index = Table("search_index", MetaData(), Column("rowid", Integer))
"""The index, by FTS5, which makes tables of its own beside it. Not part of the metadata."""

_STATE = f"""CASE WHEN {{0}}.last_grade IS NULL THEN 'new' WHEN {{0}}.last_grade = 'again' THEN 'learning'
    WHEN {{0}}.stability < {YOUNG_BELOW} THEN 'young' ELSE 'mature' END"""
STATE_COLUMNS = ("due", "last_day", "again_day", "hard_day", "good_day", "easy_day")
"""What a card's row takes from its record as it is."""


def state_of(record: str) -> str:
    """A card's state in SQL, from the row of `item_state` that goes by this name."""
    return _STATE.format(record)


_FROM_NEW = ", ".join(f"{name} = new.{name}" for name in STATE_COLUMNS)
_FORGOTTEN = ", ".join(f"{name} = NULL" for name in STATE_COLUMNS)

SEARCH_INDEX = (
    """CREATE VIRTUAL TABLE search_index USING fts5(words, parts, labels, content='search_text', content_rowid='id',
    prefix='1 2 3', tokenize="unicode61 remove_diacritics 2 tokenchars './:'")""",
    """CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN
    INSERT INTO search_index(rowid, words, parts, labels) VALUES (new.id, new.words, new.parts, new.labels);
    END""",
    f"""CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN
    INSERT INTO search_index(search_index, rowid, words, parts, labels)
    VALUES ('delete', old.id, old.words, old.parts, old.labels);
    DELETE FROM search_card WHERE id BETWEEN old.id << {CARD_BITS} AND (old.id + 1 << {CARD_BITS}) - 1;
    END""",
    """CREATE TRIGGER search_item_retired AFTER UPDATE OF retired ON item BEGIN
    UPDATE search_card SET retired = new.retired WHERE learner = new.learner AND uid = new.uid;
    END""",
    f"""CREATE TRIGGER search_state_added AFTER INSERT ON item_state BEGIN
    UPDATE search_card SET state = {state_of("new")}, {_FROM_NEW} WHERE learner = new.learner AND uid = new.uid;
    END""",
    f"""CREATE TRIGGER search_state_changed AFTER UPDATE ON item_state BEGIN
    UPDATE search_card SET state = {state_of("new")}, {_FROM_NEW} WHERE learner = new.learner AND uid = new.uid;
    END""",
    f"""CREATE TRIGGER search_state_removed AFTER DELETE ON item_state BEGIN
    UPDATE search_card SET state = 'new', {_FORGOTTEN} WHERE learner = old.learner AND uid = old.uid;
    END""",
)
"""What makes the index, and keeps it and the cards in step with the tables that they are made from."""

for _statement in SEARCH_INDEX:
    listening.listen(metadata, "after_create", DDL(_statement.replace("%", "%%")))


def is_of_index(name: str | None) -> bool:
    """Whether a table is FTS5's: the index, or one that it made for itself."""
    return name is not None and name.startswith("search_index")

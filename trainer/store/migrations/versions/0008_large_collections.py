"""Search in the order of the course with a row for each card, and records that say when each grade was last given.

All of these are caches, which are filled when they are rebuilt after the migration.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_GRADES = ("again", "hard", "good", "easy")
_DAYS = ("due", "last_day", *(f"{grade}_day" for grade in _GRADES))
_STATE = """CASE WHEN new.last_grade IS NULL THEN 'new' WHEN new.last_grade = 'again' THEN 'learning'
    WHEN new.stability < 21 THEN 'young' ELSE 'mature' END"""
_FROM_NEW = ", ".join(f"{name} = new.{name}" for name in _DAYS)
_FORGOTTEN = ", ".join(f"{name} = NULL" for name in _DAYS)
_INDEX = (
    """CREATE VIRTUAL TABLE search_index USING fts5(words, parts, labels, content='search_text', content_rowid='id',
    prefix='1 2 3', tokenize="unicode61 remove_diacritics 2 tokenchars './:'")""",
    """CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN
    INSERT INTO search_index(rowid, words, parts, labels) VALUES (new.id, new.words, new.parts, new.labels);
    END""",
    """CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN
    INSERT INTO search_index(search_index, rowid, words, parts, labels)
    VALUES ('delete', old.id, old.words, old.parts, old.labels);
    DELETE FROM search_card WHERE id BETWEEN old.id << 10 AND (old.id + 1 << 10) - 1;
    END""",
    """CREATE TRIGGER search_item_retired AFTER UPDATE OF retired ON item BEGIN
    UPDATE search_card SET retired = new.retired WHERE learner = new.learner AND uid = new.uid;
    END""",
    f"""CREATE TRIGGER search_state_added AFTER INSERT ON item_state BEGIN
    UPDATE search_card SET state = {_STATE}, {_FROM_NEW} WHERE learner = new.learner AND uid = new.uid;
    END""",
    f"""CREATE TRIGGER search_state_changed AFTER UPDATE ON item_state BEGIN
    UPDATE search_card SET state = {_STATE}, {_FROM_NEW} WHERE learner = new.learner AND uid = new.uid;
    END""",
    f"""CREATE TRIGGER search_state_removed AFTER DELETE ON item_state BEGIN
    UPDATE search_card SET state = 'new', {_FORGOTTEN} WHERE learner = old.learner AND uid = old.uid;
    END""",
)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False)


def _day(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=True)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def upgrade() -> None:
    """Makes the tables of search and the records anew."""
    for table in ("search_index", "search_text", "item_state"):  # their triggers go with them
        op.drop_table(table)
    _make_item_state()
    _make_search_text()
    _make_search_card()
    for statement in _INDEX:
        op.get_bind().exec_driver_sql(statement)


def _make_item_state() -> None:
    op.create_table(
        "item_state",
        _text("learner"),
        _text("uid"),
        _count("seen"),
        _count("right_count"),
        _count("hard_count"),
        _count("easy_count"),
        _count("wrong_count"),
        _text("last_grade"),
        _text("last_day"),
        sa.Column("stability", sa.Float, nullable=False),
        sa.Column("difficulty", sa.Float, nullable=False),
        _text("due"),
        _text("parameters"),
        *(_day(f"{grade}_day") for grade in _GRADES),
        sa.PrimaryKeyConstraint("learner", "uid", name=op.f("pk_item_state")),
    )
    for columns in (["due", "uid", "stability", "difficulty", "last_day"], ["last_day", "last_grade", "uid"]):
        op.create_index(op.f(f"ix_item_state_learner_{'_'.join(columns)}"), "item_state", ["learner", *columns])


def _make_search_text() -> None:
    op.create_table(
        "search_text",
        sa.Column("id", sa.Integer, nullable=False),
        *(_text(name) for name in ("learner", "note", "words", "parts", "labels", "changed")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_text")),
        sa.UniqueConstraint("learner", "note", name=op.f("uq_search_text_learner_note")),
    )


def _make_search_card() -> None:
    op.create_table(
        "search_card",
        sa.Column("id", sa.Integer, nullable=False),
        _text("learner"),
        _text("uid"),
        sa.Column("retired", sa.Boolean, nullable=False),
        _text("state"),
        *(_day(name) for name in (*_DAYS, "changed")),
        _text("question"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_card")),
        sa.UniqueConstraint("learner", "uid", name=op.f("uq_search_card_learner_uid")),
    )
    for columns in (["state"], ["due", "retired"], ["last_day", "retired"]):
        op.create_index(op.f(f"ix_search_card_learner_{'_'.join(columns)}"), "search_card", ["learner", *columns])
    for column, present in (("changed", "changed IS NOT NULL"), ("retired", "retired")):
        name = op.f(f"ix_search_card_learner_{column}")
        op.create_index(name, "search_card", ["learner", column], sqlite_where=sa.text(present))

"""The words of notes for search, and the index over them; both are filled when the caches are rebuilt."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_INDEX = (
    """CREATE VIRTUAL TABLE search_index USING fts5(words, parts, content='search_text', content_rowid='id',
    prefix='1 2 3', tokenize="unicode61 remove_diacritics 2 tokenchars './:'")""",
    """CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN
    INSERT INTO search_index(rowid, words, parts) VALUES (new.id, new.words, new.parts);
    END""",
    """CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN
    INSERT INTO search_index(search_index, rowid, words, parts) VALUES ('delete', old.id, old.words, old.parts);
    END""",
    """CREATE TRIGGER search_text_changed AFTER UPDATE OF words, parts ON search_text BEGIN
    INSERT INTO search_index(search_index, rowid, words, parts) VALUES ('delete', old.id, old.words, old.parts);
    INSERT INTO search_index(rowid, words, parts) VALUES (new.id, new.words, new.parts);
    END""",
)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False)


def upgrade() -> None:
    """Makes the table, the index, and the way from a note to its cards."""
    op.create_index(op.f("ix_item_learner_note"), "item", ["learner", "note"])
    op.create_table(
        "search_text",
        sa.Column("id", sa.Integer, nullable=False),
        _text("learner"),
        _text("note"),
        _text("words"),
        _text("parts"),
        _text("labels"),
        _text("changed"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_text")),
        sa.UniqueConstraint("learner", "note", name=op.f("uq_search_text_learner_note")),
    )
    for statement in _INDEX:
        op.get_bind().exec_driver_sql(statement)

"""What the learner decided about cards, and notes of the learner's own; all are filled when the caches are rebuilt."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False)


def upgrade() -> None:
    """Makes the three tables."""
    op.create_table(
        "own_note",
        _text("learner"),
        _text("note"),
        _text("kind"),
        _text("section"),
        _text("content"),
        sa.Column("position", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("learner", "note", name=op.f("pk_own_note")),
    )
    op.create_table(
        "deleted_note",
        _text("learner"),
        _text("note"),
        _text("day"),
        sa.PrimaryKeyConstraint("learner", "note", name=op.f("pk_deleted_note")),
    )
    op.create_table(
        "item_mark",
        _text("learner"),
        _text("uid"),
        sa.Column("suspended", sa.Boolean, nullable=False),
        sa.Column("buried_on", sa.String, nullable=True),
        sa.Column("flag", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("learner", "uid", name=op.f("pk_item_mark")),
    )

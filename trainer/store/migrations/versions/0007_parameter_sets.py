"""Under which set of parameters each memory was computed; the cache is filled when all are rebuilt."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def upgrade() -> None:
    """Makes the cache anew, with the column."""
    op.drop_table("item_state")
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
        sa.PrimaryKeyConstraint("learner", "uid", name=op.f("pk_item_state")),
    )
    op.create_index(op.f("ix_item_state_learner_due"), "item_state", ["learner", "due"])

"""Levels, variants and mastery of drills; the caches that changed are made anew."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def upgrade() -> None:
    """Makes the caches that changed, and the one that is new."""
    for cache in ("board", "drill_state"):
        op.drop_table(cache)
    _make_board()
    _make_drill_state()
    _make_evidence()


def _make_board() -> None:
    op.create_table(
        "board",
        _text("learner"),
        _text("drill"),
        _text("attempt"),
        _count("level"),
        _text("feedback"),
        sa.Column("variant", sa.Integer, nullable=True),
        _text("placement"),
        _text("prefilled"),
        _count("hints"),
        _count("moves"),
        sa.Column("finished", sa.Boolean, nullable=False),
        sa.Column("correct", sa.Boolean, nullable=False),
        _text("started_at"),
        _text("touched_at"),
        sa.PrimaryKeyConstraint("learner", "drill", name=op.f("pk_board")),
    )


def _make_drill_state() -> None:
    op.create_table(
        "drill_state",
        _text("learner"),
        _text("drill"),
        _count("attempts"),
        _count("solved_count"),
        _count("solved_unaided_count"),
        sa.Column("best_score", sa.Float, nullable=True),
        _text("last_at"),
        _text("last_day"),
        sa.Column("next_level", sa.Integer, nullable=True),
        _count("failures"),
        _text("variants"),
        sa.Column("proved_first", sa.String, nullable=True),
        sa.Column("proved_last", sa.String, nullable=True),
        sa.PrimaryKeyConstraint("learner", "drill", name=op.f("pk_drill_state")),
    )


def _make_evidence() -> None:
    op.create_table(
        "evidence",
        _text("learner"),
        _text("uid"),
        _text("met_drill"),
        _count("met_variant"),
        _text("boards"),
        _count("right_days"),
        sa.Column("last_right", sa.String, nullable=True),
        sa.Column("checked", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("learner", "uid", name=op.f("pk_evidence")),
    )

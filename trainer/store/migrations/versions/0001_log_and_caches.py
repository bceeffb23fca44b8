"""The first tables: owner, log, settings and the caches of drills."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def upgrade() -> None:
    """Makes the tables."""
    _make_log()
    _make_drill_caches()
    _make_other_caches()


def _make_log() -> None:
    op.create_table(
        "owner", _text("learner"), _text("device"), sa.PrimaryKeyConstraint("learner", name=op.f("pk_owner"))
    )
    op.create_table(
        "event",
        _count("id"),
        _text("uid"),
        _text("learner"),
        _text("device"),
        _count("seq"),
        _text("prev_hash"),
        _text("hash"),
        _text("at"),
        _count("utc_offset_min"),
        _text("study_day"),
        _text("kind"),
        sa.Column("item", sa.String, nullable=True),
        _text("origin"),
        _text("payload"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("device", "seq", name=op.f("uq_event_device_seq")),
    )
    op.create_index(op.f("ix_event_learner_item_id"), "event", ["learner", "item", "id"])
    op.create_table(
        "setting",
        _text("learner"),
        _text("key"),
        _text("value"),
        sa.PrimaryKeyConstraint("learner", "key", name=op.f("pk_setting")),
    )


def _make_drill_caches() -> None:
    op.create_table(
        "board",
        _text("learner"),
        _text("drill"),
        _text("attempt"),
        _count("level"),
        _text("feedback"),
        sa.Column("variant", sa.String, nullable=True),
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
        sa.PrimaryKeyConstraint("learner", "drill", name=op.f("pk_drill_state")),
    )


def _make_other_caches() -> None:
    op.create_table(
        "item",
        _text("learner"),
        _text("uid"),
        _text("kind"),
        sa.PrimaryKeyConstraint("learner", "uid", name=op.f("pk_item")),
    )
    op.create_table(
        "item_state",
        _text("learner"),
        _text("uid"),
        _count("seen"),
        _count("right_count"),
        _count("hard_count"),
        _count("wrong_count"),
        _text("last_grade"),
        _text("last_day"),
        sa.PrimaryKeyConstraint("learner", "uid", name=op.f("pk_item_state")),
        sa.ForeignKeyConstraint(["learner", "uid"], ["item.learner", "item.uid"], name=op.f("fk_item_state_item")),
    )
    op.create_table(
        "day_total",
        _text("learner"),
        _text("study_day"),
        _count("drops"),
        _count("wrong_drops"),
        _count("hints"),
        _count("attempts"),
        _count("solved"),
        sa.Column("seconds", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("learner", "study_day", name=op.f("pk_day_total")),
    )

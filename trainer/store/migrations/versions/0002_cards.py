"""Notes, their cards, and what is remembered of them; the caches are made anew."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def upgrade() -> None:
    """Makes the tables of cards, and the caches that changed."""
    op.create_index(op.f("ix_event_learner_study_day_id"), "event", ["learner", "study_day", "id"])
    for cache in ("item_state", "item", "day_total"):
        op.drop_table(cache)
    _make_content()
    _make_item_state()
    _make_totals()


def _make_content() -> None:
    op.create_table(
        "pack",
        _text("learner"),
        _text("id"),
        _text("hash"),
        sa.PrimaryKeyConstraint("learner", "id", name=op.f("pk_pack")),
    )
    op.create_table(
        "note",
        _text("learner"),
        _text("uid"),
        _text("pack"),
        _text("kind"),
        _text("section"),
        _count("position"),
        _text("content"),
        _text("hash"),
        sa.Column("retired", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("learner", "uid", name=op.f("pk_note")),
    )
    op.create_table(
        "item",
        _text("learner"),
        _text("uid"),
        _text("note"),
        _count("position"),
        sa.Column("retired", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("learner", "uid", name=op.f("pk_item")),
        sa.ForeignKeyConstraint(["learner", "note"], ["note.learner", "note.uid"], name=op.f("fk_item_note")),
    )
    op.create_index(op.f("ix_item_learner_retired_position"), "item", ["learner", "retired", "position"])
    op.create_table(
        "rename",
        _text("learner"),
        _text("old"),
        _text("new"),
        sa.PrimaryKeyConstraint("learner", "old", name=op.f("pk_rename")),
    )
    op.create_table(
        "note_edit",
        _text("learner"),
        _text("note"),
        _text("overrides"),
        sa.PrimaryKeyConstraint("learner", "note", name=op.f("pk_note_edit")),
    )


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
        sa.PrimaryKeyConstraint("learner", "uid", name=op.f("pk_item_state")),
    )
    op.create_index(op.f("ix_item_state_learner_due"), "item_state", ["learner", "due"])


def _make_totals() -> None:
    op.create_table(
        "rule_break",
        _text("learner"),
        _text("rule"),
        _count("times"),
        _text("last_day"),
        _text("last_event"),
        sa.PrimaryKeyConstraint("learner", "rule", name=op.f("pk_rule_break")),
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
        _count("reviews"),
        _count("passed"),
        _count("new"),
        _count("asked_again"),
        _count("known_again"),
        _count("card_ms"),
        _count("simulated"),
        sa.PrimaryKeyConstraint("learner", "study_day", name=op.f("pk_day_total")),
    )

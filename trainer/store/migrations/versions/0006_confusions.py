"""What was taken for what; events of before name no such pairs, so that there is nothing to fill in."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False)


def upgrade() -> None:
    """Makes the table."""
    op.create_table(
        "confusion",
        _text("learner"),
        _text("mark"),
        _text("study_day"),
        _text("item"),
        _text("asked"),
        _text("took"),
        sa.Column("sure", sa.Boolean, nullable=True),
        sa.PrimaryKeyConstraint("learner", "mark", name=op.f("pk_confusion")),
    )
    op.create_index(op.f("ix_confusion_learner_study_day"), "confusion", ["learner", "study_day"])

"""The tables: the log, what is kept beside it, and the caches that the log can rebuild."""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
)

SCHEMA_VERSION = "0001"
"""The newest Alembic revision; revisions are numbered, so that a greater one is a newer one."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
    }
)


def _text(name: str) -> Column[str]:
    return Column(name, String, nullable=False)


def _count(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


# Who this database belongs to, and under which device id the learner writes in it: one row. A device id serves
# one learner in one database only, so that `<device>-<seq>` is unique everywhere.
owner = Table("owner", metadata, _text("learner"), _text("device"), PrimaryKeyConstraint("learner"))

# The log. `id` is the order of arrival and never leaves the database. Times are ISO 8601 texts of one width,
# so that they sort as they are and the hash chain covers exactly what is stored.
event = Table(
    "event",
    metadata,
    Column("id", Integer, primary_key=True),
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
    Column("item", String, nullable=True),
    _text("origin"),
    _text("payload"),
    UniqueConstraint("device", "seq"),  # and so the uid, which is made of them
    Index(None, "learner", "item", "id"),
)

# Choices of the learner; not part of the log.
setting = Table(
    "setting", metadata, _text("learner"), _text("key"), _text("value"), PrimaryKeyConstraint("learner", "key")
)

# The drill as it was left.
board = Table(
    "board",
    metadata,
    _text("learner"),
    _text("drill"),
    _text("attempt"),
    _count("level"),
    _text("feedback"),
    Column("variant", String, nullable=True),
    _text("placement"),
    _text("prefilled"),
    _count("hints"),
    _count("moves"),
    Column("finished", Boolean, nullable=False),
    Column("correct", Boolean, nullable=False),
    _text("started_at"),
    _text("touched_at"),
    PrimaryKeyConstraint("learner", "drill"),
)

# What became of a drill over all attempts.
drill_state = Table(
    "drill_state",
    metadata,
    _text("learner"),
    _text("drill"),
    _count("attempts"),
    _count("solved_count"),
    _count("solved_unaided_count"),
    Column("best_score", Float, nullable=True),
    _text("last_at"),
    _text("last_day"),
    PrimaryKeyConstraint("learner", "drill"),
)

# Whatever is practised: skills and whole drills.
item = Table("item", metadata, _text("learner"), _text("uid"), _text("kind"), PrimaryKeyConstraint("learner", "uid"))

item_state = Table(
    "item_state",
    metadata,
    _text("learner"),
    _text("uid"),
    _count("seen"),
    _count("right_count"),
    _count("hard_count"),
    _count("wrong_count"),
    _text("last_grade"),
    _text("last_day"),
    PrimaryKeyConstraint("learner", "uid"),
    ForeignKeyConstraint(["learner", "uid"], ["item.learner", "item.uid"]),
)

# What was done on a study day.
day_total = Table(
    "day_total",
    metadata,
    _text("learner"),
    _text("study_day"),
    _count("drops"),
    _count("wrong_drops"),
    _count("hints"),
    _count("attempts"),
    _count("solved"),
    Column("seconds", Float, nullable=False),
    PrimaryKeyConstraint("learner", "study_day"),
)

# Alembic's own bookmark; a new database is stamped without Alembic. Not part of the metadata, as for Alembic.
alembic_version = Table("alembic_version", MetaData(), _text("version_num"))

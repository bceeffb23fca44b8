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

SCHEMA_VERSION = "0008"
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
    Index(None, "learner", "study_day", "id"),
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
    Column("variant", Integer, nullable=True),
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
    Column("next_level", Integer, nullable=True),
    _count("failures"),
    _text("variants"),
    Column("proved_first", String, nullable=True),
    Column("proved_last", String, nullable=True),
    PrimaryKeyConstraint("learner", "drill"),
)

# Content that was imported, by packs; none of it comes from the log.
pack = Table("pack", metadata, _text("learner"), _text("id"), _text("hash"), PrimaryKeyConstraint("learner", "id"))

# The notes of all packs, with the pack's own fields. One that vanished from its pack is retired.
note = Table(
    "note",
    metadata,
    _text("learner"),
    _text("uid"),
    _text("pack"),
    _text("kind"),
    _text("section"),
    _count("position"),
    _text("content"),
    _text("hash"),
    Column("retired", Boolean, nullable=False),
    PrimaryKeyConstraint("learner", "uid"),
)

# The cards that the notes yield, in the order in which they are new.
item = Table(
    "item",
    metadata,
    _text("learner"),
    _text("uid"),
    _text("note"),
    _count("position"),
    Column("retired", Boolean, nullable=False),
    PrimaryKeyConstraint("learner", "uid"),
    ForeignKeyConstraint(["learner", "note"], ["note.learner", "note.uid"]),
    Index(None, "learner", "retired", "position"),
    Index(None, "learner", "note"),
)

# Uids that were given up for others; the log keeps the old ones.
rename = Table("rename", metadata, _text("learner"), _text("old"), _text("new"), PrimaryKeyConstraint("learner", "old"))

# What the learner wrote over the fields of a note, each with the hash of what stood there.
note_edit = Table(
    "note_edit", metadata, _text("learner"), _text("note"), _text("overrides"), PrimaryKeyConstraint("learner", "note")
)

# Notes that the learner wrote; their rows in `note` and `item` follow from these.
own_note = Table(
    "own_note",
    metadata,
    _text("learner"),
    _text("note"),
    _text("kind"),
    _text("section"),
    _text("content"),
    _count("position"),
    PrimaryKeyConstraint("learner", "note"),
)

# Notes that the learner deleted, whosever they are; their cards are retired.
deleted_note = Table(
    "deleted_note", metadata, _text("learner"), _text("note"), _text("day"), PrimaryKeyConstraint("learner", "note")
)

# What the learner decided about single cards. One that is buried is not asked on the study day `buried_on`.
item_mark = Table(
    "item_mark",
    metadata,
    _text("learner"),
    _text("uid"),
    Column("suspended", Boolean, nullable=False),
    Column("buried_on", String, nullable=True),
    _count("flag"),
    PrimaryKeyConstraint("learner", "uid"),
)

# What is remembered of whatever is practised: cards, skills and whole drills.
item_state = Table(
    "item_state",
    metadata,
    _text("learner"),
    _text("uid"),
    _count("seen"),
    _count("right_count"),
    _count("hard_count"),
    _count("easy_count"),
    _count("wrong_count"),
    _text("last_grade"),
    _text("last_day"),
    Column("stability", Float, nullable=False),
    Column("difficulty", Float, nullable=False),
    _text("due"),
    _text("parameters"),
    *(Column(f"{grade}_day", String, nullable=True) for grade in ("again", "hard", "good", "easy")),
    PrimaryKeyConstraint("learner", "uid"),
    Index(None, "learner", "due", "uid", "stability", "difficulty", "last_day"),  # alone enough to tell what a day asks
    Index(None, "learner", "last_day", "last_grade", "uid"),
)

# What speaks for the mastery of skills and chips, and where each was met last.
evidence = Table(
    "evidence",
    metadata,
    _text("learner"),
    _text("uid"),
    _text("met_drill"),
    _count("met_variant"),
    _text("boards"),
    _count("right_days"),
    Column("last_right", String, nullable=True),
    Column("checked", Boolean, nullable=False),
    PrimaryKeyConstraint("learner", "uid"),
)

# How often each rule was broken, and where last.
rule_break = Table(
    "rule_break",
    metadata,
    _text("learner"),
    _text("rule"),
    _count("times"),
    _text("last_day"),
    _text("last_event"),
    PrimaryKeyConstraint("learner", "rule"),
)

# What was taken for what, one row for each time; `sure` is null where nobody said.
confusion = Table(
    "confusion",
    metadata,
    _text("learner"),
    _text("mark"),
    _text("study_day"),
    _text("item"),
    _text("asked"),
    _text("took"),
    Column("sure", Boolean, nullable=True),
    PrimaryKeyConstraint("learner", "mark"),
    Index(None, "learner", "study_day"),
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
    _count("reviews"),
    _count("passed"),
    _count("new"),
    _count("asked_again"),
    _count("known_again"),
    _count("card_ms"),
    _count("simulated"),
    PrimaryKeyConstraint("learner", "study_day"),
)

# Alembic's own bookmark; a new database is stamped without Alembic. Not part of the metadata, as for Alembic.
alembic_version = Table("alembic_version", MetaData(), _text("version_num"))

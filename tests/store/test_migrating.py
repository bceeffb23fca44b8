import sqlite3
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from tests.store.drill_events import DRILL, ITEM, finish, move, start
from trainer.learning.grade import Grade
from trainer.learning.scheduler import Scheduler
from trainer.store import migrating, search_tables, tables
from trainer.store.chain import Head
from trainer.store.database import make_engine
from trainer.store.doctor import examine
from trainer.store.errors import StoreDamaged
from trainer.store.events import NewEvent
from trainer.store.log import insert_row, make_event
from trainer.store.migrating import migrate
from trainer.store.opening import DATABASE, open_store
from trainer.store.owner import make_owner, read_owner

MADE_UP = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "9000", "LAST"


def upgrade():
    with op.batch_alter_table("event") as batch:
        batch.add_column(sa.Column("session", sa.String, server_default="none"))
    op.execute("DELETE FROM day_total")  # a cache: made anew after the migration
"""


LAST = tables.SCHEMA_VERSION


def next_migration():
    return MADE_UP.replace("LAST", LAST)


def schema(file):
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {name: sql for name, sql in rows if name != "alembic_version"}


@pytest.fixture
def migrated(tmp_path):
    engine = make_engine(tmp_path / "migrated.db")
    with engine.begin() as connection:
        migrate(connection, tables.SCHEMA_VERSION)
    yield engine
    engine.dispose()


@pytest.fixture
def filled(folder, clock):
    with closing(open_store(folder, clock=clock)) as store:
        store.append_all([start(), move(), finish()])
    return folder


@pytest.fixture
def next_version(filled, tmp_path, monkeypatch):
    folder = tmp_path / "next"
    folder.mkdir()
    (folder / "9000_next.py").write_text(next_migration())
    monkeypatch.setattr(migrating, "VERSIONS", (*migrating.VERSIONS, folder))
    monkeypatch.setattr(tables, "SCHEMA_VERSION", "9000")
    return filled


def test_migrations_make_the_tables_that_the_program_uses(migrated):
    with migrated.connect() as connection:
        own = {"include_name": lambda name, kind, _: kind != "table" or not search_tables.is_of_index(name)}
        differences = compare_metadata(MigrationContext.configure(connection, opts=own), tables.metadata)

    assert differences == []


@pytest.mark.usefixtures("migrated", "store")
def test_a_migrated_and_a_new_database_are_alike_to_the_letter(tmp_path, folder):
    assert schema(tmp_path / "migrated.db") == schema(folder / DATABASE)


def test_a_filled_database_is_migrated_when_opened(next_version, clock):
    assert "session" not in schema(next_version / DATABASE)["event"]

    with closing(open_store(next_version, clock=clock)) as store:
        examination = examine(store)
        assert store.board(DRILL).finished
        assert store.append(start("a2")).seq == 4

    assert "session" in schema(next_version / DATABASE)["event"]
    assert examination.is_healthy, examination.lines()
    assert (examination.events, examination.schema_version) == (3, "9000")


def live_at(version, folder, clock, news):
    """Makes a database as a former version left it."""
    folder.mkdir()
    engine = make_engine(folder / DATABASE, foreign_keys=False)
    with engine.begin() as connection:
        migrate(connection, version)
        make_owner(connection)
        owner, head = read_owner(connection), Head()
        for new in news:
            event, row = make_event(new, new.item, owner, head, clock.now(), clock.at.date())
            insert_row(connection, row)
            head = Head(event.seq, event.hash)
    engine.dispose()


def test_a_life_from_before_there_were_levels_goes_on(folder, clock):
    old = {**finish("a2").payload, "v": 2, "due": {"skill:igw-attached-to-vpc": "2026-03-05"}}
    news = (start(), move(state="wrong"), start("a2"), move(attempt="a2"), NewEvent("attempt-finished", ITEM, old))
    live_at("0002", folder, clock, news)

    with closing(open_store(folder, clock=clock)) as store:
        examination = examine(store)
        record, evidence = store.drill_state(DRILL), store.evidence()
        store.append(start("a3"))
        assert examine(store).is_healthy

    assert examination.is_healthy, examination.lines()
    assert examination.schema_version == tables.SCHEMA_VERSION
    assert (record.attempts, record.next_level, record.variants, record.proved_last) == (2, 3, (), None)
    assert evidence["skill:igw-attached-to-vpc"].boards == ((DRILL, 0),)


def test_notes_from_before_there_was_search_are_found(folder, clock):
    from trainer.store.search.finding import Page
    from trainer.store.search.query import parse_query

    edit = NewEvent("note-edited", "note:igw", {"v": 1, "field": "back", "value": "My own way.", "base": "0"})
    live_at("0003", folder, clock, (start(), edit))
    content = '{"fields":{"front":"Q?","back":"A."},"facts":[],"tags":[],"source":"","drill":null,"difficulty":1}'
    with closing(sqlite3.connect(folder / DATABASE)) as connection, connection:
        connection.execute(
            "INSERT INTO note SELECT learner, 'igw', 'p', 'basic', 'vpc-intro', 0, ?, 'h', 0 FROM owner", (content,)
        )
        connection.execute("INSERT INTO item SELECT learner, 'igw#front', 'igw', 0, 0 FROM owner")

    with closing(open_store(folder, clock=clock)) as store:
        examination = examine(store)
        (found,) = store.search(parse_query("own q"), Page()).cards

    assert examination.is_healthy, examination.lines()
    assert (found.uid, found.edited, found.changed) == ("igw#front", True, clock.at.date())


def test_a_life_from_before_there_were_cards_goes_on(folder, clock):
    live_at("0001", folder, clock, (start(), move(), finish(), start("a2"), finish("a2")))

    with closing(open_store(folder, clock=clock)) as store:
        examination, states = examine(store), store.item_states()

    assert examination.is_healthy, examination.lines()
    assert (examination.events, examination.schema_version) == (5, tables.SCHEMA_VERSION)
    skill = states["skill:igw-attached-to-vpc"]
    assert skill.seen == 2
    assert skill.memory == Scheduler().review(None, Grade.GOOD, clock.at.date())


def test_a_failed_migration_changes_nothing(next_version, clock, tmp_path):
    before = schema(next_version / DATABASE)
    (tmp_path / "next" / "9000_next.py").write_text(next_migration().replace("op.execute(", "raise RuntimeError("))

    with pytest.raises(RuntimeError, match="DELETE"):
        open_store(next_version, clock=clock)

    assert schema(next_version / DATABASE) == before


def test_a_version_that_never_was_is_told_plainly(filled, clock):
    with closing(sqlite3.connect(filled / DATABASE)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000-lost'")

    with pytest.raises(StoreDamaged):
        open_store(filled, clock=clock)

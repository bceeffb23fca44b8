import sqlite3
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from tests.store.drill_events import DRILL, finish, move, start
from trainer.store import migrating, tables
from trainer.store.database import make_engine
from trainer.store.doctor import examine
from trainer.store.errors import StoreDamaged
from trainer.store.migrating import migrate
from trainer.store.opening import DATABASE, open_store

NEXT = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "0002", "0001"


def upgrade():
    with op.batch_alter_table("event") as batch:
        batch.add_column(sa.Column("session", sa.String, server_default="none"))
    op.execute("DELETE FROM day_total")  # a cache: made anew after the migration
"""


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
    (folder / "0002_next.py").write_text(NEXT)
    monkeypatch.setattr(migrating, "VERSIONS", (*migrating.VERSIONS, folder))
    monkeypatch.setattr(tables, "SCHEMA_VERSION", "0002")
    return filled


def test_migrations_make_the_tables_that_the_program_uses(migrated):
    with migrated.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), tables.metadata)

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
    assert (examination.events, examination.schema_version) == (3, "0002")


def test_a_failed_migration_changes_nothing(next_version, clock, tmp_path):
    before = schema(next_version / DATABASE)
    (tmp_path / "next" / "0002_next.py").write_text(NEXT.replace("op.execute(", "raise RuntimeError("))

    with pytest.raises(RuntimeError, match="DELETE"):
        open_store(next_version, clock=clock)

    assert schema(next_version / DATABASE) == before


def test_a_version_that_never_was_is_told_plainly(filled, clock):
    with closing(sqlite3.connect(filled / DATABASE)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000-lost'")

    with pytest.raises(StoreDamaged):
        open_store(filled, clock=clock)

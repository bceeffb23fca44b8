"""Bringing an older database to this version's tables with Alembic; imported only when there is something to do."""

from collections.abc import Sequence
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection

from trainer.store import tables
from trainer.store.database import FOR_WRITING, make_engine
from trainer.store.errors import damaged
from trainer.store.rebuilding import rebuild

_SCRIPTS = Path(__file__).parent / "migrations"
VERSIONS: Sequence[Path] = (_SCRIPTS / "versions",)
"""Folders with migration scripts."""


def migrate_file(folder: Path, file: Path) -> None:
    """Migrates a database in one transaction and rebuilds its caches: all of it happens, or nothing.

    Since the caches are rebuilt, a migration may drop and make their tables anew, and one that only changes
    what a cache means may be empty.

    Raises:
        StoreDamaged: when no way leads from the stored version to this one.
    """
    # Foreign keys cannot be switched off within a transaction, and Alembic's way to alter a table in SQLite drops it.
    engine = make_engine(file, foreign_keys=False)
    try:
        with engine.connect().execution_options(**FOR_WRITING) as connection, connection.begin():
            migrate(connection, tables.SCHEMA_VERSION)
            rebuild(connection)
    except CommandError as error:
        raise damaged(folder) from error
    finally:
        engine.dispose()


def migrate(connection: Connection, version: str) -> None:
    """Runs the migrations up to a version within the caller's transaction.

    Raises:
        CommandError: when no way leads there.
    """
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", "\n".join(str(path).replace("%", "%%") for path in VERSIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, version)

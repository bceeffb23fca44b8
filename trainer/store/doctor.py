"""The doctor: replays the log, compares it with what is stored, and rebuilds the caches."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from itertools import chain
from typing import Any

from sqlalchemy import Connection, select

from trainer.store.chain import find_break
from trainer.store.errors import UnreadableRow
from trainer.store.log import count_events, read_chains
from trainer.store.own_notes import out_of_step
from trainer.store.projection import ALL_CACHES
from trainer.store.rebuilding import Rows, rebuild, replay
from trainer.store.search import index
from trainer.store.search_tables import search_index
from trainer.store.store import Store
from trainer.store.stored_caches import read_rows
from trainer.store.tables import alembic_version, note, owner


@dataclass(frozen=True, slots=True)
class Difference:
    """A row of a cache that is not what the log says; None where there is no row.

    The search index is told as one row without contents; rows of notes that the learner wrote or deleted likewise.
    """

    table: str
    key: str
    stored: Mapping[str, Any] | None
    replayed: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Examination:
    """What the doctor found.

    Attributes:
        events: how many the log holds.
        broken_event: uid of the first event that does not fit its hash chain.
        unreadable: what could not be replayed, if so; then the caches were not compared.
        differences: where the caches are not what a replay gives.
        integrity: what SQLite's own check of the file has to say.
        orphans: tables with rows that refer to nothing.
        schema_version: the tables' version.
    """

    events: int
    broken_event: str | None
    unreadable: str | None
    differences: tuple[Difference, ...]
    integrity: tuple[str, ...]
    orphans: tuple[str, ...]
    schema_version: str

    @property
    def chain_ok(self) -> bool:
        """Whether no event was edited, left out or put in."""
        return self.broken_event is None

    @property
    def caches_ok(self) -> bool:
        """Whether all that `repair` could rebuild is as it should be."""
        return not self.differences

    @property
    def is_healthy(self) -> bool:
        """Whether nothing at all is wrong."""
        file_ok = not self.integrity and not self.orphans
        return self.chain_ok and self.caches_ok and file_ok and self.unreadable is None

    def document(self) -> dict[str, Any]:
        """The findings as JSON values."""
        return {
            **asdict(self),
            "chain_ok": self.chain_ok,
            "caches_ok": self.caches_ok,
            "is_healthy": self.is_healthy,
        }

    def lines(self) -> list[str]:
        """The findings for a reader, one a line."""
        lines = [f"Events: {self.events} (tables of version {self.schema_version})"]
        if self.chain_ok:
            lines.append("Hash chain: unbroken")
        else:
            lines.append(f"Hash chain: broken at event {self.broken_event}, which was changed after it was written")
        if self.unreadable:
            lines.append(f"Stored states: not compared, since {self.unreadable} cannot be replayed")
        elif self.caches_ok:
            lines.append("Stored states: as the log says")
        else:
            lines.append(f"Stored states: {len(self.differences)} differ from the log")
            lines.extend(f"  {difference.table} {difference.key}" for difference in self.differences)
        faults = (*self.integrity, *(f"a row of {table} refers to nothing" for table in self.orphans))
        lines.append("Database file: " + ("; ".join(faults) or "sound"))
        return lines


def examine(store: Store) -> Examination:
    """Replays everything and compares; changes nothing.

    Raises:
        StoreDamaged: when the file is too broken to be read.
    """
    with store.reading() as connection:
        unreadable, differences = _compare(connection)
        return Examination(
            events=count_events(connection),
            broken_event=find_break(chain.from_iterable(read_chains(connection))),
            unreadable=unreadable,
            differences=differences,
            integrity=tuple(line for line in _column(connection, "PRAGMA integrity_check") if line != "ok"),
            orphans=tuple(sorted(set(_column(connection, "PRAGMA foreign_key_check")))),
            schema_version=connection.execute(select(alembic_version.c.version_num)).scalar_one(),
        )


def repair(store: Store) -> None:
    """Rebuilds all caches from the log in one transaction.

    Raises:
        StoreDamaged: when an event cannot be replayed; then nothing was changed.
    """
    with store.writing() as connection:
        rebuild(connection)


def _compare(connection: Connection) -> tuple[str | None, tuple[Difference, ...]]:
    try:
        replayed = {**replay(connection), **index.make_all(connection)}
    except UnreadableRow as error:
        return error.where, ()
    stored: Rows = {cache.table.name: read_rows(connection, cache) for cache in ALL_CACHES}
    differences = _find_differences({**stored, **index.read_all(connection)}, replayed)
    for learner in connection.execute(select(owner.c.learner)).scalars():
        differences += tuple(Difference(note.name, uid, None, None) for uid in out_of_step(connection, learner))
    if not index.index_is_sound(connection):
        differences += (Difference(search_index.name, "all", None, None),)
    return None, differences


def _find_differences(stored: Rows, replayed: Rows) -> tuple[Difference, ...]:
    differences: list[Difference] = []
    for table, should_be in replayed.items():
        is_now = stored[table]
        differences.extend(
            Difference(table, key[1], is_now.get(key), should_be.get(key))
            for key in sorted(is_now.keys() | should_be.keys())
            if is_now.get(key) != should_be.get(key)
        )
    return tuple(differences)


def _column(connection: Connection, pragma: str) -> list[str]:
    return [str(row[0]) for row in connection.exec_driver_sql(pragma)]

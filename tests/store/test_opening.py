import sqlite3
import subprocess
import sys
import threading
from contextlib import closing

import pytest

from tests.store.drill_events import DRILL, move, start
from trainer.store import database
from trainer.store.errors import StoreDamaged, StoreInUse, StoreTooNew, StoreUnreachable
from trainer.store.opening import DATABASE, open_store


def test_a_missing_folder_is_made(tmp_path, clock):
    folder = tmp_path / "new" / "a % b? #c é"
    with closing(open_store(folder, clock=clock)) as store:
        store.append(start())

    with closing(open_store(folder, clock=clock)) as store:
        assert store.board(DRILL).attempt == "a1"


def test_learner_and_device_stay_and_differ_between_folders(tmp_path, clock):
    ids = []
    for name in ("one", "one", "two"):
        with closing(open_store(tmp_path / name, clock=clock)) as store:
            ids.append((store.learner, store.device))

    assert ids[0] == ids[1]
    assert not set(ids[0]) & set(ids[2])


def test_commits_are_durable_and_keys_are_enforced(store):
    def ask(pragma):
        return connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()

    for use in (store.reading, store.writing):
        with use() as connection:
            assert (ask("journal_mode"), ask("synchronous"), ask("foreign_keys")) == ("wal", 2, 1)


def test_a_folder_has_one_owner(folder, store, clock):
    with pytest.raises(StoreInUse, match="close that one first"):
        open_store(folder, clock=clock)

    store.close()
    open_store(folder, clock=clock).close()


@pytest.mark.usefixtures("store")
def test_another_process_is_kept_out(folder):
    code = (
        "import sys, pathlib\n"
        "from trainer.store.clock import SystemClock\n"
        "from trainer.store.errors import StoreInUse\n"
        "from trainer.store.opening import open_store\n"
        "try: open_store(pathlib.Path(sys.argv[1]), clock=SystemClock())\n"
        "except StoreInUse: print('in use')"
    )
    run = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)

    assert run.stdout == "in use\n"


def test_a_program_that_holds_the_file_is_named_and_waited_out(folder, clock, monkeypatch):
    monkeypatch.setattr(database, "BUSY_TIMEOUT_MS", 10)
    with closing(open_store(folder, clock=clock)) as store:
        with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreInUse):
                store.append(start())
        store.append(start())

        assert [event.seq for event in store.events()] == [1]


def test_a_newer_database_is_left_as_it_is(folder, clock):
    open_store(folder, clock=clock).close()
    with closing(sqlite3.connect(folder / DATABASE)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
    before = (folder / DATABASE).read_bytes()

    with pytest.raises(StoreTooNew, match=r"0999.*update the program"):
        open_store(folder, clock=clock)

    assert (folder / DATABASE).read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"x", b"This is a letter, not a database. " * 300, b"SQLite format 3\x00" + b"\xff" * 5000]
)
def test_a_file_that_is_no_database_is_left_as_it_is(folder, clock, content):
    folder.mkdir()
    (folder / DATABASE).write_bytes(content)

    with pytest.raises(StoreDamaged, match="put a backup in its place"):
        open_store(folder, clock=clock)

    assert (folder / DATABASE).read_bytes() == content


def test_a_database_of_another_program_is_left_as_it_is(folder, clock):
    folder.mkdir()
    with closing(sqlite3.connect(folder / DATABASE)) as connection, connection:
        connection.execute("CREATE TABLE recipe (name)")
    before = (folder / DATABASE).read_bytes()

    with pytest.raises(StoreDamaged):
        open_store(folder, clock=clock)

    assert (folder / DATABASE).read_bytes() == before


def test_a_database_without_our_tables_is_told_plainly(folder, clock):
    open_store(folder, clock=clock).close()
    with closing(sqlite3.connect(folder / DATABASE)) as connection, connection:
        connection.execute("DROP TABLE owner")

    with pytest.raises(StoreDamaged):
        open_store(folder, clock=clock)


def use(folder, clock):
    with closing(open_store(folder, clock=clock)) as store:
        list(store.events())
        store.append(move())


def test_broken_pages_are_told_plainly(folder, clock):
    with closing(open_store(folder, clock=clock)) as store:
        store.append_all([start(), *[move() for _ in range(300)]])
    content = bytearray((folder / DATABASE).read_bytes())
    content[4096 * 3 :] = b"\xa5" * (len(content) - 4096 * 3)
    (folder / DATABASE).write_bytes(content)

    with pytest.raises(StoreDamaged):
        use(folder, clock)


def test_an_unfinished_creation_is_done_again(folder, clock):
    folder.mkdir()
    (folder / DATABASE).touch()

    with closing(open_store(folder, clock=clock)) as store:
        assert store.append(start()).seq == 1


def test_a_file_in_the_folders_place_is_told_plainly(tmp_path, clock):
    (tmp_path / "data").write_text("a letter")

    with pytest.raises(StoreUnreachable, match="a file is in its place"):
        open_store(tmp_path / "data", clock=clock)
    with pytest.raises(StoreUnreachable):
        open_store(tmp_path / "data" / "below", clock=clock)


def test_a_folder_in_the_databases_place_is_told_plainly(folder, clock):
    (folder / DATABASE).mkdir(parents=True)

    with pytest.raises(StoreUnreachable):
        open_store(folder, clock=clock)


def test_a_refused_folder_is_let_go(folder, clock):
    folder.mkdir()
    (folder / DATABASE).write_bytes(b"no database" * 100)
    with pytest.raises(StoreDamaged):
        open_store(folder, clock=clock)

    (folder / DATABASE).unlink()
    open_store(folder, clock=clock).close()


def test_threads_take_turns(store):
    store.append(start())
    threads = [threading.Thread(target=lambda: [store.append(move()) for _ in range(20)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [event.seq for event in store.events()] == list(range(1, 82))
    assert store.board(DRILL).moves == 80


def test_a_closed_store_stays_closed(folder, clock):
    store = open_store(folder, clock=clock)
    store.close()
    store.close()

    with pytest.raises(RuntimeError, match="closed"):
        store.board(DRILL)
    with pytest.raises(Exception, match="closed"):
        store.append(start())


def test_a_path_that_is_too_long_is_told_plainly(tmp_path, clock):
    with pytest.raises(StoreUnreachable):
        open_store(tmp_path / ("x" * 300), clock=clock)


def test_nothing_heavy_is_imported(folder):
    code = (
        "import sys, pathlib, trainer.store.opening, trainer.store.clock\n"
        "s = trainer.store.opening.open_store(pathlib.Path(sys.argv[1]), clock=trainer.store.clock.SystemClock())\n"
        "s.close()\n"
        "heavy = ('alembic', 'pydantic', 'yaml', 'sqlalchemy.orm', 'PySide6')\n"
        "print([name for name in sys.modules if name.startswith(heavy)])"
    )
    run = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)

    assert run.stdout == "[]\n"

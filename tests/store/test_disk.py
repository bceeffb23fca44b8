import os
from contextlib import closing, suppress

import pytest

from tests.store.drill_events import DRILL, finish, move, start
from tests.store.mounting import make_read_only, small_disk, unchangeable
from trainer.store.doctor import examine
from trainer.store.errors import StoreFull, StoreReadOnly
from trainer.store.opening import DATABASE, open_store


@pytest.fixture
def disk(tmp_path):
    with small_disk(tmp_path / "disk", "600k") as folder:
        yield folder


def fill(disk):
    with suppress(OSError), (disk / "ballast").open("wb", buffering=0) as ballast:
        while True:
            ballast.write(b"x" * 1024)


def move_on(store):
    while True:
        yield store.append(move())


def test_a_disk_that_fills_up_loses_nothing(disk, clock):
    with closing(open_store(disk, clock=clock)) as store:
        written = [store.append(start())]
        fill(disk)
        with pytest.raises(StoreFull, match="make room and try again"):
            written.extend(move_on(store))
        with pytest.raises(StoreFull):
            store.append_all([move(), finish()])

        assert list(store.events()) == written
        assert store.board(DRILL).moves == len(written) - 1
        (disk / "ballast").unlink()
        written.append(store.append(move()))
        assert list(store.events()) == written
        assert examine(store).is_healthy

    with closing(open_store(disk, clock=clock)) as store:
        assert list(store.events()) == written


def test_a_process_that_meets_a_full_disk_is_told_plainly(disk, clock):
    with closing(open_store(disk, clock=clock)) as store:
        written = store.append(start())
    fill(disk)
    with suppress(StoreFull), closing(open_store(disk, clock=clock)) as store:
        list(move_on(store))
    (disk / "ballast").unlink()

    with closing(open_store(disk, clock=clock)) as store:
        assert store.event(written.uid) == written
        assert examine(store).is_healthy


def test_a_store_cannot_be_made_on_a_full_disk(disk, clock):
    fill(disk)
    with pytest.raises(StoreFull):
        open_store(disk, clock=clock)
    with pytest.raises(StoreFull):
        open_store(disk / "below", clock=clock)

    (disk / "ballast").unlink()
    open_store(disk, clock=clock).close()


def test_settings_meet_a_full_disk_too(disk, clock):
    with closing(open_store(disk, clock=clock)) as store:
        fill(disk)
        with pytest.raises(StoreFull):
            store.set_setting("picture", "x" * 700_000)


@pytest.mark.parametrize("existing", [True, False])
def test_a_read_only_folder_is_told_plainly(disk, clock, existing):
    if existing:
        open_store(disk, clock=clock).close()
    make_read_only(disk)

    with pytest.raises(StoreReadOnly, match="allow writing there"):
        open_store(disk, clock=clock)


def test_a_database_file_that_must_not_change_is_told_plainly(folder, clock):
    open_store(folder, clock=clock).close()
    with unchangeable(folder / DATABASE), pytest.raises(StoreReadOnly):
        open_store(folder, clock=clock)

    open_store(folder, clock=clock).close()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_file_is_told_plainly(folder, clock):
    open_store(folder, clock=clock).close()
    (folder / DATABASE).chmod(0o400)

    with pytest.raises(StoreReadOnly):
        open_store(folder, clock=clock)

"""A file is written whole, or the old one stays."""

import errno
import os

import pytest

from tests.store.mounting import make_read_only, small_disk
from trainer.errors import UserError
from trainer.progress import saving
from trainer.progress.saving import save_file


def test_a_file_is_made_and_replaced(tmp_path):
    file = tmp_path / "a.csv"
    save_file(file, b"one")
    save_file(file, b"two")

    assert file.read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_a_link_is_followed_and_rights_are_kept(tmp_path):
    file, link = tmp_path / "a.csv", tmp_path / "link.csv"
    file.write_bytes(b"old")
    file.chmod(0o640)
    link.symlink_to(file)
    save_file(link, b"new")

    assert link.is_symlink()
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_missing_folder_and_a_folder_in_its_place_are_told(tmp_path):
    with pytest.raises(UserError, match="there is no folder"):
        save_file(tmp_path / "none" / "a.csv", b"")
    with pytest.raises(UserError, match="this is a folder"):
        save_file(tmp_path, b"")


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    file = tmp_path / "a.csv"
    file.write_bytes(b"old")

    def fail(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(saving.os, "fsync", fail)
    with pytest.raises(UserError, match="the disk is full"):
        save_file(file, b"new")

    assert file.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_a_full_disk_leaves_the_old_file(tmp_path):
    with small_disk(tmp_path / "disk", "64k") as folder:
        file = folder / "a.csv"
        save_file(file, b"old")
        with pytest.raises(UserError, match="the disk is full"):
            save_file(file, bytes(200_000))

        assert file.read_bytes() == b"old"
        assert len(list(folder.iterdir())) == 1


def test_a_disk_that_may_not_be_written_to_is_told(tmp_path):
    with small_disk(tmp_path / "disk", "64k") as folder:
        make_read_only(folder)
        with pytest.raises(UserError, match="writing is not allowed there"):
            save_file(folder / "a.csv", b"")


def test_a_device_is_written_to_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    save_file(pipe, b"through")

    assert os.read(reader, 100) == b"through"
    assert pipe.is_fifo()
    os.close(reader)

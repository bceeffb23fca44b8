"""Small file systems for tests; they take root, and a machine that lets root mount."""

import subprocess
from contextlib import contextmanager

import pytest


def _run(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=10).returncode == 0
    except FileNotFoundError:
        return False


@contextmanager
def small_disk(folder, size):
    """A folder on a disk of its own; skips the test where it cannot be had."""
    folder.mkdir()
    if not _run("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)):
        pytest.skip("mounting a small tmpfs is not allowed here")
    try:
        yield folder
    finally:
        assert _run("umount", str(folder))


def make_read_only(folder):
    """From now on nothing can be written to the disk."""
    assert _run("mount", "-o", "remount,ro", str(folder))


@contextmanager
def unchangeable(file):
    """A file that even root cannot write to; skips the test where that cannot be had."""
    if not _run("chattr", "+i", str(file)):
        pytest.skip("files cannot be made immutable here")
    try:
        yield file
    finally:
        assert _run("chattr", "-i", str(file))

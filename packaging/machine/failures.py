"""Failures of setting up that a person can do something about."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DISK_FULL = "The disk is full: about 1 GB is needed beside the project."


class SetupError(Exception):
    """A sentence for the person at the terminal that says what failed and what to do."""


def cannot_write(folder: Path, error: OSError) -> SetupError:
    """Return what to raise when the system refuses to write into a folder."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return SetupError(DISK_FULL)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return SetupError(f"There is no permission to write into {folder}.")
    return SetupError(f"{folder} could not be written: {error.strerror or error}.")

"""Writing a file whole or not at all."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from trainer.errors import UserError

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


def save_file(file: Path, content: bytes) -> None:
    """Writes a file beside its place and then puts it there, so that an older one stays whole when that fails.

    Raises:
        UserError: when it cannot be written; the text says why and what to do.
    """
    check_place(file)
    try:
        if file.exists() and not file.is_file():
            file.write_bytes(content)  # a device or a pipe, which must not be replaced
        else:
            _replace(Path(os.path.realpath(file)), content)
    except OSError as error:
        raise UserError(_explain(file, error)) from error


def check_place(file: Path) -> None:
    """Makes sure that a file could be there.

    Raises:
        UserError: when its folder is missing, or a folder is in its place.
    """
    try:
        is_there, is_folder = file.parent.is_dir(), file.is_dir()
    except OSError as error:
        raise UserError(_explain(file, error)) from error
    if not is_there:
        raise UserError(f"{file}: there is no folder {file.parent}; make it, or choose another one")
    if is_folder:
        raise UserError(f"{file}: this is a folder; name a file")


def _replace(file: Path, content: bytes) -> None:
    aside = file.with_name(f".trainer-{os.getpid()}.part")
    try:
        with aside.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if file.exists():
            aside.chmod(file.stat().st_mode & 0o777)
        aside.replace(file)
    except OSError:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise


def _explain(file: Path, error: OSError) -> str:
    if error.errno in _FULL:
        return f"{file}: the disk is full, so the file was not written; make room and try again"
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return f"{file}: writing is not allowed there; choose another folder"
    return f"{file}: the file cannot be written ({error.strerror or error}); choose another name or folder"

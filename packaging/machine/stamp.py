"""Remembers what `.venv` was set up from, so that a second run has nothing to do."""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING

from machine.places import CONTAINED_IN, python_of

if TYPE_CHECKING:
    from pathlib import Path

_LAYOUT = "1"  # raise it when the way of setting up changes, and every `.venv` is looked at again
_NAME = "set-up.json"
_UNDER_WAY = "set-up-under-way"


def key_of(environment: Path, lock: Path, pyproject: Path) -> str:
    """Return a key that changes with the lock, pyproject, the environment's Python, and the project's place."""
    digest = hashlib.sha256(_LAYOUT.encode())
    for part in (lock.read_bytes(), pyproject.read_bytes(), _python_version(environment), bytes(pyproject.resolve())):
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def is_set_up(environment: Path, locks: Path, pyproject: Path, name: str) -> bool:
    """Tell whether the environment holds what the lock called `name` asks for."""
    if not python_of(environment).exists() or was_cut_off(environment):
        return False
    stamped = _read(environment)
    return any(_is_current(stamped, environment, locks, pyproject, wider) for wider in CONTAINED_IN[name])


def write_stamp(environment: Path, locks: Path, pyproject: Path, name: str) -> None:
    """Write down that the environment holds what the lock called `name` asks for, beside what still holds."""
    before = _read(environment)
    stamped = {other: key for other, key in before.items() if _is_current(before, environment, locks, pyproject, other)}
    stamped[name] = key_of(environment, locks / f"{name}.txt", pyproject)
    (environment / _NAME).write_text(json.dumps(stamped), encoding="utf-8")


def begin(environment: Path) -> None:
    """Leave a mark that tells the next run of an installation that is under way or was cut off in the middle."""
    (environment / _UNDER_WAY).write_text(str(os.getpid()), encoding="ascii")


def end(environment: Path) -> None:
    """Take the mark away: the environment is whole, whether or not all was installed."""
    (environment / _UNDER_WAY).unlink(missing_ok=True)


def was_cut_off(environment: Path) -> bool:
    """Tell whether the last installation into the environment did not come to its end."""
    return (environment / _UNDER_WAY).exists()


def process_at_work(environment: Path) -> int | None:
    """Return the process that is installing into the environment just now; where that cannot be told, None."""
    try:
        process = int((environment / _UNDER_WAY).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
    return process if process != os.getpid() and _runs(process) else None


def _runs(process: int) -> bool:
    if os.name == "nt":  # there is no harmless signal to ask with
        return False
    try:
        os.kill(process, 0)
    except PermissionError:
        return True  # another person's
    except (OSError, OverflowError):
        return False
    return True


def _read(environment: Path) -> dict[str, str]:
    try:
        stamped = json.loads((environment / _NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamped if isinstance(stamped, dict) else {}


def _is_current(stamped: dict[str, str], environment: Path, locks: Path, pyproject: Path, name: str) -> bool:
    lock = locks / f"{name}.txt"
    return name in stamped and lock.exists() and stamped[name] == key_of(environment, lock, pyproject)


def _python_version(environment: Path) -> bytes:
    try:
        return (environment / "pyvenv.cfg").read_bytes()
    except OSError:
        return b""

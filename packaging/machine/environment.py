"""Makes the virtual environment, also where the system's Python comes without `ensurepip`."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from machine import stamp
from machine.failures import SetupError, cannot_write
from machine.places import python_of

if TYPE_CHECKING:
    from pathlib import Path

_OLDEST_PIP = (22, 3)  # the first with `pip --python`
_PIP_MANNERS = ("--disable-pip-version-check", "--no-input", "--progress-bar", "off", "--no-warn-script-location")
_ASK_VERSION = "import sys; print(sys.version_info >= (3, 11) and sys.prefix != sys.base_prefix)"


def is_usable(environment: Path) -> bool:
    """Tell whether the environment's interpreter starts, is recent enough, and was not left half filled."""
    python = python_of(environment)
    if not python.exists() or stamp.was_cut_off(environment):
        return False
    try:
        answer = subprocess.run([str(python), "-c", _ASK_VERSION], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return answer.stdout.strip() == "True"


def can_get_pip(environment: Path) -> bool:
    """Tell whether one of the ways to install into the environment is open before anything is installed."""
    return (
        (importlib.util.find_spec("venv") is not None and importlib.util.find_spec("ensurepip") is not None)
        or (is_usable(environment) and _answers([str(python_of(environment)), "-m", "pip", "--version"]))
        or _pip_of_interpreter() is not None
        or shutil.which("uv") is not None
    )


def make_environment(environment: Path) -> None:
    """Make the environment anew if it is missing or broken; a usable one is kept.

    Raises:
        SetupError: when the folder cannot be written.
    """
    if is_usable(environment):
        return
    if environment.exists():
        print(f"{environment.name} is incomplete or broken: making it anew.", flush=True)
    try:
        import venv  # noqa: PLC0415 - some systems package it apart, and only making one needs it

        if environment.is_symlink() or environment.is_file():
            environment.unlink()
        venv.EnvBuilder(with_pip=False, symlinks=os.name != "nt", clear=True).create(environment)
    except OSError as error:
        raise cannot_write(environment, error) from error
    except (subprocess.CalledProcessError, ImportError) as error:
        raise SetupError(f"{environment} could not be made: {error}.") from error


def installer_for(environment: Path) -> list[str]:
    """Return the start of a command that installs into the environment, in the words pip and uv share.

    Tried in order: the environment's own pip, `ensurepip`, the pip of the interpreter that runs this, uv.

    Raises:
        SetupError: when there is none of them.
    """
    python = str(python_of(environment))
    own = [python, "-m", "pip"]
    if _answers([*own, "--version"]) or (
        _answers([python, "-m", "ensurepip", "--upgrade"]) and _answers([*own, "--version"])
    ):
        return [*own, "install", *_PIP_MANNERS]
    borrowed = _pip_of_interpreter()
    if borrowed:
        return [*borrowed, "--python", python, "install", *_PIP_MANNERS]
    uv = shutil.which("uv")
    if uv:
        return [uv, "pip", "install", "--python", python, "--no-progress"]
    raise SetupError("Python here comes without ensurepip and pip, and there is no uv: install pip and try again.")


def _pip_of_interpreter() -> list[str] | None:
    pip = [sys.executable, "-m", "pip"]
    try:
        told = subprocess.run([*pip, "--version"], capture_output=True, text=True, check=False)
        version = tuple(int(part) for part in told.stdout.split()[1].split(".")[:2])
    except (OSError, IndexError, ValueError):
        return None
    return pip if told.returncode == 0 and version >= _OLDEST_PIP else None


def _answers(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False

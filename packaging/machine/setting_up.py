"""Sets up `.venv`: interpreter, pinned packages, the project itself, and the system libraries that Qt needs."""

from __future__ import annotations

import platform
import re
import subprocess
import sys
from pathlib import Path

from machine import stamp
from machine.environment import can_get_pip, installer_for, make_environment
from machine.failures import SetupError, cannot_write
from machine.installing import run_installer
from machine.places import LOCKS, ROOT, VENV, lock_file, python_of
from machine.qt_libraries import asked_of_system, expected_of_system, missing_of
from machine.system_packages import install_on_system

_PYPROJECT = ROOT / "pyproject.toml"
_TRY_OUT = "import PySide6.QtWidgets, PySide6.QtSvg, pygraphviz, trainer"


def set_up(name: str) -> bool:
    """Bring `.venv` to what the lock called `name` asks for.

    Returns:
        False when there was nothing to do.

    Raises:
        SetupError: when something is missing that this program cannot bring, or fails.
    """
    if stamp.is_set_up(VENV, LOCKS, _PYPROJECT, name):
        return False
    _refuse_strange_systems()
    _refuse_company()
    _bring_system_packages(expected_of_system(), lacks_pip=not can_get_pip(VENV))
    make_environment(VENV)
    try:
        stamp.begin(VENV)
        _install(VENV, name)
        stamp.end(VENV)
        _bring_system_packages(asked_of_system(_site_packages(VENV)), lacks_pip=False)
        _compile(VENV)
        _try_out(VENV)
        stamp.write_stamp(VENV, LOCKS, _PYPROJECT, name)
    except OSError as error:
        raise cannot_write(VENV, error) from error
    return True


def install_lock(environment: Path, name: str, log: Path) -> None:
    """Install the packages of the lock called `name` into an environment, each checked against its hash.

    Raises:
        SetupError: when that fails.
    """
    lock = lock_file(name)
    total = len(re.findall(r"^[\w.-]+==", lock.read_text(encoding="utf-8"), re.MULTILINE))
    print(f"Installing {total} pinned packages ({lock.name}); the first time this takes a minute or two.", flush=True)
    command = [*installer_for(environment), "--require-hashes", "--only-binary", ":all:", "-r", str(lock)]
    run_installer(command, environment, log, _Progress(total).step)


class _Progress:
    """Counts packages on one line of a terminal, and is silent in a log."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0

    def step(self, package: str) -> None:
        self._done += 1
        if sys.stdout.isatty():
            end = "\n" if self._done == self._total else ""
            print(f"\r  {self._done}/{self._total} {package:<40}", end=end, flush=True)


def _install(environment: Path, name: str) -> None:
    """Install a lock and the project; a failure that was reported leaves the environment whole."""
    log = environment / "set-up.log"
    try:
        install_lock(environment, name, log)
        itself = ["--no-build-isolation", "--no-deps", "--editable", str(ROOT)]
        run_installer([*installer_for(environment), *itself], environment, log, lambda _: None)
    except SetupError:
        stamp.end(environment)
        raise


def _refuse_strange_systems() -> None:
    if sys.platform.startswith("linux") and platform.libc_ver()[0] != "glibc":
        raise SetupError("Qt's Python packages need a Linux with glibc; this one has another C library (musl?).")


def _refuse_company() -> None:
    process = stamp.process_at_work(VENV)
    if process is not None:
        raise SetupError(f"Process {process} is setting up {VENV} just now: wait until it is done, then try again.")


def _bring_system_packages(libraries: list[str], *, lacks_pip: bool) -> None:
    if not sys.platform.startswith("linux"):
        return
    missing = missing_of(libraries)
    if missing or lacks_pip:
        install_on_system(missing, lacks_pip=lacks_pip)
        still = missing_of(libraries)
        if still:
            raise SetupError(f"Libraries that Qt needs are still missing after the installation: {', '.join(still)}.")


def _site_packages(environment: Path) -> Path:
    asked = "import sysconfig; print(sysconfig.get_path('platlib'))"
    told = subprocess.run([str(python_of(environment)), "-c", asked], capture_output=True, text=True, check=True)
    return Path(told.stdout.strip())


def _compile(environment: Path) -> None:
    """Compile everything once, so that the first start is as fast as every other; uv leaves that to the first start."""
    folders = [str(_site_packages(environment)), str(ROOT / "trainer")]
    subprocess.run([str(python_of(environment)), "-m", "compileall", "-q", *folders], capture_output=True, check=False)


def _try_out(environment: Path) -> None:
    """Load what is most likely to fail for want of a library, so that it fails here with a sentence."""
    tried = subprocess.run([str(python_of(environment)), "-c", _TRY_OUT], capture_output=True, text=True, check=False)
    if tried.returncode:
        lines = tried.stderr.strip().splitlines() or ["no reason given"]
        raise SetupError(f"The installed packages do not load: {lines[-1]}")

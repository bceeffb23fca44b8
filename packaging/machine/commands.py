"""The commands of `packaging/bootstrap.py`, and what each of them starts."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import NamedTuple

from machine import screen
from machine.failures import SetupError
from machine.places import ROOT, VENV, find_uv, python_of, scripts_of
from machine.setting_up import set_up


class Command(NamedTuple):
    """One thing that can be asked for.

    Attributes:
        lock: what has to be installed for it.
        about: what it does, for the help.
        starts: arguments for the environment's Python; none for setting up alone.
        offscreen: whether it must not open a window.
        stays: whether it runs in the folder the person is in, rather than in the project's.
    """

    lock: str
    about: str
    starts: tuple[str, ...] = ()
    offscreen: bool = False
    stays: bool = False


COMMANDS = {
    "setup": Command("test", "make .venv and install all that running and testing need"),
    "run": Command("test", "start the program (the demo, where there is no screen)", ("-m", "trainer"), stays=True),
    "test": Command("test", "run all tests", ("-m", "pytest", "-n", "2", "-q"), offscreen=True),
    "check": Command("dev", "lint, check formatting, types and imports, then test", ("packaging/check.py",)),
    "screenshots": Command("test", "make a picture of every page", ("-m", "trainer.ui.screenshots"), offscreen=True),
    "contact-sheet": Command("test", "draw all icons on one sheet", ("packaging/contact_sheet.py",), offscreen=True),
    "bench": Command("dev", "run the benchmarks and print their figures", ("packaging/bench.py",), offscreen=True),
    "lock": Command("dev", "write the locks anew (--upgrade takes the newest versions)", ("packaging/lock.py",)),
    "wheel": Command("packaging", "build the wheel and try it in an empty environment", ("packaging/wheel_check.py",)),
}


def run_command(arguments: list[str]) -> int:
    """Carry out a command line.

    Args:
        arguments: the command and what to pass on to it.

    Returns:
        The exit code: of what was started, 2 for an unknown command, 1 when setting up failed.
    """
    name, *rest = arguments or ["help"]
    if name in ("help", "-h", "--help"):
        print(help_text())
        return 0
    if name not in COMMANDS:
        print(f"There is no command {name!r}; there are: {', '.join(COMMANDS)}.", file=sys.stderr)
        return 2
    try:
        return _carry_out(name, rest)
    except SetupError as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def help_text() -> str:
    """Return the list of commands."""
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {command.about}" for name, command in COMMANDS.items()]
    return "\n".join(["Commands (what follows one is passed on to what it starts):", *lines])


def _carry_out(name: str, rest: list[str]) -> int:
    """Set up what the command needs, then start it; a broken lock must not keep anyone from writing a new one."""
    if name == "lock" and find_uv():
        return subprocess.call([sys.executable, str(ROOT / "packaging" / "lock.py"), *rest])
    fresh = set_up(COMMANDS[name].lock)
    if name == "setup":
        print("Set up: `make run` starts the program." if fresh else "Already set up.")
        return 0
    return _start(name, rest)


def _start(name: str, rest: list[str]) -> int:
    if name == "run":
        sees = screen.has_screen(sys.platform, os.environ)
        if not sees and screen.opens_window(rest):
            print(screen.NO_SCREEN, flush=True)
        rest = screen.arguments_for(rest, screen=sees)
    command = COMMANDS[name]
    if not command.stays:
        os.chdir(ROOT)
    return _hand_over([str(python_of(VENV)), *command.starts, *rest], offscreen=command.offscreen)


def _hand_over(command: list[str], *, offscreen: bool) -> int:
    """Start a program in this one's place; on Windows, where that cannot be done, wait for it."""
    environment = {**os.environ, "PATH": os.pathsep.join([str(scripts_of(VENV)), os.environ.get("PATH", "")])}
    if offscreen:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    sys.stdout.flush()
    if os.name == "nt":
        return subprocess.call(command, env=environment)
    return os.execve(command[0], command, environment)

"""Names the packages of each Linux family that bring a missing library, and installs them where it may."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from typing import NamedTuple

from machine.failures import SetupError

DEBIAN = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXext.so.6": "libxext6",
    "libXrender.so.1": "libxrender1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""Package of Debian, Ubuntu and their kin for each library; newer releases still answer to these names."""

ARCH = {
    "libEGL.so.1": "libglvnd",
    "libGL.so.1": "libglvnd",
    "libX11-xcb.so.1": "libx11",
    "libX11.so.6": "libx11",
    "libXext.so.6": "libxext",
    "libXrender.so.1": "libxrender",
    "libdbus-1.so.3": "dbus",
    "libexpat.so.1": "expat",
    "libfontconfig.so.1": "fontconfig",
    "libfreetype.so.6": "freetype2",
    "libgcc_s.so.1": "gcc-libs",
    "libglib-2.0.so.0": "glib2",
    "libgobject-2.0.so.0": "glib2",
    "libgthread-2.0.so.0": "glib2",
    "libstdc++.so.6": "gcc-libs",
    "libwayland-client.so.0": "wayland",
    "libwayland-cursor.so.0": "wayland",
    "libxcb-cursor.so.0": "xcb-util-cursor",
    "libxcb-icccm.so.4": "xcb-util-wm",
    "libxcb-image.so.0": "xcb-util-image",
    "libxcb-keysyms.so.1": "xcb-util-keysyms",
    "libxcb-randr.so.0": "libxcb",
    "libxcb-render-util.so.0": "xcb-util-renderutil",
    "libxcb-render.so.0": "libxcb",
    "libxcb-shape.so.0": "libxcb",
    "libxcb-shm.so.0": "libxcb",
    "libxcb-sync.so.1": "libxcb",
    "libxcb-util.so.1": "xcb-util",
    "libxcb-xfixes.so.0": "libxcb",
    "libxcb-xkb.so.1": "libxcb",
    "libxcb.so.1": "libxcb",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11",
    "libxkbcommon.so.0": "libxkbcommon",
    "libz.so.1": "zlib",
    "libzstd.so.1": "zstd",
}
"""Package of Arch Linux and its kin for each library."""


class Manager(NamedTuple):
    """One family's package manager.

    Attributes:
        program: the command that tells that a system is of this family.
        refresh: arguments that fetch the package lists first; empty where installing does that.
        install: arguments that install without a question; the packages follow.
        pip_package: what brings `ensurepip` or `pip`; `{version}` is as in 3.11, `{digits}` as in 311.
        table: package by library; without one the manager finds a package by `pattern`.
        pattern: how the manager is asked for the package that provides `{library}`.
    """

    program: str
    refresh: tuple[str, ...]
    install: tuple[str, ...]
    pip_package: str
    table: dict[str, str] | None = None
    pattern: str = ""


MANAGERS = (
    Manager("apt-get", ("update",), ("install", "-y", "--no-install-recommends"), "python{version}-venv", DEBIAN),
    Manager("dnf", (), ("install", "-y"), "python3-pip", None, "{library}()(64bit)"),
    Manager("pacman", (), ("-Sy", "--needed", "--noconfirm"), "python-pip", ARCH),
    Manager(
        "zypper",
        (),
        ("--non-interactive", "install", "--no-recommends"),
        "python{digits}-pip",
        None,
        "{library}()(64bit)",
    ),
    Manager("apk", (), ("add",), "py3-pip", None, "so:{library}"),
)


def find_manager() -> Manager | None:
    """Return this system's package manager, or None where it is a stranger."""
    return next((manager for manager in MANAGERS if shutil.which(manager.program)), None)


def packages_for(manager: Manager, libraries: list[str], *, lacks_pip: bool) -> list[str]:
    """Return the packages that bring the libraries, each once, in order.

    Raises:
        SetupError: when no package is known for a library.
    """
    unknown = [name for name in libraries if manager.table is not None and name not in manager.table]
    if unknown:
        raise SetupError(
            f"Qt needs {_listed(unknown)}; install what brings {_it(unknown)} with {manager.program}, then try again."
        )
    version = sys.version_info[:2]
    wanted = [_package_of(manager, name) for name in libraries]
    if lacks_pip:
        wanted.append(manager.pip_package.format(version="{}.{}".format(*version), digits="{}{}".format(*version)))
    return sorted(set(wanted))


def _package_of(manager: Manager, library: str) -> str:
    return manager.table[library] if manager.table is not None else manager.pattern.format(library=library)


def steps_of(manager: Manager, packages: list[str]) -> list[list[str]]:
    """Return the commands that install the packages, without what gives them the right to."""
    refresh = [[manager.program, *manager.refresh]] if manager.refresh else []
    return [*refresh, [manager.program, *manager.install, *packages]]


def one_command(steps: list[list[str]], *, has_sudo: bool) -> str:
    """Return the one line that a person without rights is to type, or to hand to whoever has them."""
    line = _joined(steps)
    if has_sudo and len(steps) == 1:
        return f"sudo {line}"
    return f"sudo sh -c {shlex.quote(line)}" if has_sudo else f"su -c {shlex.quote(line)}"


def right_to_install() -> list[str] | None:
    """Return what to put before a command so that it may install: nothing, sudo, or None for no right."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, stdin=subprocess.DEVNULL, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def install_on_system(libraries: list[str], *, lacks_pip: bool) -> None:
    """Install through the system's package manager what is missing.

    Raises:
        SetupError: when this may not or cannot be done; the sentence holds the one command to type.
    """
    manager = find_manager()
    if manager is None:
        wanted = [*libraries, *(["Python's ensurepip or pip"] if lacks_pip else [])]
        raise SetupError(f"This system lacks {_listed(wanted)}; install {_it(wanted)} and try again.")
    packages = packages_for(manager, libraries, lacks_pip=lacks_pip)
    steps = steps_of(manager, packages)
    right = right_to_install()
    if right is None:
        command = one_command(steps, has_sudo=shutil.which("sudo") is not None)
        raise SetupError(f"System packages are missing. Run this one command, then try again:\n\n    {command}\n")
    print(f"Installing system packages with {manager.program}: {' '.join(packages)}", flush=True)
    by_hand = one_command(steps, has_sudo=True) if right else _joined(steps)
    for step in steps[:-1]:
        _finish([*right, *step])  # lists that cannot be fetched in full may still do: the installation tells
    done = _finish([*right, *steps[-1]])
    if done.returncode:
        raise SetupError(
            f"System packages could not be installed ({_reason(done)}). Try it by hand:\n\n    {by_hand}\n"
        )


def _joined(steps: list[list[str]]) -> str:
    return "; ".join(shlex.join(step) for step in steps)


def _finish(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        check=False,
    )


def _reason(done: subprocess.CompletedProcess[str]) -> str:
    """Return the first line in which a package manager speaks of an error, else its last one."""
    lines = [line.strip() for line in done.stdout.splitlines() if line.strip()] or ["it said nothing"]
    return next((line for line in lines if line.startswith(("E:", "Error", "error"))), lines[-1])


def _listed(names: list[str]) -> str:
    return ", ".join(names)


def _it(names: list[str]) -> str:
    return "it" if len(names) == 1 else "them"

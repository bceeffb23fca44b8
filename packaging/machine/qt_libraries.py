"""Finds the shared libraries that Qt and Graphviz ask the system for, and which of them it lacks."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from machine.elf import needed_libraries
from machine.system_packages import DEBIAN

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_ROOTS = (
    "PySide6/QtCore.abi3.so",
    "PySide6/QtGui.abi3.so",
    "PySide6/QtWidgets.abi3.so",
    "PySide6/QtSvg.abi3.so",
    "PySide6/QtPrintSupport.abi3.so",
    "PySide6/QtTest.abi3.so",
    "PySide6/Qt/plugins/platforms/libqoffscreen.so",
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/Qt/plugins/platforms/libqwayland*.so",
    "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
    "PySide6/Qt/plugins/imageformats/libqsvg.so",
    "PySide6/Qt/plugins/iconengines/*.so",
    "pygraphviz/*.so",
    "pygraphviz.libs/*.so*",
)
_SHIPPED = ("PySide6", "shiboken6", "pygraphviz.libs")

_PROBE = """
import ctypes, json, re, sys
missing = []
for name in json.load(sys.stdin):
    try:
        ctypes.CDLL(name)
    except OSError as error:
        lacking = re.match(r"(\\S+\\.so\\S*): cannot open shared object file", str(error))
        missing.append(lacking[1] if lacking else name)
print(json.dumps(sorted(set(missing))))
"""


def expected_of_system() -> list[str]:
    """Return the libraries that Qt is known to need, for a look before Qt is installed."""
    return sorted(DEBIAN)


def asked_of_system(site_packages: Path) -> list[str]:
    """Return the names of all libraries that the installed wheels need and do not carry themselves.

    Args:
        site_packages: the folder into which the wheels were unpacked.
    """
    shipped = {file.name: file for part in _SHIPPED for file in (site_packages / part).rglob("*.so*")}
    waiting = [file for pattern in _ROOTS for file in site_packages.glob(pattern)]
    seen: set[str] = set()
    while waiting:
        for name in needed_libraries(waiting.pop()):
            if name not in seen:
                seen.add(name)
                waiting += [shipped[name]] if name in shipped else []
    return sorted(seen - shipped.keys())


def missing_of(names: Iterable[str]) -> list[str]:
    """Return which of the libraries the system's loader does not find.

    A fresh process asks the loader, because a running one keeps its first answers. Where the interpreter has
    no ctypes nothing counts as missing: the look after the installation runs in a whole interpreter.
    """
    probe = subprocess.run(
        [sys.executable, "-c", _PROBE], input=json.dumps(list(names)), capture_output=True, text=True, check=False
    )
    return json.loads(probe.stdout) if probe.returncode == 0 else []

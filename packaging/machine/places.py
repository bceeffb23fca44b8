"""Where things lie in the project."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ROOT / "packaging" / "locks"
VENV = ROOT / ".venv"

CONTAINED_IN = {
    "run": ("run", "test", "packaging", "dev"),
    "test": ("test", "dev"),
    "packaging": ("packaging", "dev"),
    "dev": ("dev",),
}
"""For each lock the locks that install at least as much, itself first."""


def lock_file(name: str) -> Path:
    """Return the file of the lock called `name`."""
    return LOCKS / f"{name}.txt"


def python_of(environment: Path) -> Path:
    """Return the interpreter of a virtual environment, whether or not it exists."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def find_uv() -> str | None:
    """Return uv's program: the one in `.venv`, else the one on the path."""
    return shutil.which("uv", path=str(scripts_of(VENV))) or shutil.which("uv")


def scripts_of(environment: Path) -> Path:
    """Return the folder of a virtual environment that holds its commands."""
    return environment / ("Scripts" if os.name == "nt" else "bin")

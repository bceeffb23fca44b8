"""Runs every check of the project, all of them even after one fails: `make check`.

`--no-tests` leaves the tests out; other arguments are passed on to them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CHECKS = {
    "ruff": ("-m", "ruff", "check", "."),
    "format": ("-m", "ruff", "format", "--check", "."),
    "pyright": ("-m", "pyright"),
    "imports": ("-c", "from importlinter.cli import lint_imports_command as check; check()"),
    "drills": ("-m", "trainer", "drill", "check"),
    "decks": ("-m", "trainer", "deck", "check"),
}
TESTS = ("-m", "pytest", "-n", "2", "-q")
QUIET = {
    "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1",  # it asks the network for a newer version otherwise
    "QT_QPA_PLATFORM": "offscreen",
}


def main(arguments: list[str]) -> int:
    """Run the checks in turn and name those that failed."""
    checks = dict(CHECKS)
    if "--no-tests" not in arguments:
        checks["tests"] = (*TESTS, *arguments)
    failed = [name for name, words in checks.items() if not _passes(name, words)]
    print(f"Failed: {', '.join(failed)}." if failed else f"All in order: {', '.join(checks)}.")
    return 1 if failed else 0


def _passes(name: str, words: tuple[str, ...]) -> bool:
    print(f"== {name}", flush=True)
    command = [sys.executable, *words]
    return subprocess.call(command, cwd=Path(__file__).parents[1], env={**os.environ, **QUIET}) == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

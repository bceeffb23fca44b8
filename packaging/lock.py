"""Writes the locks anew from pyproject.toml: `make lock`, or `make lock ARGS=--upgrade` for the newest versions.

A lock lists every package with the hashes of all its files, for all platforms, and names no index and no host:
where packages come from is the business of whoever installs them.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from machine.failures import SetupError
from machine.places import LOCKS, ROOT, find_uv, lock_file

HEADER = "# {about}\n# Written by `make lock` from pyproject.toml; change that file, not this one.\n"
ABOUT = {
    "dev": "All that developing needs: testing, packaging, the linters and type checkers.",
    "test": "What running and testing need.",
    "packaging": "What building the wheel needs.",
    "run": "What running needs, and the build backend that installs the project itself.",
}
GROUPS = {"dev": "dev", "test": "test", "packaging": "packaging", "run": "build"}
"""For each lock the dependency group that joins the project's own dependencies; the widest lock comes first."""

FOREIGN = re.compile(r"://|^\s*-|^\s*--(?!hash)|@ |(?:^|\s)/\w|\w+\.\w+/\w", re.MULTILINE)
"""What no lock may hold: addresses, options, direct references, paths."""


def main() -> int:
    """Write all locks; the narrower ones at the versions of the widest."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that pyproject admits")
    upgrade = parser.parse_args().upgrade
    try:
        with tempfile.TemporaryDirectory() as scratch:
            write_locks(Path(scratch), upgrade=upgrade)
    except SetupError as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


def write_locks(scratch: Path, *, upgrade: bool) -> None:
    """Resolve each group in `scratch` and put the results in their place when all are there.

    Raises:
        SetupError: when the dependencies do not fit together, or a lock would name a place.
    """
    widest = scratch / "dev.txt"
    if lock_file("dev").exists() and not upgrade:
        shutil.copyfile(lock_file("dev"), widest)
    for name in GROUPS:
        resolve(name, scratch / f"{name}.txt", None if name == "dev" else widest)
    for name in GROUPS:
        text = neutral_text(name, (scratch / f"{name}.txt").read_text(encoding="utf-8"))
        LOCKS.mkdir(exist_ok=True)
        lock_file(name).write_text(text, encoding="utf-8", newline="\n")
        print(f"{lock_file(name).relative_to(ROOT)}: {len(re.findall('^[a-z0-9]', text, re.MULTILINE))} packages")


def resolve(name: str, out: Path, constraint: Path | None) -> None:
    """Let uv resolve one lock for all platforms into `out`.

    Raises:
        SetupError: when it cannot.
    """
    uv = find_uv()
    if uv is None:
        raise SetupError("uv is needed to write the locks and is not there: run `make check` once, it brings it.")
    command = [
        *(uv, "pip", "compile", "pyproject.toml", "--group", GROUPS[name], "--output-file", str(out)),
        *("--universal", "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-header"),
        *("--annotation-style", "line", "--python-version", "3.11", "--no-config", "--quiet"),
        *(("--constraint", str(constraint)) if constraint else ()),
    ]
    done = subprocess.run(command, cwd=ROOT, env=_environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetupError(f"The lock {name!r} could not be written:\n{done.stderr.strip()}")


def _environment() -> dict[str, str]:
    """Return the environment without this machine's own folders of packages: their hashes mean nothing elsewhere."""
    return {name: value for name, value in os.environ.items() if name not in ("UV_FIND_LINKS", "UV_CONSTRAINT")}


def neutral_text(name: str, text: str) -> str:
    """Return a lock's text with our header, and without remarks on where the resolver found what.

    Raises:
        SetupError: when a place is named all the same.
    """
    kept = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    body = "\n".join(kept) + "\n"
    found = FOREIGN.search(body.replace("--hash=", "hash="))
    if found:
        raise SetupError(f"The lock {name!r} would name a place: {found[0]!r}.")
    return HEADER.format(about=ABOUT[name]) + body


if __name__ == "__main__":
    sys.exit(main())

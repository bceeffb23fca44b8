"""Installs a lock and the project, and turns what the installer prints on failure into one sentence."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

from machine.failures import DISK_FULL, SetupError, cannot_write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class _Reason(NamedTuple):
    """What an installer prints when something went wrong, and how we say it."""

    pattern: str
    sentence: str


_REASONS = (
    _Reason(
        r"DO NOT MATCH THE HASHES|Hash mismatch",
        "A package does not match the hash in the lock ({package}): what came is not what was pinned, and nothing of "
        "it was installed; check the mirror or proxy in use.",
    ),
    _Reason(
        r"No space left on device|Errno 28|not enough space",
        DISK_FULL,
    ),
    _Reason(
        r"Permission denied|Errno 13|Access is denied|Read-only file system|Errno 30",
        "There is no permission to write into {folder}.",
    ),
    _Reason(
        r"CERTIFICATE_VERIFY_FAILED|SSLError|UnknownIssuer",
        "The package registry's certificate was not accepted: tell pip which certificates to trust (PIP_CERT).",
    ),
    _Reason(
        r"Temporary failure in name resolution|Name or service not known|NewConnectionError|getaddrinfo failed|"
        r"Connection refused|ConnectTimeout|ReadTimeout|Network is unreachable|ProxyError|ConnectionResetError|"
        r"nodename nor servname|dns error|error sending request|Connection aborted|NameResolutionError",
        "The package registry cannot be reached: check the network (and the proxy, if there is one), then try again.",
    ),
    _Reason(
        r"No matching distribution found for (?P<package>\S+)|has no wheels with a matching|No solution found",
        "No build of {package} fits this machine and Python {version}, or the registry in use does not have it.",
    ),
)


def run_installer(command: list[str], folder: Path, log: Path, told: Callable[[str], None]) -> None:
    """Run an installer to its end.

    Args:
        command: the installer with all its arguments.
        folder: the environment it installs into, for the sentence on failure.
        log: file that keeps all it printed.
        told: is called with the name of each package as it is reached.

    Raises:
        SetupError: when the installer fails.
    """
    lines: list[str] = []
    try:
        with (
            log.open("w", encoding="utf-8") as kept,
            subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                encoding="utf-8",
                errors="replace",
                env={**os.environ, "PYTHONUTF8": "1"},
            ) as running,
        ):
            for line in running.stdout or ():
                lines.append(line.rstrip())
                kept.write(line)
                collected = re.match(r"Collecting ([\w.-]+)", line)
                if collected:
                    told(collected[1])
    except OSError as error:
        raise cannot_write(folder, error) from error
    if running.returncode:
        raise SetupError(reason_of(lines, folder, log))


def reason_of(lines: list[str], folder: Path, log: Path) -> str:
    """Return one sentence for why an installer failed, from what it printed.

    Args:
        lines: what it printed.
        folder: the environment it installed into.
        log: where the whole of it can be read.
    """
    text = "\n".join(lines)
    for pattern, sentence in _REASONS:
        found = re.search(pattern, text)
        if found:
            package = found.groupdict().get("package") or _package_named(lines)
            return sentence.format(package=package, folder=folder, version="{}.{}".format(*sys.version_info[:2]))
    last = next((line for line in reversed(lines) if "error" in line.lower()), lines[-1] if lines else "no output")
    return f"Installing failed: {last.strip()} (all of it is in {log})"


def _package_named(lines: list[str]) -> str:
    """Return the package a hash message names: it stands in the first indented line with a pin."""
    named = re.search(r"^\s+([\w.-]+==\S+?)(?: from|;| |$)", "\n".join(lines), re.MULTILINE)
    return named[1] if named else "a package"

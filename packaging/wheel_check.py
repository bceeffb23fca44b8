"""Builds the wheel, installs it into an empty environment, and uses it from an empty folder: `make wheel`.

A drill is listed, checked and drawn there, and the log of a new data folder is examined, with nothing of the
project's own folder in reach and an empty home.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from machine.environment import installer_for, make_environment
from machine.failures import SetupError
from machine.installing import run_installer
from machine.places import ROOT, scripts_of
from machine.setting_up import install_lock

if TYPE_CHECKING:
    from collections.abc import Callable

DRILL = "three-tier-two-zones"
CARRIED = (
    "trainer/_bundled/content.json",
    "trainer/_bundled/assets/curriculum.yaml",
    "trainer/_bundled/assets/primers/vpc-intro.yaml",
)
_KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LANG", "LC_ALL")
"""Variables a program needs to start at all; no other reaches the wheel."""


def main() -> int:
    """Build, install, use; tell each step."""
    try:
        with tempfile.TemporaryDirectory(prefix="wheel-") as scratch:
            check_wheel(Path(scratch))
    except SetupError as failure:
        print(f"The wheel is not good: {failure}", file=sys.stderr)
        return 1
    print("The wheel is good.")
    return 0


def check_wheel(scratch: Path) -> None:
    """Do the whole of it inside `scratch`.

    Raises:
        SetupError: at the first thing that is wrong.
    """
    wheel = build_wheel(scratch / "dist")
    look_inside(wheel)
    environment = scratch / "environment"
    make_environment(environment)
    install_lock(environment, "run", scratch / "lock.log")
    command = [*installer_for(environment), "--no-deps", str(wheel)]
    run_installer(command, environment, scratch / "wheel.log", lambda _: None)
    use_wheel(Trial(environment, scratch))


def build_wheel(out: Path) -> Path:
    """Build the source archive, and the wheel from that, with the backend that is installed here.

    Raises:
        SetupError: when the build fails.
    """
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(command, cwd=ROOT.parent, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetupError("it could not be built:\n" + "\n".join((done.stdout + done.stderr).splitlines()[-25:]))
    wheel = next(out.glob("*.whl"))
    print(f"built {wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB", flush=True)
    return wheel


def look_inside(wheel: Path) -> None:
    """Check that the wheel carries the content and nothing of the tests.

    Raises:
        SetupError: when something is missing or should not be there.
    """
    names = set(zipfile.ZipFile(wheel).namelist())
    missing = [name for name in CARRIED if name not in names]
    if not any(name.startswith("trainer/_bundled/diagrams/") and DRILL in name for name in names):
        missing.append(f"the drill {DRILL}")
    if missing:
        raise SetupError(f"it lacks {', '.join(missing)}")
    stray = sorted(name for name in names if not name.startswith(("trainer/", "architecture_trainer-")))
    if stray:
        raise SetupError(f"it carries what does not belong there: {', '.join(stray[:5])}")


class Trial:
    """Runs the installed program in an empty folder with an empty home."""

    def __init__(self, environment: Path, scratch: Path) -> None:
        self.folder = scratch / "empty"
        self.data = scratch / "data"
        self._program = scripts_of(environment) / "trainer"
        home = scratch / "home"
        self.folder.mkdir()
        home.mkdir()
        self._variables = {
            **{name: os.environ[name] for name in _KEPT if name in os.environ},
            **dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(home)),
            "QT_QPA_PLATFORM": "offscreen",
        }

    def run(self, *words: str, holds: Callable[[str], bool]) -> None:
        """Run `trainer` with these words and judge what it prints.

        Raises:
            SetupError: when it fails, complains, or prints something else than it should.
        """
        command = [str(self._program), *words]
        done = subprocess.run(
            command, cwd=self.folder, env=self._variables, capture_output=True, text=True, check=False, timeout=300
        )
        said = f"`trainer {' '.join(words)}`"
        if done.returncode:
            raise SetupError(f"{said} ended with {done.returncode}: {(done.stderr or done.stdout)[-2000:]}")
        if "Traceback" in done.stderr or not holds(done.stdout):
            raise SetupError(f"{said} printed something unexpected: {(done.stdout + done.stderr)[-2000:]}")
        print(f"{said}: as it should be", flush=True)


def use_wheel(trial: Trial) -> None:
    """List, show, check and draw a drill, and examine a new data folder.

    Raises:
        SetupError: at the first command that does not do as it should.
    """
    trial.run("drill", "list", holds=lambda out: DRILL in out and "first-vpc" in out)
    trial.run("drill", "list", "--json", holds=lambda out: DRILL in json.dumps(json.loads(out)))
    trial.run("drill", "check", holds=lambda out: DRILL in out)
    trial.run("drill", "render", DRILL, "-o", "x.svg", "--solution", holds=lambda _: True)
    picture = trial.folder / "x.svg"
    if not picture.exists() or "</svg>" not in picture.read_text(encoding="utf-8"):
        raise SetupError("`trainer drill render` left no picture")
    trial.run("learn", "vpc-intro", holds=lambda out: "What to take along:" in out)
    trial.run("doctor", "--data-dir", str(trial.data), holds=lambda out: "Events: 0" in out)


if __name__ == "__main__":
    sys.exit(main())

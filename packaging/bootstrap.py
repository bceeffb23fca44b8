"""Sets the project up and starts what is asked for, with nothing but Python: `python3 packaging/bootstrap.py`.

This file runs under any Python 3 as far as the sentence that asks for a newer one; the rest is in `machine/`.
The folder `packaging` must never get an `__init__.py`: it would hide the library of that name.
"""

import os
import shutil
import subprocess
import sys

OLDEST = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")


def main() -> int:
    """Run the command line; a Python too old hands over to a newer one on the path, if there is one."""
    if sys.version_info >= OLDEST:
        from machine.commands import run_command  # noqa: PLC0415 - an old Python could not read it

        return run_command(sys.argv[1:])
    newer = next((path for path in map(shutil.which, NEWER) if path), None)
    if newer:
        return subprocess.call([newer, os.path.abspath(__file__), *sys.argv[1:]])  # noqa: PTH100 - as old as can be
    print(
        "This program needs Python {}.{} or newer; this is Python {}.{}.{}. "
        "Install a newer one and start with it, for instance: make PYTHON=python3.12 run".format(
            *OLDEST, *sys.version_info[:3]
        ),
        file=sys.stderr,
    )
    return 2


if __name__ == "__main__":
    sys.exit(main())

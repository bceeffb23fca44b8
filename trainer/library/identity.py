"""Keeps ids for ever: what the last release had (`assets/ids.lock`) is still there, renamed or retired."""

import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from trainer.errors import UserError
from trainer.learning.note import items_of
from trainer.library.shelf import Library
from trainer.paths import assets_dir

_HEADER = "# The ids of the last release, one a line; written by `python -m trainer.library.identity --write`.\n"


def lock_file() -> Path:
    """Where the ids of the last release are listed."""
    return assets_dir() / "ids.lock"


def ids_of(library: Library) -> list[str]:
    """The uids of all items, sorted: cards, drills and skills."""
    cards = (item for note in library.notes() for item in items_of(note))
    return sorted([*cards, *(f"drill:{drill}" for drill in library.drill_ids()), *library.skills])


def find_lost(library: Library) -> list[str]:
    """A line for each id of the last release that is gone and was neither renamed nor retired.

    Args:
        library: without faults; else what is in its faulty files would be called lost.

    Raises:
        UserError: when the list of the last release cannot be read.
    """
    return list(_lost(_read_lock(lock_file()), frozenset(ids_of(library)), library))


def _lost(locked: Iterable[str], ids: Collection[str], library: Library) -> Iterator[str]:
    for uid in locked:
        base, mark, card = uid.partition("#")
        today = f"{library.renames.get(base, base)}{mark}{card}"
        if today in ids or library.retired & {uid, base, today}:
            continue
        if today == uid:
            yield f"{uid}: gone since the last release; list it in assets/renames.yaml, as renamed or as retired"
        else:
            yield f"{uid}: there is no {today}; list {uid} in assets/renames.yaml as retired"


def _read_lock(path: Path) -> list[str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        hint = "write it with `python -m trainer.library.identity --write`"
        raise UserError(f"{path}: the ids of the last release cannot be read: {error}; {hint}") from error
    return [line for line in lines if line and not line.startswith("#")]


def write_lock(library: Library) -> None:
    """Lists the ids of a release.

    Raises:
        UserError: when the file cannot be written.
    """
    try:
        lock_file().write_text(_HEADER + "".join(f"{uid}\n" for uid in ids_of(library)), encoding="utf-8")
    except OSError as error:
        raise UserError(f"{lock_file()}: the ids cannot be written: {error}") from error


def main(arguments: Sequence[str]) -> int:
    """Compares the ids with those of the last release, or with `--write` lists them as those of a new one.

    What is lost is never written over; to start anew, delete the list.

    Returns:
        0 when none is lost; 1 when some are, or content files have faults; 2 for a list that cannot be used.
    """
    from trainer.library.compiling import compile_content  # noqa: PLC0415  # the check itself needs no YAML

    if set(arguments) - {"--write"}:
        sys.stderr.write("usage: python -m trainer.library.identity [--write]\n")
        return 2
    writes = "--write" in arguments
    try:
        library = Library(compile_content(strict=False))
        lost = library.faults or (() if writes and not lock_file().exists() else find_lost(library))
        sys.stderr.writelines(f"{line}\n" for line in lost)
        if writes and lost:
            sys.stderr.write("nothing is written; mend this first, or delete the list to start anew\n")
        elif writes:
            write_lock(library)
    except UserError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The ids that were given up: `assets/renames.yaml`, checked against the ids that there are."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from trainer.library.fault import ContentError
from trainer.library.form import form_faults, line_of
from trainer.library.known import nearest
from trainer.library.schema import Part, Problem, Text
from trainer.library.yaml_file import read_yaml


@dataclass(frozen=True, slots=True)
class Renames:
    """What became of ids.

    Attributes:
        renames: new uid by old, chains resolved.
        retired: uids that went without another in their place.
    """

    renames: Mapping[str, str] = field(default_factory=dict)
    retired: frozenset[str] = frozenset()


class _RenamesDoc(Part):
    renames: dict[Text, Text] = Field(default={})
    retired: list[Text] = Field(default=[])


def check_renames(path: Path, uids: Collection[str], *, complete: bool) -> Renames:
    """Reads and checks the file; one that is not there lists nothing.

    Args:
        path: of the file.
        uids: of all notes, cards, drills (`drill:...`) and skills (`skill:...`) that there are.
        complete: whether these are all; else a new id may be in a file that could not be read, and is not missed.

    Raises:
        ContentError: with all faults of the file.
    """
    if not path.exists():
        return Renames()
    file = read_yaml(path)
    if not isinstance(file.content, dict):
        raise ContentError([file.fault((), "expected the fields `renames:` and `retired:`")])
    faults = []
    try:
        _RenamesDoc.model_validate(file.content)
    except ValidationError as error:
        found = error.errors(include_url=False)
        faults += form_faults(
            file, ((tuple(part for part in fault["loc"] if part != "[key]"), fault) for fault in found)
        )
    renames, retired = _readable(file.content)
    problems = [*_check_renamed(renames, uids, complete=complete), *_check_retired(retired, renames, uids)]
    faults += [file.fault(*problem) for problem in problems]
    if faults:
        raise ContentError(sorted(faults, key=line_of))
    return Renames({old: _follow(old, renames)[-1] for old in renames}, frozenset(retired.values()))


def _readable(content: Mapping[str, Any]) -> tuple[dict[str, str], dict[int, str]]:
    """What has the right form: renames, and what is retired by its number in the list."""
    renames, retired = content.get("renames"), content.get("retired")
    pairs = renames.items() if isinstance(renames, dict) else ()
    rows = enumerate(retired if isinstance(retired, list) else ())
    return (
        {old: new for old, new in pairs if isinstance(old, str) and isinstance(new, str)},
        {number: uid for number, uid in rows if isinstance(uid, str)},
    )


def _check_renamed(renames: Mapping[str, str], uids: Collection[str], *, complete: bool) -> Iterator[Problem]:
    for old, new in renames.items():
        at = ("renames", old)
        if "#" in old + new:
            yield at, "a single card is not renamed: name its note, or list the card as retired"
        elif _kind(old) != _kind(new):
            yield at, f"a {_kind(old)} becomes a {_kind(old)} (found the {_kind(new)} {new!r})"
        elif old in uids:
            yield at, f"{old!r} still exists; only an id that is gone is renamed"
        elif (chain := _follow(old, renames))[-1] == old:
            yield at, f"this goes in a circle: {' -> '.join(chain)}"
        elif complete and new not in renames and new not in uids:
            yield at, f"there is no {_kind(new)} {new!r}{nearest(new, uids)}"


def _check_retired(retired: Mapping[int, str], renames: Mapping[str, str], uids: Collection[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, uid in retired.items():
        if uid in uids:
            yield ("retired", number), f"{uid!r} still exists; only an id that is gone is retired"
        if uid in renames:
            yield ("retired", number), f"{uid!r} is renamed too; an id is either renamed or retired"
        if uid in seen:
            yield ("retired", number), f"{uid!r} is in the list already"
        seen.add(uid)


def _follow(uid: str, renames: Mapping[str, str]) -> list[str]:
    """An id and those that came after it, up to the one of today or one that came before."""
    chain = [uid]
    while chain[-1] in renames:
        chain.append(renames[chain[-1]])
        if chain[-1] in chain[:-1]:
            break
    return chain


def _kind(uid: str) -> str:
    kind, mark, _ = uid.partition(":")
    return kind if mark else "note"

"""The faults of content files as findings, so that one list has all that is to be mended."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from trainer.library.deck_quality.written import Finding
from trainer.library.fault import ContentError
from trainer.library.yaml_file import read_yaml

FAULT = "fault"
"""The name of the check that a file with faults did not pass."""

_FAULT = re.compile(r"(?P<file>.+?):(?P<line>\d+): (?P<message>.*)", re.DOTALL)
_NOTE = re.compile(r"notes\.(\d+)\b")


def as_findings(faults: Iterable[str]) -> Iterator[Finding]:
    """The faults of a library; those within a note of a file that can be read name it."""
    for fault in faults:
        if found := _FAULT.fullmatch(fault):
            path = Path(found["file"])
            yield Finding(path, int(found["line"]), _note(path, found["message"]), FAULT, found["message"])
        else:
            yield Finding(Path(), 1, "", FAULT, fault)


def _note(path: Path, message: str) -> str:
    at = _NOTE.match(message)
    if at is None:
        return ""
    try:
        content: Any = read_yaml(path).content
        uid = content["notes"][int(at[1])]["id"]
    except (ContentError, LookupError, TypeError):
        return ""
    return uid if isinstance(uid, str) else ""

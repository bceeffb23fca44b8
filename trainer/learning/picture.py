"""What a picture on a card shows: a drill, drawn from its model, or a file that lies beside the decks."""

import re
from dataclasses import dataclass
from enum import StrEnum

DRILL = "drill:"

_DRILL = re.compile(r"drill:(?P<drill>[a-z0-9-]{1,60})(?:(?P<empty>\?empty)|#(?P<node>[a-z0-9-]{1,60}))?")
_FILE = re.compile(r"[a-z0-9][a-z0-9_-]{0,80}\.(?:svg|png)")


class Stage(StrEnum):
    """How much of a drill is drawn."""

    SOLVED = "solved"
    EMPTY = "empty"
    """The places alone."""
    COVERED = "covered"
    """Solved, but for one piece that stands as a blank tile."""
    SHOWN = "shown"
    """Solved, with that piece marked."""


@dataclass(frozen=True, slots=True)
class DrillView:
    """A drill to draw; `node` is the piece or fixture that is covered or marked."""

    drill: str
    stage: Stage = Stage.SOLVED
    node: str = ""


@dataclass(frozen=True, slots=True)
class FileView:
    """A file beside the decks, by its name."""

    name: str


def parse_target(target: str) -> DrillView | FileView | None:
    """What a picture's target names; None for everything else, so that nothing is ever loaded from elsewhere.

    Targets are `drill:first-vpc` (solved), `drill:first-vpc?empty`, `drill:first-vpc#nat` (with that piece covered),
    and names of SVG and PNG files, without a folder.
    """
    if found := _DRILL.fullmatch(target):
        if found["node"]:
            return DrillView(found["drill"], Stage.COVERED, found["node"])
        return DrillView(found["drill"], Stage.EMPTY if found["empty"] else Stage.SOLVED)
    return FileView(target) if _FILE.fullmatch(target) else None

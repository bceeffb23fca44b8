"""A drill: a topology, pieces to place in it, and the rules that a placement must obey."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from trainer.cloud.topology import Topology


class Mode(StrEnum):
    """A way to work on a drill."""

    PLACE = "place"


class LinkKind(StrEnum):
    """What a line between two pieces stands for: traffic solid, replication dashed, trigger dotted."""

    TRAFFIC = "traffic"
    REPLICATION = "replication"
    TRIGGER = "trigger"


@dataclass(frozen=True, slots=True)
class Piece:
    """One instance of a service that the learner may place.

    Attributes:
        name: what the palette and the tile say.
        spans: in how many containers it belongs at once; each is drawn as a tile of its own.
        decoy: it must stay in the palette.
        breaks: for a decoy: id of the rule, and so the requirement of the brief, that placing it breaks.
        facts: ids of the curriculum facts that it teaches.
    """

    id: str
    service: str
    name: str
    role: str | None = None
    spans: int = 1
    decoy: bool = False
    breaks: str | None = None
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fixture:
    """A tile that is part of the scene, such as the users on the internet; it is not graded or moved."""

    id: str
    service: str
    name: str
    container: str


@dataclass(frozen=True, slots=True)
class Link:
    """A line that is drawn once both of its ends (pieces or fixtures) are placed."""

    source: str
    target: str
    kind: LinkKind = LinkKind.TRAFFIC
    label: str = ""


@dataclass(frozen=True, slots=True)
class RuleUse:
    """A rule as one drill uses it.

    Attributes:
        parameters: what the drill sets, by the parameter names of the rule's function.
        asked: the brief asks for this quality, so that breaking a *risky* rule is an error here.
        because: the sentence of the brief that asks for it, in the author's words; added to the reason.
        skill: the skill it trains, where that is narrower than the rule (`different-zones/rds-standby`).
    """

    rule: str
    parameters: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    asked: bool = False
    because: str = ""
    skill: str | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """An accepted single move away from the solution, with the author's reason."""

    piece: str
    container: str
    instead_of: str
    reason: str


Placement = Mapping[str, tuple[str, ...]]
"""Where the pieces are: containers by piece id, in the order in which they were placed. A piece that is
absent, or has no container, is still in the palette. Treated as immutable: a move makes a new one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """A drill as it is graded and drawn.

    Attributes:
        brief: the situation and what is required, in plain words; never names the answer.
        architecture: slug of the architecture of the course that it is for.
        solution: one right placement: shown as the model answer, never used for grading.
        shows: what a learner should take away, shown once solved.
        minutes: how long it takes at first, in minutes.
        difficulty: 1 (first steps) to 5.
    """

    id: str
    title: str
    brief: str
    topology: Topology
    pieces: Mapping[str, Piece]
    rules: tuple[RuleUse, ...]
    solution: Placement
    sections: tuple[str, ...] = ()
    architecture: str | None = None
    fixtures: tuple[Fixture, ...] = ()
    links: tuple[Link, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    modes: tuple[Mode, ...] = (Mode.PLACE,)
    shows: tuple[str, ...] = ()
    minutes: int = 5
    difficulty: int = 1

    @property
    def required(self) -> tuple[Piece, ...]:
        """The pieces that belong in the diagram, decoys left out."""
        return tuple(piece for piece in self.pieces.values() if not piece.decoy)

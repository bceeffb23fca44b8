"""A drill: a topology, pieces to place in it, and the rules that a placement must obey."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from trainer.cloud.topology import Topology


class Mode(StrEnum):
    """A way to work on a drill."""

    PLACE = "place"
    """Put pieces where they belong."""
    CONNECT = "connect"
    """Draw the lines between them."""
    CLASSIFY = "classify"
    """Sort statements into bins."""
    ORDER = "order"
    """Put steps in their order."""


CHIP = "chip"
"""The service of a piece that is none: a statement to sort, a state, or a step."""

Line = tuple[str, str]
"""Ids of the pieces or fixtures that a line leads from and to."""


class Feedback(StrEnum):
    """When a drill says what is right and wrong."""

    DROP = "drop"
    """At each drop."""
    CHECK = "check"
    """All at once, when the learner asks for it; until then everything can be revised."""


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
    """A line that is drawn once both of its ends (pieces or fixtures) are placed, or that the learner draws.

    Attributes:
        optional: where the learner draws: it is right, and not missed.
        because: what it is for, in a sentence; told when it is drawn rightly, or the wrong way round.
    """

    source: str
    target: str
    kind: LinkKind = LinkKind.TRAFFIC
    label: str = ""
    optional: bool = False
    because: str = ""


@dataclass(frozen=True, slots=True)
class Mislink:
    """A line that learners draw wrongly, with what is wrong about it."""

    source: str
    target: str
    because: str


@dataclass(frozen=True, slots=True)
class RuleUse:
    """A rule as one drill uses it.

    Attributes:
        parameters: what the drill sets, by the parameter names of the rule's function.
        asked: the brief asks for this quality, so that breaking a *risky* rule is an error here.
        because: the sentence of the brief that asks for it, in the author's words; added to the reason.
        skill: the skill it trains, where that is narrower than the rule (`different-zones/rds-standby`), or uid of
            the chip whose place is itself what is to be known (`chip:shared-responsibility/hypervisor`).
        facts: ids of the facts behind this use, in place of the rule's own.
    """

    rule: str
    parameters: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    asked: bool = False
    because: str = ""
    skill: str | None = None
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alternative:
    """An accepted single move away from the solution, with the author's reason."""

    piece: str
    container: str
    instead_of: str
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """The same architecture for somebody else: other words, the same requirements.

    Attributes:
        names: names of pieces and fixtures by id, where they differ.
    """

    title: str
    brief: str
    names: Mapping[str, str] = field(hash=False)


Placement = Mapping[str, tuple[str, ...]]
"""Where the pieces are: containers by piece id, in the order in which they were placed. A piece that is
absent, or has no container, is still in the palette. Lines that the learner drew are in it, too: see
`trainer.cloud.lines`. Treated as immutable: a move makes a new one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """A drill as it is graded and drawn.

    Attributes:
        brief: the situation and what is required, in plain words; never names the answer.
        architecture: slug of the architecture of the course that it is for.
        solution: one right placement, drawn lines included: shown as the model answer, never used for grading.
        shows: what a learner should take away, shown once solved.
        stories: other stories with the same solution, for learners who know this one.
        minutes: how long it takes at first, in minutes.
        difficulty: 1 (first steps) to 5.
        feedback: when it judges, unless level or learner say otherwise.
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
    mislinks: tuple[Mislink, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    modes: tuple[Mode, ...] = (Mode.PLACE,)
    shows: tuple[str, ...] = ()
    stories: tuple[Story, ...] = ()
    minutes: int = 5
    difficulty: int = 1
    feedback: Feedback = Feedback.DROP

    @property
    def required(self) -> tuple[Piece, ...]:
        """The pieces that belong in the diagram, decoys left out."""
        return tuple(piece for piece in self.pieces.values() if not piece.decoy)

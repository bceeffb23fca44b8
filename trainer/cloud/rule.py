"""What a rule is, and how one is written down."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from inspect import Parameter, signature
from typing import Annotated

from trainer.cloud.board import Board
from trainer.cloud.drill import Line, Piece
from trainer.cloud.topology import Container


class RuleClass(StrEnum):
    """What happens on AWS when a rule is broken."""

    IMPOSSIBLE = "impossible"
    """AWS refuses it."""
    BROKEN = "broken"
    """It deploys, and something that is required does not work."""
    RISKY = "risky"
    """It works, against guidance on availability, security or cost: an error only where the brief asks."""
    CONVENTION = "convention"
    """A habit of drawing or naming: shown, never graded."""


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule is broken, whatever is placed from here on.

    Attributes:
        message: what is wrong with this placement, naming its places.
        lines: lines that are wrong, where it is these and not their ends.
    """

    pieces: tuple[str, ...]
    containers: tuple[str, ...]
    message: str
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Undecided:
    """Whether these pieces obey the rule depends on tiles that are still in the palette."""

    pieces: tuple[str, ...]


Judgement = Breach | Undecided
Check = Callable[..., Iterator[Judgement]]

PieceIds = tuple[str, ...]
"""Annotation of a rule's parameter that takes ids of pieces to compare, two at least; their order means nothing."""

AnyPieceIds = Annotated[tuple[str, ...], "one at least"]
"""Annotation of a rule's parameter that takes ids of pieces that it judges one by one."""

PlaceIds = Annotated[tuple[str, ...], "containers"]
"""Annotation of a rule's parameter that takes ids of containers; their order means nothing."""

NodeIds = Annotated[tuple[str, ...], "pieces or fixtures"]
"""Annotation of a rule's parameter that takes ids of what a line can begin or end at; their order means nothing."""

PieceOrder = Sequence[str]
"""Annotation of a parameter that takes ids of pieces in an order that matters; it is always named `order`."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A named, reusable statement about architectures, with the check that finds where it is broken.

    Attributes:
        kind: what AWS does when it is broken.
        statement: the rule in one sentence.
        why: the reason, in one or two sentences.
        facts: ids of the curriculum facts behind it.
        source: title of the AWS page behind it.
        services: what it is about; a drill that has none of them has no use for it. Empty: anything.
        speaks_for_scope: it explains a wrong scope of its services better than the general scope rule does,
            which then keeps silent about them.
        from_drill: it says nothing about AWS by itself; reason, facts and source are the drill's.
        check: takes a `Board` and the rule's own parameters.
    """

    id: str
    kind: RuleClass
    statement: str
    why: str
    facts: tuple[str, ...]
    source: str
    check: Check
    services: tuple[str, ...] = ()
    speaks_for_scope: bool = False
    from_drill: bool = False

    @property
    def parameters(self) -> Mapping[str, Parameter]:
        """What a drill may set, by name."""
        return {name: found for name, found in signature(self.check).parameters.items() if name != "board"}


def rule(
    id: str,  # noqa: A002  # the word that drill files use
    *,
    kind: RuleClass,
    statement: str,
    why: str,
    facts: tuple[str, ...],
    source: str,
    services: tuple[str, ...] = (),
    speaks_for_scope: bool = False,
    from_drill: bool = False,
) -> Callable[[Check], Rule]:
    """Turns a check into a rule; the arguments are those of `Rule`."""

    def name_check(check: Check) -> Rule:
        return Rule(id, kind, statement, why, facts, source, check, services, speaks_for_scope, from_drill)

    return name_check


def each_seat(
    board: Board, pieces: tuple[Piece, ...], fault: Callable[[Piece, Container], str | None]
) -> Iterator[Judgement]:
    """Judges every seat of the pieces by itself.

    Args:
        board: the placement.
        pieces: whom to judge.
        fault: the message for a piece in a container, or None where it may sit.
    """
    for piece in pieces:
        for seat in board.seats(piece):
            if message := fault(piece, seat):
                yield Breach((piece.id,), (seat.id,), message)
        if board.is_waiting(piece):
            yield Undecided((piece.id,))


def each_line(board: Board, fault: Callable[[Line], str | None]) -> Iterator[Judgement]:
    """Judges every drawn line that neither is a link of the drill nor runs against one.

    Args:
        board: the placement.
        fault: the message for such a line, or None where it is not this rule's; a mislink of the drill has words of
            its own, which are told in place of the message.
    """
    for line in board.lines:
        if line in board.answers or (line[1], line[0]) in board.answers:
            continue
        if message := fault(line):
            yield Breach((), (), board.mislinks.get(line) or message, lines=(line,))


def lies_in(board: Board, container: Container, places: PlaceIds) -> bool:
    """Whether a container is one of the places, or inside one."""
    return any(around.id in places for around in board.drill.topology.lineage(container.id))


def kept_in(
    board: Board, pieces: tuple[Piece, ...], places: PlaceIds, message: Callable[[Piece, Container], str]
) -> Iterator[Judgement]:
    """Judges that every seat of the pieces lies in one of the places, or inside one.

    Args:
        board: the placement.
        pieces: whom to judge.
        places: ids of containers.
        message: what is wrong about a piece in a container outside them.
    """

    def fault(piece: Piece, seat: Container) -> str | None:
        return None if lies_in(board, seat, places) else message(piece, seat)

    return each_seat(board, pieces, fault)


def kept_out(
    board: Board, pieces: tuple[Piece, ...], places: PlaceIds, message: Callable[[Piece, Container], str]
) -> Iterator[Judgement]:
    """Judges that no seat of the pieces lies in one of the places, or inside one; see `kept_in`."""

    def fault(piece: Piece, seat: Container) -> str | None:
        return message(piece, seat) if lies_in(board, seat, places) else None

    return each_seat(board, pieces, fault)


def each_decoy(board: Board, requirement: str, message: Callable[[Piece, Container], str]) -> Iterator[Judgement]:
    """Judges the decoys that break a requirement merely by being there.

    Args:
        board: the placement.
        requirement: id of the rule that the decoys name under `breaks`.
        message: the message for a decoy in a container.
    """
    for piece, tiles in board.placed_decoys(requirement):
        yield Breach((piece.id,), tuple(tile.id for tile in tiles), message(piece, tiles[0]))


def two_zones(board: Board, piece: Piece, message: Callable[[str], str]) -> Iterator[Judgement]:
    """Judges whether the tiles of a spanning piece lie in at least two Availability Zones.

    Args:
        board: the placement.
        piece: a piece that spans at least two containers.
        message: the message for a zone (by its label) that holds all tiles.
    """
    zones = board.zones(piece)
    if len(set(zones)) > 1 or len(zones) < len(board.tiles(piece)):
        return  # two zones already, or a tile outside every zone, which another rule explains
    if board.is_waiting(piece):
        yield Undecided((piece.id,))
    elif zones:
        seats = tuple(seat.id for seat in board.seats(piece))
        yield Breach((piece.id,), seats, message(board.label(zones[0])))

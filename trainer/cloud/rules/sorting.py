"""Boards without an architecture: statements in bins, and steps in their order."""

from collections.abc import Iterator
from itertools import combinations

from trainer.cloud.board import Board
from trainer.cloud.drill import Piece
from trainer.cloud.rule import AnyPieceIds, Breach, Judgement, PieceOrder, PlaceIds, RuleClass, Undecided, rule
from trainer.cloud.topology import ContainerKind


@rule(
    "belongs-to",
    kind=RuleClass.BROKEN,
    statement="Each statement goes where its properties put it.",
    why="What a thing is for, and who looks after it, decides where it belongs; its name alone does not.",
    facts=("w1-compute-selection.1",),
    source="Definitions (AWS Well-Architected Framework)",
    from_drill=True,
)
def belongs_to(board: Board, pieces: AnyPieceIds, places: PlaceIds) -> Iterator[Judgement]:
    """Every tile of the pieces lies in one of the places, or inside one."""
    wanted = frozenset(places)
    for piece in board.named(pieces):
        for tile in board.tiles(piece):
            if not any(around.id in wanted for around in board.drill.topology.lineage(tile.id)):
                message = f"“{piece.name}” does not belong under “{tile.label}”."
                yield Breach((piece.id,), (tile.id,), message)
        if board.is_waiting(piece):
            yield Undecided((piece.id,))


@rule(
    "in-order",
    kind=RuleClass.BROKEN,
    statement="Each step comes after those that it depends on.",
    why="A step that comes too early finds nothing to work on yet.",
    facts=("vpc-troubleshooting.2",),
    source="Operational excellence pillar: design principles (AWS Well-Architected Framework)",
    from_drill=True,
)
def in_order(board: Board, order: PieceOrder) -> Iterator[Judgement]:
    """The pieces stand in steps that rise in the given order, with room for those still to come."""
    steps = tuple(place.id for place in board.drill.topology.of_kind(ContainerKind.STEP))
    chain = board.named(order)
    at = {piece.id: steps.index(tile.id) for piece in chain for tile in board.tiles(piece) if tile.id in steps}
    told: set[str] = set()
    for (early, first), (late, second) in combinations(enumerate(chain), 2):
        if first.id not in at or second.id not in at:
            continue
        between = late - early - 1
        if at[second.id] <= at[first.id]:
            message = f"“{first.name}” comes before “{second.name}”."
        elif at[second.id] - at[first.id] <= between:
            message = f"Between “{first.name}” and “{second.name}” something else happens, and no step is left for it."
        else:
            continue
        told |= {first.id, second.id}
        yield Breach((first.id, second.id), (steps[at[first.id]], steps[at[second.id]]), message)
    at = {piece: step for piece, step in at.items() if piece not in told}
    yield from _without_room(chain, at, steps)
    if any(board.is_waiting(piece) for piece in chain):
        yield Undecided(tuple(piece.id for piece in chain))


def _without_room(chain: tuple[Piece, ...], at: dict[str, int], steps: tuple[str, ...]) -> Iterator[Judgement]:
    """Steps so near to an end that what belongs there has no room, whatever is placed later."""
    for number, piece in enumerate(chain):
        if piece.id not in at:
            continue
        here = steps[at[piece.id]]
        if at[piece.id] < number:
            yield Breach((piece.id,), (here,), f"“{piece.name}” cannot be this early: something comes before it.")
        elif len(steps) - 1 - at[piece.id] < len(chain) - 1 - number:
            yield Breach((piece.id,), (here,), f"“{piece.name}” cannot be this late: something comes after it.")


@rule(
    "one-a-step",
    kind=RuleClass.BROKEN,
    statement="One thing happens at a time: each step takes one card.",
    why="Two cards in one step leave open which of them comes first.",
    facts=("vpc-troubleshooting.2",),
    source="Operational excellence pillar: design principles (AWS Well-Architected Framework)",
    from_drill=True,
)
def one_a_step(board: Board) -> Iterator[Judgement]:
    """No step holds two pieces."""
    held: dict[str, list[Piece]] = {}
    for piece in board.drill.required:
        for tile in board.tiles(piece):
            if tile.kind is ContainerKind.STEP:
                held.setdefault(tile.id, []).append(piece)
    for step, pieces in held.items():
        if len(pieces) > 1:
            names = " and ".join(f"“{piece.name}”" for piece in pieces)
            yield Breach(tuple(piece.id for piece in pieces), (step,), f"{names} are in one step.")
    waiting = tuple(piece.id for piece in board.drill.required if board.is_waiting(piece))
    if waiting:
        yield Undecided(tuple(piece.id for piece in board.drill.required))


RULES = (belongs_to, in_order, one_a_step)

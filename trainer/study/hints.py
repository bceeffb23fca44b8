"""Hints in three steps: where to look, the rule, the smallest repair."""

from dataclasses import dataclass

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.coverage import rules_about
from trainer.cloud.drill import Drill, Placement
from trainer.cloud.grading import PieceState, Verdict
from trainer.cloud.search import Move, smallest_repair

LAST_STEP = 3


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint.

    Attributes:
        step: 1 where to look, 2 the rule, 3 the smallest repair.
        piece: whom it is about; None when nothing is left to hint at.
        rule: the rule that step 2 names.
    """

    step: int
    piece: str | None
    text: str
    rule: str | None = None


def choose_target(drill: Drill, verdict: Verdict) -> str | None:
    """The piece to hint at: the first wrong one, else the first that still has tiles in the palette."""
    for finding in verdict.errors:
        return finding.pieces[-1]
    for wanted in (PieceState.PENDING, PieceState.MISSING):
        for piece in drill.required:
            if verdict.pieces[piece.id] is wanted:
                return piece.id
    return None


def give_hint(drill: Drill, placement: Placement, verdict: Verdict, piece: str, step: int) -> Hint:
    """The hint of a step about a piece."""
    if step == 1:
        return Hint(step, piece, _where_to_look(drill, placement, verdict, piece))
    broken = [finding for finding in verdict.errors if piece in finding.pieces]
    about = rules_about(drill, piece)
    rule = next((r for _, r in about if broken and r.id == broken[0].rule), about[0][1] if about else None)
    if step < LAST_STEP and rule is not None:
        return Hint(step, piece, rule.statement, rule.id)
    return Hint(LAST_STEP, piece, _repair(drill, placement, piece))


def _where_to_look(drill: Drill, placement: Placement, verdict: Verdict, piece: str) -> str:
    found = drill.pieces[piece]
    where = placement.get(piece, ())
    if verdict.pieces[piece] is PieceState.WRONG:
        places = " and ".join(drill.topology[place].phrase for place in where)
        return f"Look at the {found.name} in {places}."
    purpose = CATALOGUE[found.service].purpose
    if where:
        return f"The {found.name} has one more place. {purpose}"
    return f"Next, the {found.name}. {purpose}"


def _repair(drill: Drill, placement: Placement, piece: str) -> str:
    moves = smallest_repair(drill, placement)
    if not moves:
        return "Take back what is marked wrong, and begin with that piece again."
    move = next((m for m in moves if m.piece == piece), moves[0])
    return _tell_move(drill, move)


def _tell_move(drill: Drill, move: Move) -> str:
    name = drill.pieces[move.piece].name
    if move.target is None:
        return f"Put the {name} back: it does not belong in this diagram."
    target = drill.topology[move.target].phrase
    if move.source is None:
        return f"Put the {name} into {target}."
    return f"Move the {name} from {drill.topology[move.source].phrase} to {target}."

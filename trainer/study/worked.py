"""A drill solved step by step, and the one step that mends a piece, each with its reason in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from trainer.cloud.coverage import rules_about
from trainer.cloud.drill import Drill, Placement
from trainer.cloud.grading import Verdict, findings_about, severity_of
from trainer.cloud.lines import answers, drawn_lines, draws_lines, is_line, line_key
from trainer.cloud.rules import ALL_RULES
from trainer.cloud.search import Move, smallest_repair
from trainer.study.moves import apply_move
from trainer.study.wording import tell_move

BEGIN_AGAIN = "Take back what is marked wrong, and begin with that piece again."


@dataclass(frozen=True, slots=True)
class WorkedStep:
    """One step on the way to a solution.

    Attributes:
        move: what to do; None where no short way was found.
        text: the same in words.
        reason: why.
        rule: id of the rule behind the reason; None for a line's own.
        placement: what is in place after it.
    """

    move: Move | None
    text: str
    reason: str
    rule: str | None
    placement: Placement


def solve_in_steps(drill: Drill) -> tuple[WorkedStep, ...]:
    """The whole solution: the pieces, those in outer containers first, then the lines that the learner draws."""
    moves = [*_tiles(drill), *(_lines(drill) if draws_lines(drill) else ())]
    told: set[str] = set()
    steps: list[WorkedStep] = []
    placement: Placement = {}
    for move in moves:
        placement = apply_move(placement, move.piece, None, move.target)
        reason, rule = _reason(drill, move, told)
        told.add(reason)
        steps.append(WorkedStep(move, tell_move(drill, move), reason, rule, placement))
    return tuple(steps)


def mend(drill: Drill, placement: Placement, verdict: Verdict, piece: str, end: str | None = None) -> WorkedStep:
    """The step of the smallest repair that is about a piece, with the reason why it is wrong.

    Args:
        drill: what is attempted.
        placement: what is in place.
        verdict: on it.
        piece: which is wrong; or the key of the lines away from it.
        end: of a wrong line, where it leads.
    """
    broken = findings_about(verdict, piece, end)
    reason = f"{broken[0].message} {broken[0].why}".strip() if broken else ""
    rule = broken[0].rule if broken else None
    move = find_repair(drill, placement, piece, end)
    if move is None:
        return WorkedStep(None, BEGIN_AGAIN, reason, rule, placement)
    after = apply_move(placement, move.piece, move.source, move.target)
    return WorkedStep(move, tell_move(drill, move), reason, rule, after)


def find_repair(drill: Drill, placement: Placement, piece: str, end: str | None = None) -> Move | None:
    """The move of the smallest repair that is about a piece, or a line with that end; else the first of all."""
    moves = smallest_repair(drill, placement)
    if not moves:
        return None
    about = [move for move in moves if move.piece == piece]
    exact = [move for move in about if end is not None and end in (move.source, move.target)]
    return (exact or about or list(moves))[0]


def _tiles(drill: Drill) -> Iterator[Move]:
    """The tiles of the solution, from outer containers to inner ones, then in drawing order."""
    order = {name: (len(drill.topology.lineage(name)), number) for number, name in enumerate(drill.topology)}
    tiles = [(piece, place) for piece, places in drill.solution.items() if not is_line(piece) for place in places]
    for piece, place in sorted(tiles, key=lambda tile: order[tile[1]]):
        yield Move(piece, None, place)


def _lines(drill: Drill) -> Iterator[Move]:
    for source, target in drawn_lines(drill.solution):
        yield Move(line_key(source), None, target)


def _reason(drill: Drill, move: Move, told: set[str]) -> tuple[str, str | None]:
    """Why a move is right: what a line is for, or a rule about the piece, one that was not told yet if possible."""
    if is_line(move.piece):
        link = answers(drill)[move.piece.partition(":")[2], move.target or ""]
        return link.because, None
    reasons = list(_about(drill, move.piece))
    fresh = [found for found in reasons if found[0] not in told]
    return (fresh or reasons or [("", None)])[0]


def _about(drill: Drill, piece: str) -> Iterator[tuple[str, str | None]]:
    """The reasons for a piece; where no rule is about it, those about the whole that no decoy is there to break."""
    breakable = {other.breaks for other in drill.pieces.values()}
    whole = ((use, ALL_RULES[use.rule]) for use in drill.rules if use.rule not in breakable)
    for use, rule in rules_about(drill, piece) or whole:
        if severity_of(rule, use) is None:
            continue
        if rule.from_drill and use.because:
            yield use.because, rule.id
        else:
            yield f"{rule.statement} {rule.why}", rule.id

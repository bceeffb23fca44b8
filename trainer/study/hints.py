"""Hints in three steps: where to look, the rule, the smallest repair."""

from dataclasses import dataclass

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.coverage import rules_about
from trainer.cloud.drill import CHIP, Drill, Placement
from trainer.cloud.grading import PieceState, Verdict, findings_about, state_of
from trainer.cloud.lines import answers, draws_lines, is_line, line_key, source_of
from trainer.cloud.rules import ALL_RULES, FLOW_RULES
from trainer.cloud.search import Move
from trainer.study.wording import line_phrase, piece_phrase, place_phrase, tell_move, tell_turn
from trainer.study.worked import BEGIN_AGAIN, find_repair

LAST_STEP = 3


@dataclass(frozen=True, slots=True)
class Target:
    """What needs a hint.

    Attributes:
        piece: a piece; or the key of the lines away from it.
        end: of a line, where it leads, or ought to.
    """

    piece: str
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint.

    Attributes:
        step: 1 where to look, 2 the rule, 3 the smallest repair.
        piece: whom it is about; or the key of the lines away from it.
        end: of a line, its other end.
        rule: the rule that step 2 names.
    """

    step: int
    piece: str | None
    text: str
    rule: str | None = None
    end: str | None = None


def choose_target(drill: Drill, placement: Placement, verdict: Verdict) -> Target | None:
    """What to hint at: the first error, else the first piece with tiles in the palette, else the first missing line."""
    for finding in verdict.errors:
        if finding.lines:
            source, target = finding.lines[0]
            return Target(line_key(source), target)
        return Target(finding.pieces[-1])
    for wanted in (PieceState.PENDING, PieceState.MISSING):
        for piece in drill.required:
            if verdict.pieces[piece.id] is wanted and len(placement.get(piece.id, ())) < piece.spans:
                return Target(piece.id)
    if draws_lines(drill):
        for (source, target), link in answers(drill).items():
            if not link.optional and (source, target) not in verdict.lines:
                return Target(line_key(source), target)
    return None


def give_hint(drill: Drill, placement: Placement, verdict: Verdict, target: Target, step: int) -> Hint:
    """The hint of a step."""
    if step == 1:
        return Hint(step, target.piece, _where_to_look(drill, placement, verdict, target), end=target.end)
    told = _rule(drill, verdict, target)
    if step < LAST_STEP and told is not None:
        return Hint(step, target.piece, told[0], told[1], target.end)
    return Hint(LAST_STEP, target.piece, _repair(drill, placement, target), end=target.end)


def _where_to_look(drill: Drill, placement: Placement, verdict: Verdict, target: Target) -> str:
    if is_line(target.piece):
        source = source_of(target.piece)
        if state_of(verdict, target.piece, target.end) is PieceState.WRONG:
            return f"Look at {line_phrase(drill, source, target.end or '')}."
        return f"An arrow is missing that begins at {piece_phrase(drill, source)}."
    name = piece_phrase(drill, target.piece)
    where = placement.get(target.piece, ())
    if verdict.pieces[target.piece] is PieceState.WRONG:
        places = " and ".join(place_phrase(drill, place) for place in where)
        return f"Look at {name} in {places}."
    found = drill.pieces[target.piece]
    purpose = "" if found.service == CHIP else CATALOGUE[found.service].purpose
    text = f"{name[0].upper()}{name[1:]} has one more place." if where else f"Next, {name}."
    return f"{text} {purpose}".strip()


def _rule(drill: Drill, verdict: Verdict, target: Target) -> tuple[str, str] | None:
    """What the rule says that is broken, or else comes first; the drill's own words where the rule has none."""
    broken = [finding.rule for finding in findings_about(verdict, target.piece, target.end)]
    if is_line(target.piece):
        missing = answers(drill).get((source_of(target.piece), target.end or ""))
        if not broken and missing is not None and missing.because:
            return missing.because, FLOW_RULES[-1].id
        rule = ALL_RULES[broken[0] if broken else FLOW_RULES[-1].id]
        return rule.statement, rule.id
    about = rules_about(drill, target.piece)
    if not about and not broken:
        return None
    use, rule = next(
        (pair for pair in about if broken and pair[1].id == broken[0]), about[0] if about else (None, None)
    )
    if rule is None or use is None:
        rule = ALL_RULES[broken[0]]
    elif rule.from_drill and use.because:
        return use.because, rule.id
    return rule.statement, rule.id


def _repair(drill: Drill, placement: Placement, target: Target) -> str:
    move = find_repair(drill, placement, target.piece, target.end)
    if move is None:
        return BEGIN_AGAIN
    return _turned(drill, placement, move) or tell_move(drill, move)


def _turned(drill: Drill, placement: Placement, move: Move) -> str | None:
    """That an arrow is only to be turned around, where it runs against one that is missing."""
    if not is_line(move.piece) or move.source is None:
        return None
    source, target = source_of(move.piece), move.source
    runs_against = (target, source) in answers(drill) and source not in placement.get(line_key(target), ())
    return tell_turn(drill, source, target) if runs_against else None

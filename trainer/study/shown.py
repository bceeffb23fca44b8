"""What may be shown of a verdict: all of it at each drop, or what the last Check said of what has not moved since."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from trainer.cloud.drill import Drill, Line, Placement
from trainer.cloud.grading import PieceState, Verdict, grade
from trainer.cloud.lines import drawn_lines, line_key
from trainer.store.board_state import Places
from trainer.study.moves import usable_placement

NEUTRAL = Verdict(correct=False, complete=False, score=0.0, pieces={}, findings=(), rules={}, undecided={})
"""Nothing was said yet."""


def shown_after_check(drill: Drill, checked: Places | None, now: Placement) -> Verdict:
    """What the last Check said, as far as it is still about what is in place.

    Args:
        drill: what is attempted.
        checked: what was in place at the last Check; None before the first.
        now: what is in place.
    """
    if checked is None:
        return NEUTRAL
    before = usable_placement(drill, checked)
    verdict = grade(drill, before)
    if before == now:
        return verdict
    kept = {piece for piece in drill.pieces if before.get(piece, ()) == now.get(piece, ())}
    lines = set(drawn_lines(before)) & set(drawn_lines(now))
    return replace(
        verdict,
        correct=False,
        complete=False,
        pieces={piece: state for piece, state in verdict.pieces.items() if piece in kept},
        findings=tuple(
            finding
            for finding in verdict.findings
            if kept.issuperset(finding.pieces) and lines.issuperset(finding.lines)
        ),
        lines={line: state for line, state in verdict.lines.items() if line in lines},
    )


def check_payload(drill: Drill, placement: Placement, verdict: Verdict, prefilled: Placement) -> Mapping[str, Any]:
    """What the log says of a Check: what it judged, and the rules that were broken."""
    given = set(drawn_lines(prefilled))
    lines = [line for line in drawn_lines(placement) if line in verdict.lines and line not in given]
    return {
        "correct": verdict.correct,
        "complete": verdict.complete,
        "score": verdict.score,
        "pieces": [piece for piece in drill.pieces if placement.get(piece)],
        "lines": [[line_key(source), target] for source, target in lines],
        "wrong": {piece: rules for piece in drill.pieces if (rules := _rules_against(verdict, piece))},
        "wrong_lines": [
            [line_key(line[0]), line[1], _rules_against_line(verdict, line)]
            for line in lines
            if verdict.lines[line] is PieceState.WRONG
        ],
    }


def _rules_against(verdict: Verdict, piece: str) -> list[str]:
    return list(dict.fromkeys(finding.rule for finding in verdict.errors if piece in finding.pieces))


def _rules_against_line(verdict: Verdict, line: Line) -> list[str]:
    return list(dict.fromkeys(finding.rule for finding in verdict.errors if line in finding.lines))

"""What is called wrong or right before the end stays so to the end."""

from collections.abc import Iterator
from random import Random

from trainer.cloud.drill import Drill
from trainer.cloud.grading import PieceState, RuleState, Verdict, grade
from trainer.cloud.soundness.report import Examined
from trainer.cloud.soundness.sampling import draw_completion, draw_placement, in_words

_FINAL_PIECES = frozenset({PieceState.RIGHT, PieceState.WRONG})
_FINAL_RULES = frozenset({RuleState.SATISFIED, RuleState.VIOLATED})


def examine_finality(drill: Drill, random: Random, samples: int) -> Examined:
    """Verdicts on partial placements hold in completions of them."""
    failures: dict[str, str] = {}
    for _ in range(samples):
        placement = draw_placement(drill, random)
        completed = draw_completion(drill, placement, random)
        for told in reversals(grade(drill, placement), grade(drill, completed)):
            failures.setdefault(told, f"{told}: {in_words(placement)}, then {in_words(completed)}")
    extent = f"{samples:,} sampled partial placements, each completed at random"
    return Examined("finality", extent, tuple(failures.values()))


def reversals(before: Verdict, after: Verdict) -> Iterator[str]:
    """What a verdict on a partial placement promised, and a completion did not keep."""
    for rule, state in before.rules.items():
        if state in _FINAL_RULES and after.rules[rule] is not state:
            yield f"{rule} is {state} before all is placed, and {after.rules[rule]} after"
    for piece, state in before.pieces.items():
        if state in _FINAL_PIECES and after.pieces[piece] is not state:
            yield f"{piece} is {state} before all is placed, and {after.pieces[piece]} after"

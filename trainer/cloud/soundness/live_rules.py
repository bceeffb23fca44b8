"""For every rule a placement that breaks nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, permutations
from random import Random
from typing import TypeVar

from trainer.cloud.drill import Drill, Placement, RuleUse
from trainer.cloud.grading import Finding, Severity, grade, severity_of
from trainer.cloud.lines import draws_lines, nodes, with_lines
from trainer.cloud.rules import ALL_RULES
from trainer.cloud.soundness.model_answer import single_steps
from trainer.cloud.soundness.report import Examined
from trainer.cloud.soundness.sampling import draw_placement

_T = TypeVar("_T")

_MOST_PAIRS = 10_000


def examine_rules(drill: Drill, random: Random, samples: int) -> Examined:
    """No rule of the drill is dead: each is the only one that some placement breaks."""
    witnesses, tried = find_witnesses(drill, random, samples)
    graded = _graded_uses(drill)
    failures = [
        f"rules.{number} ({use.rule}) is dead: none of {tried:,} placements breaks it alone. Remove it, set other "
        "parameters, or remove the rule that always speaks first."
        for number, use in graded
        if number not in witnesses
    ]
    return Examined("rules", f"{len(graded)} rules, each alone in one of {tried:,} placements", tuple(failures))


def find_witnesses(drill: Drill, random: Random, samples: int) -> tuple[dict[int, Placement], int]:
    """For each rule of the drill, by its number, a placement whose only error comes from it.

    For a rule that is advice here: a placement with its advice and no error. Searched are single pieces, steps
    away from the solution, lines beside it, pairs of tiles, two steps away from the solution, and then samples.

    Returns:
        The witnesses, and how many placements were graded.
    """
    dead = dict(_graded_uses(drill))
    witnesses: dict[int, Placement] = {}
    tried = 0
    for placement in _candidates(drill, random, samples):
        if not dead:
            break
        tried += 1
        findings = grade(drill, placement).findings
        for number in [number for number, use in dead.items() if _is_alone(drill, number, use, findings, placement)]:
            witnesses[number] = placement
            del dead[number]
    return witnesses, tried


def _graded_uses(drill: Drill) -> list[tuple[int, RuleUse]]:
    """The rules that a drill names, with their numbers; conventions are never graded."""
    uses = enumerate(drill.rules)
    return [(number, use) for number, use in uses if severity_of(ALL_RULES[use.rule], use) is not None]


def _is_alone(drill: Drill, number: int, use: RuleUse, findings: tuple[Finding, ...], placement: Placement) -> bool:
    """Whether a use of a rule says something on a placement, and no error comes from anything else."""
    errors = [finding.rule for finding in findings if finding.severity is Severity.ERROR]
    if severity_of(ALL_RULES[use.rule], use) is Severity.ADVICE:
        return not errors and any(finding.rule == use.rule for finding in findings)
    if not errors or any(rule != use.rule for rule in errors):
        return False
    others = tuple(other for at, other in enumerate(drill.rules) if at != number)
    if all(other.rule != use.rule for other in others):
        return True
    return not grade(replace(drill, rules=others), placement).errors


def _candidates(drill: Drill, random: Random, samples: int) -> Iterator[Placement]:
    """Placements that may break one rule alone, the likeliest first."""
    yield from _lone_pieces(drill)
    steps = list(single_steps(drill))
    yield from (placement for _, _, _, placement in steps)
    if draws_lines(drill):
        lines = permutations(nodes(drill, drill.solution), 2)
        yield from (with_lines(drill.solution, [line]) for line in lines)
    for piece in drill.pieces.values():
        if piece.decoy:
            yield from ({**drill.solution, piece.id: (place,)} for place in drill.topology)
    tiles = [(piece.id, place) for piece in drill.required for place in drill.topology]
    for (first, here), (second, there) in _some_pairs(tiles, random):
        if first != second:
            yield {first: (here,), second: (there,)}
    for (first, *_, one), (second, *_, other) in _some_pairs(steps, random):
        if first != second:
            yield {**one, second: other[second]}
    yield from (draw_placement(drill, random) for _ in range(samples))


def _some_pairs(things: list[_T], random: Random) -> Iterator[tuple[_T, _T]]:
    """All pairs where they are not too many, else as many by chance."""
    if len(things) ** 2 <= 2 * _MOST_PAIRS:
        yield from combinations(things, 2)
    else:
        yield from ((random.choice(things), random.choice(things)) for _ in range(_MOST_PAIRS))


def _lone_pieces(drill: Drill) -> Iterator[Placement]:
    """Each piece by itself, wherever it can be."""
    for piece in drill.pieces.values():
        for where in combinations(drill.topology, piece.spans):
            yield {piece.id: where}

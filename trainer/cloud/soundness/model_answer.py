"""The author's solution, and every single step away from it."""

from collections.abc import Iterator

from trainer.cloud.drill import Alternative, Drill, Placement
from trainer.cloud.grading import Verdict, grade
from trainer.cloud.soundness.report import Examined


def examine_solution(drill: Drill) -> Examined:
    """The solution obeys every rule and is complete."""
    verdict = grade(drill, drill.solution)
    failures = [f"The solution breaks {finding.rule}: {finding.message}" for finding in verdict.errors]
    if not verdict.complete:
        missing = [piece.id for piece in drill.required if len(drill.solution.get(piece.id, ())) < piece.spans]
        failures.append(f"The solution leaves tiles in the palette: {', '.join(missing)}.")
    return Examined("solution", "keeps every rule" if not failures else "breaks rules", tuple(failures))


def single_steps(drill: Drill) -> Iterator[tuple[str, str, str, Placement]]:
    """Every placement with one tile of the solution elsewhere: piece, from where, to where, placement."""
    for piece in drill.required:
        where = drill.solution.get(piece.id, ())
        for number, source in enumerate(where):
            for target in drill.topology:
                if target not in where:
                    moved = (*where[:number], target, *where[number + 1 :])
                    yield piece.id, source, target, {**drill.solution, piece.id: moved}


def examine_misplacements(drill: Drill) -> Examined:
    """Every step away from the solution is either listed as an alternative or explained by naming the piece."""
    listed = {(move.piece, move.instead_of, move.container): move for move in drill.alternatives}
    failures: list[str] = []
    steps = list(single_steps(drill))
    for piece, source, target, placement in steps:
        alternative = listed.pop((piece, source, target), None)
        failures += _judge_step(piece, source, target, grade(drill, placement), alternative)
    failures += [
        f"`alternatives` lists {piece} in {target} instead of {source}, which is no step away from the solution."
        for piece, source, target in listed
    ]
    return Examined("misplacements", f"all {len(steps)} single steps away from the solution", tuple(failures))


def _judge_step(
    piece: str, source: str, target: str, verdict: Verdict, alternative: Alternative | None
) -> Iterator[str]:
    step = f"{piece} in {target} instead of {source}"
    if not verdict.errors and alternative is None:
        yield f"{step} is accepted: list it under `alternatives` with the reason, or add the rule that it breaks."
    elif alternative is not None:
        for finding in verdict.errors:
            yield f"`alternatives` lists {step}, but {finding.rule} rejects it: {finding.message}"
    elif not any(piece in finding.pieces for finding in verdict.errors):
        rules = ", ".join(finding.rule for finding in verdict.errors)
        yield f"{step} is rejected by {rules}, and no finding names {piece}: the learner cannot see what to move."

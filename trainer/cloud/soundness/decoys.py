"""Decoys are caught wherever they are dropped."""

from trainer.cloud.drill import Drill, Placement
from trainer.cloud.grading import grade
from trainer.cloud.soundness.report import Examined


def examine_decoys(drill: Drill) -> Examined:
    """Every decoy, in every container, alone and beside the solution, yields an error that names it."""
    decoys = [piece for piece in drill.pieces.values() if piece.decoy]
    boards: dict[str, Placement] = {"on the empty board": {}, "beside the solution": drill.solution}
    failures = [
        f"The decoy {decoy.id} is not caught in {place} {when}: see that its `breaks: {decoy.breaks}` is among the "
        "rules with `asked: true`, and that the brief says so."
        for decoy in decoys
        for when, board in boards.items()
        for place in drill.topology
        if not _is_caught(drill, {**board, decoy.id: (place,)}, decoy.id)
    ]
    drops = len(decoys) * len(boards) * len(drill.topology)
    return Examined("decoys", f"all {drops} drops of {len(decoys)} decoys", tuple(failures))


def _is_caught(drill: Drill, placement: Placement, decoy: str) -> bool:
    return any(decoy in finding.pieces for finding in grade(drill, placement).errors)

"""One move judged: the placement after it, the verdict, and all that the log keeps of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from trainer.cloud.drill import Feedback, Placement
from trainer.cloud.grading import PieceState, Verdict, findings_about, grade, state_of
from trainer.study.attempt import Attempt
from trainer.study.confused import confused_by_drop
from trainer.study.moves import apply_move
from trainer.study.places_left import PlaceCounter
from trainer.study.questions import ASKED_AT, GUARDED, SHARE_OF_RIGHT, Question, QuestionKind, ask
from trainer.study.trail import WORKED_FROM, Trail


@dataclass(frozen=True, slots=True)
class JudgedMove:
    """A move with what came of it; `payload` is what the log keeps."""

    placement: Placement
    verdict: Verdict
    payload: Mapping[str, Any]


class Judge:
    """Judges the moves of one attempt.

    Args:
        attempt: how it was begun.
        chance: makes the generator for a seed; it decides which right drops are asked about.
    """

    def __init__(self, attempt: Attempt, chance: Callable[[str], Random]) -> None:
        self._attempt = attempt
        self._chance = chance
        self._places = PlaceCounter(attempt.drill)

    def judge(
        self, placement: Placement, trail: Trail, piece: str, source: str | None, target: str | None
    ) -> JudgedMove:
        """Judges a move from one place to another; None stands for the palette."""
        attempt, drill = self._attempt, self._attempt.drill
        after = apply_move(placement, piece, source, target)
        verdict = grade(drill, after)
        state = state_of(verdict, piece, target or source)
        broken = [finding.rule for finding in findings_about(verdict, piece, target or source)]
        others = apply_move(placement, piece, source, None) if source else placement
        rated = source is None and attempt.feedback is Feedback.DROP
        left = self._places.look(others, piece, (target, verdict) if target else None, fully=rated)
        question = self._ask(verdict, trail, piece, source, target, state)
        payload = {
            "piece": piece,
            "from": source,
            "to": target,
            "state": str(state),
            "findings": list(dict.fromkeys(broken)),
            "aids": _aids(trail, piece),
            "level": int(attempt.level),
            "feedback": str(attempt.feedback),
            "variant": attempt.variant,
            "prefilled": list(attempt.prefilled),
            "legal": left.legal,
            "given_away": left.given_away,
            "question": question.payload if question else None,
        }
        if state is PieceState.WRONG and target and attempt.feedback is Feedback.DROP:
            payload["confused"] = [list(pair) for pair in confused_by_drop(drill, piece, target)]
        return JudgedMove(after, verdict, payload)

    def given_away(self) -> list[str]:
        """The pieces whose places are given away by what was in place from the start."""
        there = self._attempt.prefilled
        missing = [piece.id for piece in self._attempt.drill.required if piece.id not in there] if there else []
        return [piece for piece in missing if self._places.look(there, piece).given_away]

    def _ask(
        self, verdict: Verdict, trail: Trail, piece: str, source: str | None, target: str | None, state: PieceState
    ) -> Question | None:
        """The question that a drop leads to: at the second wrong one of a piece, and at some of the right ones."""
        attempt = self._attempt
        if target is None or attempt.level not in GUARDED or attempt.feedback is not Feedback.DROP:
            return None
        if state is PieceState.WRONG and trail.wrong.get(piece, 0) + 1 == ASKED_AT:
            random = self._chance(f"{attempt.uid}:why:{piece}:{trail.right}")
            return ask(attempt.drill, verdict, QuestionKind.WRONG, piece, target, random)
        if state is PieceState.RIGHT and source is None and piece not in trail.asked:
            random = self._chance(f"{attempt.uid}:because:{trail.right}")
            if random.random() < SHARE_OF_RIGHT:
                return ask(attempt.drill, verdict, QuestionKind.RIGHT, piece, target, random)
        return None


def _aids(trail: Trail, piece: str) -> list[str]:
    hinted = [f"hint-{trail.hint[1]}"] if trail.hint and trail.hint[0] == piece else []
    return hinted + ["worked-step"] * (trail.wrong.get(piece, 0) >= WORKED_FROM)

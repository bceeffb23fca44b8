"""What keeps an attempt from guessing until green: the questions that are open, and worked steps."""

from collections.abc import Mapping
from typing import Any

from trainer.cloud.drill import Placement
from trainer.cloud.grading import PieceState, Verdict, state_of
from trainer.store.events import Event
from trainer.study.attempt import Attempt
from trainer.study.attempt_log import AttemptLog
from trainer.study.questions import GUARDED, Question, QuestionKind, read_question
from trainer.study.trail import WORKED_FROM, is_wrong_drop
from trainer.study.worked import WorkedStep, mend


class Asking:
    """What is asked now; those questions come first that hold their piece.

    Args:
        attempt: how it was begun.
        log: its events; a question stands in the move that led to it.
    """

    def __init__(self, attempt: Attempt, log: AttemptLog) -> None:
        self._attempt = attempt
        self._drill = attempt.drill
        self._log = log

    @property
    def question(self) -> Question | None:
        """The question that is open."""
        found = self._open()
        return found[0][1] if found else None

    def holds(self, piece: str) -> bool:
        """Whether a question has to be answered before a piece, or a line away from it, may move."""
        return any(question.piece == piece and question.kind is QuestionKind.WRONG for _, question in self._open())

    def answer(self, chosen: int | None) -> Mapping[str, Any]:
        """What the log says of the answer to the open question.

        Args:
            chosen: index of the option; None when the question is skipped.
        """
        move, question = self._open()[0]
        return {
            "move": self._log.number(move),
            "piece": question.piece,
            "rule": question.rule,
            "kind": str(question.kind),
            "options": list(question.keys),
            "answer": question.right,
            "chosen": chosen,
            "right": None if chosen is None else chosen == question.right,
        }

    def worked_step(self, placement: Placement, verdict: Verdict) -> WorkedStep | None:
        """How to mend the piece that was dropped wrongly once too often, while it is wrong."""
        wrong = self._log.trail.wrong
        if self._attempt.level not in GUARDED or max(wrong.values(), default=0) < WORKED_FROM:
            return None
        for event in reversed(self._log.events):
            if is_wrong_drop(event) and wrong.get(event.payload["piece"], 0) >= WORKED_FROM:
                piece, end = event.payload["piece"], event.payload["to"]
                if state_of(verdict, piece, end) is PieceState.WRONG:
                    return mend(self._drill, placement, verdict, piece, end)
        return None

    def _open(self) -> list[tuple[Event, Question]]:
        """The open questions with their moves; one whose reasons are gone from the drill is passed over."""
        asked = ((event, read_question(self._drill, event.payload)) for event in self._log.trail.questions)
        return [(event, question) for event, question in asked if question is not None]

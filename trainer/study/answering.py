"""What an answer to a card leaves in the log, in whatever kind of session it was given."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from trainer.learning.grade import Grade
from trainer.learning.memory import Outlook
from trainer.learning.scheduler import ALGORITHM, Scheduler, fsrs_version


@dataclass(frozen=True, slots=True)
class Answer:
    """How a card was answered.

    Attributes:
        grade: how well it was known.
        seconds: from the question to the answer.
        how: `buttons`; `options` where one was chosen, `typed` where the answer was, `ordering` for steps, `matching`
            for pairs.
        chosen: the number of the option, or of all options where more than one is right, or of the steps as they
            were ordered, or of what was matched with each left side, -1 for nothing.
        typed: what was typed.
    """

    grade: Grade
    seconds: float
    how: str
    chosen: int | Sequence[int] | None = None
    typed: str | None = None


def scheduled(answer: Answer, outlook: Outlook, scheduler: Scheduler, session: str) -> dict[str, Any]:
    """The payload of a review that decides when the card comes back.

    Args:
        answer: what was answered.
        outlook: what its grade was promised to lead to.
        scheduler: that promised it.
        session: the kind of session, or why the card was asked.
    """
    return {
        "v": 1,
        **_told(answer, session),
        "interval": outlook.interval,
        "due": outlook.due.isoformat(),
        "algorithm": ALGORITHM,
        "version": fsrs_version(),
        "parameters": scheduler.parameter_set,
    }


def off_schedule(answer: Answer, session: str) -> dict[str, Any]:
    """The payload of a review that leaves the card's memory and due day as they are."""
    return {"v": 2, **_told(answer, session), "practice": True}


def _told(answer: Answer, session: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "grade": answer.grade.word,
        "how": answer.how,
        "seconds": round(answer.seconds, 3),
        "aids": [],
        "session": session,
    }
    if answer.chosen is not None:
        told["chosen"] = answer.chosen if isinstance(answer.chosen, int) else list(answer.chosen)
    if answer.typed is not None:
        told["typed"] = answer.typed
    return told

"""What an answer to a card leaves in the log, in whatever kind of session it was given."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from trainer.learning.card import Card
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
        sure: whether the learner was sure of it; None where nobody asked.
    """

    grade: Grade
    seconds: float
    how: str
    chosen: int | Sequence[int] | None = None
    typed: str | None = None
    sure: bool | None = None


def scheduled(answer: Answer, card: Card, outlook: Outlook, scheduler: Scheduler, session: str) -> dict[str, Any]:
    """The payload of a review that decides when the card comes back.

    Since version 2 it says whether the learner was sure, and what was confused.

    Args:
        answer: what was answered.
        card: that was asked.
        outlook: what its grade was promised to lead to.
        scheduler: that promised it.
        session: the kind of session, or why the card was asked.
    """
    return {
        "v": 2,
        **_told(answer, card, session),
        "interval": outlook.interval,
        "due": outlook.due.isoformat(),
        "algorithm": ALGORITHM,
        "version": fsrs_version(),
        "parameters": scheduler.parameter_set,
        "retention": scheduler.retention,
    }


def off_schedule(answer: Answer, card: Card, session: str) -> dict[str, Any]:
    """The payload of a review that leaves the card's memory and due day as they are."""
    return {"v": 3, **_told(answer, card, session), "practice": True}


def _told(answer: Answer, card: Card, session: str) -> dict[str, Any]:
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
    if answer.sure is not None:
        told["sure"] = answer.sure
    if not answer.grade.passed and (answer.chosen is not None or answer.typed is not None):
        told["confused"] = _confused_by(answer, card)
    return told


def _confused_by(answer: Answer, card: Card) -> list[list[str]]:
    from trainer.study.confused import confused_by_answer  # noqa: PLC0415  # the first wrong answer pays for the terms

    return [list(pair) for pair in confused_by_answer(card, answer.chosen, answer.typed)]

"""Questions against guessing until green: why is this wrong, and why is that right?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import Any

from trainer.cloud.drill import Drill
from trainer.cloud.grading import Verdict
from trainer.cloud.lines import is_line, source_of
from trainer.store.level import Level
from trainer.study.reasons import Reason, find_reason, untrue_reasons, why_right, why_wrong
from trainer.study.wording import line_phrase, piece_phrase

GUARDED = (Level.COMPLETE, Level.BUILD)
"""Levels at which questions and worked steps keep from guessing until green, where each drop is judged."""

OPTIONS = 3
ASKED_AT = 2
"""The wrong drop of a piece that asks why, before the piece may move."""

SHARE_OF_RIGHT = 0.2
"""About one right drop in five asks why."""


class QuestionKind(StrEnum):
    """What a question is about."""

    WRONG = "wrong"
    """It holds the piece until it is answered."""
    RIGHT = "right"
    """It may be skipped."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which of these three is the reason?

    Attributes:
        piece: whom it is about; or the key of the lines away from it.
        end: where it was put; of a line, its other end.
        options: the reasons, one of them true.
        right: index of the true one.
        rule: id of the rule behind the true one; empty for a line's own reason.
        keys: what the options are called in the log.
    """

    kind: QuestionKind
    piece: str
    end: str
    prompt: str
    options: tuple[str, ...]
    right: int
    rule: str
    keys: tuple[str, ...]

    @property
    def payload(self) -> Mapping[str, Any]:
        """What the log says of it, in the move that led to it."""
        return {"kind": str(self.kind), "options": list(self.keys), "right": self.right}


def ask(drill: Drill, verdict: Verdict, kind: QuestionKind, piece: str, end: str, random: Random) -> Question | None:
    """A question about what was just put somewhere; None where the drill has too few reasons for one.

    Args:
        drill: what is attempted.
        verdict: on the placement after the move.
        kind: whether it went wrong or right.
        piece: whose tile; or the key of the lines away from it.
        end: where it went.
        random: picks and shuffles the options.
    """
    wrong = kind is QuestionKind.WRONG
    true = why_wrong(drill, verdict, piece, end) if wrong else why_right(drill, piece, end, random)
    if true is None:
        return None
    options = {true.text: true}
    for other in untrue_reasons(drill, verdict, piece, end, random):
        if len(options) < OPTIONS:
            options.setdefault(other.text, other)
    if len(options) < OPTIONS:
        return None
    shuffled = list(options.values())
    random.shuffle(shuffled)
    return _question(drill, kind, piece, end, shuffled, shuffled.index(true))


def read_question(drill: Drill, move: Mapping[str, Any]) -> Question | None:
    """The question that a move led to, from the move's payload; None when its reasons are gone."""
    asked = move["question"]
    reasons = [find_reason(drill, key) for key in asked["options"]]
    known = [reason for reason in reasons if reason is not None]
    if len(known) < len(reasons):
        return None
    return _question(drill, QuestionKind(asked["kind"]), move["piece"], move["to"], known, asked["right"])


def _question(
    drill: Drill, kind: QuestionKind, piece: str, end: str, options: Iterable[Reason], right: int
) -> Question:
    found = tuple(options)
    return Question(
        kind=kind,
        piece=piece,
        end=end,
        prompt=_prompt(drill, kind, piece, end),
        options=tuple(reason.text for reason in found),
        right=right,
        rule=found[right].rule,
        keys=tuple(reason.key for reason in found),
    )


def _prompt(drill: Drill, kind: QuestionKind, piece: str, end: str) -> str:
    named = line_phrase(drill, source_of(piece), end) if is_line(piece) else piece_phrase(drill, piece)
    thing = named[0].upper() + named[1:]
    if kind is QuestionKind.WRONG:
        return f"{thing} is not right there. Which of these three is the reason?"
    return f"{thing} is right here because ..."

"""*What I know already*: some minutes of questions over the whole course.

What is right and sure comes back in two to three weeks instead of today; all else stays new. Nothing is mastered by it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import zip_longest
from random import Random
from typing import Any

from trainer.learning.grade import Grade
from trainer.learning.memory import Outlook
from trainer.learning.scheduler import Scheduler
from trainer.library.shelf import Library
from trainer.store.item_state import ItemState
from trainer.store.opening import Store
from trainer.store.review import DIAGNOSTIC
from trainer.study.answering import Answer, off_schedule, scheduled
from trainer.study.card_queue import Turn
from trainer.study.card_session import Left, Prompt
from trainer.study.diagnostic_plan import DiagnosticPlan
from trainer.study.pace import minutes_of
from trainer.study.run_ending import DiagnosticEnding, SectionKnown
from trainer.study.run_session import RunAnswer, RunSession

LASTS_S = 720
"""How long it asks, in seconds of answering."""

VERIFIED_FROM, VERIFIED_TO = 14, 21
"""Days after which what was right and sure is asked for the first time, evenly spread."""

_USUAL_S, _WEIGHT = 18.0, 4
"""Seconds that a question takes before anything is known, and how many answers that counts for."""

_FAIR_TRY = 2
"""Questions that every section gets before it may be left."""


class DiagnosticSession(RunSession):
    """Asks through the sections in turn, and leaves those of which little is known.

    A card that was right and sure gets FSRS's state for *Easy* at first sight, about eight days of stability: the
    learner brought the knowledge along, but one answer proves little. When it comes back is decided here.

    Args:
        library: the order and the titles of the sections.
        store: what the learner did.
        scheduler: makes the memory of what is known already.
        plan: what may be asked.
        chance: makes the generator for a seed.
    """

    def __init__(
        self,
        library: Library,
        store: Store,
        scheduler: Scheduler,
        plan: DiagnosticPlan,
        chance: Callable[[str], Random] = Random,
    ) -> None:
        self.plan = plan
        self._section_of = {item: section for section, items in plan.sections.items() for item in items}
        super().__init__(library, store, scheduler, plan.run, plan.began, self._section_of, chance)

    @property
    def left(self) -> Left:
        """What is left to do, at the learner's pace."""
        seconds = self._seconds_left()
        count = min(len(self._worth_asking()), round(seconds / self._pace())) if self.prompt else 0
        return Left(0, 0, 0, 0, minutes_of(seconds) if self.prompt else 0, practice=max(count, int(bool(self.prompt))))

    def ending(self) -> DiagnosticEnding:
        """How it went so far."""
        found: dict[str, list[bool]] = {section: [] for section in self._library.curriculum.sections}
        for answer in self.answers:
            found.setdefault(self._section_of.get(answer.item, ""), []).append(answer.passed)
        titles = self._library.curriculum.sections
        sections = tuple(
            SectionKnown(titles[section].title if section in titles else section, sum(passed), len(passed))
            for section, passed in found.items()
            if passed
        )
        return DiagnosticEnding(sections, minutes_of(self._seconds()))

    def _choose(self) -> tuple[str, Turn] | None:
        if self._seconds_left() <= 0:
            return None
        worth = self._worth_asking()
        return (worth[0], Turn.DUE) if worth else None

    def _worth_asking(self) -> list[str]:
        sections = self.plan.sections.items()
        there = {section: [item for item in items if self.is_there(item)] for section, items in sections}
        return worth_asking(there, self.answers)

    def _seconds(self) -> float:
        return sum(answer.seconds for answer in self.answers)

    def _seconds_left(self) -> float:
        return LASTS_S - self._seconds()

    def _pace(self) -> float:
        return (self._seconds() + _USUAL_S * _WEIGHT) / (self.answered + _WEIGHT)

    def _outlooks(self, state: ItemState | None, day: date, random: Random) -> Mapping[Grade, Outlook]:
        days = VERIFIED_FROM + int(random.random() * (VERIFIED_TO - VERIFIED_FROM + 1))
        memory = self._scheduler.review(None, Grade.EASY, day)
        outlook = Outlook(memory, days, day + timedelta(days=days))
        return {grade: outlook for grade in Grade if grade.passed} if state is None else {}

    def _payload(self, answer: Answer, prompt: Prompt) -> dict[str, Any]:
        if not answer.grade.passed or Grade.EASY not in prompt.outlooks:
            return off_schedule(answer, prompt.card, DIAGNOSTIC)
        known = replace(answer, grade=Grade.EASY)
        return scheduled(known, prompt.card, prompt.outlooks[Grade.EASY], self._scheduler, DIAGNOSTIC)


def worth_asking(sections: Mapping[str, Sequence[str]], answers: Sequence[RunAnswer]) -> list[str]:
    """What the diagnostic may still ask, in its order: one question of each section in turn.

    A section of which less than half is known is left after two questions: what is left there is new.

    Args:
        sections: uids of the cards by section, in the order of visiting.
        answers: what was answered so far.
    """
    passed = {answer.item: answer.passed for answer in answers}
    rows: list[list[str | None]] = []
    for items in sections.values():
        told = [passed[item] for item in items if item in passed]
        is_left = len(told) >= _FAIR_TRY and 2 * sum(told) < len(told)
        rows.append([None if item in passed or is_left else item for item in items])
    return [item for turn in zip_longest(*rows) for item in turn if item is not None]

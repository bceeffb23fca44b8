"""Practice: chosen cards, asked until each is known, which leaves the schedule alone unless it was asked to count."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from random import Random
from typing import Any

from trainer.learning.grade import Grade
from trainer.learning.memory import Outlook
from trainer.learning.scheduler import Scheduler
from trainer.library.shelf import Library
from trainer.store.item_state import ItemState
from trainer.store.opening import Store
from trainer.study.answering import Answer, off_schedule, scheduled
from trainer.study.card_queue import RETRY_AFTER, Turn
from trainer.study.card_session import Left, Prompt
from trainer.study.pace import minutes_of, seconds_a_card
from trainer.study.practice_plan import PracticePlan
from trainer.study.run_ending import PracticeEnding
from trainer.study.run_session import RunAnswer, RunSession
from trainer.study.scheduling import coming_load, memory_under

PRACTICE = "practice"


class PracticeSession(RunSession):
    """Asks the cards of a plan in its order, and those that failed again after some others.

    Args:
        library: for the course's sections.
        store: what the learner did.
        scheduler: decides when a card comes back, where the answers count.
        plan: which cards, and whether the answers count.
        chance: makes the generator for a seed.
    """

    def __init__(
        self,
        library: Library,
        store: Store,
        scheduler: Scheduler,
        plan: PracticePlan,
        chance: Callable[[str], Random] = Random,
    ) -> None:
        self.plan = plan
        self._pace = seconds_a_card(store, store.today())
        super().__init__(library, store, scheduler, plan.run, plan.began, plan.items, chance)

    @property
    def left(self) -> Left:
        """What is left to do."""
        fresh, failed = self._open()
        minutes = minutes_of((len(fresh) + len(failed)) * self._pace)
        return Left(0, 0, len(failed), 0, minutes, practice=len(fresh))

    def ending(self) -> PracticeEnding:
        """How it went so far."""
        first = {answer.item: answer for answer in reversed(self.answers)}
        return PracticeEnding(
            cards=len(first),
            at_once=sum(answer.passed for answer in first.values()),
            open=len(self._open()[1]),
            minutes=minutes_of(sum(answer.seconds for answer in self.answers)),
            counted=self.plan.counts,
        )

    def _open(self) -> tuple[list[str], dict[str, int]]:
        items = [item for item in self.plan.items if self.is_there(item)]
        return what_is_open(items, self.answers)

    def _choose(self) -> tuple[str, Turn] | None:
        fresh, failed = self._open()
        ripe = [item for item, at in failed.items() if self.answered - at >= RETRY_AFTER or not fresh]
        if ripe:
            return ripe[0], Turn.RETRY
        return (fresh[0], Turn.DUE) if fresh else None

    def _outlooks(self, state: ItemState | None, day: date, random: Random) -> Mapping[Grade, Outlook]:
        if not self.plan.counts:
            return {}
        memory = memory_under(self._store, state, self._scheduler.parameters)
        return self._scheduler.outlooks(memory, day, random, coming_load(self._store, day))

    def _payload(self, answer: Answer, prompt: Prompt) -> dict[str, Any]:
        if self.plan.counts:
            return scheduled(answer, prompt.card, prompt.outlooks[answer.grade], self._scheduler, PRACTICE)
        return off_schedule(answer, prompt.card, PRACTICE)


def what_is_open(items: Sequence[str], answers: Sequence[RunAnswer]) -> tuple[list[str], dict[str, int]]:
    """What a practice session has still to ask.

    Returns:
        The cards that were not asked yet, in their order; and those that failed, the earliest first, with the number
        of the answer (from 1) at which each did.
    """
    last = {answer.item: (number, answer.passed) for number, answer in enumerate(answers, start=1)}
    fresh = [item for item in items if item not in last]
    failed = {item: last[item][0] for item in items if item in last and not last[item][1]}
    return fresh, dict(sorted(failed.items(), key=lambda entry: entry[1]))

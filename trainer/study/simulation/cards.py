"""A simulated life with cards: which are asked on which day, and how the answers go."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from trainer.learning.grade import Grade
from trainer.learning.note import Note, NoteKind, value_hash
from trainer.learning.scheduler import ALGORITHM, default_scheduler, fsrs_version
from trainer.store.events import EventKind, NewEvent, Origin
from trainer.store.packs import Pack
from trainer.study.card_queue import Turn
from trainer.study.simulation.learner import Learner

if TYPE_CHECKING:
    from trainer.learning.memory import MemoryState

SIMULATED_PACK = "simulated"

_MOST_TRIES = 4
"""How often a card is asked on one day before the learner gives up on it."""


def made_up_cards(count: int, sections: Sequence[str]) -> Pack:
    """A pack of so many notes with one card each, spread over the sections in their order."""
    notes = tuple(
        Note(
            uid=f"simulated-{number:06}",
            kind=NoteKind.BASIC,
            section=sections[number * len(sections) // count],
            fields={"front": f"Simulated card {number}?", "back": f"The answer to card {number}."},
        )
        for number in range(count)
    )
    return Pack(SIMULATED_PACK, value_hash([count, list(sections)]), notes)


class CardLife:
    """Goes through the cards day by day.

    Args:
        cards: uids, in the order in which they are learnt.
        days: over how many days new ones are begun, evenly.
        learner: how the answers go.
        random: everything that chance decides.
    """

    def __init__(self, cards: Sequence[str], days: int, learner: Learner, random: Random) -> None:
        self._fresh = iter(cards)
        self._per_day = -(-len(cards) // max(1, days))
        self._learner = learner
        self._random = random
        self._scheduler = default_scheduler()
        self._version = fsrs_version()
        self._memories: dict[str, MemoryState] = {}
        self._due: dict[date, list[str]] = defaultdict(list)
        self._looked_until: date | None = None

    def answer_day(self, day: date) -> Iterator[NewEvent]:
        """The reviews of a day on which the learner studies: what is due, then what is new, then what failed."""
        failed: list[tuple[str, date]] = []
        for uid in self._take_due(day):
            known = self._learner.knows(self._scheduler.recall(self._memories[uid], day), self._random)
            yield from self._answer(uid, day, Turn.DUE, failed, known=known)
        for _ in range(self._per_day):
            uid = next(self._fresh, None)
            if uid is None:
                break
            known = self._random.random() < self._learner.knows_new
            yield from self._answer(uid, day, Turn.NEW, failed, known=known)
        for _ in range(_MOST_TRIES):
            again, failed = failed, []
            for uid, _ in again:
                known = self._random.random() < self._learner.knows_retry
                yield from self._answer(uid, day, Turn.RETRY, failed, known=known)
        for uid, due in failed:
            self._due[due].append(uid)

    def _take_due(self, day: date) -> list[str]:
        """What came due up to a day and was not asked since."""
        first = self._looked_until or min(self._due, default=day)
        days = [first + timedelta(number) for number in range((day - first).days + 1)]
        self._looked_until = day + timedelta(1)
        return [uid for one in days for uid in self._due.pop(one, ())]

    def _answer(
        self, uid: str, day: date, turn: Turn, failed: list[tuple[str, date]], *, known: bool
    ) -> Iterator[NewEvent]:
        random = self._random
        passed = known or random.random() < self._learner.bluffs
        grade = Grade.GOOD if passed else Grade.AGAIN
        outlook = self._scheduler.outlook(self._memories.get(uid), grade, day, random.random())
        self._memories[uid] = outlook.memory
        if passed:
            self._due[outlook.due].append(uid)
        else:
            failed.append((uid, outlook.due))
        yield NewEvent(
            EventKind.REVIEW,
            uid,
            {
                "v": 1,
                "grade": grade.word,
                "how": "buttons",
                "interval": outlook.interval,
                "due": outlook.due.isoformat(),
                "algorithm": ALGORITHM,
                "version": self._version,
                "parameters": "default",
                "seconds": self._learner.thinks_for(random),
                "aids": [],
                "session": turn,
            },
            Origin.SIMULATED,
        )

"""Mock exams as values: which questions are drawn, what became of them, and the mark per section."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from trainer.learning.card import Card
from trainer.store.events import Event, EventKind

MINUTES_A_QUESTION = 2
"""As in the real one: 65 questions in 130 minutes."""


@dataclass(frozen=True, slots=True)
class SectionMark:
    """A section's part of the mark: `right` of `asked` questions."""

    section: str
    right: int
    asked: int


@dataclass(frozen=True, slots=True)
class ExamEnd:
    """How an exam ended.

    Attributes:
        day: the study day.
        right: uids of the cards that were answered right.
        asked: how many questions counted; `answered` of them were answered at all.
        sections: the mark per section, in the order of the course.
        is_timed_out: the time ran out.
    """

    day: date
    right: frozenset[str]
    asked: int
    answered: int
    sections: tuple[SectionMark, ...]
    is_timed_out: bool

    @property
    def percent(self) -> int:
        """The share of right answers, in whole percent, rounded down: 72 is only said from 72 on."""
        return 100 * len(self.right) // self.asked if self.asked else 0


@dataclass(frozen=True, slots=True)
class Exam:
    """A mock exam as the log tells it.

    Attributes:
        day: the study day on which it began.
        minutes: how long it may take.
        items: uids of its cards, in the order of the questions.
        given: numbers of the options chosen, by card; nothing for a question that is open.
        marked: cards that the learner wants to see again.
        seconds: spent so far, as far as the log knows.
        end: None as long as it goes on.
    """

    id: str
    day: date
    minutes: int
    items: tuple[str, ...]
    given: Mapping[str, tuple[int, ...]]
    marked: frozenset[str]
    seconds: float
    end: ExamEnd | None = None


def fold_exams(events: Iterable[Event]) -> dict[str, Exam]:
    """The exams that the log tells of, by id, the earliest first."""
    exams: dict[str, Exam] = {}
    for event in events:
        payload = event.payload
        uid = str(payload["exam"])
        if event.kind == EventKind.EXAM_STARTED:
            items = tuple(payload["items"])
            exams[uid] = Exam(uid, event.study_day, int(payload["minutes"]), items, {}, frozenset(), 0.0)
        elif uid in exams:
            exams[uid] = next_exam(exams[uid], event)
    return exams


def next_exam(before: Exam, event: Event) -> Exam:
    """The exam after one more of its events."""
    payload = event.payload
    exam = replace(before, seconds=float(payload["seconds"]))
    if event.kind == EventKind.EXAM_ANSWERED:
        card = str(payload["card"])
        marked = before.marked | {card} if payload["marked"] else before.marked - {card}
        return replace(exam, given={**before.given, card: tuple(payload["chosen"])}, marked=marked)
    if event.kind == EventKind.EXAM_FINISHED:
        sections = tuple(SectionMark(section, right, asked) for section, right, asked in payload["sections"])
        right = frozenset(payload["right"])
        end = ExamEnd(event.study_day, right, payload["asked"], payload["answered"], sections, payload["is_timed_out"])
        return replace(exam, end=end)
    return exam


def draw_questions(pool: Mapping[str, Sequence[str]], weights: Mapping[str, int], count: int, seed: str) -> list[str]:
    """Questions over sections in proportion to their weights, mixed.

    Args:
        pool: uids of the cards by section.
        weights: of the sections; one that is missing weighs 1.
        count: how many are wanted; all there are where there are fewer.
        seed: of the choice and of the order.
    """
    random = Random(seed)  # noqa: S311  # an order, no secret
    shares = share_out({section: len(items) for section, items in pool.items()}, weights, count)
    drawn = [item for section, items in pool.items() for item in random.sample(sorted(items), shares[section])]
    random.shuffle(drawn)
    return drawn


def share_out(there: Mapping[str, int], weights: Mapping[str, int], count: int) -> dict[str, int]:
    """How many questions each section gives.

    Each goes to the section that is furthest below its share, so that the parts stay in proportion as far as the
    sections have questions.

    Args:
        there: how many questions each section has.
        weights: of the sections; one that is missing weighs 1.
        count: how many are wanted.
    """
    shares = dict.fromkeys(there, 0)
    for _ in range(min(count, sum(there.values()))):
        able = [section for section in there if shares[section] < there[section]]
        least = min(able, key=lambda section: (shares[section] + 1) / max(1, weights.get(section, 1)))
        shares[least] += 1
    return shares


def mark_sections(cards: Sequence[Card], right: Iterable[str], order: Iterable[str]) -> list[SectionMark]:
    """The mark per section.

    Args:
        cards: that were asked.
        right: uids of those that were answered right.
        order: ids of the sections, in the order of the course; others come after them.
    """
    known = set(right)
    found: dict[str, list[bool]] = {section: [] for section in order}
    for card in cards:
        found.setdefault(card.section, []).append(card.item in known)
    return [SectionMark(section, sum(marks), len(marks)) for section, marks in found.items() if marks]

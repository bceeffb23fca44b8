"""A mock exam: questions against the clock, no feedback until the end, the schedule left alone.

Every answer is committed as it is given. An exam that was left goes on with the time that is left: only time in front
of it counts.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from secrets import token_hex
from typing import Any

from trainer.learning.card import Card, is_right, make_card
from trainer.learning.note import NoteKind, note_of
from trainer.library.shelf import Library
from trainer.store.events import EventKind, NewEvent
from trainer.store.log import exam_item
from trainer.store.opening import Store
from trainer.study.exam import Exam, ExamEnd, draw_questions, fold_exams, mark_sections, next_exam

ASKED = tuple(f"#{kind}" for kind in (NoteKind.CHOICE, NoteKind.MULTI))
"""How cards end that an exam asks: the kinds of question of AWS's own."""

_ID_BYTES = 8


@dataclass(frozen=True, slots=True)
class Question:
    """A question of an exam.

    Attributes:
        number: from 1.
        chosen: numbers of the options chosen, ascending.
        marked: the learner wants to see it again.
    """

    number: int
    card: Card
    chosen: tuple[int, ...]
    marked: bool

    @property
    def is_right(self) -> bool:
        """Whether it is answered right."""
        return is_right(self.card, self.chosen)


def exam_pool(library: Library, store: Store) -> dict[str, list[str]]:
    """The cards that an exam can ask by section, in the order of the course; suspended ones are left out."""
    pool: dict[str, list[str]] = {section: [] for section in library.curriculum.sections}
    suspended = {uid for uid, mark in store.marks().items() if mark.suspended}
    for item, section in store.sections_of_items().items():
        if item.endswith(ASKED) and item not in suspended:
            pool.setdefault(section, []).append(item)
    return {section: items for section, items in pool.items() if items}


def start_exam(
    library: Library, store: Store, *, count: int, minutes: int, sections: Collection[str] = (), uid: str = ""
) -> Exam:
    """Draws the questions of an exam, and writes down that it began.

    Args:
        library: the weight of a section is the number of its facts.
        store: the cards.
        count: questions; fewer where there are fewer.
        minutes: how long it may take.
        sections: from which to draw; all of them when empty.
        uid: an id to use; one is made when it is empty. The questions follow from it.

    Raises:
        UserError: when it cannot be saved.
        ValueError: when there is nothing to ask.
    """
    uid = uid or token_hex(_ID_BYTES)
    pool = {name: items for name, items in exam_pool(library, store).items() if not sections or name in sections}
    weights: dict[str, int] = {}
    for fact in library.curriculum.facts:
        section = fact.rpartition(".")[0]
        weights[section] = weights.get(section, 0) + 1
    items = draw_questions(pool, weights, count, uid)
    if not items:
        raise ValueError("there is no question in these sections")
    payload = {"v": 1, "exam": uid, "minutes": minutes, "items": items}
    event = store.append(NewEvent(EventKind.EXAM_STARTED, exam_item(uid), payload))
    return fold_exams([event])[uid]


def read_exams(store: Store) -> list[Exam]:
    """All exams, the latest first."""
    return list(reversed(fold_exams(store.exam_events()).values()))


class ExamSession:
    """One exam, under way or ended.

    Args:
        library: for the order of the sections.
        store: the cards, and where answers are kept.
        exam: as it was left.
        clock: seconds that only ever grow; the exam's time runs from now on, unless it has ended.
    """

    def __init__(self, library: Library, store: Store, exam: Exam, clock: Callable[[], float]) -> None:
        self._library = library
        self._store = store
        self._clock = clock
        self._exam = exam
        self._since: float | None = None if exam.end else clock()
        self._cards = _make_cards(store, exam)

    @property
    def exam(self) -> Exam:
        """The exam as it stands in the log."""
        return self._exam

    @property
    def questions(self) -> Sequence[Question]:
        """All questions whose cards are there still."""
        exam = self._exam
        return [
            Question(number, card, exam.given.get(card.item, ()), card.item in exam.marked)
            for number, card in enumerate(self._cards, start=1)
        ]

    @property
    def seconds(self) -> float:
        """Seconds spent so far, no more than the exam has."""
        running = 0.0 if self._since is None else self._clock() - self._since
        return min(self._exam.seconds + running, self._exam.minutes * 60.0)

    @property
    def seconds_left(self) -> float:
        """Seconds that are left."""
        return self._exam.minutes * 60.0 - self.seconds

    def choose(self, item: str, chosen: Collection[int]) -> None:
        """Answers a question, or changes the answer; no options take it back.

        Raises:
            UserError: when it cannot be saved; the answer stays as it was.
            ValueError: when the exam has ended, or has no such question.
        """
        self._note(item, tuple(sorted(chosen)), marked=item in self._exam.marked)

    def mark(self, item: str, *, marked: bool) -> None:
        """Marks a question to see it again, or takes the mark away.

        Raises:
            UserError, ValueError: as `choose`.
        """
        self._note(item, self._exam.given.get(item, ()), marked=marked)

    def leave(self) -> None:
        """Stops the clock, and writes down what time was spent; `come_back` goes on.

        Raises:
            UserError: when it cannot be saved; the clock stands all the same.
        """
        if self._since is None:
            return
        seconds = self.seconds
        self._since = None
        self._exam = replace(self._exam, seconds=seconds)
        self._append(EventKind.EXAM_LEFT, {})

    def come_back(self) -> None:
        """Lets the clock run again."""
        if self._since is None and self._exam.end is None:
            self._since = self._clock()

    def finish(self) -> ExamEnd:
        """Ends the exam and marks it; what was not answered counts as wrong.

        Raises:
            UserError: when it cannot be saved.
        """
        if self._exam.end is not None:
            return self._exam.end
        questions = self.questions
        right = [question.card.item for question in questions if question.is_right]
        marks = mark_sections(self._cards, right, self._library.curriculum.sections)
        self._append(
            EventKind.EXAM_FINISHED,
            {
                "right": right,
                "asked": len(questions),
                "answered": sum(bool(question.chosen) for question in questions),
                "sections": [[mark.section, mark.right, mark.asked] for mark in marks],
                "is_timed_out": self.seconds_left <= 0,
            },
        )
        self._since = None
        assert self._exam.end is not None
        return self._exam.end

    def wrong_items(self) -> list[str]:
        """Uids of the cards that were not answered right, to be practised."""
        return [question.card.item for question in self.questions if not question.is_right]

    def _note(self, item: str, chosen: tuple[int, ...], *, marked: bool) -> None:
        if self._exam.end is not None or item not in self._exam.items:
            raise ValueError(f"{item} is no question of an exam that goes on")
        self._append(EventKind.EXAM_ANSWERED, {"card": item, "chosen": list(chosen), "marked": marked})

    def _append(self, kind: EventKind, more: Mapping[str, Any]) -> None:
        seconds = round(self.seconds, 1)
        payload = {"v": 1, "exam": self._exam.id, "seconds": seconds, **more}
        event = self._store.append(NewEvent(kind, exam_item(self._exam.id), payload))
        now = self._clock()
        self._exam = next_exam(self._exam, event)
        if self._since is not None:
            self._since = now


def _make_cards(store: Store, exam: Exam) -> list[Card]:
    """The cards of an exam; those that are gone are left out, and options stand as they did the last time."""
    notes = store.notes({note_of(item) for item in exam.items})
    return [
        make_card(notes[note_of(item)].note, item, Random(f"{exam.id}:{item}"))  # noqa: S311  # an order, no secret
        for item in exam.items
        if note_of(item) in notes
    ]

"""Whether promises are kept: an honest learner studies for half a year by the plan of the program.

Run: python benchmarks/honest_learner.py [--days N] [--cards N] [--minutes N] [--seed N]. The learner answers by the
real session over a real store; the notes are those of the course, and made-up ones for the facts that have none yet.
Printed are the promised dates of the first day and of day 30 beside the real ones, the minutes a day beside the
budget, and what fixed 20 new cards a day would have asked for. Takes some minutes.
"""

import argparse
import json
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from trainer.learning.grade import Grade
from trainer.learning.note import Note, NoteKind, items_of
from trainer.learning.scheduler import default_scheduler
from trainer.learning.stage import stage_of
from trainer.learning.study_day import Moment
from trainer.library.shelf import open_library
from trainer.store.opening import open_store
from trainer.store.packs import BUILT_IN, Pack
from trainer.study.card_queue import CardQueue, Turn
from trainer.study.card_session import CardSession, Prompt
from trainer.study.planning.prospect import look_ahead
from trainer.study.simulation.learner import LEARNERS, Kind

_SHARE_CORE, _CLOZE_EVERY, _HARD_EVERY = 0.4, 7, 3
_EARLY, _LATER = 1, 30
_BREAK_EVERY = 60
_TOLERANCE = 1.15


class Evening:
    """A clock that is set to the evening of a day, and goes on by the seconds of each answer."""

    def __init__(self, day):
        self.at = datetime(day.year, day.month, day.day, 18, tzinfo=UTC)

    def now(self):
        return Moment(self.at, 0)

    def go_to(self, day):
        self.at = datetime(day.year, day.month, day.day, 18, tzinfo=UTC)


def whole_course(library, count):
    """The notes of the course, and a made-up one for each fact that has none, up to so many cards."""
    real = library.notes()
    covered = {fact for note in real for fact in note.facts}
    curriculum = library.curriculum
    place = {section: number for number, section in enumerate(curriculum.sections)}
    by_section = Counter(fact.rpartition(".")[0] for fact in curriculum.facts)
    core_of = {
        section.id: set(section.core)
        or {f"{section.id}.{number}" for number in range(1, 1 + round(_SHARE_CORE * by_section[section.id]))}
        for section in curriculum.sections.values()
    }
    made = []
    for number, fact in enumerate(fact for fact in curriculum.facts if fact not in covered):
        section = fact.rpartition(".")[0]
        is_cloze = number % _CLOZE_EVERY == 0
        fields = {"text": "{{1::One}} and {{2::two}}."} if is_cloze else {"front": f"{fact}?", "back": fact}
        kind = NoteKind.CLOZE if is_cloze else NoteKind.BASIC
        core = (fact,) if fact in core_of[section] else ()
        made.append(Note(f"made-{number:04}", kind, section, fields, (fact,), difficulty=1 + number % 3, core=core))
    notes = [*real, *made]
    again = 0
    while sum(len(items_of(note)) for note in notes) < count:  # some facts are asked for in two ways
        first = made[again * _HARD_EVERY % len(made)]
        notes.append(Note(f"{first.uid}-again-{again}", NoteKind.BASIC, first.section, {"front": "?", "back": "!"},
                          first.facts, difficulty=2, core=first.core))  # fmt: skip
        again += 1
    notes.sort(key=lambda note: (not note.core, place[note.section], stage_of(note)))
    return Pack(BUILT_IN, f"course of {count}", tuple(notes))


def _without_learner(seed):
    """The generator for a card: the learner's uid, new in each run, is left out of its seed."""
    return Random(seed.partition(":")[2])


class Life:
    """Half a year, day by day."""

    def __init__(self, library, store, clock, options):
        self.library, self.store, self.clock, self.options = library, store, clock, options
        self.random = Random(options.seed)
        self.learner = LEARNERS[Kind(options.learner)]
        self.memories = {}
        self.scheduler = default_scheduler()
        self.minutes, self.answers, self.new, self.ends, self.promised = [], [], [], {}, {}

    def live(self, first, days):
        away_until = first
        for number in range(1, days + 1):
            day = first + timedelta(days=number - 1)
            self.clock.go_to(day)
            if number in (_EARLY, _LATER):
                queue = CardQueue(self.store, day)
                self.promised[number] = look_ahead(self.store, queue.plan, queue.due_in_all, queue.backlog).promise
            if self.random.random() < 1 / _BREAK_EVERY:
                away_until = day + timedelta(days=self.random.randint(1, self.learner.longest_break))
            if number > 1 and (day < away_until or self.random.random() > self.learner.attends):
                continue
            self.study(day)
            left = self.store.left_counts()
            for name, count in (("core", left.core), ("all", left.all)):
                if not count:
                    self.ends.setdefault(name, day)

    def study(self, day):
        session = CardSession(self.library, self.store, self.scheduler, chance=_without_learner)
        spent, answers, new = 0.0, 0, 0
        while isinstance(session.prompt, Prompt):
            prompt = session.prompt
            seconds = self.learner.thinks_for(self.random)
            grade = Grade.GOOD if self.knows(prompt, day) else Grade.AGAIN
            self.memories[prompt.card.item] = prompt.outlooks[grade].memory
            self.clock.at += timedelta(seconds=seconds)
            session.answer(grade, seconds=seconds, how="buttons")
            spent, answers, new = spent + seconds, answers + 1, new + (prompt.turn is Turn.NEW)
        self.minutes.append(spent / 60)
        self.answers.append(answers)
        self.new.append(new)

    def knows(self, prompt, day):
        learner = self.learner
        if prompt.turn is Turn.NEW:
            return self.random.random() < learner.knows_new
        if prompt.turn is Turn.RETRY:
            return self.random.random() < learner.knows_retry
        return learner.knows(self.scheduler.recall(self.memories[prompt.card.item], day), self.random)


def fixed_count(count, per_day, options):
    """Answers a day in the second month when so many new cards are begun on each, whatever is due."""
    random, learner, scheduler = Random(options.seed), LEARNERS[Kind(options.learner)], default_scheduler()
    first, due, memories, answers = datetime(2026, 1, 5, tzinfo=UTC).date(), {}, {}, []
    for number in range(60):
        day = first + timedelta(days=number)
        asked = [*due.pop(day, ()), *range(number * per_day, min(count, (number + 1) * per_day))]
        today = 0
        for card in asked:
            is_new = card not in memories
            known = random.random() < learner.knows_new if is_new else random.random() < scheduler.recall(
                memories[card], day)  # fmt: skip
            while True:
                today += 1
                outlook = scheduler.outlook(memories.get(card), Grade.GOOD if known else Grade.AGAIN, day,
                                            random.random())  # fmt: skip
                memories[card] = outlook.memory
                if known:
                    break
                known = random.random() < learner.knows_retry
            due.setdefault(outlook.due, []).append(card)
        answers.append(today)
    return answers[30:]


def tell(life, first, budget):
    def number(day):
        return None if day is None else (day - first).days + 1

    def off(promised, real):
        days = (number(promised), number(real))
        return None if None in days else round(100 * (days[0] - days[1]) / days[1], 1)

    busy = [minutes for minutes, new in zip(life.minutes, life.new, strict=True) if new]
    return {
        "study_days": len(life.minutes),
        "real": {name: number(life.ends.get(name)) for name in ("core", "all")},
        "promised": {
            f"day {since}": {
                name: {
                    "day": number(getattr(told, name)),
                    "off_percent": off(getattr(told, name), life.ends.get(name)),
                }
                for name in ("core", "all")
            }
            for since, told in life.promised.items()
        },
        "budget_minutes": budget,
        "minutes_a_day": {
            "median": round(median(life.minutes), 1),
            "p90": round(quantiles(life.minutes, n=10)[-1], 1),
            "max": round(max(life.minutes), 1),
            "mean_while_new_from_day_15": round(sum(busy[14:]) / max(1, len(busy[14:])), 1),
        },
        "days_over_by_15_percent": round(
            100 * sum(m > budget * _TOLERANCE for m in life.minutes) / len(life.minutes), 1
        ),
        "answers_a_day_in_second_month": round(sum(life.answers[26:52]) / 26),
        "new_a_day": life.new[:60],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=int, default=180)
    parser.add_argument("--cards", type=int, default=1350)
    parser.add_argument("--minutes", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--learner", default="honest", choices=[str(kind) for kind in Kind])
    options = parser.parse_args()
    library = open_library()
    first = datetime(2026, 1, 5, tzinfo=UTC).date()
    with tempfile.TemporaryDirectory() as folder:
        clock = Evening(first)
        store = open_store(Path(folder), clock=clock)
        store.import_pack(whole_course(library, options.cards))
        store.set_setting("plan", {"minutes": options.minutes})
        life = Life(library, store, clock, options)
        life.live(first, options.days)
        figures = tell(life, first, options.minutes)
        store.close()
    fixed = fixed_count(options.cards, 20, options)
    figures["answers_a_day_in_second_month_with_20_new_a_day"] = round(sum(fixed) / len(fixed))
    print(json.dumps(figures, indent=2).replace(",\n    ", ", "))


if __name__ == "__main__":
    main()

"""Learners who play by the real engine: what is promised of mastery, held against guessing, hints and honest work."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from trainer.cloud.drill import Drill, Feedback, Mode, Placement
from trainer.cloud.grading import grade
from trainer.cloud.lines import drawn_lines, draws_lines, nodes, with_lines
from trainer.cloud.soundness.sampling import draw_play
from trainer.learning.scheduler import RETENTION, default_scheduler
from trainer.learning.study_day import Moment
from trainer.library.shelf import open_library
from trainer.study.mastery import Standing, drill_standing, skill_standing
from trainer.study.simulation.drills import attempt_drill
from trainer.study.simulation.learner import LEARNERS, Kind
from trainer.study.simulation.notebook import Notebook

FIRST = datetime(2026, 1, 1, 18, tzinfo=UTC)
DRILLS = ("first-vpc", "three-tier-two-zones")
PLAYS = 400
MOST_SOLVED = 0.05
SEEN = frozenset({Standing.MASTERED, Standing.FADING})


class Life:
    """Works on drills day by day: on those that are new or due, each once a day."""

    def __init__(self, library, learner, seed, drills=DRILLS):
        self.library, self.learner, self.drills = library, learner, drills
        self.notebook, self.random = Notebook(), Random(seed)

    @property
    def day(self) -> date:
        return self.notebook.today()

    def live(self, days: int) -> Iterator[date]:
        for number in range(days):
            for drill in self.drills:
                self.notebook.moment = Moment(FIRST + timedelta(days=number), 0)
                if self.is_due(drill):
                    attempt_drill(self.library.drill(drill), self.notebook, self.learner, self.random)
            yield self.day

    def is_due(self, drill: str) -> bool:
        whole = self.notebook.item_state(f"drill:{drill}")
        uids = (uid for uid, evidence in self.notebook.evidence().items() if evidence.met[0] == drill)
        return (
            whole is None or whole.due <= self.day or any(self.notebook.item_state(uid).due <= self.day for uid in uids)
        )

    def standings(self) -> dict[str, Standing]:
        """How far drills and skills are, by uid."""
        recall, notebook = default_scheduler().recall, self.notebook
        drills = {
            f"drill:{drill}": drill_standing(
                notebook.drill_state(drill), notebook.item_state(f"drill:{drill}"), self.day, recall, RETENTION
            )
            for drill in self.drills
        }
        skills = {
            uid: skill_standing(notebook.item_state(uid), evidence, self.day, recall, RETENTION)
            for uid, evidence in notebook.evidence().items()
        }
        return drills | skills

    def ever_mastered(self, days: int) -> dict[str, int]:
        """What was ever mastered, with the number of the day on which it was first."""
        first: dict[str, int] = {}
        for number, _ in enumerate(self.live(days), start=1):
            for uid, standing in self.standings().items():
                if standing in SEEN:
                    first.setdefault(uid, number)
        return first


@pytest.mark.parametrize("seed", range(3))
def test_who_guesses_masters_no_skill(library, seed):
    guesser = replace(LEARNERS[Kind.GUESSER], errs=1.0)

    assert Life(library, guesser, seed).ever_mastered(60) == {}


@pytest.mark.parametrize(("drill", "days"), [(DRILLS[0], 60), (DRILLS[1], 15)])
def test_who_clicks_through_the_hints_masters_no_drill(library, drill, days):
    clicker = replace(LEARNERS[Kind.HINT_CLICKER], asks=1.0)

    assert Life(library, clicker, 1, (drill,)).ever_mastered(days) == {}


@pytest.mark.parametrize("seed", range(3))
def test_who_works_honestly_masters_the_first_drills_within_two_months(library, seed):
    life = Life(library, LEARNERS[Kind.HONEST], seed)
    mastered = life.ever_mastered(60)
    drills = {uid: day for uid, day in mastered.items() if uid.startswith("drill:")}

    assert set(drills) == {f"drill:{drill}" for drill in DRILLS}
    assert min(drills.values()) > 7  # not before a week has passed between two solutions
    assert any(uid.startswith("skill:") for uid in mastered)


def test_an_honest_learner_reaches_the_highest_level(library):
    life = Life(library, LEARNERS[Kind.HONEST], 4)
    for _ in life.live(60):
        pass
    records = [life.notebook.drill_state(drill) for drill in DRILLS]

    assert all(record.solved_unaided_count and record.variants for record in records)


def play_at_random(drill: Drill, random: Random) -> Placement:
    """A complete play as of someone who knows nothing but which pieces are decoys, and that a step takes one card."""
    if Mode.ORDER in drill.modes:
        steps = random.sample(list(drill.topology), len(drill.topology))
        placement: Placement = {piece.id: (step,) for piece, step in zip(drill.required, steps, strict=False)}
    else:
        placement = draw_play(drill, random)
    if not draws_lines(drill):
        return placement
    there = nodes(drill, placement)
    wanted = len(list(drawn_lines(drill.solution)))
    pairs = [(source, target) for source in there for target in there if source != target]
    return with_lines(placement, random.sample(pairs, min(wanted, len(pairs))))


@pytest.mark.parametrize("name", open_library().drill_ids())
def test_random_play_on_check_solves_next_to_nothing(library, name):
    drill, random = library.drill(name), Random(name)

    solved = sum(grade(drill, play_at_random(drill, random)).correct for _ in range(PLAYS))

    assert solved <= MOST_SOLVED * PLAYS


def test_the_engine_says_of_a_random_play_what_grade_says(library):
    from trainer.study.drill_session import DrillSession

    drill, random = library.drill("first-vpc"), Random(7)
    session = DrillSession(drill, Notebook(), level=3, feedback=Feedback.CHECK)
    for _ in range(100):
        session.restart()
        play = play_at_random(session.drill, random)
        for piece, places in play.items():
            for place in places:
                session.place(piece, place)

        assert session.check().verdict.correct is grade(drill, play).correct

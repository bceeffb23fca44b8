"""Usual answers, practice and the diagnostic in any order, with undo and redo: the log says it all."""

import tempfile
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.clock import FakeClock
from tests.fakes.examples import few
from tests.store.card_events import note, pack
from trainer.learning.grade import Grade
from trainer.learning.note import Note, NoteKind
from trainer.learning.scheduler import Scheduler
from trainer.library.curriculum import Curriculum, Section
from trainer.store.doctor import examine
from trainer.store.opening import open_store
from trainer.study.card_session import CardSession, Prompt
from trainer.study.diagnostic_plan import DiagnosticPlan
from trainer.study.diagnostic_session import DiagnosticSession
from trainer.study.practice_plan import PracticePlan
from trainer.study.practice_session import PracticeSession

KINDS = ("usual", "practice", "counted", "diagnostic")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.sampled_from(KINDS), st.sampled_from(Grade)),
        st.tuples(st.sampled_from(["undo", "redo"]), st.sampled_from(KINDS)),
        st.tuples(st.just("sleep"), st.integers(1, 30)),
    ),
    min_size=4,
    max_size=24,
)


def choice(uid):
    options = [{"text": "Yes", "because": "So.", "right": True}, {"text": "No", "because": "Not."}]
    return Note(uid, NoteKind.CHOICE, "vpc-intro", {"question": f"{uid}?", "options": options})


class Learner:
    """Does what it is told in four kinds of session over the same cards."""

    def __init__(self, store, clock):
        self.store, self.clock = store, clock
        section = Section("vpc-intro", "VPC", "Essentials")
        self.library = SimpleNamespace(
            curriculum=Curriculum({section.id: section}, {}), skills={}, primer_sections=(), summaries=()
        )
        store.import_pack(pack(*(choice(f"c{number}") for number in range(4)), note("n0"), note("n1")))
        self.began = store.today()
        self.items = (*(f"c{number}#choice" for number in range(4)), "n0#front", "n1#front")

    def session(self, kind):
        whole = self.library, self.store, Scheduler()
        if kind == "usual":
            return CardSession(*whole)
        if kind == "diagnostic":
            return DiagnosticSession(*whole, DiagnosticPlan("d", self.began, {"vpc-intro": self.items[:4]}))
        return PracticeSession(*whole, PracticePlan(kind, self.began, self.items, counts=kind == "counted"))

    def answer(self, kind, grade):
        session = self.session(kind)
        if not isinstance(session.prompt, Prompt):
            return
        before = self.store.item_states()
        session.answer(grade, seconds=2.0, how="buttons")
        leaves = kind == "practice" or (kind == "diagnostic" and not grade.passed)
        assert not leaves or self.store.item_states() == before

    def undo(self, kind):
        session = self.session(kind)
        could = session.can_undo
        assert (session.undo() is not None) is could
        assert self.session(kind).answered == session.answered

    def redo(self, kind):
        session = self.session(kind)
        could = session.can_redo
        assert (session.redo() is not None) is could
        assert self.session(kind).answered == session.answered

    def sleep(self, days):
        self.clock.advance(days=days)


@few
@given(STEPS)
def test_whatever_is_answered_where_a_replay_agrees(steps):
    clock = FakeClock()
    with tempfile.TemporaryDirectory() as folder, closing(open_store(Path(folder), clock=clock)) as store:
        learner = Learner(store, clock)
        for deed, *more in steps:
            getattr(learner, deed)(*more)

        assert examine(store).is_healthy


@few
@given(st.integers(1, 60), st.sampled_from(Grade))
def test_practice_never_moves_a_due_day(days, grade):
    clock = FakeClock()
    with tempfile.TemporaryDirectory() as folder, closing(open_store(Path(folder), clock=clock)) as store:
        learner = Learner(store, clock)
        learner.answer("usual", Grade.GOOD)
        before = store.item_states()
        learner.sleep(days)
        learner.answer("practice", grade)

        assert store.item_states() == before

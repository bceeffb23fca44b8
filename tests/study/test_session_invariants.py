"""Whatever a learner does, in whatever order: the log says it all, and what was promised holds."""

import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.boards import make_flow_board
from tests.fakes.clock import FakeClock
from tests.fakes.examples import few, quick
from trainer.cloud.drill import Feedback
from trainer.cloud.grading import PieceState, grade
from trainer.library.shelf import open_library
from trainer.store.board_state import fold_board
from trainer.store.doctor import examine
from trainer.store.events import EventKind
from trainer.store.opening import open_store
from trainer.study.drill_session import DrillSession
from trainer.study.moves import room
from trainer.study.questions import QuestionKind
from trainer.study.simulation.notebook import Notebook

STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["place", "move", "take back"]), st.integers(0, 40), st.integers(0, 40)),
        st.tuples(st.sampled_from(["undo", "redo", "hint", "check", "finish", "slip", "skip", "solve", "come back"])),
        st.tuples(st.just("answer"), st.integers(0, 2)),
        st.tuples(st.just("restart"), st.sampled_from([None, 0, 1, 2, 3]), st.sampled_from([None, *Feedback])),
    ),
    min_size=6,
    max_size=30,
)
LEVELS = st.sampled_from([None, 0, 1, 2, 3])


@cache
def drills():
    library = open_library()
    return [library.drill("first-vpc"), library.drill("three-tier-two-zones"), make_flow_board()]


class Player:
    """Does what it is told with whatever is there."""

    def __init__(self, drill, store, level):
        self.base, self.store = drill, store
        self.count = 0
        self.session = self.open(level)

    def open(self, level=2):
        return DrillSession(self.base, self.store, Random, self.new_id, level=level)

    def new_id(self):
        self.count += 1
        return f"attempt-{self.count}"

    def take(self, name, *more):
        getattr(self, f"do_{name.replace(' ', '_')}")(*more)

    def entries(self):
        drill = self.session.drill
        lines = [f"line:{fixture.id}" for fixture in drill.fixtures] if drill.links and not drill.pieces else []
        return [*drill.pieces, *lines]

    def places(self, piece):
        drill = self.session.drill
        return [one.id for one in drill.fixtures] if piece.startswith("line:") else list(drill.topology)

    def choose(self, piece, place):
        entries = self.entries()
        chosen = entries[piece % len(entries)]
        places = self.places(chosen)
        return chosen, places[place % len(places)]

    def tiles(self):
        return [(piece, place) for piece, places in self.session.placement.items() for place in places]

    def do_place(self, piece, place):
        self.session.place(*self.choose(piece, place))

    def do_move(self, piece, place):
        if tiles := self.tiles():
            moved, source = tiles[piece % len(tiles)]
            places = self.places(moved)
            self.held(moved, source, self.session.place(moved, places[place % len(places)], source))

    def do_take_back(self, piece, _place):
        if tiles := self.tiles():
            tile = tiles[piece % len(tiles)]
            self.held(*tile, self.session.take_back(*tile))

    def held(self, piece, place, step):
        """What was in place from the start, or is asked about, did not move."""
        question = self.session.question
        if place in self.session.prefilled.get(piece, ()):
            assert step is None
        elif question is not None and question.kind is QuestionKind.WRONG and question.piece == piece:
            assert step is None or step.target == question.end

    def do_undo(self):
        could = self.session.can_undo
        assert (self.session.undo() is not None) is could

    def do_redo(self):
        could = self.session.can_redo
        assert (self.session.redo() is not None) is could

    def do_slip(self):
        could = self.session.can_slip
        assert (self.session.slip() is not None) is could

    def do_hint(self):
        self.session.hint()

    def do_check(self):
        self.session.check()

    def do_finish(self):
        self.session.finish()

    def do_skip(self):
        self.session.skip_question()

    def do_solve(self):
        for piece, places in self.session.drill.solution.items():
            for place in places:
                self.session.place(piece, place)

    def do_answer(self, index):
        if self.session.question is not None:
            self.session.answer_question(index)

    def do_restart(self, level, feedback):
        self.session.restart(level=level, feedback=feedback)

    def do_come_back(self):
        if self.session.attempt is not None:
            self.session = self.open()


def look(session):
    """All that a window may show of a session."""
    return (
        session.attempt,
        session.placement,
        session.prefilled,
        session.verdict,
        session.shown_verdict,
        (session.level, session.feedback, session.variant, session.proposed_level, session.finished),
        (session.can_undo, session.can_redo, session.can_slip),
        session.question,
        session.worked_step.text if session.worked_step else None,
    )


def assert_sound(session):
    placement = session.placement
    assert session.verdict == grade(session.drill, placement)
    for piece, places in session.prefilled.items():
        assert set(places) <= set(placement[piece])
    for piece, places in placement.items():
        assert places
        assert len(set(places)) == len(places) <= room(session.drill, piece)
    shown, checks = session.shown_verdict, [event for event in session._log.events if event.kind == EventKind.CHECK]
    if session.feedback is Feedback.DROP:
        assert shown == session.verdict
    elif not checks:
        assert (shown.pieces, shown.findings, shown.lines, shown.rules) == ({}, (), {}, {})
    else:
        wrong = {piece for piece, state in shown.pieces.items() if state is PieceState.WRONG}
        assert wrong <= set(checks[-1].payload["wrong"])


@settings(quick, max_examples=200)
@given(st.integers(0, 2), STEPS, LEVELS)
def test_who_comes_back_at_any_time_finds_everything_as_it_was(number, steps, level):
    notebook = Notebook()
    player = Player(drills()[number], notebook, level)
    for step in steps:
        player.take(*step)
        session = player.session
        assert_sound(session)
        if session.attempt is not None:
            events = notebook.attempt_events(player.base.id)
            assert look(player.open()) == look(session)
            assert fold_board("", events).placement == session.placement


@few
@given(st.integers(0, 2), STEPS, LEVELS)
def test_the_store_agrees_with_a_replay_of_everything(number, steps, level):
    with tempfile.TemporaryDirectory() as name, closing(open_store(Path(name), clock=FakeClock())) as store:
        player = Player(drills()[number], store, level)
        for step in steps:
            player.take(*step)
        session = player.session
        if session.attempt is not None:
            assert look(player.open()) == look(session)
        examination = examine(store)

    assert examination.is_healthy, examination.lines()

"""The memory of an item is its whole history under the set of its latest review, however it came about."""

import tempfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.clock import FakeClock
from tests.store.card_events import note, pack, take_back
from tests.store.drill_events import end, start
from trainer.learning.grade import Grade, read_grade
from trainer.learning.parameters import DEFAULT_SET, Scope, make_set
from trainer.learning.scheduler import Scheduler, default_scheduler
from trainer.store.doctor import examine, repair
from trainer.store.events import EventKind, NewEvent
from trainer.store.history import NotUndoable, read_history
from trainer.store.opening import open_store
from trainer.store.parameter_sets import choose_set

WEIGHTS = default_scheduler().weights
SETS = [make_set([*WEIGHTS[:8], w8, *WEIGHTS[9:20], w20]) for w8, w20 in ((1.2, 0.1542), (2.4, 0.2), (1.8722, 0.4))]
CARDS = ["igw#front", "nat#cloze-1"]
SKILL = "skill:igw-attached-to-vpc"


def choose(parameters, scope=Scope.CARDS):
    losses = {"loss": 0.3, "loss_before": 0.33, "loss_default": 0.34}
    return choose_set(scope, parameters, losses, {"reviews": 900, "held_back": 180})


def answer(store, item, grade, scope=Scope.CARDS):
    due = store.today() + timedelta(4)
    payload = {"v": 1, "grade": grade, "how": "buttons", "due": due.isoformat(), "seconds": 3.0}
    used = store.parameter_sets().current(scope).id
    return store.append(NewEvent(EventKind.REVIEW, item, {**payload, "parameters": used}))


def folded(store, item):
    """What the law says, in its own words: all standing answers since the last reset, under the set of the last."""
    history = []
    for event in read_history(list(store.events(item=item))).undo:
        if event.kind == EventKind.RESET:
            history = []
        elif event.kind == EventKind.REVIEW and not event.payload.get("practice"):
            history.append(event)
    if not history:
        return None
    scheduler = Scheduler({one.id: one.weights for one in [DEFAULT_SET, *SETS]}[history[-1].payload["parameters"]])
    memory = None
    for event in history:
        memory = scheduler.review(memory, read_grade(event.payload["grade"]), event.study_day)
    return memory


STEPS = st.one_of(
    st.tuples(st.just("answer"), st.sampled_from(CARDS), st.sampled_from(["again", "hard", "good", "easy"])),
    st.tuples(st.just("practise"), st.sampled_from(CARDS), st.sampled_from(["again", "good"])),
    st.tuples(st.just("attempt"), st.sampled_from(["again", "good"])),
    st.tuples(st.just("choose"), st.sampled_from([DEFAULT_SET, *SETS]), st.sampled_from(list(Scope))),
    st.tuples(st.sampled_from(["undo", "redo", "undo choice", "redo choice"])),
    st.tuples(st.sampled_from(["reset", "move"]), st.sampled_from(CARDS)),
    st.tuples(st.just("wait"), st.integers(0, 60)),
)


class Learner:
    def __init__(self, store, clock):
        self.store, self.clock, self.attempts = store, clock, 0

    def take(self, name, *more):
        getattr(self, f"do_{name.replace(' ', '_')}")(*more)

    def do_answer(self, item, grade):
        answer(self.store, item, grade)

    def do_attempt(self, grade):
        self.attempts += 1
        used = self.store.parameter_sets().current(Scope.DRILLS).id
        finished = end(f"a{self.attempts}", skills={SKILL: grade}, whole=grade)
        due = {uid: (self.store.today() + timedelta(3)).isoformat() for uid in (SKILL, finished.item)}
        payload = {**finished.payload, "due": due, "parameters": used}
        self.store.append_all([start(f"a{self.attempts}"), NewEvent(finished.kind, finished.item, payload)])

    def do_reset(self, item):
        self.store.append(NewEvent(EventKind.RESET, item, {"v": 1}))

    def do_move(self, item):
        due = self.store.today() + timedelta(2)
        self.store.append(NewEvent(EventKind.RESCHEDULED, item, {"v": 1, "due": due.isoformat()}))

    def do_practise(self, item, grade):
        payload = {"v": 3, "grade": grade, "how": "buttons", "seconds": 3.0, "practice": True}
        self.store.append(NewEvent(EventKind.REVIEW, item, payload))

    def do_choose(self, parameters, scope):
        self.store.append(choose(parameters, scope))

    def do_undo(self):
        self.store.undo_step(self.store.desk_steps().undo)

    def do_redo(self):
        self.store.undo_step(self.store.desk_steps().redo)

    def do_undo_choice(self):
        self._take_back(self.choices().undo)

    def do_redo_choice(self):
        self._take_back(self.choices().redo)

    def do_wait(self, days):
        self.clock.advance(days=days)

    def choices(self):
        return read_history([event for event in self.store.events() if event.item is None])

    def _take_back(self, events):
        if events:
            self.store.append(take_back(events[-1].uid))


@settings(max_examples=80, deadline=None)
@given(st.lists(STEPS, max_size=40), st.booleans())
def test_live_memories_equal_a_replay_and_the_law(steps, reopened):
    clock = FakeClock()
    with tempfile.TemporaryDirectory() as name:
        store = open_store(Path(name), clock=clock)
        learner = Learner(store, clock)
        for step in steps:
            learner.take(*step)
            if reopened:
                store.close()
                store = learner.store = open_store(Path(name), clock=clock)
        with closing(store):
            live = store.item_states()
            lawful = {item: folded(store, item) for item in CARDS}
            examination = examine(store)
            repair(store)
            rebuilt = store.item_states()

    assert examination.is_healthy, examination.lines()
    assert live == rebuilt
    assert {item: live[item].memory if item in live else None for item in CARDS} == lawful


@settings(max_examples=20, deadline=None)
@given(st.lists(STEPS, max_size=25))
def test_a_life_written_in_bulk_gives_the_same_memories(steps):
    clock = FakeClock()
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        with closing(open_store(Path(first), clock=clock)) as store:
            learner = Learner(store, clock)
            for step in steps:
                if "undo" not in step[0] and "redo" not in step[0]:
                    learner.take(*step)
            events, lived = list(store.events()), store.item_states()
        with closing(open_store(Path(second), clock=clock)) as copy:
            copy.append_bulk((NewEvent(event.kind, event.item, event.payload), _moment(event)) for event in events)
            assert copy.item_states() == lived


def _moment(event):
    from trainer.learning.study_day import Moment

    return Moment(event.at, event.utc_offset_min)


def test_a_new_set_changes_nothing_until_a_card_is_answered(store, clock):
    answer(store, CARDS[0], "good")
    before = store.item_state(CARDS[0])

    store.append(choose(SETS[0]))

    assert store.item_state(CARDS[0]) == before
    assert store.parameter_sets().current(Scope.CARDS) == SETS[0]
    assert store.parameter_sets().current(Scope.DRILLS) == DEFAULT_SET


def test_what_a_card_is_asked_with_is_its_history_under_the_set_of_now(store, clock):
    for grade in ("good", "again", "good"):
        answer(store, CARDS[0], grade)
        clock.advance(days=3)
    store.append(choose(SETS[1]))

    memory = store.memories_under(SETS[1].id, [CARDS[0]])[CARDS[0]]
    answer(store, CARDS[0], "good")

    scheduler = Scheduler(SETS[1].weights)
    assert store.item_state(CARDS[0]).memory == scheduler.review(memory, Grade.GOOD, store.today())
    assert store.item_state(CARDS[0]).parameters == SETS[1].id


def test_undoing_an_answer_brings_the_former_set_back(store, clock):
    answer(store, CARDS[0], "good")
    before = store.item_state(CARDS[0])
    clock.advance(days=5)
    store.append(choose(SETS[2]))
    slipped = answer(store, CARDS[0], "again")

    store.append(take_back(slipped.uid))

    assert store.item_state(CARDS[0]) == before
    assert examine(store).is_healthy


def test_a_choice_can_be_taken_back_once(store):
    chosen = store.append(choose(SETS[0]))

    store.append(take_back(chosen.uid))

    assert store.parameter_sets().current(Scope.CARDS) == DEFAULT_SET
    with pytest.raises(NotUndoable, match="undone already"):
        store.append(take_back(chosen.uid))


def test_a_set_that_was_never_chosen_is_refused(store):
    payload = {"v": 1, "grade": "good", "due": "2026-03-05", "seconds": 1.0, "parameters": "0123456789abcdef"}

    with pytest.raises(ValueError, match="ever chosen"):
        store.append(NewEvent(EventKind.REVIEW, CARDS[0], payload))

    assert list(store.events()) == []


@pytest.mark.parametrize("wrong", [{"weights": [1.0] * 20}, {"set": "other"}, {"scope": "sounds"}])
def test_a_choice_that_makes_no_sense_is_refused(store, wrong):
    good = choose(SETS[0])

    with pytest.raises(ValueError, match=r"parameters|Scope"):
        store.append(NewEvent(good.kind, None, {**good.payload, **wrong}))

    assert list(store.events()) == []


def test_renamed_cards_keep_their_history_under_a_new_set(store, clock):
    store.import_pack(pack(note("igw")))
    answer(store, CARDS[0], "good")
    clock.advance(days=4)
    store.import_pack(pack(note("gateway"), renames={"igw": "gateway"}))
    store.append(choose(SETS[0]))

    answer(store, "gateway#front", "good")

    scheduler = Scheduler(SETS[0].weights)
    first = scheduler.review(None, Grade.GOOD, store.today() - timedelta(4))
    assert store.item_state("gateway#front").memory == scheduler.review(first, Grade.GOOD, store.today())

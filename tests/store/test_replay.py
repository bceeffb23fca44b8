"""Whatever happens, the caches are what a replay of the log gives, and the board what a plain model says."""

import tempfile
from contextlib import closing
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.clock import FakeClock
from tests.store.card_events import note, pack, review, take_back
from tests.store.drill_events import DRILL, answer, check, end, finish, hint, move, slip, start, undo
from trainer.store.doctor import examine, repair
from trainer.store.events import Event, EventKind, NewEvent, Origin
from trainer.store.history import read_history
from trainer.store.opening import open_store
from trainer.store.rebuilding import replay_order

PIECES = st.sampled_from(["igw", "nat", "alb"])
PLACES = st.one_of(st.none(), st.sampled_from(["vpc", "public-a", "public-b"]))
CARDS = st.sampled_from(["igw#front", "nat#cloze-1"])
CONFUSED = st.lists(st.tuples(*[st.sampled_from(["nat", "igw", "igw|Both"])] * 2).map(list), max_size=2)
GRADES = st.sampled_from(["again", "hard", "good", "easy"])
MARKS = [EventKind.SUSPENDED, EventKind.BURIED, EventKind.FLAGGED]
SURE = st.sampled_from([True, False, None])
ANSWER = st.tuples(st.just("answer"), CARDS, GRADES, st.integers(0, 90), CONFUSED, SURE)
DESK_STEPS = st.one_of(
    ANSWER,
    st.tuples(st.just("edit"), st.sampled_from(["front", "back", "section"]), st.sampled_from(["Mine?", None])),
    st.tuples(st.just("mark"), st.sampled_from(MARKS), st.lists(CARDS, min_size=1, unique=True), st.integers(0, 1)),
    st.tuples(st.just("reset"), st.lists(CARDS, min_size=1, unique=True)),
    st.tuples(st.just("reschedule"), CARDS, st.integers(0, 90)),
    st.tuples(st.just("delete"), st.sampled_from(["igw", "nat", "mine1"]), st.booleans()),
    st.tuples(st.sampled_from(["add"])),
)
STEPS = st.one_of(
    DESK_STEPS,
    st.tuples(st.sampled_from(["undo answer", "redo answer", "undo step", "redo step"])),
    st.tuples(st.just("move"), PIECES, PLACES, PLACES, st.sampled_from(["right", "wrong"]), CONFUSED),
    st.tuples(st.just("slip"), st.integers(1, 3)),
    st.tuples(st.sampled_from(["start", "hint", "check", "finish", "undo", "redo", "stale move", "question"])),
    st.tuples(
        st.just("end"), st.integers(0, 3), st.sampled_from([None, 1, 2]), st.sampled_from(["good", "again", None])
    ),
    st.tuples(st.just("clock"), st.integers(-40, 40)),
)


class Learner:
    """Takes steps in a store, and keeps the placements before each move as an editor would."""

    def __init__(self, store, clock):
        self.store, self.clock = store, clock
        self.attempts = self.added = 0
        self.past, self.future, self.placement = [], [], {}

    @property
    def attempt(self):
        return f"a{self.attempts}"

    def take(self, name, *more):
        getattr(self, f"do_{name.replace(' ', '_')}")(*more)

    def do_start(self):
        self.attempts += 1
        self.past, self.future, self.placement = [], [], {"web": ["app-a"]}
        self.store.append(start(self.attempt, {"web": ["app-a"]}))

    def do_move(self, piece, source, target, state, confused):
        if self.attempts and source in [None, *self.placement.get(piece, [])] and source != target:
            event = move(piece, source, target, self.attempt, state)
            self.store.append(NewEvent(event.kind, event.item, {**event.payload, "confused": confused}))
            self.past.append(self.placement)
            self.future = []
            where = [place for place in self.placement.get(piece, []) if place not in (source, target)]
            self.placement = {**self.placement, piece: where + [target] * (target is not None)}

    def do_stale_move(self):
        self.store.append(move(attempt="long ago"))

    def do_hint(self):
        self.store.append(hint(self.attempt))

    def do_check(self):
        self.store.append(check(self.attempt))

    def do_finish(self):
        self.store.append(finish(self.attempt, seconds=0.1))

    def do_question(self):
        self.store.append(answer(self.attempt))

    def do_slip(self, number):
        self.store.append(slip(self.attempt, number))

    def do_end(self, level, variant, grade):
        solved = {"correct": grade == "good", "unaided": grade == "good", "failed": grade == "again", "whole": grade}
        skills = {"skill:igw-attached-to-vpc": grade} if grade else {}
        feedback = "check" if level > 2 else "drop"
        self.store.append(end(self.attempt, level=level, feedback=feedback, variant=variant, skills=skills, **solved))

    def do_undo(self):
        history = self.store.undoable(DRILL, self.attempt)
        if history.undo:
            self.store.append(undo(history.undo[-1].uid))
            self.future.append(self.placement)
            self.placement = self.past.pop()

    def do_redo(self):
        history = self.store.undoable(DRILL, self.attempt)
        if history.redo:
            self.store.append(undo(history.redo[-1].uid))
            self.past.append(self.placement)
            self.placement = self.future.pop()

    def do_answer(self, item, grade, days, confused, sure):
        said = {"confused": confused, "sure": sure}
        self.store.append(review(item, grade, self.store.today() + timedelta(days), days / 7, said))

    def do_undo_answer(self):
        if history := self.answers().undo:
            self.store.append(take_back(history[-1].uid))

    def do_redo_answer(self):
        if history := self.answers().redo:
            self.store.append(take_back(history[-1].uid))

    def answers(self):
        of_cards = (event for event in self.store.events() if event.item and "#" in event.item)
        today = self.store.today()
        return read_history(
            [one for one in of_cards if one.study_day == today and one.kind in (EventKind.REVIEW, EventKind.UNDO)]
        )

    def do_edit(self, field, value):
        self.store.edit_note("igw", field, value)

    def do_mark(self, kind, cards, value):
        self.store.mark_cards(kind, cards, value if kind is EventKind.FLAGGED else bool(value))

    def do_reset(self, cards):
        self.store.reset_cards(cards)

    def do_reschedule(self, card, days):
        self.store.reschedule_cards({card: self.store.today() + timedelta(days)})

    def do_add(self):
        self.added += 1
        self.store.add_note(note(f"mine{self.added}", text="{{1::one}} {{2::two}}"))

    def do_delete(self, uid, delete):
        if self.store.notes((uid,)):
            self.store.delete_notes((uid,), delete=delete)

    def do_undo_step(self):
        if step := self.store.desk_steps().undo:
            self.store.undo_step(step)

    def do_redo_step(self):
        if step := self.store.desk_steps().redo:
            self.store.undo_step(step)

    def do_clock(self, hours):
        self.clock.advance(hours=hours)


def records(store):
    totals = store.day_totals(date.min, date.max)
    drills = store.boards(), store.drill_states(), store.item_states(), store.evidence(), store.rule_breaks()
    notes = store.notes(("igw", "nat", "mine1", "mine2"))
    marked = store.marks(), store.new_cards(99), store.due_cards(date.max)
    return *drills, totals, notes, store.confusions(date.min, date.max), *marked


@settings(max_examples=60, deadline=None)
@given(st.lists(STEPS, max_size=40), st.booleans())
def test_caches_always_equal_a_replay(steps, reopened):
    clock = FakeClock()
    with tempfile.TemporaryDirectory() as name:
        store = open_store(Path(name), clock=clock)
        store.import_pack(pack(note("igw"), note("nat", text="{{1::NAT}}")))
        learner = Learner(store, clock)
        for step in steps:
            learner.take(*step)
            if reopened:
                store.close()
                store = learner.store = open_store(Path(name), clock=clock)
        with closing(store):
            examination = examine(store)
            board, history = store.board(DRILL), store.undoable(DRILL, learner.attempt)
            before = records(store)
            repair(store)
            after = records(store)

    assert examination.is_healthy, examination.lines()
    assert before == after
    placement = {} if board is None else {piece: set(places) for piece, places in board.placement.items()}
    assert placement == {piece: set(places) for piece, places in learner.placement.items() if places}
    assert len(history.undo) == len(learner.past)
    assert len(history.redo) == len(learner.future)


@settings(max_examples=60, deadline=None)
@given(st.lists(DESK_STEPS, max_size=15))
def test_undoing_all_that_was_done_with_cards_leads_back_and_redoing_it_forth(steps):
    clock = FakeClock()
    with tempfile.TemporaryDirectory() as name, closing(open_store(Path(name), clock=clock)) as store:
        store.import_pack(pack(note("igw"), note("nat", text="{{1::NAT}}")))
        learner = Learner(store, clock)
        states = [there(store)]
        for step in steps:
            learner.take(*step)
            states.append(there(store))
        back, forth = [states[-1]], []
        while store.desk_steps().undo:
            learner.do_undo_step()
            back.append(there(store))
        while store.desk_steps().redo:
            learner.do_redo_step()
            forth.append(there(store))

        assert examine(store).is_healthy
    assert [state for state, _ in groupby(back)] == [state for state, _ in groupby(reversed(states))]
    assert forth == [] or forth[-1] == states[-1]


def there(store):
    """What is to be seen of cards; a note that was taken back is gone."""
    *_, totals, notes, confusions, marks, new, due = records(store)
    kept = {uid: one for uid, one in notes.items() if not one.retired}
    return totals, kept, confusions, marks, new, due, store.item_states()


def test_chains_are_merged_by_time_and_keep_their_own_order(store, clock):
    store.append(start())
    clock.advance(hours=-2)
    mine = [*store.events(), store.append(hint())]
    other = [_at(mine[0], "other", 1, -1), _at(mine[0], "other", 2, 1)]

    merged = list(replay_order([mine, other]))

    assert merged == [other[0], *mine, other[1]]


def _at(like, device, seq, hours):
    at = like.at + timedelta(hours=hours)
    chained = {"uid": f"{device}-{seq}", "prev_hash": "", "hash": "", "origin": Origin.LIVED}
    same = {name: getattr(like, name) for name in ("learner", "utc_offset_min", "study_day", "kind", "item", "payload")}
    return Event(device=device, seq=seq, at=at, **chained, **same)

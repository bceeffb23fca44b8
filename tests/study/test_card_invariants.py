"""Whatever is done with cards, in whatever order: what is asked may be asked, and nothing that was done is lost."""

import tempfile
from contextlib import closing
from copy import deepcopy
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.clock import FakeClock
from tests.fakes.examples import few
from tests.store.card_events import note, pack
from trainer.learning.grade import Grade
from trainer.learning.note import Note, NoteKind, items_of, note_of
from trainer.learning.scheduler import Scheduler
from trainer.library.shelf import open_library
from trainer.store.doctor import examine
from trainer.store.events import EventKind
from trainer.store.opening import open_store
from trainer.study.card_session import CardSession, Prompt, Turn

OPTIONS = [{"text": text, "because": "So.", "right": text == "yes"} for text in ("yes", "no", "maybe")]
NOTES = (
    note("plain"),
    note("both", front="A?", back="B.", reverse=True),
    note("gaps", text="{{1::one}} and {{2::two}} and {{3::three}}"),
    Note("pick", NoteKind.CHOICE, "elb", {"question": "Which?", "options": OPTIONS}, facts=("elb.1",)),
    Note("type", NoteKind.TYPED, "elb", {"front": "How many?", "answer": "5"}, facts=("elb.2",)),
)
PLACE = st.integers(0, 30)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.sampled_from(Grade)),
        st.tuples(st.sampled_from(["undo", "redo", "bury", "suspend", "come back", "learn more"])),
        st.tuples(st.just("flag"), st.integers(0, 4)),
        st.tuples(st.just("edit"), PLACE),
        st.tuples(st.just("delete"), PLACE, st.booleans()),
        st.tuples(st.just("bring back"), PLACE),
        st.tuples(st.just("wait"), st.sampled_from([1, 24, 24 * 9])),
    ),
    min_size=5,
    max_size=40,
)


class Person:
    """Does what it is told with whatever is asked."""

    def __init__(self, store, clock):
        self.store, self.clock = store, clock
        self.edits = 0
        self.come_back()

    def come_back(self):
        self.session = CardSession(library(), self.store, Scheduler())

    def take(self, name, *more):
        getattr(self, name.replace(" ", "_"))(*more)

    @property
    def is_asked(self):
        return isinstance(self.session.prompt, Prompt)

    def answer(self, grade):
        if not self.is_asked:
            return
        prompt, day = self.session.prompt, self.store.today()
        promised = prompt.outlooks[grade]
        self.session.answer(grade, seconds=3.0, how="buttons")
        state = self.store.item_state(prompt.card.item)
        assert state.last_grade is grade
        assert state.last_day == day
        assert (state.memory, state.due) == (promised.memory, promised.due)
        assert state.is_open(day) is (grade is Grade.AGAIN)
        assert grade is not Grade.AGAIN or self.session.left.retry

    def undo(self):
        before = self.seen()
        if self.session.undo() is not None:
            assert self.session.redo() is not None
            assert self.seen() == before
            self.session.undo()

    def redo(self):
        self.session.redo()

    def bury(self):
        if self.is_asked:
            self.session.bury()

    def suspend(self):
        if self.is_asked:
            self.session.suspend()

    def flag(self, number):
        if self.is_asked:
            self.session.flag(number)
            assert self.session.prompt.flag == number

    def edit(self, place):
        self.edits += 1
        self.store.edit_note(self.note_at(place), "why", f"Mine {self.edits}")
        self.come_back()

    def delete(self, place, delete):
        self.store.delete_notes([self.note_at(place)], delete=delete)
        self.come_back()

    def bring_back(self, place):
        items = [item for one in NOTES for item in items_of(one)]
        self.store.mark_cards(EventKind.SUSPENDED, [items[place % len(items)]], value=False)
        self.come_back()

    def learn_more(self):
        self.session.learn_more()

    def wait(self, hours):
        self.clock.advance(hours=hours)
        self.come_back()

    def note_at(self, place):
        return NOTES[place % len(NOTES)].uid

    def seen(self):
        store = self.store
        totals = store.day_totals(date.min, date.max)
        return store.item_states(), store.marks(), totals, store.notes([one.uid for one in NOTES]), store.new_cards(99)


def check(person):
    session, store = person.session, person.store
    if not person.is_asked:
        return
    prompt, day = session.prompt, store.today()
    item = prompt.card.item
    mark = store.marks([item]).get(item)
    assert mark is None or not (mark.suspended or mark.is_buried(day))
    assert not store.note(note_of(item)).retired
    assert prompt.flag == (mark.flag if mark else 0)
    assert (prompt.turn is Turn.NEW) == (store.item_state(item) is None)
    outlooks = [prompt.outlooks[grade] for grade in Grade]
    assert all(outlook.due == day + timedelta(outlook.interval) and outlook.interval >= 1 for outlook in outlooks)
    _, hard, good, easy = outlooks
    assert hard.due <= good.due <= easy.due
    left = session.left
    assert min(left.new, left.due, left.retry) >= 0
    assert left.new + left.due + left.retry >= 1


@cache
def library():
    return open_library()


@few
@given(STEPS)
def test_what_is_done_with_cards_keeps_what_has_to_hold(steps):
    clock = FakeClock(step=timedelta(milliseconds=1))
    before = deepcopy(NOTES)
    with tempfile.TemporaryDirectory() as name, closing(open_store(Path(name), clock=clock)) as store:
        store.import_pack(pack(*NOTES))
        person = Person(store, clock)
        for step in steps:
            person.take(*step)
            check(person)
        examination = examine(store)
        times = [event.at for event in store.events()]

    assert examination.is_healthy, examination.lines()
    assert before == NOTES
    assert all(at.utcoffset() == timedelta(0) for at in times)

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.card_events import pack
from trainer.learning.note import Note, NoteKind
from trainer.library.curriculum import Curriculum, Fact, Section
from trainer.store.doctor import examine
from trainer.study.exam import SectionMark, draw_questions, share_out
from trainer.study.exam_session import ExamSession, exam_pool, read_exams, start_exam

TODAY = date(2026, 3, 2)
COUNTS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 30), max_size=6)


def choice(uid, section, kind=NoteKind.CHOICE, rights=1):
    options = [{"text": f"Option {number}", "because": "So it is.", "right": number < rights} for number in range(4)]
    return Note(uid, kind, section, {"question": f"{uid}?", "options": options})


class Library:
    def __init__(self):
        sections = {name: Section(name, f"Section {name}", "Essentials") for name in "ab"}
        facts = {f"a.{n}": Fact(f"a.{n}", "So.") for n in range(30)} | {
            f"b.{n}": Fact(f"b.{n}", "So.") for n in range(10)
        }
        self.curriculum = Curriculum(sections, facts)


class Seconds:
    """A clock of seconds that is set by hand."""

    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def library():
    return Library()


@pytest.fixture
def seconds():
    return Seconds()


@pytest.fixture
def begin(library, store, seconds):
    notes = [choice(f"{section}{number}", section) for section in "ab" for number in range(10)]
    several = choice("several", "a", NoteKind.MULTI, 2)
    plain = Note("plain", NoteKind.BASIC, "a", {"front": "A?", "back": "B."})
    store.import_pack(pack(*notes, several, plain))

    def make(count=8, minutes=16, **more):
        exam = start_exam(library, store, count=count, minutes=minutes, uid="one", **more)
        return ExamSession(library, store, exam, seconds)

    return make


@pytest.fixture
def again(library, store, seconds):
    """Opens the latest exam as somebody does who comes back."""
    return lambda: ExamSession(library, store, read_exams(store)[0], seconds)


def right_of(question):
    return tuple(option.number for option in question.card.options if option.right)


def answer(session, place, *, right=True):
    question = session.questions[place]
    session.choose(question.card.item, right_of(question) if right else (3,))


def test_questions_come_from_the_sections_in_proportion_to_the_course(begin):
    session = begin()
    sections = [question.card.section for question in session.questions]

    assert (sections.count("a"), sections.count("b")) == (6, 2)


def test_only_choices_are_asked_and_only_of_chosen_sections(begin, library, store):
    session = begin(count=100, sections=("a",))

    assert {question.card.section for question in session.questions} == {"a"}
    assert len(session.questions) == 11
    assert {name: len(items) for name, items in exam_pool(library, store).items()} == {"a": 11, "b": 10}


def test_nothing_to_ask_is_said_at_once(begin, store):
    with pytest.raises(ValueError, match="no question"):
        begin(sections=("c",))
    assert not list(store.events())


def test_an_answer_is_kept_and_can_be_changed_and_marked(begin, again):
    session = begin()
    item = session.questions[0].card.item
    session.choose(item, [3])
    session.mark(item, marked=True)
    session.choose(item, [0])

    question = again().questions[0]
    assert (question.chosen, question.marked) == ((0,), True)
    session.mark(item, marked=False)
    assert again().questions == session.questions
    assert not again().questions[0].marked


def test_the_schedule_and_the_day_are_left_alone(begin, store):
    session = begin()
    for place in range(8):
        answer(session, place, right=place < 3)
    session.finish()

    assert store.item_states() == {}
    assert store.day_totals(TODAY, TODAY) == ()
    assert examine(store).is_healthy


def test_the_end_marks_every_section_and_counts_open_questions_as_wrong(begin):
    session = begin()
    places = {section: [] for section in "ab"}
    for place, question in enumerate(session.questions):
        places[question.card.section].append(place)
    for place in places["a"][:3]:
        answer(session, place)
    answer(session, places["b"][0], right=False)

    end = session.finish()

    assert end.sections == (SectionMark("a", 3, 6), SectionMark("b", 0, 2))
    assert (end.percent, end.asked, end.answered, end.is_timed_out) == (37, 8, 4, False)
    assert len(session.wrong_items()) == 5
    with pytest.raises(ValueError, match="no question"):
        answer(session, 0)


def test_several_right_options_are_needed_where_several_are_right(begin):
    session = begin(count=100)
    question = next(question for question in session.questions if question.card.item == "several#multi")
    session.choose(question.card.item, [0])
    assert not session.questions[question.number - 1].is_right

    session.choose(question.card.item, [1, 0])
    assert session.questions[question.number - 1].is_right


def test_only_time_in_front_of_the_exam_counts(begin, again, seconds):
    session = begin()
    seconds.now += 60
    session.leave()
    seconds.now += 5000

    later = again()
    assert later.seconds_left == 15 * 60
    seconds.now += 30
    answer(later, 0)
    seconds.now += 10
    assert later.seconds == 100
    assert again().seconds == 90, "what was killed loses at most the time since the last answer"


def test_a_clock_that_was_stopped_runs_on(begin, seconds):
    session = begin()
    session.leave()
    seconds.now += 50
    session.come_back()
    seconds.now += 5

    assert session.seconds == 5


def test_time_that_ran_out_is_told(begin, seconds, again):
    session = begin()
    seconds.now += 10_000

    assert session.seconds_left == 0
    assert session.finish().is_timed_out
    assert again().exam.end == session.exam.end


def test_past_exams_are_kept_with_their_marks(begin, library, store, seconds, clock):
    first = begin()
    answer(first, 0)
    first.finish()
    clock.advance(days=1)
    second = start_exam(library, store, count=4, minutes=8, uid="two")

    exams = read_exams(store)
    assert [(exam.id, exam.end is None) for exam in exams] == [("two", True), ("one", False)]
    assert exams[1].end.percent == 12
    assert exams[0] == second


def test_a_card_that_is_gone_is_left_out(begin, store, again):
    session = begin()
    gone = session.questions[0].card.item
    from trainer.study.exam_session import _make_cards

    exam = session.exam
    kept = _make_cards(_Without(store, gone), exam)

    assert [card.item for card in kept] == [item for item in exam.items if item != gone]


class _Without:
    """A store in which one note is gone."""

    def __init__(self, store, item):
        self._store, self._gone = store, item.partition("#")[0]

    def notes(self, uids):
        return {uid: note for uid, note in self._store.notes(uids).items() if uid != self._gone}


@given(COUNTS, COUNTS, st.integers(0, 80))
def test_shares_add_up_and_stay_within_what_there_is(there, weights, count):
    shares = share_out(there, weights, count)

    assert sum(shares.values()) == min(count, sum(there.values()))
    assert all(0 <= shares[section] <= there[section] for section in there)


@given(st.integers(1, 40), st.text(max_size=3))
def test_the_draw_follows_from_its_seed_and_asks_nothing_twice(count, seed):
    pool = {"a": [f"a{n}" for n in range(20)], "b": [f"b{n}" for n in range(5)]}
    drawn = draw_questions(pool, {"a": 1, "b": 1}, count, seed)

    assert drawn == draw_questions(pool, {"b": 1, "a": 1}, count, seed)
    assert len(set(drawn)) == len(drawn) == min(count, 25)

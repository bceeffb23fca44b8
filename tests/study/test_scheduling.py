from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from tests.store.card_events import note, pack, review
from trainer.learning.grade import Grade
from trainer.learning.parameters import Scope, make_set
from trainer.learning.scheduler import default_scheduler
from trainer.library.curriculum import Curriculum
from trainer.store.doctor import examine
from trainer.store.parameter_sets import choose_set
from trainer.study.card_queue import CardQueue, want_more
from trainer.study.card_session import CardSession
from trainer.study.rating import schedule_grades
from trainer.study.scheduling import card_scheduler, wanted_retention

TODAY = date(2026, 3, 2)
WEIGHTS = default_scheduler().weights
FIRM = make_set((*WEIGHTS[:8], 2.6, *WEIGHTS[9:]))
LIBRARY = SimpleNamespace(curriculum=Curriculum({}, {}), skills={}, primer_sections=(), summaries=())


@pytest.fixture
def begin(store):
    return lambda: CardSession(LIBRARY, store, card_scheduler(store))


def choose(store, parameters=FIRM, scope=Scope.CARDS):
    losses = {"loss": 0.3, "loss_before": 0.33, "loss_default": 0.33}
    store.append(choose_set(scope, parameters, losses, {"reviews": 900, "held_back": 180}))


def answer(session, grade=Grade.GOOD):
    session.answer(grade, seconds=4.0, how="buttons")


def last_payload(store):
    return list(store.events())[-1].payload


def test_an_answer_keeps_parameters_and_retention_and_what_was_promised(store, clock, begin):
    store.import_pack(pack(note("a")))
    store.append(review("a#front", due=TODAY + timedelta(3)))
    clock.advance(days=3)
    choose(store)
    store.set_setting("cards.retention", 0.85)
    session = begin()
    promised = session.prompt.outlooks[Grade.GOOD]

    answer(session)

    state = store.item_state("a#front")
    assert (state.memory, state.due, state.parameters) == (promised.memory, promised.due, FIRM.id)
    assert (last_payload(store)["parameters"], last_payload(store)["retention"]) == (FIRM.id, 0.85)
    assert examine(store).is_healthy


def test_a_lower_retention_brings_cards_back_later(store, begin):
    store.import_pack(pack(note("a")))
    usual = begin().prompt.outlooks[Grade.EASY].interval

    store.set_setting("cards.retention", 0.8)

    assert begin().prompt.outlooks[Grade.EASY].interval > usual


@pytest.mark.parametrize("stored", [None, 0.5, 1.0, "much", True])
def test_a_retention_that_makes_no_sense_is_the_usual_one(store, stored):
    store.set_setting("cards.retention", stored)

    assert wanted_retention(store) == 0.9


def test_undo_and_coming_back_find_the_same_promises(store, begin):
    store.import_pack(pack(*(note(f"n{number}") for number in range(4))))
    session = begin()
    promised = session.prompt.outlooks
    answer(session)

    session.undo()

    assert session.prompt.outlooks == promised
    assert begin().prompt.outlooks == promised


def test_a_day_that_fills_up_is_left_to_others(store, begin):
    store.import_pack(pack(*(note(f"n{number}") for number in range(9))))
    session = begin()
    for _ in range(9):
        answer(session, Grade.EASY)

    counts = store.coming_counts(TODAY)
    assert len(counts) > 1
    assert max(counts.values()) - min(counts.values()) <= 1


def test_limits_hold_but_more_can_be_asked_for(store):
    store.import_pack(pack(*(note(f"n{number}") for number in range(20))))
    store.set_setting("cards.new_limit", 3)
    assert len(CardQueue(store, TODAY).new) == 3

    want_more(store, TODAY, new=4)

    assert len(CardQueue(store, TODAY).new) == 7


def test_no_more_due_cards_than_the_limit(store, clock):
    store.import_pack(pack(*(note(f"n{number}") for number in range(6))))
    store.append_all([review(f"n{number}#front", due=TODAY + timedelta(1)) for number in range(6)])
    clock.advance(days=1)
    store.set_setting("cards.due_limit", 4)
    queue = CardQueue(store, store.today())

    store.append(review(queue.due[0].uid))

    assert len(queue.due) == 4
    assert len(CardQueue(store, store.today()).due) == 3


def test_drills_have_parameters_of_their_own(store, clock):
    grades = {"skill:nat-in-public-subnet": "good"}
    choose(store, scope=Scope.CARDS)
    assert schedule_grades(store, grades, _Even)["parameters"] == "default"

    choose(store, scope=Scope.DRILLS)

    assert schedule_grades(store, grades, _Even)["parameters"] == FIRM.id


class _Even:
    """Chance that is neither good nor bad luck."""

    def __init__(self, seed):
        self.seed = seed

    def random(self):
        return 0.5


def test_a_day_that_begins_later_counts_from_now_on(store, clock):
    clock.advance(hours=-7)  # five in the morning
    first = store.append(review("a#front"))

    store.choose_rollover(6)

    assert store.today() == TODAY - timedelta(1)
    assert store.event(first.uid).study_day == TODAY
    assert store.append(review("b#front")).study_day == TODAY - timedelta(1)
    assert examine(store).is_healthy


def test_the_hour_is_kept(tmp_path, clock):
    from contextlib import closing

    from trainer.store.opening import open_store

    with closing(open_store(tmp_path / "kept", clock=clock)) as store:
        store.choose_rollover(0)
    with closing(open_store(tmp_path / "kept", clock=clock)) as store:
        assert store.rollover_hour == 0
        with pytest.raises(ValueError, match="hour 24"):
            store.choose_rollover(24)

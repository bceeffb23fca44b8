from collections import Counter
from random import Random

import pytest

from tests.fakes.boards import make_bins, make_flow_board, make_steps
from tests.fakes.drills import make_drill
from tests.fakes.playing import payloads, solve
from trainer.cloud.drill import Feedback
from trainer.cloud.grading import grade
from trainer.cloud.lines import drawn_lines
from trainer.cloud.search import find_completion
from trainer.store.events import EventKind
from trainer.store.level import Level
from trainer.study.places_left import PlaceCounter
from trainer.study.prefill import choose_prefilled


def test_a_first_drill_is_watched_first_and_any_other_completed(begin, mini, flagship):
    assert begin(mini, level=None).level == Level.WATCH
    assert begin(flagship, level=None).level == Level.COMPLETE
    assert begin(flagship).level == Level.BUILD


def test_who_solves_all_unaided_rises_to_transfer_and_stays(begin, mini):
    session = begin(mini, level=None)
    levels = []
    for _ in range(5):
        levels.append(session.level)
        solve(session)
        session.finish()
        session.restart()

    assert levels == [0, 1, 2, 3, 3]
    assert session.variant == 3


def test_an_attempt_that_is_given_up_after_a_wrong_drop_is_a_failure(begin, mini):
    session = begin(mini)
    for _ in range(2):
        session.place("nat", "private-a")
        session.restart()

    assert session.proposed_level == Level.COMPLETE


def test_an_attempt_that_is_given_up_without_an_error_is_none(begin, mini):
    session = begin(mini)
    for _ in range(3):
        session.place("nat", "public-a")
        session.restart()

    assert session.proposed_level == Level.BUILD


def test_a_wrong_check_at_level_3_is_a_failure_even_when_it_is_mended(begin, mini):
    session = begin(mini, level=3)
    for _ in range(2):
        solve(session, but=["nat"])
        session.place("nat", "private-a")
        session.check()
        session.place("nat", "public-a", "private-a")
        session.check()
        session.restart()

    assert session.proposed_level == Level.BUILD


def test_any_level_can_be_chosen(begin, mini):
    session = begin(mini)
    for level in Level:
        session.restart(level=int(level))

        assert session.level == level
    assert session.feedback is Feedback.CHECK


def test_a_new_attempt_takes_the_level_that_the_session_was_made_for(begin, mini):
    session = begin(mini)
    session.restart(level=0)
    session.restart()

    assert session.level == Level.BUILD


def test_nothing_is_in_the_log_before_anything_is_done(begin, notebook, flagship):
    session = begin(flagship, level=1)
    planned = session.prefilled
    assert notebook.written == []
    assert session.attempt is None

    session.hint()
    assert [new.kind for new, _ in notebook.written] == [EventKind.ATTEMPT_STARTED, EventKind.HINT]
    assert payloads(notebook, EventKind.ATTEMPT_STARTED)[0]["prefilled"] == {
        piece: list(places) for piece, places in planned.items()
    }


def test_level_1_has_half_in_place_that_stays_there(begin, flagship):
    session = begin(flagship, level=1)
    tiles = sum(map(len, session.prefilled.values()))
    piece, places = next(iter(session.prefilled.items()))

    assert tiles in (4, 5)
    assert session.placement == session.prefilled
    assert session.take_back(piece, places[0]) is None
    assert session.place(piece, "internet", places[0]) is None
    assert session.undo() is None
    solve(session)
    assert session.finish().unaided


def test_who_comes_back_finds_level_variant_and_what_was_in_place(begin, flagship):
    session = begin(flagship, level=1, variant=2)
    missing = next(piece.id for piece in flagship.required if piece.id not in session.prefilled)
    session.place(missing, flagship.solution[missing][0])
    again = begin(flagship)

    assert (again.level, again.variant, again.prefilled) == (1, 2, session.prefilled)
    assert again.placement == session.placement
    assert again.drill.title == session.drill.title
    assert again.take_back(*next((piece, where[0]) for piece, where in again.prefilled.items())) is None


@pytest.mark.parametrize("seed", range(12))
def test_nothing_in_place_fixes_what_is_missing(flagship, seed):
    places = PlaceCounter(flagship)
    there = choose_prefilled(flagship, places, Random(seed))
    missing = [piece.id for piece in flagship.required if piece.id not in there]

    assert find_completion(flagship, there)
    assert {"nat-a", "nat-b"} <= set(there) or {"nat-a", "nat-b"} <= set(missing)
    for piece in missing:
        left = places.look(there, piece)
        assert left.legal == len(places.alone(piece))
        assert not left.given_away


def test_halves_differ_and_follow_from_the_seed(flagship):
    places = PlaceCounter(flagship)
    drawn = [choose_prefilled(flagship, places, Random(seed)) for seed in (*range(20), *range(20))]

    assert drawn[:20] == drawn[20:]
    assert len(Counter(frozenset(half) for half in drawn)) > 3


@pytest.mark.parametrize("seed", range(6))
def test_half_of_the_steps_leave_three_for_each_card(seed):
    drill = make_steps(6, "abcdef", [tuple("abcdef")])

    there = choose_prefilled(drill, PlaceCounter(drill), Random(seed))

    assert len(there) in (2, 3)
    assert not grade(drill, there).errors


def test_sisters_are_parted_only_when_there_is_nothing_else():
    drill = make_drill({f"db-{n}": "rds" for n in "abcd"}, solution={f"db-{n}": ("data-a",) for n in "abcd"})

    assert len(choose_prefilled(drill, PlaceCounter(drill), Random(1))) == 2


def test_half_of_the_lines_are_drawn_and_stay(begin):
    session = begin(make_flow_board(), level=1)
    (line,) = drawn_lines(session.prefilled)

    assert session.take_back(f"line:{line[0]}", line[1]) is None
    solve(session)
    assert session.finish().unaided


def test_a_drill_of_one_piece_has_no_half(begin):
    drill = make_drill({"db": "rds"}, solution={"db": ("data-a",)})

    assert begin(drill, level=1).prefilled == {}


def test_level_3_is_an_unseen_variant_judged_on_check(begin, flagship):
    session = begin(flagship, level=3)
    seen = []
    for _ in range(3):
        seen.append((session.variant, session.feedback))
        session.restart()
        session.hint()

    assert seen == [(1, Feedback.CHECK), (1, Feedback.CHECK), (2, Feedback.CHECK)]
    session.restart(level=3, feedback=Feedback.DROP)
    assert session.feedback is Feedback.DROP


def test_bins_are_judged_on_check_at_every_level_but_the_first(begin):
    from dataclasses import replace

    drill = replace(make_bins(), feedback=Feedback.CHECK)

    assert [begin(drill, level=level).feedback for level in range(4)] == ["drop", "check", "check", "check"]


def test_watching_shows_every_step_and_rates_nothing(begin, notebook, flagship):
    session = begin(flagship, level=0)
    steps = session.steps()
    assert session.place("igw", "vpc") is None
    assert session.hint() is None
    outcome = session.finish()

    assert steps[-1].placement == {piece: steps[-1].placement[piece] for piece in flagship.solution}
    assert grade(flagship, steps[-1].placement).correct
    assert not outcome.unaided
    assert session.finished
    ended = payloads(notebook, EventKind.ATTEMPT_FINISHED)[0]
    assert (ended["level"], ended["skills"], ended["whole"], ended["due"]) == (0, {}, None, {})
    assert notebook.item_state("drill:three-tier-two-zones") is None


def test_watching_can_be_skipped(begin, notebook, flagship):
    session = begin(flagship, level=0)
    session.steps()
    session.restart(level=1)

    assert payloads(notebook, EventKind.ATTEMPT_FINISHED) == []
    assert session.level == Level.COMPLETE

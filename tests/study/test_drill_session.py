import pytest

from trainer.cloud.grading import PieceState
from trainer.learning.grade import Grade
from trainer.study.drill_session import DrillSession


@pytest.fixture
def session(mini, store):
    return DrillSession(mini, store)


def solve(session):
    for piece, places in session.drill.solution.items():
        for place in places:
            session.place(piece, place)


def test_a_drop_is_judged_and_in_the_log_when_it_returns(session, store):
    step = session.place("igw", "vpc")
    board = store.board("first-vpc")

    assert step.verdict.pieces["igw"] is PieceState.RIGHT
    assert board.placement == {"igw": ("vpc",)}


def test_coming_back_finds_the_drill_as_it_was(session, mini, store):
    session.place("igw", "vpc")
    session.place("nat", "private-a")
    again = DrillSession(mini, store)

    assert again.placement == session.placement
    assert again.verdict == session.verdict
    assert again.can_undo


def test_undo_and_redo_walk_through_the_moves(session):
    session.place("igw", "region")
    session.place("igw", "vpc", "region")
    session.undo()
    session.undo()

    assert session.placement == {}

    session.redo()
    session.redo()

    assert session.placement == {"igw": ("vpc",)}
    assert not session.can_redo


def test_a_new_move_ends_redo(session):
    session.place("igw", "region")
    session.undo()
    session.place("nat", "public-a")

    assert session.redo() is None


def test_moves_that_change_nothing_are_refused(session):
    session.place("igw", "vpc")

    assert session.place("igw", "vpc") is None
    assert session.place("igw", "region") is None
    assert session.place("nat", "vpc", "public-a") is None
    assert session.take_back("nat", "vpc") is None


def test_a_spanning_piece_is_placed_tile_by_tile(flagship, store):
    session = DrillSession(flagship, store)
    first = session.place("alb", "public-a")
    second = session.place("alb", "public-b")

    assert first.verdict.pieces["alb"] is PieceState.PENDING
    assert second.verdict.pieces["alb"] is PieceState.RIGHT
    assert session.place("alb", "vpc") is None


def test_finish_ends_a_right_attempt_once(session, store):
    solve(session)
    outcome = session.finish()

    assert outcome.verdict.correct
    assert outcome.unaided
    assert session.finish() is None
    assert store.drill_states()["first-vpc"].solved_unaided_count == 1


def test_finish_leaves_an_incomplete_attempt_open(session):
    session.place("igw", "vpc")
    outcome = session.finish()

    assert not outcome.verdict.correct
    assert not session.finished


def test_a_mistake_at_first_counts_even_when_undone(session, store):
    session.place("nat", "private-a")
    session.undo()
    solve(session)

    assert not session.finish().unaided
    assert store.item_states()["skill:nat-in-public-subnet"].last_grade is Grade.AGAIN
    assert store.item_states()["skill:igw-attached-to-vpc"].last_grade is Grade.GOOD


def test_hints_go_from_looking_to_the_rule_to_the_move(session):
    session.place("nat", "private-a")
    hints = [session.hint() for _ in range(3)]

    assert [hint.step for hint in hints] == [1, 2, 3]
    assert {hint.piece for hint in hints} == {"nat"}
    assert "public subnet" in hints[1].text
    assert hints[2].text == "Move the NAT gateway from subnet 10.0.11.0/24 to subnet 10.0.1.0/24."


def test_a_first_hint_makes_the_skill_hard_and_a_second_again(session, store):
    session.hint()
    session.place("igw", "vpc")
    session.hint()
    session.hint()
    solve(session)
    session.finish()

    assert store.item_states()["skill:igw-attached-to-vpc"].last_grade is Grade.HARD
    assert store.item_states()["skill:nat-in-public-subnet"].last_grade is Grade.AGAIN


def test_starting_over_keeps_the_old_attempt_in_the_log(session, store):
    session.place("igw", "vpc")
    session.restart()
    events = list(store.events(item="drill:first-vpc"))

    assert session.placement == {}
    assert len({event.payload["attempt"] for event in events}) == 2


def test_every_move_is_logged_with_what_another_model_of_learning_needs(session, store):
    session.place("nat", "private-a")
    payload = [*store.events(item="drill:first-vpc")][-1].payload

    assert payload["findings"] == ["nat-in-public-subnet"]
    assert payload["state"] == "wrong"
    assert payload["legal"] == 1
    assert {"level", "feedback", "prefilled", "aids", "attempt", "from", "to"} <= set(payload)


def test_a_drill_that_lost_a_container_comes_back_without_it(mini):
    from trainer.study.moves import usable_placement

    kept = usable_placement(mini, {"igw": ["gone"], "ufo": ["vpc"], "nat": ["public-a", "public-a", "vpc"]})

    assert kept == {"nat": ("public-a",)}

import pytest

from tests.fakes.boards import make_flow_board
from trainer.cloud.grading import PieceState, grade
from trainer.cloud.lines import with_lines
from trainer.cloud.search import Move, smallest_repair


@pytest.fixture
def board():
    return make_flow_board()


def drawn(board, *lines):
    return grade(board, with_lines({}, lines))


def test_nothing_drawn_is_no_error_and_not_complete(board):
    verdict = drawn(board)

    assert verdict.errors == ()
    assert not verdict.complete
    assert verdict.score == 0


def test_all_lines_are_right_and_an_optional_one_may_be_missing(board):
    verdict = drawn(board, ("page", "queue"), ("queue", "worker"))

    assert verdict.correct
    assert set(verdict.lines.values()) == {PieceState.RIGHT}
    assert verdict.score == 1


def test_an_optional_line_is_right(board):
    assert drawn(board, ("page", "queue"), ("queue", "worker"), ("worker", "log")).correct


def test_a_reversed_line_is_told_as_that_with_what_the_link_is_for(board):
    verdict = drawn(board, ("queue", "page"))
    (finding,) = verdict.errors

    assert finding.rule == "flow-direction"
    assert "points the wrong way. Stored first." in finding.message
    assert finding.lines == (("queue", "page"),)
    assert finding.pieces == ()


def test_an_expected_mistake_is_explained_in_the_drills_words(board):
    (finding,) = drawn(board, ("page", "worker")).errors

    assert (finding.rule, finding.message) == ("flow-needed", "The page would wait.")


def test_any_other_line_is_told_by_its_ends(board):
    (finding,) = drawn(board, ("log", "page")).errors

    assert finding.message == "Nothing goes from the Log straight to the Page here."


def test_a_wrong_line_leaves_the_others_right_and_lowers_the_score(board):
    verdict = drawn(board, ("page", "queue"), ("queue", "worker"), ("page", "log"))

    assert verdict.lines["page", "queue"] is PieceState.RIGHT
    assert verdict.lines["page", "log"] is PieceState.WRONG
    assert verdict.complete
    assert not verdict.correct
    assert verdict.score == pytest.approx(2 / 3, abs=0.001)


def test_the_smallest_repair_takes_wrong_lines_away_and_draws_missing_ones(board):
    repair = smallest_repair(board, with_lines({}, [("queue", "page"), ("queue", "worker")]))

    assert repair == (Move("line:queue", "page", None), Move("line:page", None, "queue"))
    assert smallest_repair(board, board.solution) == ()

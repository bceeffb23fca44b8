import pytest

from tests.fakes.boards import make_flow_board
from tests.fakes.playing import payloads, solve
from trainer.cloud.drill import Feedback
from trainer.cloud.grading import PieceState
from trainer.learning.grade import Grade
from trainer.store.events import EventKind


@pytest.fixture
def session(begin, mini):
    return begin(mini, feedback=Feedback.CHECK)


def skill(notebook, name):
    return notebook.item_state(f"skill:{name}").last_grade


def test_drops_stay_neutral_until_check(session, notebook):
    session.place("nat", "private-a")
    shown = session.shown_verdict

    assert (shown.pieces, shown.findings, shown.lines) == ({}, (), {})
    assert not shown.complete
    assert session.verdict.pieces["nat"] is PieceState.WRONG
    move = payloads(notebook, EventKind.DRILL_MOVE)[0]
    assert (move["state"], move["findings"], move["feedback"]) == ("wrong", ["nat-in-public-subnet"], "check")


def test_check_explains_all_and_leaves_all_to_be_revised(session):
    session.place("nat", "private-a")
    session.place("igw", "vpc")
    outcome = session.check()

    assert [finding.rule for finding in outcome.verdict.findings] == ["nat-in-public-subnet"]
    assert session.shown_verdict == outcome.verdict
    assert not session.finished
    assert session.place("nat", "public-a", "private-a") is not None


def test_what_was_checked_is_shown_until_it_is_moved(session):
    session.place("nat", "private-a")
    session.place("igw", "vpc")
    session.check()
    session.place("nat", "public-a", "private-a")
    shown = session.shown_verdict

    assert "nat" not in shown.pieces
    assert shown.pieces["igw"] is PieceState.RIGHT
    assert shown.findings == ()
    session.undo()
    assert session.shown_verdict.pieces["nat"] is PieceState.WRONG


def test_who_comes_back_is_shown_what_the_last_check_said(session, begin, mini):
    session.place("nat", "private-a")
    session.check()
    session.place("igw", "vpc")
    again = begin(mini)

    assert again.feedback is Feedback.CHECK
    assert again.shown_verdict == session.shown_verdict
    assert again.shown_verdict.pieces["nat"] is PieceState.WRONG
    assert "igw" not in again.shown_verdict.pieces


def test_a_right_check_ends_the_attempt(session, notebook):
    solve(session)
    outcome = session.check()

    assert outcome.unaided
    assert session.finished
    assert session.shown_verdict.correct
    assert [entry["correct"] for entry in payloads(notebook, EventKind.CHECK)] == [True]
    assert skill(notebook, "nat-in-public-subnet") is Grade.GOOD
    assert notebook.item_state("drill:first-vpc").last_grade is Grade.GOOD


def test_finish_does_the_check(session):
    session.place("nat", "private-a")
    session.finish()

    assert session.shown_verdict.pieces["nat"] is PieceState.WRONG


def test_revising_before_check_costs_nothing(session, notebook):
    solve(session, but=["nat"])
    session.place("nat", "private-a")
    session.place("nat", "public-a", "private-a")

    assert session.check().unaided
    assert skill(notebook, "nat-in-public-subnet") is Grade.GOOD


def test_the_first_check_is_the_opportunity(session, notebook):
    solve(session, but=["nat"])
    session.place("nat", "private-a")
    session.check()
    session.place("nat", "public-a", "private-a")
    outcome = session.check()

    assert outcome.verdict.correct
    assert not outcome.unaided
    assert payloads(notebook, EventKind.CHECK)[0]["wrong"] == {"nat": ["nat-in-public-subnet"]}
    assert skill(notebook, "nat-in-public-subnet") is Grade.AGAIN
    assert skill(notebook, "igw-attached-to-vpc") is Grade.GOOD
    assert notebook.item_state("drill:first-vpc").last_grade is Grade.AGAIN


def test_what_is_missing_at_the_first_check_is_judged_at_the_next(session, notebook):
    solve(session, but=["nat"])
    session.check()
    session.place("nat", "private-a")
    session.check()
    session.place("nat", "public-a", "private-a")
    session.check()

    assert skill(notebook, "nat-in-public-subnet") is Grade.AGAIN
    assert skill(notebook, "private-instances") is Grade.GOOD


def test_a_hint_before_the_check_counts(session, notebook):
    session.hint()
    solve(session)
    outcome = session.check()

    assert not outcome.unaided
    assert skill(notebook, "igw-attached-to-vpc") is Grade.HARD


def test_wrong_lines_are_recorded_with_their_rules(begin, notebook):
    session = begin(make_flow_board(), feedback=Feedback.CHECK)
    session.place("line:queue", "page")
    session.place("line:page", "worker")
    shown = session.shown_verdict.lines
    session.check()
    session.take_back("line:queue", "page")

    assert shown == {}
    assert payloads(notebook, EventKind.CHECK)[0]["wrong_lines"] == [
        ["line:queue", "page", ["flow-direction"]],
        ["line:page", "worker", ["flow-needed"]],
    ]
    assert session.shown_verdict.lines == {("page", "worker"): PieceState.WRONG}
    assert [finding.lines for finding in session.shown_verdict.findings] == [(("page", "worker"),)]


def test_nothing_is_checked_before_anything_is_done(session):
    assert session.check() is None


def test_at_each_drop_check_is_finish(begin, mini, notebook):
    session = begin(mini)
    session.place("nat", "private-a")
    outcome = session.check()

    assert session.shown_verdict is session.verdict
    assert not outcome.verdict.correct
    assert payloads(notebook, EventKind.CHECK)[0]["feedback"] == "drop"


def test_trying_to_finish_early_is_no_error_where_each_drop_is_judged(begin, mini):
    session = begin(mini)
    session.place("igw", "vpc")
    session.finish()
    solve(session)

    assert session.finish().unaided

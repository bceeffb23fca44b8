from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.boards import make_bins, make_steps
from tests.fakes.drills import told_by
from trainer.cloud.coverage import rules_about, skill_of
from trainer.cloud.grading import PieceState, grade


def steps(text):
    """`"ba.d"`: b in step 1, a in step 2, d in step 4."""
    return {piece: (f"s{number}",) for number, piece in enumerate(text, start=1) if piece != "."}


def test_a_statement_is_right_in_its_bin_and_in_a_bin_inside():
    assert grade(make_bins(), {"disk": ("aws",), "desk": ("you",)}).correct
    assert grade(make_bins(), {"disk": ("hardware",), "desk": ("you",)}).correct


def test_a_statement_elsewhere_is_told_with_the_reason_of_the_drill():
    (finding,) = grade(make_bins(), {"disk": ("you",)}).errors

    assert finding.message == "“Disk” does not belong under “You”."
    assert finding.why == "Only AWS is in the building."
    assert finding.pieces == ("disk",)


def test_a_statement_has_no_scope_and_trains_no_scope_rule():
    drill = make_bins()

    assert [rule.id for _, rule in rules_about(drill, "disk")] == ["belongs-to"]
    assert skill_of(rules_about(drill, "disk")[0][0]) == "skill:belongs-to"


def test_steps_in_their_order_are_right():
    assert grade(make_steps(), steps("abcd")).correct


@pytest.mark.parametrize("order", [order for order in permutations("abcd") if order != tuple("abcd")])
def test_any_other_order_is_wrong(order):
    assert grade(make_steps(), steps("".join(order))).errors


def test_steps_without_an_order_between_them_may_change_places():
    either = make_steps(3, ("a", "b", "c"), orders=(("a", "c"), ("b", "c")))

    assert grade(either, steps("abc")).correct
    assert grade(either, steps("bac")).correct
    assert told_by("in-order", either, steps("acb")) == ["“B” comes before “C”."]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("..a.", "“A” cannot be this late: something comes after it."),
        ("b...", "“B” cannot be this early: something comes before it."),
        ("ac..", "Between “A” and “C” something else happens, and no step is left for it."),
        ("ba..", "“A” comes before “B”."),
    ],
)
def test_what_no_completion_can_mend_is_wrong_at_once(text, told):
    assert told in told_by("in-order", make_steps(), steps(text))


@given(st.lists(st.sampled_from("abcd"), unique=True), st.randoms(use_true_random=False))
def test_a_step_is_wrong_exactly_when_no_completion_is_in_order(chosen, random):
    drill = make_steps()
    partial = {piece: (f"s{random.randint(1, 4)}",) for piece in chosen}
    right = {piece: (f"s{number}",) for number, piece in enumerate("abcd", start=1)}
    can_be_completed = all(right[piece] == where for piece, where in partial.items())

    assert bool(grade(drill, partial).errors) is not can_be_completed


def test_two_cards_in_one_step_are_told():
    verdict = grade(make_steps(), {"a": ("s1",), "b": ("s1",)})

    assert "“A” and “B” are in one step." in [finding.message for finding in verdict.errors]
    assert verdict.pieces["a"] is PieceState.WRONG


def test_what_is_open_is_pending_and_never_wrong():
    verdict = grade(make_steps(), steps("ab.."))

    assert verdict.errors == ()
    assert verdict.pieces["a"] is PieceState.PENDING

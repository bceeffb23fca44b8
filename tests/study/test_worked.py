import pytest

from tests.fakes.boards import make_bins, make_flow_board
from trainer.cloud.grading import grade
from trainer.library.shelf import open_library
from trainer.study.worked import BEGIN_AGAIN, mend, solve_in_steps


@pytest.mark.parametrize("name", open_library().drill_ids())
def test_every_drill_is_solved_step_by_step_with_a_reason_each(library, name):
    drill = library.drill(name)
    steps = solve_in_steps(drill)

    assert grade(drill, steps[-1].placement).correct
    assert all(step.text and step.reason for step in steps)
    assert not any(grade(drill, step.placement).errors for step in steps)


def test_steps_go_from_the_outside_in(flagship):
    depths = [len(flagship.topology.lineage(step.move.target)) for step in solve_in_steps(flagship)]

    assert depths == sorted(depths)


def test_reasons_are_not_repeated_while_there_are_others(flagship):
    reasons = [step.reason for step in solve_in_steps(flagship) if step.move.piece in ("nat-a", "nat-b")]

    assert len(set(reasons)) == 2


def test_lines_come_last_each_with_what_it_is_for():
    steps = solve_in_steps(make_flow_board())

    assert [step.text for step in steps] == [
        "Draw an arrow from the Page to the Queue.",
        "Draw an arrow from the Queue to the Worker.",
    ]
    assert [step.reason for step in steps] == ["Stored first.", "At its own pace."]


def test_statements_are_explained_in_the_drills_words():
    assert [step.reason for step in solve_in_steps(make_bins())] == [
        "It is your office.",
        "Only AWS is in the building.",
    ]


def test_a_piece_is_mended_by_a_move_of_the_smallest_repair(flagship):
    placement = {"nat-a": ("app-a",), "igw": ("public-a",)}
    step = mend(flagship, placement, grade(flagship, placement), "nat-a")

    assert (step.move.piece, step.move.source) == ("nat-a", "app-a")
    assert step.text == "Move the NAT gateway from subnet 10.0.11.0/24 to subnet 10.0.1.0/24."
    assert step.rule == "nat-in-public-subnet"
    assert not grade(flagship, {"nat-a": step.placement["nat-a"]}).errors


def test_without_a_short_way_one_begins_again(flagship, monkeypatch):
    monkeypatch.setattr("trainer.study.worked.smallest_repair", lambda *_: None)
    placement = {"nat-a": ("app-a",)}
    step = mend(flagship, placement, grade(flagship, placement), "nat-a")

    assert (step.move, step.text, step.placement) == (None, BEGIN_AGAIN, placement)

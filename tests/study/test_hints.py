from dataclasses import replace
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.boards import chip, make_bins, make_flow_board, make_steps
from tests.fakes.drills import make_drill, make_piece
from tests.fakes.examples import quick
from tests.fakes.playing import Unlucky, payloads, solve
from trainer.cloud.drill import Link, Mode
from trainer.cloud.grading import grade
from trainer.cloud.lines import with_lines
from trainer.cloud.search import smallest_repair
from trainer.store.events import EventKind
from trainer.study.hints import Target, choose_target, give_hint
from trainer.study.moves import apply_move


def hints(drill, placement):
    """The three hints on what needs one most."""
    verdict = grade(drill, placement)
    target = choose_target(drill, placement, verdict)
    return [give_hint(drill, placement, verdict, target, step) for step in (1, 2, 3)]


def texts(drill, placement):
    return [hint.text for hint in hints(drill, placement)]


def test_a_wrong_piece_is_looked_at_then_ruled_then_moved(mini):
    looked, ruled, moved = texts(mini, {"nat": ("private-a",), "igw": ("vpc",)})

    assert looked == "Look at the NAT gateway in subnet 10.0.11.0/24."
    assert ruled == "A zonal, public NAT gateway sits in a public subnet."
    assert moved == "Move the NAT gateway from subnet 10.0.11.0/24 to subnet 10.0.1.0/24."


def test_the_purpose_of_what_is_missing_helps_to_look(flagship):
    looked, ruled, moved = texts(flagship, {**flagship.solution, "alb": ("public-b",)})

    assert looked.startswith("The Application Load Balancer has one more place. ")
    assert "two Availability Zones" in ruled
    assert moved == "Put the Application Load Balancer into subnet 10.0.1.0/24."


def test_a_decoy_goes_back(flagship):
    assert texts(flagship, {**flagship.solution, "vgw": ("vpc",)})[2].endswith("it does not belong in this diagram.")


def test_a_missing_arrow_is_looked_for_at_its_beginning():
    looked, ruled, moved = hints(make_flow_board(), {"line:page": ("queue",)})

    assert looked.text == "An arrow is missing that begins at the Queue."
    assert ruled.text == "At its own pace."
    assert moved.text == "Draw an arrow from the Queue to the Worker."
    assert (moved.piece, moved.end) == ("line:queue", "worker")


def test_a_wrong_arrow_is_taken_away():
    looked, ruled, moved = hints(make_flow_board(), {"line:page": ("worker",)})

    assert looked.text == "Look at the arrow from the Page to the Worker."
    assert ruled.rule == "flow-needed"
    assert moved.text == "Take the arrow from the Page to the Worker away."


def test_an_arrow_that_runs_backwards_is_turned_around():
    _, ruled, moved = hints(make_flow_board(), {"line:queue": ("page", "worker")})

    assert ruled.rule == "flow-direction"
    assert moved.text == "Turn the arrow from the Queue to the Page around."


def test_statements_are_quoted_and_explained_in_the_drills_words():
    looked, ruled, moved = texts(make_bins(), {"disk": ("you",)})

    assert looked == "Look at “Disk” in You."
    assert ruled == "Only AWS is in the building."
    assert moved == "Move “Disk”: it belongs under “AWS”."
    assert texts(make_bins(), {})[0] == "Next, “Disk”."


def test_steps_are_told_by_their_places():
    looked, ruled, moved = texts(make_steps(), {"a": ("s1",), "b": ("s2",)})

    assert looked == "Next, “C”."
    assert ruled == "It builds on what was before."
    assert moved == "Put “C” at “Step 3”."


def test_a_piece_that_waits_for_another_needs_no_hint(flagship):
    placement = {**flagship.solution, "db-standby": ()}

    assert choose_target(flagship, placement, grade(flagship, placement)) == Target("db-standby")


def test_nothing_is_hinted_at_when_all_is_right(flagship):
    assert choose_target(flagship, flagship.solution, grade(flagship, flagship.solution)) is None


def test_hints_go_on_where_they_were_and_begin_anew_after_a_move(begin, notebook):
    session = begin(make_flow_board(), chance=Unlucky)
    given = [session.hint().step for _ in range(4)]
    session.place("line:page", "queue")
    solve(session)
    after = session.hint()

    assert given == [1, 2, 3, 3]
    assert after is None
    assert payloads(notebook, EventKind.DRILL_MOVE)[0]["aids"] == ["hint-3"]
    assert payloads(notebook, EventKind.DRILL_MOVE)[1]["aids"] == []


def test_who_comes_back_gets_the_next_hint(begin, mini):
    begin(mini).hint()

    assert begin(mini).hint().step == 2


# The smallest repair, with lines, against everything there is


@pytest.fixture(scope="module")
def board():
    """Two databases in two zones' data subnets, joined by a line, and a reader that is joined to the first."""
    drill = make_drill(
        make_piece("one", "rds"),
        make_piece("two", "rds"),
        rules=["databases-without-internet-route"],
        solution={"one": ("data-a",), "two": ("data-b",), "line:one": ("two",)},
    )
    return replace(drill, modes=(Mode.PLACE, Mode.CONNECT), links=(Link("one", "two", because="It copies."),))


@pytest.fixture(scope="module")
def flows():
    """The lines of the flow board, and all sets of lines that solve it."""
    drill = make_flow_board()
    lines = tuple(permutations(("page", "queue", "worker", "log"), 2))
    every = (chosen for size in range(5) for chosen in combinations(lines, size))
    return drill, lines, [set(chosen) for chosen in every if grade(drill, with_lines({}, chosen)).correct]


@quick
@given(data=st.data())
def test_no_repair_of_lines_is_shorter(flows, data):
    drill, lines, accepted = flows
    drawn = set(data.draw(st.lists(st.sampled_from(lines), unique=True, max_size=6)))
    placement = with_lines({}, drawn)
    moves = smallest_repair(drill, placement)

    assert len(moves) == min(len(drawn ^ target) for target in accepted)
    for move in moves:
        placement = apply_move(placement, move.piece, move.source, move.target)
    assert grade(drill, placement).correct


@quick
@given(data=st.data())
def test_no_repair_of_pieces_and_lines_is_shorter(board, data):
    places = st.lists(st.sampled_from(["data-a", "data-b", "public-a", "vpc"]), max_size=1).map(tuple)
    placement = data.draw(st.fixed_dictionaries({"one": places, "two": places}))
    placement = {piece: where for piece, where in placement.items() if where}
    drawn = set(data.draw(st.lists(st.sampled_from([("one", "two"), ("two", "one")]), unique=True)))
    placement = with_lines(placement, drawn)
    moves = smallest_repair(board, placement)
    astray = sum(placement.get(piece, ("",))[0] not in ("data-a", "data-b") for piece in ("one", "two"))

    assert len(moves) == astray + len(drawn ^ {("one", "two")})
    for move in moves:
        placement = apply_move(placement, move.piece, move.source, move.target)
    assert grade(board, placement).correct


def test_chips_need_no_purpose():
    drill = make_drill(chip("disk"), solution={"disk": ("vpc",)})

    assert texts(drill, {}) == ["Next, “Disk”.", "Put “Disk” into Internet.", "Put “Disk” into Internet."]

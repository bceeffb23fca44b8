from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.boards import make_flow_board, make_steps
from tests.fakes.drills import placements
from tests.fakes.examples import few
from trainer.cloud.grading import PieceState, grade
from trainer.study.moves import apply_move
from trainer.study.places_left import PlaceCounter, PlacesLeft


@few
@given(data=st.data())
def test_legal_places_are_those_where_a_tile_is_not_wrong(flagship, data):
    piece = data.draw(st.sampled_from([one.id for one in flagship.required]))
    placement = data.draw(placements(flagship))
    others = {name: places for name, places in placement.items() if name != piece}
    legal = [
        place
        for place in flagship.topology
        if grade(flagship, apply_move(others, piece, None, place)).pieces[piece] is not PieceState.WRONG
    ]

    assert PlaceCounter(flagship).look(others, piece).legal == len(legal)


def test_what_is_known_need_not_be_judged_again(flagship, monkeypatch):
    counter = PlaceCounter(flagship)
    counter.alone("nat-a")
    others = {"igw": ("vpc",)}
    verdict = grade(flagship, {**others, "nat-a": ("public-a",)})
    judged = []
    monkeypatch.setattr("trainer.study.places_left.grade", lambda *given: judged.append(given) or grade(*given))

    assert counter.look(others, "nat-a", ("public-a", verdict)).legal == 2
    assert len(judged) == 2  # the other public subnet, and one more place that nothing stands against


def test_an_empty_board_gives_nothing_away(flagship):
    for piece in flagship.required:
        assert not PlaceCounter(flagship).look({}, piece.id).given_away


@pytest.mark.parametrize(("placed", "given"), [("ab", False), ("abc", False), ("abcd", True), ("abcde", True)])
def test_the_last_steps_are_given_away_by_those_that_are_taken(placed, given):
    drill = make_steps(6, "abcdef", [tuple("abcdef")])
    others = {piece: drill.solution[piece] for piece in placed}

    assert PlaceCounter(drill).look(others, "f").given_away is given


def test_a_standby_is_not_given_away_by_its_primary(flagship):
    left = PlaceCounter(flagship).look({"db-primary": ("data-a",)}, "db-standby")

    assert left == PlacesLeft(legal=1, given_away=False)


def test_decoys_have_no_legal_place_and_lines_those_of_the_answer(flagship):
    assert PlaceCounter(flagship).look({}, "vgw") == PlacesLeft(0, given_away=False)
    assert PlaceCounter(make_flow_board()).look({}, "line:page") == PlacesLeft(1, given_away=False)


def test_few_places_offered_are_not_given_away(flagship):
    drill = make_steps(2, "ab", [("a", "b")])
    two = replace(drill, rules=())

    assert not PlaceCounter(two).look({"a": ("s1",)}, "b", fully=False).given_away
    assert PlaceCounter(two).look({"a": ("s1",)}, "b").given_away

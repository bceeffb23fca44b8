from dataclasses import replace

from tests.fakes.boards import make_flow_board
from tests.fakes.drills import make_drill
from trainer.cloud.drill import Link, Mode
from trainer.cloud.grading import grade
from trainer.cloud.lines import drawn_lines, links_to_show, name_of, nodes, with_lines


def test_lines_lie_beside_the_places_of_pieces():
    placement = with_lines({"igw": ("vpc",)}, [("a", "b"), ("a", "c"), ("b", "c"), ("a", "b")])

    assert placement == {"igw": ("vpc",), "line:a": ("b", "c"), "line:b": ("c",)}
    assert list(drawn_lines(placement)) == [("a", "b"), ("a", "c"), ("b", "c")]


def test_links_appear_by_themselves_unless_the_learner_draws_them():
    board = make_flow_board()

    assert links_to_show(replace(board, modes=(Mode.PLACE,)), {}) == board.links
    assert links_to_show(board, {}) == ()
    assert links_to_show(board, with_lines({}, [("page", "queue"), ("log", "page")])) == (
        board.links[0],
        Link("log", "page"),
    )


def test_a_line_to_a_piece_in_the_palette_rests():
    drill = replace(
        make_drill({"igw": "internet-gateway", "nat": "nat-gateway"}), modes=(Mode.PLACE, Mode.CONNECT), links=()
    )
    placement = with_lines({"igw": ("vpc",)}, [("igw", "nat")])

    assert nodes(drill, placement) == ("igw",)
    assert links_to_show(drill, placement) == ()
    assert grade(drill, placement).lines == {}
    assert grade(drill, {**placement, "nat": ("public-a",)}).lines


def test_pieces_and_fixtures_have_names():
    assert name_of(make_flow_board(), "queue") == "Queue"
    assert name_of(make_drill({"igw": "internet-gateway"}), "igw") == "Internet gateway"

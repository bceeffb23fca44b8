import json
from random import Random

import pytest

from trainer.cloud.grading import grade
from trainer.cloud.soundness.sampling import draw_completion, draw_placement, draw_play, in_words


@pytest.fixture
def random():
    return Random(1)


def test_drawn_placements_range_from_empty_to_complete_and_from_right_to_wrong(flagship, random):
    drawn = [draw_placement(flagship, random) for _ in range(300)]
    verdicts = [grade(flagship, placement) for placement in drawn]

    assert {} in drawn
    assert any(verdict.complete for verdict in verdicts)
    assert sum(bool(verdict.errors) for verdict in verdicts) in range(100, 290)


def test_drawn_tiles_are_different_containers_and_not_too_many(flagship, random):
    for _ in range(100):
        for piece, where in draw_placement(flagship, random).items():
            assert 1 <= len(set(where)) == len(where) <= flagship.pieces[piece].spans


def test_a_completion_keeps_every_tile_and_fills_every_piece(flagship, random):
    for _ in range(100):
        placement = draw_placement(flagship, random)
        completed = draw_completion(flagship, placement, random)

        assert grade(flagship, completed).complete
        assert all(completed[piece][: len(where)] == where for piece, where in placement.items())


def test_a_play_is_complete_and_leaves_decoys_out(flagship, random):
    play = draw_play(flagship, random)

    assert grade(flagship, play).complete
    assert play.keys() == flagship.solution.keys()


def test_placements_are_written_as_the_command_line_reads_them():
    assert json.loads(in_words({"igw": ("vpc",), "alb": ("public-a", "public-b")})) == {
        "igw": "vpc",
        "alb": ["public-a", "public-b"],
    }

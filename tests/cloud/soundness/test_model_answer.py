from dataclasses import replace

import pytest

from tests.fakes.drills import make_drill, make_network
from trainer.cloud.drill import Alternative
from trainer.cloud.soundness.model_answer import examine_misplacements, examine_solution, single_steps


@pytest.fixture
def drill():
    """An instance that may be in either private subnet, though only one is in the solution."""
    return make_drill(
        {"server": "ec2-instance"},
        rules=["private-instances"],
        solution={"server": ("app-a",)},
        topology=make_network("a"),
    )


def listing(drill, *moves):
    return replace(drill, alternatives=tuple(Alternative(*move, "because") for move in moves))


def test_a_solution_that_breaks_a_rule_is_told_which(drill):
    examined = examine_solution(replace(drill, solution={"server": ("public-a",)}))

    assert examined.failures[0].startswith("The solution breaks private-instances: Subnet 10.0.1.0/24")


def test_a_solution_with_tiles_in_the_palette_is_told_whose(drill):
    examined = examine_solution(replace(drill, solution={}))

    assert examined.failures == ("The solution leaves tiles in the palette: server.",)


def test_each_tile_steps_into_every_other_container(flagship):
    steps = [(piece, source, target) for piece, source, target, _ in single_steps(flagship)]

    assert len(steps) == len(set(steps)) == 5 * 10 + 2 * 2 * 9
    assert ("alb", "public-a", "public-b") not in steps


def test_an_accepted_step_that_is_not_listed_fails(drill):
    (failure,) = examine_misplacements(drill).failures

    assert failure.startswith("server in data-a instead of app-a is accepted: list it under `alternatives`")


def test_an_accepted_step_that_is_listed_is_fine(drill):
    assert examine_misplacements(listing(drill, ("server", "data-a", "app-a"))).failures == ()


def test_a_listed_step_that_is_rejected_fails(drill):
    wrong = listing(drill, ("server", "data-a", "app-a"), ("server", "public-a", "app-a"))
    (failure,) = examine_misplacements(wrong).failures

    assert "lists server in public-a instead of app-a, but private-instances rejects it" in failure


def test_a_listed_step_that_is_none_fails(drill):
    wrong = listing(drill, ("server", "data-a", "app-a"), ("server", "app-a", "data-a"))
    (failure,) = examine_misplacements(wrong).failures

    assert "server in app-a instead of data-a, which is no step away from the solution" in failure


def test_a_rejected_step_whose_finding_names_another_piece_fails(drill, monkeypatch):
    other = replace(drill, pieces={**drill.pieces, "other": replace(drill.pieces["server"], id="other")})
    both = replace(other, solution={"server": ("app-a",), "other": ("public-a",)})
    failures = examine_misplacements(both).failures

    assert any("server in data-a instead of app-a is rejected by private-instances" in failure for failure in failures)

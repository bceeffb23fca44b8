from random import Random

import pytest

from tests.fakes.drills import make_drill
from trainer.cloud.grading import grade
from trainer.cloud.rule import Breach, rule
from trainer.cloud.rules import ALL_RULES
from trainer.cloud.soundness.finality import examine_finality, reversals


@pytest.fixture
def hasty(monkeypatch):
    """A drill with a rule that calls a lone NAT gateway wrong before the instance is placed."""

    @rule("hasty", kind="broken", statement="", why="", facts=(), source="")
    def check(board):
        if board.placement.get("nat") and not board.placement.get("server"):
            yield Breach(("nat",), (), "useless")

    monkeypatch.setattr("trainer.cloud.grading.ALL_RULES", {**ALL_RULES, "hasty": check})
    solution = {"nat": ("public-a",), "server": ("app-a",)}
    return make_drill({"nat": "nat-gateway", "server": "ec2-instance"}, rules=["hasty"], solution=solution)


def test_what_is_taken_back_is_told_of_rule_and_piece(hasty):
    before, after = grade(hasty, {"nat": ("public-a",)}), grade(hasty, hasty.solution)

    assert list(reversals(before, after)) == [
        "hasty is violated before all is placed, and satisfied after",
        "nat is wrong before all is placed, and right after",
    ]


def test_a_hasty_rule_is_found_with_an_example(hasty):
    failures = examine_finality(hasty, Random(1), 100).failures

    assert any(
        failure.startswith("hasty is violated before all is placed, and satisfied after: {") for failure in failures
    )


def test_the_rules_of_the_flagship_are_not_hasty(flagship):
    assert examine_finality(flagship, Random(1), 100).failures == ()

from dataclasses import replace
from random import Random

import pytest

from tests.fakes.drills import make_drill, make_piece, use
from trainer.cloud.drill import Fixture, Mode
from trainer.cloud.grading import grade, severity_of
from trainer.cloud.rules import ALL_RULES
from trainer.cloud.soundness.live_rules import examine_rules, find_witnesses

STANDBY = {"primary": ("data-a",), "standby": ("data-b",)}
SERVERS = {"one": "ec2-instance", "two": "ec2-instance", "three": "ec2-instance"}


@pytest.fixture
def drill():
    pairs = [use("different-zones", pieces=("one", "two")), use("different-zones", pieces=("two", "three"))]
    return make_drill(SERVERS, rules=pairs, solution={"one": ("app-a",), "two": ("app-b",), "three": ("app-a",)})


def examine(drill):
    return examine_rules(drill, Random(1), samples=50)


def test_a_witness_breaks_its_rule_and_nothing_else(flagship):
    witnesses, _ = find_witnesses(flagship, Random(1), samples=100)

    graded = {number for number, use in enumerate(flagship.rules) if severity_of(ALL_RULES[use.rule], use)}
    assert witnesses.keys() == graded
    for number, placement in witnesses.items():
        assert {finding.rule for finding in grade(flagship, placement).errors} == {flagship.rules[number].rule}


def test_a_rule_that_another_always_precedes_is_dead(drill):
    rules = ["private-instances", use("instances-in-private-subnets-of-two-zones")]
    failures = examine(make_drill(SERVERS, rules=rules)).failures

    assert len(failures) == 2
    assert failures[0].startswith("rules.0 (private-instances) is dead: none of")


def test_each_use_of_a_rule_has_to_speak_alone(drill):
    assert examine(drill).failures == ()


def test_a_rule_used_twice_for_the_same_is_dead(drill):
    twice = replace(drill, rules=(drill.rules[0], drill.rules[0]))

    assert len(examine(twice).failures) == 2


def test_a_rule_about_lines_is_alive_when_a_line_breaks_it_alone():
    standby = make_piece("standby", "rds", role="standby")
    drill = make_drill({"primary": "rds"}, standby, rules=["standby-takes-no-traffic"], solution=STANDBY)
    drawn = replace(drill, fixtures=(Fixture("shop", "ec2-instance", "Shop", "app-a"),), modes=(Mode.CONNECT,))

    assert examine(drawn).failures == ()
    assert len(examine(drill).failures) == 1


def test_a_requirement_without_a_decoy_is_dead(drill):
    (failure,) = examine(replace(drill, rules=(*drill.rules, use("no-unneeded-parts")))).failures

    assert failure.startswith("rules.2 (no-unneeded-parts)")


def test_advice_is_alive_when_it_is_given_without_an_error(drill):
    advice = replace(drill, rules=(*drill.rules, use("private-instances", asked=False)))

    assert examine(advice).failures == ()

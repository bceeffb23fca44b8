from dataclasses import replace

import pytest

from tests.fakes.drills import make_drill, make_piece, use
from trainer.cloud.grading import PieceState, RuleState, Severity, grade, rules_in_force, severity_of
from trainer.cloud.rule import RuleClass
from trainer.cloud.rules import ALL_RULES


@pytest.fixture
def drill():
    """Two NAT gateways and a decoy."""
    decoy = make_piece("vgw", "virtual-private-gateway", decoy=True, breaks="no-unneeded-parts")
    pieces = {"nat-a": "nat-gateway", "nat-b": "nat-gateway"}
    rules = ["nat-in-public-subnet", use("nat-gateway-per-zone", because="A zone may fail."), "no-unneeded-parts"]
    return make_drill(pieces, decoy, rules=rules, solution={"nat-a": ("public-a",), "nat-b": ("public-b",)})


def advised(drill):
    """The drill with a brief that asks for nothing."""
    return replace(drill, rules=tuple(replace(use, asked=False) for use in drill.rules))


def test_a_solution_is_complete_and_correct_with_full_score(drill):
    verdict = grade(drill, drill.solution)

    assert verdict.correct
    assert verdict.complete
    assert verdict.score == 1.0
    assert set(verdict.pieces.values()) == {PieceState.RIGHT}
    assert set(verdict.rules.values()) == {RuleState.SATISFIED}


def test_an_empty_placement_is_missing_everything_and_wrong_in_nothing(drill):
    verdict = grade(drill, {})

    assert not verdict.correct
    assert not verdict.complete
    assert verdict.findings == ()
    assert verdict.pieces == {"nat-a": "missing", "nat-b": "missing", "vgw": "right"}


def test_a_piece_is_pending_while_another_can_still_make_it_wrong(drill):
    assert grade(drill, {"nat-a": ("public-a",)}).pieces["nat-a"] is PieceState.PENDING


def test_a_piece_without_the_last_of_its_tiles_is_pending():
    drill = make_drill(make_piece("users", "users", spans=2))

    assert grade(drill, {"users": ("internet",)}).pieces["users"] is PieceState.PENDING


def test_a_piece_with_an_impossible_tile_is_wrong_before_its_last_tile():
    drill = make_drill(make_piece("web", "auto-scaling-group", spans=2))

    assert grade(drill, {"web": ("region",)}).pieces["web"] is PieceState.WRONG


def test_a_complete_placement_with_an_error_is_not_correct(drill):
    verdict = grade(drill, {"nat-a": ("public-a",), "nat-b": ("public-a",)})

    assert verdict.complete
    assert not verdict.correct
    assert verdict.rules["nat-gateway-per-zone"] is RuleState.VIOLATED


def test_a_decoy_makes_the_placement_wrong_and_lowers_the_score(drill):
    verdict = grade(drill, {**drill.solution, "vgw": ("vpc",)})

    assert not verdict.correct
    assert verdict.pieces["vgw"] is PieceState.WRONG
    assert verdict.score == pytest.approx(2 / 3, abs=0.001)


def test_a_decoy_is_not_missed(drill):
    assert grade(drill, drill.solution).complete


def test_what_is_risky_is_advice_unless_the_brief_asks(drill):
    verdict = grade(advised(drill), {"nat-a": ("public-a",), "nat-b": ("public-a",), "vgw": ("vpc",)})

    assert verdict.correct
    assert verdict.errors == ()
    assert {finding.severity for finding in verdict.findings} == {Severity.ADVICE}


def test_a_piece_does_not_wait_for_advice(drill):
    verdict = grade(advised(drill), {"nat-a": ("public-a",)})

    assert verdict.pieces["nat-a"] is PieceState.RIGHT
    assert verdict.rules["nat-gateway-per-zone"] is RuleState.PENDING


@pytest.mark.parametrize("kind", [RuleClass.IMPOSSIBLE, RuleClass.BROKEN])
def test_what_cannot_work_is_an_error_whatever_the_brief_asks(kind):
    rule = replace(ALL_RULES["nat-in-public-subnet"], kind=kind)

    assert severity_of(rule, use(rule.id, asked=False)) is Severity.ERROR


def test_conventions_are_never_graded():
    rule = replace(ALL_RULES["nat-in-public-subnet"], kind=RuleClass.CONVENTION)

    assert severity_of(rule, use(rule.id)) is None


def test_a_finding_carries_reason_brief_facts_and_source(drill):
    (finding,) = grade(drill, {"nat-a": ("public-a",), "nat-b": ("public-a",)}).findings
    rule = ALL_RULES["nat-gateway-per-zone"]

    assert (finding.why, finding.facts, finding.source) == (rule.why, rule.facts, rule.source)
    assert finding.because == "A zone may fail."
    assert finding.pieces == ("nat-a", "nat-b")
    assert finding.containers == ("public-a",)


def test_a_rule_used_twice_is_as_bad_as_its_worst_use():
    servers = {"one": "ec2-instance", "two": "ec2-instance", "three": "ec2-instance"}
    pairs = [use("different-zones", pieces=("one", "two")), use("different-zones", pieces=("two", "three"))]
    drill = make_drill(servers, rules=pairs)

    assert grade(drill, {"one": ("app-a",), "two": ("app-a",)}).rules["different-zones"] is RuleState.VIOLATED
    assert grade(drill, {"one": ("app-a",), "two": ("app-b",)}).rules["different-zones"] is RuleState.PENDING


def test_only_scope_rules_with_a_piece_to_judge_are_in_force(drill):
    assert next(rule.id for _, rule in rules_in_force(drill)) == "scope-zonal"
    assert len(list(rules_in_force(drill))) == 1 + len(drill.rules)


def test_a_scope_rule_that_another_speaks_for_is_not_in_force():
    drill = make_drill({"igw": "internet-gateway"}, rules=["igw-attached-to-vpc"])

    assert list(grade(drill, {}).rules) == ["igw-attached-to-vpc"]

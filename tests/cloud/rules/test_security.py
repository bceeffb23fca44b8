import pytest

from tests.fakes.drills import make_drill, make_network, make_piece, told_by, use
from trainer.cloud.drill import CHIP
from trainer.cloud.grading import RuleState, grade
from trainer.cloud.topology import Container, ContainerKind, Topology

GROUPS = Topology(
    [
        *make_network().values(),
        *(Container(f"{tier}-group", ContainerKind.GROUP, f"Group {tier}", "vpc") for tier in ("web", "app", "db")),
    ]
)


def card(piece_id, name):
    return make_piece(piece_id, CHIP, name=name)


@pytest.fixture
def drill():
    return make_drill(
        card("world", "443 from 0.0.0.0/0"),
        card("web", "80 from SG-web"),
        rules=[
            use("rules-stand-in-security-groups", pieces=("world", "web")),
            use("open-to-the-internet-in-front-only", pieces=("world",), places=("web-group",)),
            use("source-is-the-tier-before", pieces=("web",), places=("app-group",)),
        ],
        topology=GROUPS,
    )


def test_each_rule_is_right_in_the_group_of_its_tier(drill):
    verdict = grade(drill, {"world": ("web-group",), "web": ("app-group",)})

    assert verdict.correct


@pytest.mark.parametrize("place", ["vpc", "zone-a", "app-a", "internet"])
def test_a_rule_outside_every_group_is_told_just_that(drill, place):
    findings = grade(drill, {"web": (place,)}).findings

    assert [finding.rule for finding in findings] == ["rules-stand-in-security-groups"]
    assert findings[0].message.startswith("“80 from SG-web” says whom a security group lets in, and ")


def test_a_tier_behind_the_first_one_is_not_open_to_everybody(drill):
    (message,) = told_by("open-to-the-internet-in-front-only", drill, {"world": ("db-group",)})

    assert message == "With “443 from 0.0.0.0/0”, anybody on the internet is let through by: Group db."


@pytest.mark.parametrize("group", ["web", "db"])
def test_a_tier_names_its_neighbour_in_front_and_no_other(drill, group):
    (message,) = told_by("source-is-the-tier-before", drill, {"web": (f"{group}-group",)})

    assert message == f"“80 from SG-web” names a source that has no business with this tier: Group {group}."


def test_rules_that_are_not_placed_are_open(drill):
    states = grade(drill, {"world": ("web-group",)}).rules

    assert states["open-to-the-internet-in-front-only"] is RuleState.SATISFIED
    assert states["source-is-the-tier-before"] is RuleState.PENDING
    assert states["rules-stand-in-security-groups"] is RuleState.PENDING


DECOYS = {
    "database-closed-to-the-internet": "every address there is may connect to the database",
    "no-tier-is-skipped": "“Card” under Group db leads past the tier in between.",
    "sources-are-security-groups": "lets in all that has an address in the range",
    "no-rules-for-replies": "opens ports for replies that pass without any rule",
    "no-public-entrance": "The Card in Group db would take connections from the internet.",
}


@pytest.mark.parametrize("rule", DECOYS)
def test_a_card_that_the_brief_rules_out_is_wrong_once_placed(rule):
    service = "application-load-balancer" if rule == "no-public-entrance" else CHIP
    decoy = make_piece("card", service, name="Card", decoy=True, breaks=rule)
    drill = make_drill(decoy, rules=[rule], topology=GROUPS)
    (message,) = told_by(rule, drill, {"card": ("db-group",)})

    assert told_by(rule, drill, {}) == []
    assert DECOYS[rule] in message

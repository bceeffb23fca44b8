import pytest

from trainer.cloud.coverage import rules_about, skill_of


@pytest.mark.parametrize(
    ("piece", "rules"),
    [
        ("igw", ["igw-attached-to-vpc"]),
        ("nat-a", ["nat-in-public-subnet", "nat-gateway-per-zone", "scope-zonal"]),
        ("db-standby", ["databases-without-internet-route", "different-zones", "scope-zonal"]),
        ("vgw", ["no-unneeded-parts"]),
    ],
)
def test_rules_about_a_piece_end_with_its_scope_unless_another_speaks_for_it(flagship, piece, rules):
    assert [rule.id for _, rule in rules_about(flagship, piece)] == rules


def test_a_skill_is_its_rule_unless_the_drill_names_a_narrower_one(flagship):
    skills = {use.rule: skill_of(use) for use in flagship.rules}

    assert skills["different-zones"] == "skill:different-zones/rds-standby"
    assert skills["nat-in-public-subnet"] == "skill:nat-in-public-subnet"

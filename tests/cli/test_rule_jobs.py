import json


def test_every_rule_says_what_why_and_where_from(trainer):
    rules = json.loads(trainer("rule", "list", "--json").out)

    assert len(rules) >= 15
    for rule in rules:
        assert rule["class"] in {"impossible", "broken", "risky", "convention"}
        assert rule["statement"].endswith(".")
        assert rule["why"].endswith(".")
        assert rule["facts"]
        assert rule["source"]


def test_show_prints_the_facts_behind_a_rule(trainer):
    result = trainer("rule", "show", "nat-in-public-subnet")

    assert result.code == 0
    assert "w3-ecs-nat.15:" in result.out


def test_an_unknown_rule_is_one_line_with_the_nearest_id(trainer):
    result = trainer("rule", "show", "nat-in-public-subnets")

    assert result.code == 2
    assert result.err == "trainer: there is no rule 'nat-in-public-subnets'; did you mean 'nat-in-public-subnet'?\n"

import pytest

from trainer.cloud.rules import ALL_RULES, SCOPE_RULES


def test_the_scope_rules_come_first():
    assert tuple(ALL_RULES.values())[: len(SCOPE_RULES)] == SCOPE_RULES


@pytest.mark.parametrize("rule", ALL_RULES.values(), ids=ALL_RULES)
def test_a_rule_gives_reason_source_and_facts_that_exist(rule, library):
    assert rule.statement.endswith(".")
    assert rule.why.endswith(".")
    assert rule.source
    assert set(rule.facts) <= library.curriculum.facts.keys()
    assert rule.facts

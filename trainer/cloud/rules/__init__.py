"""All rules, by topic."""

from collections.abc import Mapping
from types import MappingProxyType

from trainer.cloud.rule import Rule
from trainer.cloud.rules import balancing, databases, gateways, requirements, scopes, spread

ALL_RULES: Mapping[str, Rule] = MappingProxyType(
    {rule.id: rule for topic in (scopes, gateways, balancing, databases, spread, requirements) for rule in topic.RULES}
)
"""Every rule by its id, the scope rules first."""

SCOPE_RULES: tuple[Rule, ...] = scopes.RULES
"""The rules that come with every drill."""

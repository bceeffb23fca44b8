"""All rules, by topic."""

from collections.abc import Mapping
from types import MappingProxyType

from trainer.cloud.rule import Rule
from trainer.cloud.rules import (
    attached,
    balancing,
    containers,
    conventions,
    databases,
    edge,
    flows,
    gateways,
    hybrid,
    recovery,
    replication,
    requirements,
    routing,
    scopes,
    security,
    serverless,
    sorting,
    spread,
    storage,
    subnets,
    zones,
)

_TOPICS = (
    scopes,
    zones,
    subnets,
    routing,
    gateways,
    attached,
    hybrid,
    balancing,
    security,
    databases,
    replication,
    recovery,
    spread,
    storage,
    containers,
    serverless,
    edge,
    requirements,
    conventions,
    sorting,
    flows,
)

ALL_RULES: Mapping[str, Rule] = MappingProxyType({rule.id: rule for topic in _TOPICS for rule in topic.RULES})
"""Every rule by its id, the scope rules first."""

SCOPE_RULES: tuple[Rule, ...] = scopes.RULES
"""The rules that come with every drill."""

STEP_RULES: tuple[Rule, ...] = (sorting.one_a_step,)
"""The rules that come with every drill that has steps."""

FLOW_RULES: tuple[Rule, ...] = flows.RULES
"""The rules that come with every drill in which lines are drawn."""

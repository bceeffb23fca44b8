"""Storage: what can be shared, what survives, and what lies in which zone."""

from trainer.cloud.rule import Rule

RULES: tuple[Rule, ...] = ()

"""What works at edge locations, before a request reaches a Region."""

from trainer.cloud.rule import Rule

RULES: tuple[Rule, ...] = ()

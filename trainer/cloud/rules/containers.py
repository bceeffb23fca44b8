"""Containers: who runs them, and where their tasks live."""

from trainer.cloud.rule import Rule

RULES: tuple[Rule, ...] = ()

"""Functions, queues, topics and streams: services of the Region that call each other."""

from trainer.cloud.rule import Rule

RULES: tuple[Rule, ...] = ()

"""Copies of data: standbys, replicas and backups, and where they may be."""

from trainer.cloud.rule import Rule

RULES: tuple[Rule, ...] = ()

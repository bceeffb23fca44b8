"""Subnets, their routes and addresses, and the VPC around them."""

from trainer.cloud.rule import Rule

RULES: tuple[Rule, ...] = ()

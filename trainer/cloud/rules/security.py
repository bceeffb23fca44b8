"""Who may connect to what: security groups, network ACLs, roles."""

from trainer.cloud.rule import Rule

RULES: tuple[Rule, ...] = ()

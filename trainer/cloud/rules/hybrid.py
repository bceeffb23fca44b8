"""Ways between a VPC and other networks: VPN, Direct Connect, Transit Gateway, and what stays on premises."""

from trainer.cloud.rule import Rule

RULES: tuple[Rule, ...] = ()

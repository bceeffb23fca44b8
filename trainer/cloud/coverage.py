"""Which skills a drill trains: one for each rule, or rule and service where the reason differs."""

from trainer.cloud.drill import RuleUse


def skill_of(use: RuleUse) -> str:
    """The item uid of the skill behind a rule as a drill uses it."""
    return f"skill:{use.skill or use.rule}"

"""Which rules are about which pieces, and the skills behind them."""

from typing import cast

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.drill import CHIP, Drill, RuleUse
from trainer.cloud.rule import Rule, RuleClass
from trainer.cloud.rules import ALL_RULES

CHIP_UID = f"{CHIP}:"


def rules_about(drill: Drill, piece_id: str) -> tuple[tuple[RuleUse, Rule], ...]:
    """The rules that judge a piece: those of the drill that cover it, then the scope rule of its service.

    A decoy has one: the requirement that it breaks. Conventions judge nothing.
    """
    piece = drill.pieces[piece_id]
    uses = [(use, rule) for use in drill.rules if (rule := ALL_RULES[use.rule]).kind is not RuleClass.CONVENTION]
    if piece.decoy:
        return tuple((use, rule) for use, rule in uses if rule.id == piece.breaks)
    found = [(use, rule) for use, rule in uses if _covers(drill, use, rule, piece_id)]
    if not any(rule.speaks_for_scope for _, rule in found):
        scope_rule = ALL_RULES.get(f"scope-{CATALOGUE[piece.service].scope}")
        if scope_rule is not None:
            found.append((RuleUse(scope_rule.id), scope_rule))
    return tuple(found)


def _covers(drill: Drill, use: RuleUse, rule: Rule, piece: str) -> bool:
    named = [cast("tuple[object, ...]", value) for value in use.parameters.values() if isinstance(value, tuple)]
    if named:
        return any(piece in value for value in named)
    return drill.pieces[piece].service in rule.services


def skill_of(use: RuleUse) -> str:
    """The item uid of the skill that a rule trains as a drill uses it."""
    if use.skill and use.skill.startswith(CHIP_UID):
        return use.skill
    return f"skill:{use.skill or use.rule}"

"""`trainer rule ...`: what drills are graded by."""

from argparse import Namespace
from difflib import get_close_matches

from trainer.cli.drill_json import rule_document
from trainer.cli.printing import print_json, print_lines
from trainer.cloud.rules import ALL_RULES
from trainer.errors import UserError
from trainer.library.shelf import Library


def list_rules(options: Namespace, _library: Library) -> int:
    """Prints every rule."""
    if options.json:
        print_json([rule_document(rule) for rule in ALL_RULES.values()])
    else:
        width = max(map(len, ALL_RULES))
        print_lines(f"{rule.id:{width}}  {rule.kind:10}  {rule.statement}" for rule in ALL_RULES.values())
    return 0


def show_rule(options: Namespace, library: Library) -> int:
    """Prints one rule with the facts behind it.

    Raises:
        UserError: when there is no such rule.
    """
    rule = ALL_RULES.get(options.id)
    if rule is None:
        close = get_close_matches(options.id, ALL_RULES, n=1)
        hint = f"did you mean {close[0]!r}?" if close else "`trainer rule list` names them all."
        raise UserError(f"there is no rule {options.id!r}; {hint}")
    if options.json:
        print_json(rule_document(rule))
        return 0
    facts = library.curriculum.facts
    print_lines(
        [
            f"{rule.id} ({rule.kind})",
            rule.statement,
            rule.why,
            *(f"  {fact}: {facts[fact].text}" for fact in rule.facts if fact in facts),
            f"Source: {rule.source}",
        ]
    )
    return 0

"""The rules that were broken most often, with what the learner did then."""

from dataclasses import dataclass
from datetime import date

from trainer.cloud.rules import ALL_RULES
from trainer.library.shelf import Library
from trainer.progress.wrong_placement import WrongPlacement, find_wrong_placement
from trainer.store.opening import Store
from trainer.store.rule_break import RuleBreak

MOST_PICTURES = 5
"""So many of the rules are shown with a picture."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A rule and how often it was broken, since the beginning.

    Attributes:
        statement: the rule in one sentence; its id in words where the program has it no more.
        why: the reason, in the words of the drill where the rule has none of its own; empty then.
        example: the last placement that broke it, if it can still be shown.
    """

    rule: str
    statement: str
    why: str
    times: int
    last_day: date
    example: WrongPlacement | None = None


def find_mistakes(library: Library, store: Store, most_pictures: int = MOST_PICTURES) -> tuple[Mistake, ...]:
    """Every rule that was ever broken, the most frequent first, the latest first among equals."""
    breaks = sorted(store.rule_breaks().values(), key=lambda found: (-found.times, -found.last_day.toordinal()))
    examples = {
        found.rule: find_wrong_placement(library, store, found.rule, found.last_event)
        for found in breaks[:most_pictures]
    }
    return tuple(_mistake(found, examples.get(found.rule)) for found in breaks)


def _mistake(found: RuleBreak, example: WrongPlacement | None) -> Mistake:
    rule = ALL_RULES.get(found.rule)
    return Mistake(
        rule=found.rule,
        statement=rule.statement if rule else found.rule.replace("-", " ").capitalize(),
        why=example.why if example else rule.why if rule else "",
        times=found.times,
        last_day=found.last_day,
        example=example,
    )

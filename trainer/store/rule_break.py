"""How often each rule was broken by a drop. Undo takes nothing back here: it was done all the same."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from trainer.store.cache import Cache, Row
from trainer.store.events import Event
from trainer.store.tables import rule_break


@dataclass(frozen=True, slots=True)
class RuleBreak:
    """A learner's record at a rule.

    Attributes:
        times: drops after which the moved piece broke the rule.
        last_event: uid of the latest of these moves.
    """

    rule: str
    times: int
    last_day: date
    last_event: str


def next_rule_break(rule: str, before: RuleBreak | None, event: Event) -> RuleBreak:
    """The record after a drop that broke the rule."""
    return RuleBreak(rule, (before.times if before else 0) + 1, event.study_day, event.uid)


def _read(row: Row) -> RuleBreak:
    return RuleBreak(row["rule"], row["times"], date.fromisoformat(row["last_day"]), row["last_event"])


def _write(record: RuleBreak) -> dict[str, Any]:
    return {
        "rule": record.rule,
        "times": record.times,
        "last_day": record.last_day.isoformat(),
        "last_event": record.last_event,
    }


RULE_BREAKS = Cache(rule_break, "rule", _read, _write)

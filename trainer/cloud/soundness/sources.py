"""Every piece and rule points to facts of the curriculum."""

from collections.abc import Collection, Iterator

from trainer.cloud.drill import Drill
from trainer.cloud.grading import rules_in_force
from trainer.cloud.soundness.report import Examined


def examine_facts(drill: Drill, facts: Collection[str]) -> Examined:
    """Pieces and rules in force name facts, and all of them exist."""
    named = {f"pieces.{piece.id}": piece.facts for piece in drill.pieces.values()}
    named |= {f"The rule {rule.id}": rule.facts for _, rule in rules_in_force(drill)}
    failures = [failure for owner, theirs in named.items() for failure in _judge(owner, theirs, facts)]
    count = len({fact for theirs in named.values() for fact in theirs})
    return Examined("facts", f"{count} facts behind {len(named)} pieces and rules", tuple(failures))


def _judge(owner: str, named: tuple[str, ...], facts: Collection[str]) -> Iterator[str]:
    if not named:
        yield f"{owner} names no fact of the curriculum: add one to `facts`."
    for fact in named:
        if fact not in facts:
            yield f"{owner} names the fact {fact}, which the curriculum does not have."

"""The reasons that a drill knows, and those that cannot be true of a piece or line: what questions are made of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random
from typing import cast

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.coverage import rules_about
from trainer.cloud.drill import CHIP, Drill, Line, RuleUse
from trainer.cloud.grading import Verdict, findings_about, rules_in_force, severity_of
from trainer.cloud.lines import answers, is_line, source_of
from trainer.cloud.rule import Rule
from trainer.cloud.rules import ALL_RULES, SCOPE_RULES, requirements

_SCOPES = {rule.id: rule.id.removeprefix("scope-") for rule in SCOPE_RULES}
_ALIKE = (frozenset({"az", "zonal"}), frozenset({"global", "edge"}))
"""Scopes so near to each other that what is said of the one could be said of the other."""

_LINE, _OF = "line:", "@"


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence that says why something is right or wrong somewhere.

    Attributes:
        key: what it is called in the log: a rule; `<rule>@<piece>` where the drill has words of its own for it; or
            `line:<from>><to>`.
        rule: id of the rule behind it; empty for a line's own reason.
    """

    key: str
    text: str
    rule: str = ""


def find_reason(drill: Drill, key: str) -> Reason | None:
    """The reason with a key; None when drill or rules have changed and it is gone."""
    if key.startswith(_LINE):
        source, _, target = key.removeprefix(_LINE).partition(">")
        return _reason_of_line(drill, (source, target))
    rule_id, _, piece = key.partition(_OF)
    if piece:
        uses = rules_about(drill, piece) if piece in drill.pieces else ()
        return next((_reason(use, rule, piece) for use, rule in uses if rule.id == rule_id), None)
    rule = ALL_RULES.get(rule_id)
    return Reason(rule.id, rule.statement, rule.id) if rule else None


def why_wrong(drill: Drill, verdict: Verdict, piece: str, end: str) -> Reason | None:
    """The reason of the first finding about something wrong."""
    broken = findings_about(verdict, piece, end)[0].rule
    if is_line(piece):
        told = _reason_of_line(drill, (source_of(piece), end))
        return told or (None if ALL_RULES[broken].from_drill else find_reason(drill, broken))
    about = ((use, rule) for use, rule in rules_about(drill, piece) if rule.id == broken)
    return next((_reason(use, rule, piece) for use, rule in about), find_reason(drill, broken))


def why_right(drill: Drill, piece: str, end: str, random: Random) -> Reason | None:
    """A reason why something is right: one of the rules about a piece, or what a line is for."""
    if is_line(piece):
        return _reason_of_line(drill, (source_of(piece), end))
    about = [(use, rule) for use, rule in rules_about(drill, piece) if severity_of(rule, use)]
    telling = [(use, rule) for use, rule in about if rule.id not in _SCOPES] or about
    return _reason(*random.choice(telling), piece) if telling else None


def untrue_reasons(drill: Drill, verdict: Verdict, piece: str, end: str, random: Random) -> Iterator[Reason]:
    """Reasons that are not about a piece or line: first those about others of this drill, then others of its topic."""
    if is_line(piece):
        yield from _of_other_lines(drill, (source_of(piece), end), random)
        return
    own = {rule.id for _, rule in rules_about(drill, piece)}
    own |= {finding.rule for finding in verdict.findings if piece in finding.pieces}
    own |= {other.breaks for other in drill.pieces.values() if other.breaks}  # what is required holds for everything
    chip = drill.pieces[piece].service == CHIP
    here = [(use, rule) for use, rule in rules_in_force(drill) if severity_of(rule, use)]
    yield from _shuffled(_of_this_drill(drill, piece, here, own), random)
    if chip:
        return
    modules = {rule.check.__module__ for _, rule in here}
    known = [rule for rule in ALL_RULES.values() if rule not in requirements.RULES and rule.id not in own]
    others = [rule for rule in known if _cannot_be_about(drill, piece, rule)]
    near = [rule for rule in others if rule.check.__module__ in modules]
    for rules in (near, others):
        yield from _shuffled([Reason(rule.id, rule.statement, rule.id) for rule in rules], random)


def _reason(use: RuleUse, rule: Rule, piece: str) -> Reason:
    """The reason that a rule is for a piece: the drill's own words where the rule has none."""
    if rule.from_drill and use.because:
        return Reason(f"{rule.id}{_OF}{piece}", use.because, rule.id)
    return Reason(rule.id, rule.statement, rule.id)


def _of_this_drill(drill: Drill, piece: str, uses: Iterable[tuple[RuleUse, Rule]], own: set[str]) -> Iterator[Reason]:
    service = drill.pieces[piece].service
    belongs = _places(use for use, _ in rules_about(drill, piece))
    for use, rule in uses:
        named = _named(drill, use)
        if rule.from_drill:
            elsewhere = _places([use])
            if named and piece not in named and elsewhere and belongs.isdisjoint(elsewhere):
                yield _reason(use, rule, named[0])
        elif service != CHIP and rule.id not in own and _cannot_be_about(drill, piece, rule):
            yield Reason(rule.id, rule.statement, rule.id)


def _cannot_be_about(drill: Drill, piece: str, rule: Rule) -> bool:
    """Whether what a rule says cannot be a reason for a piece: it is about other services, or another scope."""
    found = CATALOGUE[drill.pieces[piece].service]
    if rule.id in _SCOPES:
        levels = {str(level) for level in found.scope}
        said = {_SCOPES[rule.id]}
        near = set[str]().union(*(group for group in _ALIKE if not group.isdisjoint(said)))
        return rule.id != "scope-several" and levels.isdisjoint(said | near)
    return not rule.from_drill and bool(rule.services) and found.id not in rule.services


def _places(uses: Iterable[RuleUse]) -> frozenset[str]:
    """Where rules say that pieces belong."""
    found = (cast("tuple[str, ...] | None", use.parameters.get("places")) or () for use in uses)
    return frozenset(place for places in found for place in places)


def _named(drill: Drill, use: RuleUse) -> tuple[str, ...]:
    """The pieces that a rule's parameters name."""
    values = (cast("tuple[object, ...]", value) for value in use.parameters.values() if isinstance(value, tuple))
    return tuple(str(name) for value in values for name in value if name in drill.pieces)


def _reason_of_line(drill: Drill, line: Line) -> Reason | None:
    """What a line is for, or what is wrong about it; of one that runs backwards, what the right one is for."""
    source, target = line
    found = answers(drill).get(line) or answers(drill).get((target, source))
    mislinks = {(link.source, link.target): link.because for link in drill.mislinks}
    text = found.because if found else mislinks.get(line, "")
    return Reason(f"{_LINE}{source}>{target}", text) if text else None


def _of_other_lines(drill: Drill, line: Line, random: Random) -> Iterator[Reason]:
    """What is said of lines that share no end with this one; then of those that share one."""
    lines = [*answers(drill), *((link.source, link.target) for link in drill.mislinks)]
    others = [other for other in lines if set(other) != set(line)]
    for shares in (False, True):
        some = [other for other in others if set(other).isdisjoint(line) is not shares]
        yield from _shuffled((reason for other in some if (reason := _reason_of_line(drill, other))), random)


def _shuffled(reasons: Iterable[Reason], random: Random) -> list[Reason]:
    found = list(reasons)
    random.shuffle(found)
    return found

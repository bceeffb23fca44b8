"""Grading: one pure function that drop, Check, hints, command line and tests all call."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from trainer.cloud.board import Board
from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.drill import Drill, Line, Placement, RuleUse
from trainer.cloud.lines import draws_lines, is_line, source_of
from trainer.cloud.rule import Breach, Judgement, Rule, RuleClass
from trainer.cloud.rules import ALL_RULES, FLOW_RULES, SCOPE_RULES, STEP_RULES
from trainer.cloud.topology import ContainerKind

_SCOPE_IDS = frozenset(rule.id for rule in SCOPE_RULES)
_FLOW_IDS = frozenset(rule.id for rule in FLOW_RULES)


class Severity(StrEnum):
    """An error makes a placement wrong; advice is shown and does not."""

    ERROR = "error"
    ADVICE = "advice"


class PieceState(StrEnum):
    """What is known of a piece. Right and wrong hold in every completion of the placement."""

    RIGHT = "right"
    WRONG = "wrong"
    PENDING = "pending"
    MISSING = "missing"


class RuleState(StrEnum):
    """What is known of a rule. Satisfied and violated hold in every completion of the placement."""

    SATISFIED = "satisfied"
    VIOLATED = "violated"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule broken by this placement, and why it matters.

    Attributes:
        message: about this placement, naming its places.
        because: the sentence of the brief that asks for the rule, or nothing.
        lines: lines that are wrong.
    """

    rule: str
    severity: Severity
    pieces: tuple[str, ...]
    containers: tuple[str, ...]
    message: str
    why: str
    facts: tuple[str, ...]
    source: str
    because: str = ""
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement on a placement.

    Attributes:
        complete: every piece that belongs in the diagram has all its tiles, and where the learner draws the lines,
            none is missing.
        correct: complete, and no finding is an error.
        score: pieces and lines that are right, over those that belong plus decoys and wrong lines that are there;
            0 to 1.
        rules: the state of each rule by id, the scope rules that matter here included, conventions left out.
        undecided: by piece, the rules that cannot be judged for it before more is placed.
        lines: the state of each line that the learner drew, right or wrong.
    """

    correct: bool
    complete: bool
    score: float
    pieces: Mapping[str, PieceState]
    findings: tuple[Finding, ...]
    rules: Mapping[str, RuleState]
    undecided: Mapping[str, tuple[str, ...]]
    lines: Mapping[Line, PieceState] = field(default_factory=dict[Line, PieceState])

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that make the placement wrong."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


def grade(drill: Drill, placement: Placement) -> Verdict:
    """Judges a placement, which may be partial.

    Args:
        drill: what is asked.
        placement: where the pieces are; only pieces and containers of the drill. Its completions put the tiles
            that are missing into any containers and leave decoys where they are.
    """
    board = Board(drill, placement)
    findings: list[Finding] = []
    waiting: dict[str, list[str]] = {}
    rules: dict[str, RuleState] = {}
    spoken_for = _spoken_for(drill)
    for use, rule in rules_in_force(drill):
        severity = severity_of(rule, use)
        if severity is None:
            continue
        broken = undecided = False
        for judgement in rule.check(board, **use.parameters):
            if rule.id in _SCOPE_IDS and drill.pieces[judgement.pieces[0]].service in spoken_for:
                continue
            if rule.id in _FLOW_IDS and _is_explained(judgement, findings):
                continue
            if isinstance(judgement, Breach):
                broken = True
                findings.append(_finding(rule, use, severity, judgement))
            else:
                undecided = True
                for piece in judgement.pieces if severity is Severity.ERROR else ():
                    waiting.setdefault(piece, []).append(rule.id)
        state = RuleState.VIOLATED if broken else RuleState.PENDING if undecided else RuleState.SATISFIED
        rules[rule.id] = _worse(rules.get(rule.id), state)
    return _verdict(board, findings, waiting, rules)


def broken_conventions(drill: Drill, placement: Placement) -> tuple[str, ...]:
    """What a placement does otherwise than diagrams usually do; told once, and never graded."""
    board = Board(drill, placement)
    return tuple(
        f"{judgement.message} {rule.why}"
        for use, rule in rules_in_force(drill)
        if rule.kind is RuleClass.CONVENTION
        for judgement in rule.check(board, **use.parameters)
        if isinstance(judgement, Breach)
    )


def state_of(verdict: Verdict, piece: str, end: str | None = None) -> PieceState:
    """The state of an entry of the placement: a piece's, or a line's.

    Args:
        verdict: on the placement.
        piece: a piece; or the key of the lines away from one.
        end: of a line, where it leads.
    """
    if is_line(piece):
        return verdict.lines.get((source_of(piece), end or ""), PieceState.MISSING)
    return verdict.pieces[piece]


def findings_about(verdict: Verdict, piece: str, end: str | None = None) -> tuple[Finding, ...]:
    """The errors that name an entry of the placement: a piece, or a line (see `state_of`)."""
    if is_line(piece):
        line = (source_of(piece), end or "")
        return tuple(finding for finding in verdict.errors if line in finding.lines)
    return tuple(finding for finding in verdict.errors if piece in finding.pieces)


def rules_in_force(drill: Drill) -> Iterator[tuple[RuleUse, Rule]]:
    """The scope rules that have a piece to judge in a drill, then the rules that it names, then those of its modes."""
    spoken_for = _spoken_for(drill)
    scopes = {f"scope-{CATALOGUE[piece.service].scope}" for piece in drill.required if piece.service not in spoken_for}
    for rule in SCOPE_RULES:
        if rule.id in scopes:
            yield RuleUse(rule.id), rule
    for use in drill.rules:
        yield use, ALL_RULES[use.rule]
    steps = STEP_RULES if drill.topology.of_kind(ContainerKind.STEP) else ()
    flows = FLOW_RULES if draws_lines(drill) else ()
    for rule in (*steps, *flows):
        yield RuleUse(rule.id, skill=f"{rule.id}/{drill.id}"), rule


def severity_of(rule: Rule, use: RuleUse) -> Severity | None:
    """How a breach counts in a drill; None for conventions, which are never graded."""
    if rule.kind is RuleClass.CONVENTION:
        return None
    if rule.kind is RuleClass.RISKY and not use.asked:
        return Severity.ADVICE
    return Severity.ERROR


def _spoken_for(drill: Drill) -> frozenset[str]:
    """The services whose wrong scope a rule of the drill explains better than the scope rule does."""
    rules = (ALL_RULES[use.rule] for use in drill.rules)
    return frozenset(service for rule in rules if rule.speaks_for_scope for service in rule.services)


def _is_explained(judgement: Judgement, findings: list[Finding]) -> bool:
    """Whether a rule of the drill has said already what is wrong with a line, better than a flow rule does."""
    errors = (finding for finding in findings if finding.severity is Severity.ERROR)
    told = {line for finding in errors if finding.rule not in _FLOW_IDS for line in finding.lines}
    return isinstance(judgement, Breach) and bool(told) and told.issuperset(judgement.lines)


def _finding(rule: Rule, use: RuleUse, severity: Severity, breach: Breach) -> Finding:
    return Finding(
        rule=rule.id,
        severity=severity,
        pieces=breach.pieces,
        containers=breach.containers,
        message=breach.message,
        why=use.because if rule.from_drill and use.because else rule.why,
        facts=use.facts or rule.facts,
        source=rule.source,
        because="" if rule.from_drill else use.because,
        lines=breach.lines,
    )


def _worse(before: RuleState | None, now: RuleState) -> RuleState:
    """The state of a rule that a drill uses several times."""
    order = (RuleState.VIOLATED, RuleState.PENDING, RuleState.SATISFIED)
    return now if before is None else min(before, now, key=order.index)


def _verdict(
    board: Board, findings: list[Finding], waiting: Mapping[str, list[str]], rules: Mapping[str, RuleState]
) -> Verdict:
    wrong = {piece for finding in findings if finding.severity is Severity.ERROR for piece in finding.pieces}
    states: dict[str, PieceState] = {}
    for piece in board.drill.pieces.values():
        if piece.id in wrong:
            states[piece.id] = PieceState.WRONG
        elif piece.decoy:
            states[piece.id] = PieceState.RIGHT
        elif not board.tiles(piece):
            states[piece.id] = PieceState.MISSING
        elif piece.id in waiting or board.is_waiting(piece):
            states[piece.id] = PieceState.PENDING
        else:
            states[piece.id] = PieceState.RIGHT
    required = board.drill.required
    lines, wanted = _judge_lines(board, findings)
    complete = not any(board.is_waiting(piece) for piece in required) and wanted <= lines.keys()
    beside = sum(bool(board.tiles(piece)) for piece in board.drill.pieces.values() if piece.decoy)
    beside += sum(state is PieceState.WRONG for state in lines.values())
    right = sum(states[piece.id] is PieceState.RIGHT for piece in required)
    right += sum(lines.get(line) is PieceState.RIGHT for line in wanted)
    total = len(required) + len(wanted) + beside
    return Verdict(
        correct=complete and not any(finding.severity is Severity.ERROR for finding in findings),
        complete=complete,
        score=round(right / total, 3) if total else 1.0,
        pieces=states,
        findings=tuple(findings),
        rules=rules,
        undecided={piece: tuple(dict.fromkeys(open_rules)) for piece, open_rules in waiting.items()},
        lines=lines,
    )


def _judge_lines(board: Board, findings: list[Finding]) -> tuple[dict[Line, PieceState], frozenset[Line]]:
    """The states of the drawn lines, and the lines that belong in the diagram."""
    if not draws_lines(board.drill):
        return {}, frozenset()
    wrong = {line for finding in findings if finding.severity is Severity.ERROR for line in finding.lines}
    states = {line: PieceState.WRONG if line in wrong else PieceState.RIGHT for line in board.lines}
    return states, frozenset(line for line, link in board.answers.items() if not link.optional)

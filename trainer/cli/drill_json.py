"""Drills, verdicts and rules as plain JSON values."""

from typing import Any

from trainer.cloud.drill import Drill
from trainer.cloud.grading import Finding, Verdict
from trainer.cloud.rule import Rule
from trainer.cloud.topology import Container


def drill_document(drill: Drill) -> dict[str, Any]:
    """Everything about a drill."""
    return {
        "id": drill.id,
        "title": drill.title,
        "brief": drill.brief,
        "sections": list(drill.sections),
        "architecture": drill.architecture,
        "difficulty": drill.difficulty,
        "minutes": drill.minutes,
        "modes": [str(mode) for mode in drill.modes],
        "feedback": str(drill.feedback),
        "containers": [_container(container) for container in drill.topology.values()],
        "fixtures": [
            {"id": fixture.id, "service": fixture.service, "name": fixture.name, "in": fixture.container}
            for fixture in drill.fixtures
        ],
        "pieces": [
            {
                "id": piece.id,
                "service": piece.service,
                "name": piece.name,
                "role": piece.role,
                "spans": piece.spans,
                "decoy": piece.decoy,
                "breaks": piece.breaks,
                "facts": list(piece.facts),
            }
            for piece in drill.pieces.values()
        ],
        "rules": [
            {
                "rule": use.rule,
                "asked": use.asked,
                "because": use.because,
                **{name: list(value) if isinstance(value, tuple) else value for name, value in use.parameters.items()},
            }
            for use in drill.rules
        ],
        "links": [
            {
                "from": link.source,
                "to": link.target,
                "kind": str(link.kind),
                "label": link.label,
                "optional": link.optional,
                "because": link.because,
            }
            for link in drill.links
        ],
        "mislinks": [{"from": link.source, "to": link.target, "because": link.because} for link in drill.mislinks],
        "solution": {
            piece: where[0] if drill.pieces[piece].spans == 1 else list(where)
            for piece, where in drill.solution.items()
            if piece in drill.pieces
        },
        "alternatives": [
            {
                "piece": move.piece,
                "instead_of": move.instead_of,
                "container": move.container,
                "reason": move.reason,
            }
            for move in drill.alternatives
        ],
        "shows": list(drill.shows),
        "stories": [
            {"title": story.title, "brief": story.brief, "names": dict(story.names)} for story in drill.stories
        ],
    }


def _container(container: Container) -> dict[str, Any]:
    return {
        "id": container.id,
        "kind": str(container.kind),
        "label": container.label,
        "parent": container.parent,
        "access": str(container.access) if container.access else None,
        "cidr": container.cidr,
        "routes": [{"to": route.destination, "via": str(route.target)} for route in container.routes],
    }


def verdict_document(verdict: Verdict) -> dict[str, Any]:
    """A verdict, as `trainer drill grade --json` prints it."""
    return {
        "correct": verdict.correct,
        "complete": verdict.complete,
        "score": verdict.score,
        "pieces": {piece: str(state) for piece, state in verdict.pieces.items()},
        "lines": [
            {"from": source, "to": target, "state": str(state)} for (source, target), state in verdict.lines.items()
        ],
        "findings": [finding_document(finding) for finding in verdict.findings],
        "rules": {rule: str(state) for rule, state in verdict.rules.items()},
    }


def finding_document(finding: Finding) -> dict[str, Any]:
    """One finding."""
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "pieces": list(finding.pieces),
        "containers": list(finding.containers),
        "lines": [{"from": source, "to": target} for source, target in finding.lines],
        "message": finding.message,
        "why": finding.why,
        "because": finding.because,
        "facts": list(finding.facts),
        "source": finding.source,
    }


def rule_document(rule: Rule) -> dict[str, Any]:
    """A rule, as `trainer rule show --json` prints it."""
    return {
        "id": rule.id,
        "class": str(rule.kind),
        "statement": rule.statement,
        "why": rule.why,
        "facts": list(rule.facts),
        "source": rule.source,
        "services": list(rule.services),
        "parameters": list(rule.parameters),
    }

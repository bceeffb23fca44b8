"""What an attempt says about each skill: its first unaided opportunity counts, and nothing after it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from random import Random
from typing import Any

from trainer.cloud.coverage import rules_about, skill_of
from trainer.cloud.drill import Drill, Feedback, RuleUse
from trainer.cloud.grading import rules_in_force
from trainer.cloud.lines import is_line
from trainer.cloud.rule import Rule
from trainer.cloud.rules import ALL_RULES, FLOW_RULES
from trainer.cloud.search import interchangeable
from trainer.learning.grade import read_grade
from trainer.store.events import Event, EventKind
from trainer.store.level import Level
from trainer.study.drill_memory import DrillMemory
from trainer.study.scheduling import drill_scheduler, memory_under
from trainer.study.trail import named_moves

LONGEST_PAUSE_S = 60.0
"""A longer gap between two moves counts as this much: the learner was away."""

_WORST_FIRST = ("again", "hard", "good")
_FLOWS = frozenset(rule.id for rule in FLOW_RULES)

Opportunity = tuple[str, Sequence[str], int]
"""A piece or the key of lines, the rules that it broke, and the last step of the hints about it."""


def rate_skills(drill: Drill, events: Iterable[Event], *, solved: bool = False) -> dict[str, str]:
    """The grade of every skill that an attempt gave an opportunity for.

    Judged at each drop, the first drop of each of a piece's tiles is an opportunity for the rules about the piece,
    and the first time that a line is drawn for the rules of lines. Judged on Check, the first Check that sees a
    piece or line is. Right at first is `good`; after a look-here hint `hard`; broken at first, or after a hint that
    named the rule or the move, `again`. Of several opportunities for one skill the worst counts. Undo takes back the
    move, not the attempt; a slip is no opportunity.

    Nothing is rated of what was in place from the start, of pieces whose sisters were, and of a piece of which what
    is in place left few places. Decoys that were left out are right once the drill is solved.

    Args:
        drill: what was attempted.
        events: the attempt's own events, in order.
        solved: whether it ended right.
    """
    events = tuple(events)
    level = events[0].payload["level"] if events else Level.WATCH
    if level == Level.WATCH:
        return {}
    unrated = _given(drill, events[0].payload.get("prefilled", {}))
    on_check = events[0].payload.get("feedback") == Feedback.CHECK
    opportunities = _at_checks(events, unrated) if on_check else _at_drops(drill, events, unrated)
    grades: dict[str, str] = {}
    seen: set[str] = set()
    for name, broken, hint in opportunities:
        seen.add(name)
        for skill, grade in _grades(drill, name, broken, hint):
            grades[skill] = min(grade, grades.get(skill, "good"), key=_WORST_FIRST.index)
    for use in _kept(drill, seen, level) if solved else ():
        grades.setdefault(skill_of(use), "good")
    return grades


def _given(drill: Drill, prefilled: Mapping[str, Any]) -> frozenset[str]:
    """The pieces that were in place from the start, and those that their sisters give away."""
    sisters = (members for members in interchangeable(drill) if not prefilled.keys().isdisjoint(members))
    return frozenset(name for members in sisters for name in members) if prefilled else frozenset()


def _at_drops(drill: Drill, events: Sequence[Event], unrated: frozenset[str]) -> Iterator[Opportunity]:
    slipped = named_moves(events, EventKind.SLIP)
    hinted: dict[str, int] = {}
    dropped: dict[str, list[str]] = {}
    for event in events:
        _note_hint(event, hinted)
        if event.kind != EventKind.DRILL_MOVE or event.payload["from"] is not None or event.uid in slipped:
            continue
        payload, piece = event.payload, event.payload["piece"]
        before = dropped.setdefault(piece, [])
        again = payload["to"] in before if is_line(piece) else len(before) >= _spans(drill, piece)
        before.append(payload["to"])
        if not again and piece not in unrated and not payload.get("given_away"):
            yield piece, payload["findings"], hinted.get(piece, 0)


def _at_checks(events: Sequence[Event], unrated: frozenset[str]) -> Iterator[Opportunity]:
    hinted: dict[str, int] = {}
    judged: set[object] = set()
    for event in events:
        _note_hint(event, hinted)
        if event.kind != EventKind.CHECK:
            continue
        payload = event.payload
        without = unrated.union(payload["given_away"])
        for piece in payload["pieces"]:
            if piece not in judged and piece not in without:
                yield piece, payload["wrong"].get(piece, ()), hinted.get(piece, 0)
        wrong = {(piece, end): rules for piece, end, rules in payload["wrong_lines"]}
        lines = [(piece, end) for piece, end in payload["lines"]]
        for piece, end in lines:
            if (piece, end) not in judged:
                yield piece, wrong.get((piece, end), ()), hinted.get(piece, 0)
        judged.update(payload["pieces"], lines)


def _note_hint(event: Event, hinted: dict[str, int]) -> None:
    if event.kind == EventKind.HINT and event.payload.get("piece"):
        piece = event.payload["piece"]
        hinted[piece] = max(hinted.get(piece, 0), event.payload["step"])


def _spans(drill: Drill, piece: str) -> int:
    """How many first drops a piece has; none when the drill has it no more."""
    return drill.pieces[piece].spans if piece in drill.pieces else 0


def _grades(drill: Drill, name: str, broken: Sequence[str], hint: int) -> Iterator[tuple[str, str]]:
    """The skills that an opportunity is for, each with its grade."""
    about = _about_lines(drill, broken) if is_line(name) else _about_piece(drill, name, broken)
    for use, rule in about:
        yield skill_of(use), _grade_of(rule.id in broken, hint)


def _about_lines(drill: Drill, broken: Sequence[str]) -> Iterator[tuple[RuleUse, Rule]]:
    """The rules that a wrong line broke; of a right one, those that come with every line."""
    wanted = frozenset(broken) or _FLOWS
    return ((use, rule) for use, rule in rules_in_force(drill) if rule.id in wanted)


def _about_piece(drill: Drill, piece: str, broken: Sequence[str]) -> Iterator[tuple[RuleUse, Rule]]:
    """The rules about a piece, and those that it broke of the rules that are about none."""
    yield from rules_about(drill, piece)
    yield from ((use, ALL_RULES[use.rule]) for use in _about_nobody(drill) if use.rule in broken)


def _about_nobody(drill: Drill) -> Iterator[RuleUse]:
    """The rules of a drill that name neither its pieces nor their services: they are about the whole, or its lines."""
    covered = {use.rule for piece in drill.pieces for use, _ in rules_about(drill, piece)}
    return (use for use in drill.rules if use.rule not in covered)


def _kept(drill: Drill, seen: Collection[str], level: int) -> Iterator[RuleUse]:
    """In a solved drill: what its decoys would have broken and, if nothing was given, what is about the whole."""
    for piece in drill.pieces.values():
        if piece.decoy and piece.id not in seen:
            yield from (use for use, _ in rules_about(drill, piece.id))
    if level >= Level.BUILD:
        yield from _about_nobody(drill)


def _grade_of(broken: bool, hint_step: int) -> str:  # noqa: FBT001  # a fact, not a mode
    if broken or hint_step > 1:
        return "again"
    return "hard" if hint_step else "good"


def rate_whole(level: int, *, solved: bool, unaided: bool, wrong_check: bool, erred: bool) -> str | None:
    """The grade of putting the whole drill together; None where it was not put together from nothing, or not tried.

    Args:
        level: of the attempt.
        solved: it ended right.
        unaided: without a hint and without an error.
        wrong_check: a Check found an error.
        erred: there was an error on the way, told by a Check or at a drop.
    """
    if level < Level.BUILD:
        return None
    if solved and not wrong_check:
        return "good" if unaided else "hard"
    return "again" if solved or erred else None


def active_seconds(events: Iterable[Event]) -> float:
    """How long the learner worked, in seconds, with long pauses counted as `LONGEST_PAUSE_S`."""
    times = [event.at for event in events]
    return sum(min((later - earlier).total_seconds(), LONGEST_PAUSE_S) for earlier, later in pairwise(times))


def schedule_grades(store: DrillMemory, grades: Mapping[str, str], chance: Callable[[str], Random]) -> dict[str, Any]:
    """When what was graded in an attempt comes back, as the attempt's event carries it.

    Each item is rated once on a study day; what was rated today already gets no due day, since this was practice.

    Args:
        store: what is remembered of the items.
        grades: by uid.
        chance: makes the generator for a seed.
    """
    from trainer.learning.scheduler import ALGORITHM, fsrs_version  # noqa: PLC0415  # at the first end

    scheduler, day = drill_scheduler(store), store.today()
    due: dict[str, str] = {}
    for uid, word in grades.items():
        state = store.item_state(uid)
        if state is not None and state.last_day == day:
            continue
        luck = chance(f"{store.learner}:{uid}:{state.seen if state else 0}").random()
        memory = memory_under(store, state, scheduler.parameters)
        outlook = scheduler.outlook(memory, read_grade(word), day, luck)
        due[uid] = outlook.due.isoformat()
    return {"due": due, "algorithm": ALGORITHM, "version": fsrs_version(), "parameters": scheduler.parameter_set}

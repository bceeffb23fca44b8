"""What the events of an attempt say of the way so far: a fold, so that who comes back finds the same state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from trainer.cloud.drill import Feedback
from trainer.store.board_state import Places, fold_board
from trainer.store.events import Event, EventKind
from trainer.store.history import undone_uids

MOST_SLIPS = 2
"""So often may an attempt's wrong drop be called a slip."""

WORKED_FROM = 3
"""The wrong drop of a piece that opens the worked step."""


@dataclass(frozen=True, slots=True)
class Trail:
    """The way of an attempt so far.

    Attributes:
        wrong: wrong drops that were told at once, by piece or key of lines; slips left out.
        right: how many drops were right, and told at once.
        asked: pieces of which it was asked already why they are right.
        hint: the last hint's piece and step, while the piece was not moved since.
        hints: how many were given.
        slips: how many wrong drops were called slips; `slipped` are the uids of these moves.
        last_wrong: the last move, where it was a wrong drop that stands and was told at once.
        questions: moves whose question is open: those that hold their piece first, the oldest first.
        checked: what was in place at the last Check; None before the first.
        failed_check: a Check found an error, or something missing.
        wrong_check: a Check found an error.
    """

    wrong: Mapping[str, int] = field(default_factory=dict)
    right: int = 0
    asked: frozenset[str] = frozenset()
    hint: tuple[str, int] | None = None
    hints: int = 0
    slips: int = 0
    slipped: frozenset[str] = frozenset()
    last_wrong: Event | None = None
    questions: tuple[Event, ...] = ()
    checked: Places | None = None
    failed_check: bool = False
    wrong_check: bool = False

    @property
    def is_unaided(self) -> bool:
        """Whether there was no hint and no error so far."""
        return not self.hints and not self.failed_check and not self.wrong


def is_wrong_drop(event: Event) -> bool:
    """Whether an event is a move that put something where it is wrong, and that was told at once."""
    return is_drop(event) and event.payload["state"] == "wrong"


def is_drop(event: Event) -> bool:
    """Whether an event is a move into a place that was judged at once."""
    if event.kind != EventKind.DRILL_MOVE or event.payload["to"] is None:
        return False
    return event.payload["feedback"] == Feedback.DROP


def read_trail(events: Sequence[Event]) -> Trail:
    """The way of an attempt, from its own events in their order."""
    undone = undone_uids(events)
    slipped = named_moves(events, EventKind.SLIP)
    answered = named_moves(events, EventKind.QUESTION_ANSWERED)
    checks = [event for event in events if event.kind == EventKind.CHECK]
    drops = [event for event in events if is_drop(event)]
    wrong: dict[str, int] = {}
    for event in drops:
        if is_wrong_drop(event) and event.uid not in slipped:
            wrong[event.payload["piece"]] = wrong.get(event.payload["piece"], 0) + 1
    last = next((event for event in reversed(events) if event.kind in (EventKind.DRILL_MOVE, EventKind.UNDO)), None)
    open_questions = [
        event
        for event in drops
        if event.payload.get("question")
        and event.uid not in answered
        and event.uid not in slipped
        and (is_wrong_drop(event) or event is last)
    ]
    return Trail(
        wrong=wrong,
        right=sum(event.payload["state"] == "right" for event in drops),
        asked=frozenset(event.payload["piece"] for event in drops if _asks_why_right(event)),
        hint=_last_hint(events),
        hints=sum(event.kind == EventKind.HINT for event in events),
        slips=len(slipped),
        slipped=slipped,
        last_wrong=last if last and is_wrong_drop(last) and last.uid not in slipped | undone else None,
        questions=tuple(sorted(open_questions, key=lambda event: not is_wrong_drop(event))),
        checked=_placed_at(events, checks[-1]) if checks else None,
        failed_check=any(not event.payload["correct"] for event in checks if _judges(event)),
        wrong_check=any(event.payload["wrong"] or event.payload["wrong_lines"] for event in checks if _judges(event)),
    )


def named_moves(events: Sequence[Event], kind: EventKind) -> frozenset[str]:
    """Uids of the moves that events of a kind name, by their numbers in the attempt, counted from 1."""
    moves = [event.uid for event in events if event.kind == EventKind.DRILL_MOVE]
    numbers = (event.payload["move"] for event in events if event.kind == kind)
    return frozenset(moves[number - 1] for number in numbers if 0 < number <= len(moves))


def _asks_why_right(event: Event) -> bool:
    return bool(event.payload.get("question")) and not is_wrong_drop(event)


def _judges(check: Event) -> bool:
    """Whether a Check told anything: in an attempt that is judged at each drop it is only a try to finish."""
    return check.payload.get("feedback") == Feedback.CHECK


def _last_hint(events: Sequence[Event]) -> tuple[str, int] | None:
    """The last hint that is not outdated by a move of its piece."""
    pieces = {event.uid: event.payload["piece"] for event in events if event.kind == EventKind.DRILL_MOVE}
    hint: tuple[str, int] | None = None
    for event in events:
        moved = None
        if event.kind == EventKind.DRILL_MOVE:
            moved = event.payload["piece"]
        elif event.kind == EventKind.UNDO:
            moved = pieces[event.uid] = pieces.get(event.payload["undoes"])
        elif event.kind == EventKind.HINT and event.payload["piece"]:
            hint = (event.payload["piece"], event.payload["step"])
        if hint and moved == hint[0]:
            hint = None
    return hint


def _placed_at(events: Sequence[Event], check: Event) -> Places:
    """What was in place at a Check."""
    board = fold_board("", events[: events.index(check) + 1])
    return board.placement if board else {}

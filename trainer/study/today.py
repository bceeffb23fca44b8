"""What is best to do next, and how the last days went."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from trainer.library.shelf import Library, Summary
from trainer.store.opening import Store

RECENT_DAYS = 30
SHORTEST_GO_MIN = 1


class Reason(StrEnum):
    """Why a drill is proposed."""

    FIRST = "first"
    RESUME = "resume"
    NEXT = "next"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A drill to work on now.

    Attributes:
        placed: tiles that are in place already, for a drill that was left open.
        minutes: about how long it will take.
    """

    drill: Summary
    reason: Reason
    minutes: int
    placed: int = 0


@dataclass(frozen=True, slots=True)
class Today:
    """What the page of the day shows.

    Attributes:
        best: what to do first; None when there are no drills.
        others: what else is open.
        drills: how many drills there are.
        solved: how many of them were solved at least once.
        drops: pieces placed today; `right_drops` of them without an error.
        active_days: days of the last 30 on which something was done.
    """

    best: Proposal | None
    others: tuple[Proposal, ...]
    drills: int
    solved: int
    drops: int
    right_drops: int
    active_days: int


def plan_today(library: Library, store: Store, day: date) -> Today:
    """Proposes what to do, the best first: what was left open, then what is new, then what is longest ago.

    Args:
        library: the drills.
        store: what the learner did.
        day: the study day of now.
    """
    states = store.drill_states()
    boards = {board.drill: board for board in store.boards().values() if not board.finished and board.placement}
    totals = store.day_totals(day - timedelta(days=RECENT_DAYS - 1), day)
    now = next((total for total in totals if total.study_day == day), None)
    proposals: list[Proposal] = []
    for summary in library.summaries:
        if summary.id in boards:
            placed = sum(len(places) for places in boards[summary.id].placement.values())
            minutes = max(SHORTEST_GO_MIN, summary.minutes // 2)
            proposals.append(Proposal(summary, Reason.RESUME, minutes, placed))
    fresh = [row for row in library.summaries if row.id not in boards and not _is_solved(states.get(row.id))]
    first = not states and not boards
    proposals += [Proposal(row, Reason.FIRST if first else Reason.NEXT, row.minutes) for row in fresh]
    done = [row for row in library.summaries if row.id not in boards and row not in fresh]
    done.sort(key=lambda row: states[row.id].last_at)
    proposals += [Proposal(row, Reason.AGAIN, max(SHORTEST_GO_MIN, row.minutes // 2)) for row in done]
    return Today(
        best=proposals[0] if proposals else None,
        others=tuple(proposals[1:]),
        drills=len(library.summaries),
        solved=sum(_is_solved(states.get(row.id)) for row in library.summaries),
        drops=now.drops if now else 0,
        right_drops=now.drops - now.wrong_drops if now else 0,
        active_days=len(totals),
    )


def _is_solved(state: object) -> bool:
    return bool(state and getattr(state, "solved_count", 0))

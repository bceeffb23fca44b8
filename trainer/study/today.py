"""What is best to do next, and how the last days went."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from trainer.library.shelf import Library, Summary
from trainer.store.board_state import BoardState
from trainer.store.day_total import DayTotal
from trainer.store.drill_state import DrillState
from trainer.store.item_state import ItemState
from trainer.store.opening import Store
from trainer.study.card_queue import CardQueue
from trainer.study.course_mode import Asked, Mode, asked_in, read_mode
from trainer.study.day_review import NOTHING_FIRMER, Firmer, firmer_of, mixed_up_of
from trainer.study.new_drill import next_drill
from trainer.study.pace import minutes_of, seconds_a_card
from trainer.study.planning.day import DayPlan

if TYPE_CHECKING:
    from trainer.progress.mix_ups import MixUp


RECENT_DAYS = 30
SHORTEST_GO_MIN = 1
_DRILL = "drill:"


class Reason(StrEnum):
    """Why something is proposed."""

    FIRST = "first"
    CARDS = "cards"
    RESUME = "resume"
    SKILLS = "skills"
    NEXT = "next"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class CardPlan:
    """The cards of the day that are left: new ones, due ones, and those that failed today."""

    new: int
    due: int
    retry: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something to work on now: a drill, or the cards.

    Attributes:
        minutes: about how long it will take.
        drill: None for cards.
        cards: None for a drill.
        placed: tiles that are in place already, for a drill that was left open.
        topics: what the due skills are about, for a drill that trains them.
        variant: in which to open it, so that they are not asked where they were met last; None for the drill itself.
    """

    reason: Reason
    minutes: int
    drill: Summary | None = None
    cards: CardPlan | None = None
    placed: int = 0
    topics: tuple[str, ...] = ()
    variant: int | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """What the page of the day shows.

    Attributes:
        best: what to do first; None when there is nothing at all.
        others: what else is open.
        drills: how many drills there are.
        solved: how many of them were solved at least once.
        drops: pieces placed today; `right_drops` of them without an error.
        answers: cards answered today; `known` of them known.
        active_days: days of the last 30 on which something was done.
        plan: of the day; the prospect is made of it, where it is wanted.
        due: cards that were due at its beginning and need not wait for a sibling; `backlog` counts all that were due.
        firmer: what holds for longer since today; `mixed_up` what was taken for something else.
        next_day: when cards come back after today; None when none does.
        next_count: how many then.
        mode: what the course asks at all.
    """

    best: Proposal | None
    others: tuple[Proposal, ...]
    drills: int
    solved: int
    drops: int
    right_drops: int
    answers: int
    known: int
    active_days: int
    plan: DayPlan
    due: int
    backlog: int
    firmer: Firmer = NOTHING_FIRMER
    mixed_up: "tuple[MixUp, ...]" = ()
    next_day: date | None = None
    next_count: int = 0
    mode: Mode = Mode.LEARN


def plan_today(library: Library, store: Store, day: date) -> Today:
    """Proposes what to do, the best first.

    The order: on the very first start the smallest drill; what is due; what was left open; drills for skills that
    are due; new cards; one new drill; then drills that are due as a whole, and what was solved longest ago.

    Args:
        library: the drills.
        store: what the learner did.
        day: the study day of now.
    """
    states = store.drill_states()
    totals = store.day_totals(day - timedelta(days=RECENT_DAYS - 1), day)
    now = next((total for total in totals if total.study_day == day), DayTotal(day))
    queue = CardQueue(store, day)
    asked = asked_in(store)
    proposals = tuple(one for one in _propose(library, store, queue, states) if _is_asked(one, asked))
    next_day, next_count = (store.next_due(day) if now.reviews else None) or (None, 0)
    return Today(
        best=proposals[0] if proposals else None,
        others=proposals[1:],
        drills=len(library.summaries),
        solved=sum(_is_solved(states, row.id) for row in library.summaries),
        drops=now.drops,
        right_drops=now.drops - now.wrong_drops,
        answers=now.reviews,
        known=now.passed,
        active_days=len(totals),
        plan=queue.plan,
        due=queue.due_in_all,
        backlog=queue.backlog,
        firmer=firmer_of(store, day) if now.reviews else NOTHING_FIRMER,
        mixed_up=mixed_up_of(store, day) if now.reviews or now.wrong_drops else (),
        next_day=next_day,
        next_count=next_count,
        mode=read_mode(store),
    )


def _is_asked(proposal: Proposal, asked: Asked) -> bool:
    """Whether the learner's mode lets a proposal through; what was left open is offered as long as anything is."""
    is_new = proposal.reason in (Reason.FIRST, Reason.NEXT)
    return asked.new if is_new else asked.again


def _propose(library: Library, store: Store, queue: CardQueue, states: Mapping[str, DrillState]) -> Iterator[Proposal]:
    day = queue.day
    boards = {board.drill: board for board in store.boards().values() if _is_left_open(board)}
    cards = _plan_cards(store, queue)
    rows = {row.id: row for row in library.summaries}
    fresh = [row for row in rows.values() if row.id not in boards and not _is_solved(states, row.id)]
    if fresh and not states and not store.has_learnt():
        first = fresh.pop(0)
        yield Proposal(Reason.FIRST, first.minutes, first)
    urgent = cards is not None and cards.cards is not None and (cards.cards.due or cards.cards.retry)
    if cards is not None and urgent:
        yield cards
    yield from _left_open(rows, boards)
    due = {state.uid: state for state in store.due_in_drills(day)}
    wholes = {uid.removeprefix(_DRILL) for uid in due if uid.startswith(_DRILL)}
    skills = [state for uid, state in due.items() if not uid.startswith(_DRILL)]
    for_skills = list(_for_skills(library, store, skills, {*boards, *(row.id for row in fresh)}))
    yield from for_skills
    if cards is not None and not urgent:
        yield cards
    if (row := next_drill(library, store, fresh, states, day)) is not None:
        yield Proposal(Reason.NEXT, row.minutes, row)
    taken = {*boards, *(row.id for row in fresh), *(one.drill.id for one in for_skills if one.drill)}
    done = [row for row in rows.values() if row.id not in taken and _is_solved(states, row.id)]
    for row in sorted(done, key=lambda row: (row.id not in wholes, states[row.id].last_at)):
        yield Proposal(Reason.AGAIN, max(SHORTEST_GO_MIN, row.minutes // 2), row)


def _plan_cards(store: Store, queue: CardQueue) -> Proposal | None:
    plan = CardPlan(len(queue.new), len(queue.due), len(queue.retries))
    count = plan.new + plan.due + plan.retry
    if not count:
        return None
    return Proposal(Reason.CARDS, minutes_of(count * seconds_a_card(store, queue.day)), cards=plan)


def _is_left_open(board: BoardState) -> bool:
    """Whether something was placed beside what was in place from the start, and the attempt goes on."""
    return not board.finished and bool(board.placement) and board.placement != board.prefilled


def _left_open(rows: Mapping[str, Summary], boards: Mapping[str, BoardState]) -> Iterator[Proposal]:
    for row in rows.values():
        if row.id in boards:
            placed = sum(len(places) for places in boards[row.id].placement.values())
            yield Proposal(Reason.RESUME, max(SHORTEST_GO_MIN, row.minutes // 2), row, placed=placed)


def _for_skills(library: Library, store: Store, due: Sequence[ItemState], taken: Collection[str]) -> Iterator[Proposal]:
    """Drills for skills and chips that are due, those left out that are proposed for another reason."""
    if not due:
        return
    from trainer.study.boards import due_boards  # noqa: PLC0415  # knows all rules, which a start does not need

    for board in due_boards(library, store, due):
        if board.drill.id not in taken:
            yield Proposal(Reason.SKILLS, board.minutes, board.drill, topics=board.skills, variant=board.variant)


def _is_solved(states: Mapping[str, DrillState], drill: str) -> bool:
    return drill in states and states[drill].solved_count > 0

"""What a card session asks next: due cards and new ones in turn, and failed ones again after a while.

The queue follows from the database and the day alone, so that whoever leaves and comes back finds the same card.
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from trainer.learning.grade import read_grade
from trainer.store.events import Event
from trainer.store.item_state import ItemState
from trainer.store.opening import Store
from trainer.store.review import standing
from trainer.study.new_order import candidates, pick_new, whose_day_it_is
from trainer.study.planning.day import plan_day
from trainer.study.siblings import keys_of_places, pick_due, shuffled, without_siblings

RETRY_AFTER = 5
"""A failed card is asked again after so many others, or sooner when nothing else is left."""

BLOCK = 4
"""New cards that are asked in a row: what is new is easier to tell apart side by side."""

_MORE = "more_today"
"""The setting with what the learner wants beyond the plan of a day: `day`, `new` and `due`."""


class Turn(StrEnum):
    """Why a card is asked now."""

    NEW = "new"
    DUE = "due"
    RETRY = "retry"


class CardQueue:
    """The cards that are left of a study day.

    Attributes:
        plan: what the day has room for.
        due: records of the cards that are due, in the order to ask them.
        new: uids of cards that were never answered.
        retries: uids of cards that failed today, the earliest first.
        waiting: due cards that stay for another day, since today has no room for them.
        answered: how many answers were given today.
        backlog: cards that were due at the beginning of the day; `due_in_all` those of them that need not wait for a
            sibling.
    """

    def __init__(self, store: Store, day: date, *, boards: bool | None = None) -> None:
        self.day = day
        self.plan = plan_day(store, day, boards=boards)
        reviews = standing(store.reviews_of_day(day))
        self.answered = len(reviews)
        last = {str(event.item): (number, event) for number, event in enumerate(reviews, start=1)}
        failed = [uid for uid, (_, event) in last.items() if not read_grade(event.payload["grade"]).passed]
        self._failed_at = {uid: last[uid][0] for uid in failed}
        self._new_done, self._due_done = self.plan.done.new, self.plan.done.asked_again
        self.retries = sorted(store.cards(failed) if failed else (), key=self._failed_at.__getitem__)
        places = store.places(list(last)) if last else ()
        asked = keys_of_places(places)
        begun = [place for place in places if place.uid in _begun(reviews)]
        more = _more(store, day)
        most_new = self.plan.most_new(0) + more["new"]
        rows = candidates(store, most_new) if most_new else []
        if self.plan.wish.is_core_only(day):
            rows = [place for place in rows if place.core]
        self._take_due(store, asked | keys_of_places(whose_day_it_is(rows, day, begun)), more["due"])
        asked |= keys_of_places(store.places([state.uid for state in self.due]))
        wanted = self.plan.most_new(self.due_in_all) + more["new"]
        self.new = [place.uid for place in pick_new(store, rows, wanted - self._new_done, asked, begun)]

    def next(self) -> tuple[str, Turn, ItemState | None] | None:
        """The card to ask now, why, and its record where it is at hand; None when no card is left."""
        ripe = [uid for uid in self.retries if self.answered - self._failed_at.get(uid, 0) >= RETRY_AFTER]
        if ripe:
            return ripe[0], Turn.RETRY, None
        if self.new and (not self.due or self._is_new_ones_turn()):
            return self.new[0], Turn.NEW, None
        if self.due:
            return self.due[0].uid, Turn.DUE, self.due[0]
        if self.retries:
            return self.retries[0], Turn.RETRY, None
        return None

    def bring(self, uid: str, state: ItemState | None) -> Turn:
        """Sees to it that a card is among those that are left, and says why it is asked.

        Args:
            uid: of the card.
            state: its record; None when it was never answered.
        """
        if uid in self.retries or (state is not None and state.is_open(self.day)):
            self.retries = [uid, *(other for other in self.retries if other != uid)]
            return Turn.RETRY
        if state is None:
            self.new = [uid, *(other for other in self.new if other != uid)]
            return Turn.NEW
        self.due = [state, *(other for other in self.due if other.uid != uid)]
        return Turn.DUE

    def take(self, uid: str, turn: Turn, *, passed: bool) -> None:
        """Notes an answer."""
        self.answered += 1
        if turn is Turn.NEW:
            self.new.remove(uid)
            self._new_done += 1
        elif turn is Turn.DUE:
            self.due = [state for state in self.due if state.uid != uid]
            self._due_done += 1
        else:
            self.retries.remove(uid)
        if not passed:
            self.retries.append(uid)
            self._failed_at[uid] = self.answered

    def upcoming(self, at_most: int) -> list[str]:
        """Uids of cards that will be asked soon, in no strict order."""
        due = [state.uid for state in self.due[:at_most]]
        return [*self.retries[:at_most], *due, *self.new[:at_most]]

    def _take_due(self, store: Store, asked: set[str], more: int) -> None:
        """Chooses what is asked of all that is due, and before an exam what will be known least on its day."""
        plan, done, day = self.plan, self._due_done, self.day
        cards = store.due_cards(day)
        self.backlog = len(cards) + done
        most = plan.most_due(self.backlog) + more
        states, left = pick_due(store, cards, asked, day, most, done)
        self.due_in_all = left + done
        room = most - done
        chosen = states[: max(0, room)]
        self.waiting = left - len(chosen)
        exam, last_new = plan.wish.exam_ahead(day), plan.wish.last_new_day(day)
        if exam is not None and last_new is not None and day > last_new and room > len(chosen):
            chosen += _weakest(store, day, exam, room - len(chosen), asked, chosen)
        self.due = sorted(chosen, key=lambda state: shuffled(state.uid, day))

    def _is_new_ones_turn(self) -> bool:
        """Whether a block of new cards is under way, or new ones lag behind due ones, so that both end together."""
        if self._new_done % BLOCK:
            return True
        new_share = self._new_done / (self._new_done + len(self.new))
        due_share = self._due_done / (self._due_done + len(self.due))
        return new_share < due_share


def _weakest(
    store: Store, day: date, exam: date, at_most: int, asked: set[str], chosen: Sequence[ItemState]
) -> list[ItemState]:
    """Cards that would come back after the exam only, those that will be known least on its day."""
    found = store.weakest_cards(day, exam, 2 * at_most)
    core = {place.uid: place.core for place in store.places([state.uid for state in (*found, *chosen)])}
    free = {state.uid for state in without_siblings([*chosen, *found], asked, core)}
    return [state for state in found if state.uid in free][:at_most]


def _begun(reviews: Sequence[Event]) -> set[str]:
    """The cards that were new among those answered."""
    return {str(event.item) for event in reviews if event.payload.get("session") == Turn.NEW}


def want_more(store: Store, day: date, *, new: int = 0, due: int = 0) -> None:
    """Wants more cards on a day than its plan has room for."""
    more = _more(store, day)
    store.set_setting(_MORE, {"day": day.isoformat(), "new": more["new"] + new, "due": more["due"] + due})


def _more(store: Store, day: date) -> dict[str, int]:
    kept = store.get_setting(_MORE, {})
    of_day = kept if kept.get("day") == day.isoformat() else {}
    return {name: int(of_day.get(name, 0)) for name in ("new", "due")}

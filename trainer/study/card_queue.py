"""What a card session asks next: due cards and new ones in turn, and failed ones again after a while.

The queue follows from the database and the day alone, so that whoever leaves and comes back finds the same card.
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from trainer.learning.note import note_of
from trainer.store.item_state import ItemState
from trainer.store.opening import Store
from trainer.store.queue import DueCard
from trainer.study.course_mode import asked_in
from trainer.study.new_order import candidates, pick_new, whose_day_it_is
from trainer.study.planning.day import plan_day
from trainer.study.siblings import keys_of_places, pick_due, shuffled, without_siblings
from trainer.study.sure_but_wrong import first_of_all, sure_but_wrong

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
        due: the cards that are due, in the order to ask them.
        new: uids of cards that were never answered.
        retries: uids of cards that failed today: those that were sure but wrong, then the others, the earliest first.
        waiting: due cards that stay for another day, since today has no room for them.
        answered: how many answers were given today.
        backlog: cards that were due at the beginning of the day; `due_in_all` those of them that need not wait for a
            sibling.
    """

    def __init__(self, store: Store, day: date, *, boards: bool | None = None) -> None:
        self.day = day
        self.plan = plan_day(store, day, boards=boards)
        self.answered = self.plan.done.reviews
        self._new_done, self._due_done = self.plan.done.new, self.plan.done.asked_again
        failed = store.failed_on(day, RETRY_AFTER)
        self._failed_at = {uid: self.answered - failure.since for uid, failure in failed.items()}
        self._sure_at_last = {uid for uid, failure in failed.items() if failure.sure}
        mode = asked_in(store)
        asks = store.cards(failed) if failed and mode.again else {}
        self.retries = sorted((uid for uid in failed if uid in asks), key=self._retry_key)
        answered = store.answered_on(day)
        places = store.places(answered) if answered else ()
        asked = keys_of_places(places)
        begun_today = set(store.begun_on(day)) if self._new_done else set()
        begun = [place for place in places if place.uid in begun_today]
        more = _more(store, day)
        most_new = (self.plan.most_new(0) + more["new"]) if mode.new else 0
        rows = candidates(store, most_new) if most_new else []
        if self.plan.wish.is_core_only(day):
            rows = [place for place in rows if place.core]
        self.due, self.waiting, self.due_in_all, self.backlog = [], 0, 0, 0
        self._keys: set[str] = set()
        if mode.again:
            self._take_due(store, asked | keys_of_places(whose_day_it_is(rows, day, begun)), more["due"])
        asked |= self._keys
        wanted = (self.plan.most_new(self.due_in_all) + more["new"]) if mode.new else 0
        self.new = [place.uid for place in pick_new(store, rows, wanted - self._new_done, asked, begun)]

    def next(self) -> tuple[str, Turn, ItemState | None] | None:
        """The card to ask now, why, and its record where it is at hand; None when no card is left."""
        ripe = [uid for uid in self.retries if self.answered - self._failed_at.get(uid, 0) >= RETRY_AFTER]
        if ripe:
            return ripe[0], Turn.RETRY, None
        if self.new and (not self.due or self._is_new_ones_turn()):
            return self.new[0], Turn.NEW, None
        if self.due:
            return self.due[0].uid, Turn.DUE, None
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
        self.due = [DueCard(uid, state.memory.stability), *(other for other in self.due if other.uid != uid)]
        return Turn.DUE

    def take(self, uid: str, turn: Turn, *, passed: bool, sure: bool = False) -> None:
        """Notes an answer; `sure` is what the learner said of it."""
        self.answered += 1
        if turn is Turn.NEW:
            self.new.remove(uid)
            self._new_done += 1
        elif turn is Turn.DUE:
            del self.due[next(at for at, card in enumerate(self.due) if card.uid == uid)]
            self._due_done += 1
        else:
            self.retries.remove(uid)
        if not passed:
            self._failed_at[uid] = self.answered
            (self._sure_at_last.add if sure else self._sure_at_last.discard)(uid)
            self.retries = sorted([*self.retries, uid], key=self._retry_key)

    def upcoming(self, at_most: int) -> list[str]:
        """Uids of cards that will be asked soon, in no strict order."""
        due = [state.uid for state in self.due[:at_most]]
        return [*self.retries[:at_most], *due, *self.new[:at_most]]

    def _take_due(self, store: Store, asked: set[str], more: int) -> None:
        """Chooses what is asked of all that is due, and before an exam what will be known least on its day."""
        plan, done, day = self.plan, self._due_done, self.day
        due = store.due_count(day)
        self.backlog = due + done
        most = plan.most_due(self.backlog) + more
        first = sure_but_wrong(store, day)
        states, left, keys = pick_due(store, due, asked, day, most, done, first)
        self.due_in_all = left + done
        room = most - done
        chosen = states[: max(0, room)]
        self.waiting = left - len(chosen)
        exam, last_new = plan.wish.exam_ahead(day), plan.wish.last_new_day(day)
        if exam is not None and last_new is not None and day > last_new and room > len(chosen):
            chosen += _weakest(store, day, exam, room - len(chosen), asked, chosen)
        self._keys = {key for card in chosen for key in keys.get(card.uid, (note_of(card.uid),))}
        shuffle = sorted(chosen, key=lambda card: shuffled(card.uid, day))
        self.due = first_of_all(shuffle, first)

    def _retry_key(self, uid: str) -> tuple[bool, int]:
        """What was sure but wrong comes before what was forgotten, and the earliest first."""
        return uid not in self._sure_at_last, self._failed_at.get(uid, 0)

    def _is_new_ones_turn(self) -> bool:
        """Whether a block of new cards is under way, or new ones lag behind due ones, so that both end together."""
        if self._new_done % BLOCK:
            return True
        new_share = self._new_done / (self._new_done + len(self.new))
        due_share = self._due_done / (self._due_done + len(self.due))
        return new_share < due_share


def _weakest(
    store: Store, day: date, exam: date, at_most: int, asked: set[str], chosen: Sequence[DueCard]
) -> list[DueCard]:
    """Cards that would come back after the exam only, those that will be known least on its day."""
    found = store.weakest_cards(day, exam, 2 * at_most)
    core = {place.uid: place.core for place in store.places([state.uid for state in (*found, *chosen)])}
    free = {state.uid for state in without_siblings([*chosen, *found], asked, core)}
    return [state for state in found if state.uid in free][:at_most]


def want_more(store: Store, day: date, *, new: int = 0, due: int = 0) -> None:
    """Wants more cards on a day than its plan has room for."""
    more = _more(store, day)
    store.set_setting(_MORE, {"day": day.isoformat(), "new": more["new"] + new, "due": more["due"] + due})


def _more(store: Store, day: date) -> dict[str, int]:
    kept = store.get_setting(_MORE, {})
    of_day = kept if kept.get("day") == day.isoformat() else {}
    return {name: int(of_day.get(name, 0)) for name in ("new", "due")}

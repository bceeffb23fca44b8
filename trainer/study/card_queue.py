"""What a card session asks next: due cards and new ones in turn, and failed ones again after a while.

The queue follows from the database and the day alone, so that whoever leaves and comes back finds the same card.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from zlib import crc32

from trainer.learning.note import note_of
from trainer.store.item_state import ItemState
from trainer.store.opening import Store
from trainer.store.queue import DueCard
from trainer.study.course_mode import Asked, asked_in
from trainer.study.limits import most_due, most_new
from trainer.study.sure_but_wrong import first_of_all, sure_but_wrong

NEW_PER_DAY = 10
RETRY_AFTER = 5
"""A failed card is asked again after so many others, or sooner when nothing else is left."""

YOUNG_DAYS = 21
"""Cards of one note are not asked on one day while one of them has a stability, in days, below this."""


class Turn(StrEnum):
    """Why a card is asked now."""

    NEW = "new"
    DUE = "due"
    RETRY = "retry"


class CardQueue:
    """The cards that are left of a study day.

    Attributes:
        due: the cards that are due, in the order to ask them.
        new: uids of cards that were never answered.
        retries: uids of cards that failed today: those that were sure but wrong, then the others, the earliest first.
        answered: how many answers were given today.
    """

    def __init__(self, store: Store, day: date) -> None:
        self.day = day
        total = next(iter(store.day_totals(day, day)), None)
        self.answered = total.reviews if total else 0
        failed = store.failed_on(day, RETRY_AFTER)
        self._failed_at = {uid: self.answered - failure.since for uid, failure in failed.items()}
        self._sure_at_last = {uid for uid, failure in failed.items() if failure.sure}
        self._new_done = total.new if total else 0
        self._due_done = total.asked_again if total else 0
        asks = store.cards(failed) if failed else {}
        self.retries = sorted((uid for uid in failed if uid in asks), key=self._retry_key)
        asked = {note_of(uid) for uid in store.answered_on(day)}
        due = first_of_all(_without_siblings(store.due_in_short(day), asked, day), sure_but_wrong(store, day))
        self.due = due[: most_due(store, self._due_done)]
        asked |= {note_of(state.uid) for state in self.due}
        self.new = _pick_new(store, new_limit(store, day) - self._new_done, asked)
        self._keep_what_is_asked(asked_in(store))

    def _keep_what_is_asked(self, mode: Asked) -> None:
        self.new = mode.keep_new(self.new)
        self.due, self.retries = mode.keep_again(self.due), mode.keep_again(self.retries)

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

    def _retry_key(self, uid: str) -> tuple[bool, int]:
        """What was sure but wrong comes before what was forgotten, and the earliest first."""
        return uid not in self._sure_at_last, self._failed_at.get(uid, 0)

    def _is_new_ones_turn(self) -> bool:
        """Whether new cards lag behind due ones, so that both end together."""
        new_share = self._new_done / (self._new_done + len(self.new))
        due_share = self._due_done / (self._due_done + len(self.due))
        return new_share < due_share


def new_limit(store: Store, day: date) -> int:
    """How many new cards the learner wants to see on a day."""
    extra = store.get_setting("extra_new", {})
    more = extra.get("count", 0) if extra.get("day") == day.isoformat() else 0
    return most_new(store, int(store.get_setting("new_per_day", NEW_PER_DAY))) + int(more)


def raise_new_limit(store: Store, day: date, count: int) -> None:
    """Wants more new cards on a day."""
    more = new_limit(store, day) - most_new(store, int(store.get_setting("new_per_day", NEW_PER_DAY))) + count
    store.set_setting("extra_new", {"day": day.isoformat(), "count": more})


def _without_siblings(states: Sequence[DueCard], asked: Iterable[str], day: date) -> list[DueCard]:
    """The due cards of a day, shuffled; of one note only the first while one of its cards is young."""
    taken = set(asked)
    found: list[DueCard] = []
    for state in sorted(states, key=lambda state: crc32(f"{day}{state.uid}".encode())):
        note = note_of(state.uid)
        if note in taken and state.stability < YOUNG_DAYS:
            continue
        taken.add(note)
        found.append(state)
    return found


def _pick_new(store: Store, at_most: int, asked: set[str]) -> list[str]:
    """The next new cards, one of each note, and none of a note that is asked today anyway."""
    if at_most <= 0:
        return []
    taken = set(asked)
    found: list[str] = []
    for uid in store.new_cards(_enough(at_most, len(taken))):
        note = note_of(uid)
        if note not in taken and len(found) < at_most:
            taken.add(note)
            found.append(uid)
    return found


def _enough(wanted: int, taken: int) -> int:
    """How many new cards to look at to find those wanted: no note has more than three by far."""
    return 4 * (wanted + taken)

"""Why a card comes back on its day, in one sentence."""

from datetime import date

from trainer.learning.balancing import read_week
from trainer.learning.explaining import Moved, Reason, explain
from trainer.store.item_state import ItemState
from trainer.store.opening import Store
from trainer.study.scheduling import WEEK_SETTING, wanted_retention

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def why_this_date(store: Store, state: ItemState, today: date) -> str:
    """Why a card comes back when it does.

    Args:
        store: knows the parameters under which the memory was computed, and what the learner wants.
        state: the record of the card.
        today: the study day of now.
    """
    from trainer.learning.scheduler import scheduler_with  # noqa: PLC0415  # a start needs no FSRS

    parameters = store.parameter_sets().scheduler(state.parameters).parameters
    scheduler = scheduler_with(parameters.weights, wanted_retention(store))
    week = read_week(store.get_setting(WEEK_SETTING))
    return tell(explain(state.memory, state.due, today, scheduler, week), today)


def tell(reason: Reason, today: date) -> str:
    """The reason in plain words.

    Args:
        reason: as `explain` gives it.
        today: the study day of now.
    """
    now, target = f"{reason.recall:.0%}", f"{reason.target:.0%}"
    if reason.due <= today:
        since = "today" if reason.due == today else f"since {_day(reason.due, today)}"
        first = f"You will remember this with about {now} today; it has been due {since}"
        first = first if reason.due < today else f"You will remember this with about {now} today, so it is due now"
        return f"{first}. {_takes(reason, target)}"
    first = f"You will remember this with about {now} today; it comes back on {_day(reason.due, today)}"
    if reason.moved is Moved.NOT:
        return f"{first}, when that has fallen to your target of {target}. {_takes(reason, target)}"
    return f"{first}, {_moved(reason)}. {_takes(reason, target)}"


def _moved(reason: Reason) -> str:
    by = f"{abs(reason.by)} day{'s' * (abs(reason.by) != 1)} {'later' if reason.by > 0 else 'sooner'}"
    then = f"when that has fallen to about {reason.recall_then:.0%}"
    if reason.moved is Moved.EASY_DAY:
        return f"{then}: {by} than your target says, to keep a day off free"
    if reason.moved is Moved.LIGHTER:
        return f"{then}: {by} than your target says, to spread the work"
    return f"{then}: the day was given when your target or what is known of your memory was another"


def _takes(reason: Reason, target: str) -> str:
    days = "1 day" if reason.days == 1 else f"{reason.days} days"
    return f"It now takes {days} to fall to {target}."


def _day(day: date, today: date) -> str:
    words = f"{day.day} {_MONTHS[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"

"""What the learner wants: minutes a day, and perhaps a date by which it should be known."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

KEY = "plan"
"""The setting that holds it."""

DEFAULT_MINUTES = 20
MINUTES = (10, 20, 40)
"""What the first start offers; any number can be asked for."""

LAST_DAYS = 7
"""Days before an exam on which nothing new is begun."""

_LEAST, _MOST = 5, 240


class Scope(StrEnum):
    """How much is to be learnt."""

    CORE = "core"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the learner wants.

    Attributes:
        minutes: a day.
        exam: the day on which it has to be known; None for no such day.
        asked: the learner was asked and answered; else these are the defaults.
    """

    minutes: int = DEFAULT_MINUTES
    exam: date | None = None
    scope: Scope = Scope.ALL
    asked: bool = False

    def exam_ahead(self, day: date) -> date | None:
        """The exam, unless it is over on that day."""
        return self.exam if self.exam is not None and day <= self.exam else None

    def last_new_day(self, day: date) -> date | None:
        """The last day on which something new is begun; None where no exam is ahead."""
        exam = self.exam_ahead(day)
        return exam - timedelta(days=LAST_DAYS + 1) if exam else None

    def is_core_only(self, day: date) -> bool:
        """Whether nothing but the core is begun: until the exam is over."""
        return self.scope is Scope.CORE and self.exam_ahead(day) is not None

    def with_minutes(self, minutes: int) -> "Wish":
        """The same with other minutes a day, at least 5 and at most 240."""
        return replace(self, minutes=max(_LEAST, min(_MOST, minutes)), asked=True)


def read_wish(value: Any) -> Wish:
    """The wish in a setting's value; what cannot be read there counts as not said."""
    value = value if isinstance(value, Mapping) else {}
    minutes, exam, scope = value.get("minutes"), value.get("exam"), value.get("scope")
    wish = Wish(exam=_date(exam), scope=Scope(scope) if scope in tuple(Scope) else Scope.ALL, asked=bool(value))
    return replace(wish.with_minutes(minutes), asked=True) if isinstance(minutes, int) and minutes else wish


def write_wish(wish: Wish) -> dict[str, Any]:
    """The setting's value."""
    return {
        "minutes": wish.minutes,
        "exam": wish.exam.isoformat() if wish.exam else None,
        "scope": str(wish.scope),
    }


def _date(text: Any) -> date | None:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        return None

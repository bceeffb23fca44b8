"""Numbers and days as reports say them: in plain English on every machine, whatever its language is."""

from collections.abc import Sequence
from datetime import date
from math import ceil

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SHORT = 3
NOTHING = "\N{EN DASH}"
"""Stands where there is no figure yet."""

_TO = " \N{EN DASH} "


def full_date(day: date) -> str:
    """A day with its year: `2 March 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """A day of a year that is known: `2 Mar`."""
    return f"{day.day} {short_month(day)}"


def table_date(day: date) -> str:
    """A day with its year for a narrow column; it is not broken: `2 Mar 2026`."""
    return unbroken(f"{short_date(day)} {day.year}")


def unbroken(text: str) -> str:
    """A text that stays in one line."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def short_month(day: date) -> str:
    """The month of a day: `Mar`."""
    return _MONTHS[day.month - 1][:_SHORT]


def span_words(first: date, last: date) -> str:
    """Two days, with what they share said only once, as in `March 2026`."""
    if first == last:
        return full_date(last)
    if first.year != last.year:
        return f"{full_date(first)}{_TO}{full_date(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]}{_TO}{full_date(last)}"
    return f"{first.day}{_TO}{full_date(last)}"


def percent(share: float | None) -> str:
    """A share as a whole percentage; all and nothing are said only where they are the case."""
    if share is None:
        return NOTHING
    number = round(share * 100)
    if 0 < share < 1:
        number = min(max(number, 1), 99)
    return f"{number}%"


def count(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many}"


def minutes(seconds: float) -> int:
    """Whole minutes, rounded up; 0 only for nothing."""
    return ceil(seconds / 60)


def enumerate_all(parts: Sequence[str]) -> str:
    """A list as one says it: `a, b and c`."""
    if len(parts) < 2:  # noqa: PLR2004  # "and" joins two
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def capital(text: str) -> str:
    """A text that begins a sentence or a cell."""
    return text[:1].upper() + text[1:]


def quote(text: str) -> str:
    """A title in a sentence, in quotation marks."""
    return f"“{text}”"

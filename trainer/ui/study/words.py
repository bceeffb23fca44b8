"""What the study page says about numbers and days."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from trainer.study.card_session import Ending, Left
from trainer.ui.day_words import day_words

_WEEK, _MONTH, _YEAR = 7, 30.44, 365.25
_WEEKS_FROM, _MONTHS_FROM, _YEARS_FROM = 14, 56, 730
"""Days from which an interval is told in weeks, in months, in years."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Study", text)


def count(number: int, one: str, many: str) -> str:
    """A number with its noun; both texts carry `{count}`."""
    return (one if number == 1 else many).format(count=number)


def interval_words(days: int) -> str:
    """An interval as one says it: `tomorrow`, `6 days`, `3 weeks`, `4 months`, `2 years`.

    Args:
        days: at least 1.
    """
    if days == 1:
        return _tr("tomorrow")
    if days < _WEEKS_FROM:
        return _tr("{count} days").format(count=days)
    if days < _MONTHS_FROM:
        return _tr("{count} weeks").format(count=round(days / _WEEK))
    if days < _YEARS_FROM:
        return _tr("{count} months").format(count=round(days / _MONTH))
    return _tr("{count} years").format(count=round(days / _YEAR))


def next_due(days: int) -> str:
    """When a card comes back, as a sentence for a screen reader."""
    if days == 1:
        return _tr("Next due tomorrow.")
    return _tr("Next due in {interval}.").format(interval=interval_words(days))


def owed_words() -> str:
    """Why an answer cannot count as known yet."""
    return _tr("You gave an outdated answer here before. The card counts as known once you type today's value.")


def as_of_words(month: str) -> str:
    """Since when it is known to hold.

    Args:
        month: such as `2026-11`.
    """
    year, number = month.split("-")
    return _tr("As of {month}").format(month=QLocale().toString(QDate(int(year), int(number), 1), _tr("MMMM yyyy")))


def full_date(day: date) -> str:
    """A day with its weekday and year."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def split_of(left: Left) -> str:
    """What is left by turn: `3 new · 7 due · 2 again`."""
    parts = (
        (left.new, _tr("{count} new")),
        (left.due, _tr("{count} due")),
        (left.retry, _tr("{count} again")),
    )
    told = [text.format(count=number) for number, text in parts if number]
    if left.practice:
        told.append(_tr("{count} to go").format(count=left.practice))
    if left.boards:
        told.append(count(left.boards, _tr("{count} diagram"), _tr("{count} diagrams")))
    return " · ".join(told)


def left_of(left: Left) -> str:
    """How much is left and for how long: `12 left · about 4 min`."""
    total = total_of(left)
    if not total:
        return _tr("Nothing left")
    return _tr("{count} left · about {minutes} min").format(count=total, minutes=max(1, left.minutes))


def total_of(left: Left) -> int:
    """Cards, those to practise among them, and diagrams that are left."""
    return left.new + left.due + left.retry + left.practice + left.boards


def deeds_of(ending: Ending) -> str:
    """What was done today: `24 cards answered, 21 known, 10 new · about 6 min`."""
    told = [count(ending.answered, _tr("{count} card answered"), _tr("{count} cards answered"))]
    told.append(_tr("{count} known").format(count=ending.passed))
    if ending.new:
        told.append(_tr("{count} new").format(count=ending.new))
    return _tr("{deeds} · about {minutes} min").format(deeds=", ".join(told), minutes=max(1, ending.minutes))


def next_of(ending: Ending, today: date) -> str:
    """When cards come back: `Next: 12 cards on Thursday.`; empty when none does."""
    if ending.next_day is None:
        return ""
    cards = count(ending.next_count, _tr("{count} card"), _tr("{count} cards"))
    return _tr("Next: {cards} {day}.").format(cards=cards, day=day_words(ending.next_day, today))

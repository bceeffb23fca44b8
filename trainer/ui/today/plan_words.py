"""What the page of the day says about the plan: minutes, dates, and what to do where they do not fit."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from trainer.study.planning.wish import LAST_DAYS, Wish

if TYPE_CHECKING:
    from trainer.study.planning.prospect import Prospect


def _tr(text: str) -> str:
    return QCoreApplication.translate("Plan", text)


def short_date(day: date, today: date) -> str:
    """A day as one says it: `3 February`, with its year where that is another."""
    form = _tr("d MMMM") if day.year == today.year else _tr("d MMMM yyyy")
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def tell_wish(wish: Wish, today: date) -> str:
    """What was asked for: `20 minutes a day, exam on 3 February, core only`."""
    parts = [_tr("{minutes} minutes a day").format(minutes=wish.minutes)]
    if (exam := wish.exam_ahead(today)) is not None:
        parts.append(_tr("exam on {day}").format(day=short_date(exam, today)))
    if wish.is_core_only(today):
        parts.append(_tr("core only"))
    return ", ".join(parts)


def tell_promise(prospect: "Prospect") -> str:
    """When all will have been begun: `Core by 3 February, all by 20 March`, and on how many days a week that rests."""
    promise, today = prospect.promise, prospect.day
    if prospect.is_begun:
        return _tr("All cards have been begun. From now on they only come back.")
    parts: list[str] = []
    is_one_day = promise.core is not None and promise.core == promise.all and not prospect.wish.is_core_only(today)
    if prospect.has_core and not is_one_day:
        parts.append(_tr("Core by {day}").format(day=short_date(promise.core, today)) if promise.core else "")
    if not prospect.wish.is_core_only(today):
        if promise.all is None:
            parts.append(_tr("all in more than three years"))
        else:
            parts.append(_tr("all by {day}").format(day=short_date(promise.all, today)))
    text = ", ".join(part for part in parts if part)
    if not text:
        return _tr("All of the core has been begun.")
    return _tr("{dates}, at about six days a week.").format(dates=text[:1].upper() + text[1:])


def tell_fit(prospect: "Prospect") -> str:
    """Whether it fits before the exam; empty where no exam is ahead."""
    from trainer.study.planning.promise import fits  # noqa: PLC0415  # the first paint needs none of it

    exam = prospect.wish.exam_ahead(prospect.day)
    if exam is None:
        return ""
    day = short_date(exam, prospect.day)
    if fits(prospect.promise, prospect.wish, prospect.day):
        text = _tr("That fits before the exam on {day}. The {count} days before it are for what you know least.")
        return text.format(day=day, count=LAST_DAYS)
    return _tr("That does not fit before the exam on {day}. You could learn:").format(day=day)

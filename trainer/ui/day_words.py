"""What is said about a day: what got firmer, what was mixed up, when next."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from trainer.study.day_review import FIRM_DAYS, Firmer

if TYPE_CHECKING:
    from trainer.progress.mix_ups import MixUp


_LONGEST, _WORDS_OF_A_NAME = 60, 4
_WEEK = 7
_WEEKS = FIRM_DAYS // _WEEK


def _tr(text: str) -> str:
    return QCoreApplication.translate("Day", text)


def day_words(day: date, today: date) -> str:
    """A coming day: `tomorrow`, `on Thursday`, or with its date when it is a week away or more."""
    away = (day - today).days
    if away == 1:
        return _tr("tomorrow")
    if away < _WEEK:
        return _tr("on {day}").format(day=QLocale().dayName(day.isoweekday()))
    form = _tr("d MMMM") if day.year == today.year else _tr("d MMMM yyyy")
    return _tr("on {day}").format(day=QLocale().toString(QDate(day.year, day.month, day.day), form))


def tell_firmer(firmer: Firmer) -> str:
    """What holds for longer now: what came back and was known."""
    if not firmer.cards:
        return _tr("Nothing yet that came back.")
    known = (
        _tr("1 card that came back was known") if firmer.cards == 1 else _tr("{count} cards that came back were known")
    )
    text = known.format(count=firmer.cards)
    if not firmer.firm:
        return _tr("{known}.").format(known=text)
    rest = _tr("{known}; {firm} of them can rest for {weeks} weeks or more.")
    return rest.format(known=text, firm=firmer.firm, weeks=_WEEKS)


def tell_mixed_up(pairs: Sequence["MixUp"]) -> str:
    """What was taken for what: `NAT gateway for internet gateway`."""
    from trainer.store.confusion_ends import end_in_sentence  # noqa: PLC0415  # knows all terms, a start none

    ends = [(end_in_sentence(pair.took), end_in_sentence(pair.asked)) for pair in pairs]
    parts = [_tr("{took} for {asked}").format(took=_short(took), asked=_short(asked)) for took, asked in ends]
    text = "; ".join(parts) or _tr("Nothing")
    return f"{text[:1].upper()}{text[1:]}."


def _short(text: str) -> str:
    text = text.strip().rstrip(".")
    text = text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
    return text if len(text.split()) <= _WORDS_OF_A_NAME else _tr("“{text}”").format(text=text)

"""What the Cards page says about cards and their fields."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from trainer.learning.grade import Grade
from trainer.store.search.finding import FoundCard


def _tr(text: str) -> str:
    return QCoreApplication.translate("Cards", text)


def kind_words(kind: str) -> str:
    """The kind of a card."""
    return {"basic": _tr("Basic"), "cloze": _tr("Cloze"), "choice": _tr("Choice")}.get(kind, kind)


def state_words(card: FoundCard, today: date) -> str:
    """How a card stands."""
    if card.retired:
        return _tr("Retired")
    if card.due is None:
        return _tr("New")
    if card.last_grade is Grade.AGAIN:
        return _tr("Failed")
    return _tr("Due") if card.due <= today else _tr("Learnt")


def date_words(day: date | None) -> str:
    """A day, shortly; a dash for none."""
    if day is None:
        return "–"  # noqa: RUF001  # as between numbers
    return QLocale().toString(QDate(day.year, day.month, day.day), _tr("d MMM yyyy"))


def field_words(key: str) -> str:
    """What a text of a note is called."""
    name, _, rest = key.partition(".")
    if name == "options" and rest:
        number, _, part = rest.partition(".")
        text = _tr("Option {number}") if part == "text" else _tr("Option {number}: why it is right or wrong")
        return text.format(number=int(number) + 1)
    names = {
        "front": _tr("Question"),
        "back": _tr("Answer"),
        "question": _tr("Question"),
        "text": _tr("Text with gaps"),
        "why": _tr("Explanation"),
        "options": _tr("Options"),
    }
    return names.get(name, name)


def count_words(count: int) -> str:
    """How many cards were found."""
    if count == 1:
        return _tr("1 card")
    return _tr("{count} cards").format(count=QLocale().toString(count))

"""What the Cards page says about cards and their fields."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from trainer.learning.grade import Grade
from trainer.store.search.finding import FoundCard


def _tr(text: str) -> str:
    return QCoreApplication.translate("Cards", text)


def kind_words(kind: str) -> str:
    """The kind of a card."""
    names = {
        "basic": _tr("Basic"),
        "cloze": _tr("Cloze"),
        "choice": _tr("Choice"),
        "multi": _tr("Multi"),
        "typed": _tr("Typed"),
        "ordering": _tr("Ordering"),
        "matching": _tr("Matching"),
        "occluded": _tr("Diagram"),
    }
    return names.get(kind, kind)


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
    number, _, part = rest.partition(".")
    if number:
        numbered = {
            "options.text": _tr("Option {number}"),
            "options.because": _tr("Option {number}: why it is right or wrong"),
            "pairs.left": _tr("Pair {number}: left"),
            "pairs.right": _tr("Pair {number}: right"),
            "outdated.value": _tr("Was right once {number}"),
            "outdated.note": _tr("Was right once {number}: what became of it"),
            "steps": _tr("Step {number}"),
            "accept": _tr("As right as the answer {number}"),
            "others": _tr("Matches nothing {number}"),
        }
        return numbered[f"{name}.{part}" if part else name].format(number=int(number) + 1)
    names = {
        "front": _tr("Question"),
        "back": _tr("Answer"),
        "question": _tr("Question"),
        "text": _tr("Text with gaps"),
        "why": _tr("Explanation"),
        "answer": _tr("Answer"),
        "options": _tr("Options"),
        "pairs": _tr("Pairs"),
        "outdated": _tr("What was right once"),
        "steps": _tr("Steps"),
        "accept": _tr("What is as right as the answer"),
        "others": _tr("What matches nothing"),
    }
    return names.get(name, name)


def count_words(count: int, *, more: bool = False) -> str:
    """How many cards were found; `more` where there are more than that."""
    if more:
        return _tr("{count}+ cards").format(count=QLocale().toString(count))
    if count == 1:
        return _tr("1 card")
    return _tr("{count} cards").format(count=QLocale().toString(count))

"""What the Cards page says about cards and their fields."""

from collections.abc import Mapping
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


MADE_KINDS = ("basic", "reversed", "cloze", "typed", "choice", "multi", "ordering", "matching")
"""The kinds of card that a learner can make."""


def made_kind_words(key: str) -> str:
    """One of `MADE_KINDS`, as it is chosen."""
    return {
        "basic": _tr("Question and answer"),
        "reversed": _tr("Question and answer, both ways"),
        "cloze": _tr("Text with gaps"),
        "typed": _tr("Typed answer"),
        "choice": _tr("Choice, one is right"),
        "multi": _tr("Choice, several are right"),
        "ordering": _tr("Steps in order"),
        "matching": _tr("Matching pairs"),
    }[key]


def add_words(name: str) -> str:
    """What adds a row to a list."""
    return {
        "options": _tr("Add an option"),
        "steps": _tr("Add a step"),
        "pairs": _tr("Add a pair"),
        "accept": _tr("Add another right answer"),
        "others": _tr("Add what matches nothing"),
        "outdated": _tr("Add what was right once"),
    }[name]


def state_words(card: FoundCard, today: date) -> str:
    """How a card stands: what was decided about it comes first."""
    decided = (
        (card.deleted, _tr("Deleted")),
        (card.suspended, _tr("Suspended")),
        (card.buried, _tr("Put off")),
        (card.retired, _tr("Retired")),
    )
    if word := next((word for is_so, word in decided if is_so), ""):
        return word
    if card.due is None:
        return _tr("New")
    if card.last_grade is Grade.AGAIN:
        return _tr("Failed")
    return _tr("Due") if card.due <= today else _tr("Learnt")


def decided_words(card: FoundCard) -> str:
    """What was decided about a card, in sentences; nothing where nothing was."""
    told = (
        (card.deleted, _tr("Deleted: it is not asked, and only is:deleted finds it.")),
        (card.suspended, _tr("Suspended: it is not asked until you bring it back.")),
        (card.buried, _tr("Put off until tomorrow.")),
        (bool(card.flag), _tr("Flag {number}.").format(number=card.flag)),
        (card.retired, _tr("Retired: the course has it no more.")),
    )
    return " ".join(text for is_so, text in told if is_so)


def note_count_words(count: int) -> str:
    """How many notes."""
    return _tr("1 note") if count == 1 else _tr("{count} notes").format(count=QLocale().toString(count))


def section_words(sections: Mapping[str, str], section: str) -> str:
    """The title of a section."""
    return sections.get(section, section) if section else _tr("No section")


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
        "section": _tr("Section"),
        "tags": _tr("Tags"),
        "front": _tr("Question"),
        "back": _tr("Answer"),
        "question": _tr("Question"),
        "text": _tr("Text with gaps"),
        "why": _tr("Explanation"),
        "answer": _tr("Answer"),
        "options": _tr("Options"),
        "pairs": _tr("Pairs"),
        "reverse": _tr("Both ways"),
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

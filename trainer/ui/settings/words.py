"""Words for settings: what a wanted recall costs, and how far fitting is."""

from collections.abc import Mapping
from math import ceil

from PySide6.QtCore import QCoreApplication, QLocale

from trainer.learning.fitting import ENOUGH
from trainer.store.parameter_sets import Choice
from trainer.study.fitting import Status


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingsWords", text)


def percent(share: float) -> str:
    """A share as `90%`."""
    return _tr("{number}%").format(number=round(share * 100))


def answers_words(answers: float) -> str:
    """How many answers a day, under the button of a retention."""
    return _tr("{count} a day").format(count=_count(ceil(answers)))


def workload_words(answers: Mapping[float, float], wanted: float, seconds: float) -> str:
    """What the wanted retention costs, and what its neighbours would, as `90%: about 38 answers a day, 8 min`.

    Args:
        answers: a day, by retention; empty while they are not known.
        wanted: the retention that is set.
        seconds: that an answer takes.
    """
    if not answers:
        return _tr("Reckoning what each would ask of you...")
    known = sorted(answers)
    place = min(range(len(known)), key=lambda number: abs(known[number] - wanted))
    day = ceil(answers[known[place]])
    words = _tr("{share}: about {count} answers a day over the next three months, {minutes} min").format(
        share=percent(known[place]), count=_count(day), minutes=ceil(day * seconds / 60)
    )
    others = [known[number] for number in (place - 1, place + 1) if 0 <= number < len(known)]
    more = [
        _tr("{share}: about {count}").format(share=percent(one), count=_count(ceil(answers[one]))) for one in others
    ]
    return "; ".join([words, *more]) + "."


def fitting_words(cards: Status, drills: Status) -> str:
    """How far fitting is: `Fitted on 1,240 answers; ...`, or how many answers are missing."""
    words = _of_cards(cards)
    if drills.choice is None:
        return words
    return _tr("{cards} Drills have parameters of their own: {drills}").format(
        cards=words, drills=_fitted(drills.choice)
    )


def _of_cards(status: Status) -> str:
    if status.choice is not None:
        return _fitted(status.choice)
    if status.missing:
        return _tr("Needs {missing} more answers to cards that came back on a later day ({enough} in all).").format(
            missing=_count(status.missing), enough=_count(ENOUGH)
        )
    if status.tried:
        return _tr(
            "Tried with {count} answers: the usual parameters foretell yours as well. It will be tried again as "
            "there are more."
        ).format(count=_count(status.tried))
    return _tr("{count} answers to learn from: enough to fit.").format(count=_count(status.answers))


def _fitted(choice: Choice) -> str:
    return _tr(
        "Fitted on {count} answers; predicts better: {loss} against {usual} with the defaults (log loss over the "
        "newest {held} answers, the lower the better)."
    ).format(
        count=_count(choice.reviews),
        loss=f"{choice.loss:.3f}",
        usual=f"{choice.loss_default:.3f}",
        held=_count(choice.held_back),
    )


def _count(number: int) -> str:
    return QLocale().toString(number)

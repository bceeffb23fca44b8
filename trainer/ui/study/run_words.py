"""What is said at the end of a practice session and of the diagnostic."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from trainer.study.run_ending import DiagnosticEnding, PracticeEnding
from trainer.ui.study.words import count


@dataclass(frozen=True, slots=True)
class EndingTexts:
    """How it went, in a title, a line, and a quieter line."""

    title: str
    deeds: str
    next: str


def _tr(text: str) -> str:
    return QCoreApplication.translate("Study", text)


def texts_of(ending: PracticeEnding | DiagnosticEnding) -> EndingTexts:
    """The texts for an ending."""
    return _of_practice(ending) if isinstance(ending, PracticeEnding) else _of_diagnostic(ending)


def _of_practice(ending: PracticeEnding) -> EndingTexts:
    if not ending.cards:
        return EndingTexts(_tr("Nothing to practise"), _tr("The cards of this practice are gone."), "")
    cards = count(ending.cards, _tr("{count} card practised"), _tr("{count} cards practised"))
    at_once = _tr("all known at once")
    if ending.at_once < ending.cards:
        again = ending.cards - ending.at_once
        at_once = _tr("{known} known at once, {again} after going over them again")
        at_once = at_once.format(known=ending.at_once, again=again)
    minutes = _tr("about {minutes} min").format(minutes=max(1, ending.minutes))
    schedule = _tr("When they come back has not changed.")
    if ending.counted:
        schedule = _tr("Your answers count: they decide when the cards come back.")
    return EndingTexts(_tr("Practice done"), f"{cards}, {at_once} · {minutes}", schedule)


def _of_diagnostic(ending: DiagnosticEnding) -> EndingTexts:
    if not ending.asked:
        return EndingTexts(
            _tr("Nothing to ask"), _tr("There is no question that you have not met yet. The cards go on."), ""
        )
    known = _tr("{known} of {asked} right and sure").format(known=ending.known, asked=ending.asked)
    best = [section.title for section in ending.sections if section.known and 2 * section.known > section.asked]
    if best:
        known += ". " + _tr("Strongest: {sections}.").format(sections=", ".join(best[:3]))
    after = _tr("These come back once within three weeks, to make sure. All else is new, as before.")
    return EndingTexts(_tr("That is what you know already"), known, after)

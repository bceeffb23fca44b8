"""What the Learn page says about sections."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from trainer.study.mastery import Standing
from trainer.study.path import PathSection


def _tr(text: str) -> str:
    return QCoreApplication.translate("Learn", text)


def part_of(section: PathSection) -> str:
    """The part of the course in which a section stands: `AWS Cloud Technical Essentials, week 2`."""
    if section.week is None:
        return section.course
    return _tr("{course}, week {week}").format(course=section.course, week=section.week)


def cards_of(section: PathSection) -> str:
    """How far the cards of a section are: `12 of 46 cards begun, 9 known`."""
    cards = section.cards
    if not cards.cards:
        return _tr("No cards yet")
    if not cards.begun:
        words = _tr("Not begun · 1 card") if cards.cards == 1 else _tr("Not begun · {cards} cards")
        return words.format(cards=cards.cards)
    words = _tr("{begun} of {cards} cards begun, {known} known")
    if cards.begun == cards.cards:
        words = _tr("All {cards} cards begun, {known} known")
    return words.format(begun=cards.begun, cards=cards.cards, known=cards.known)


def drills_of(section: PathSection) -> str:
    """How far its drills are: `1 of 3 drills mastered`; empty where it has none."""
    if not section.drills:
        return ""
    if len(section.drills) == 1:
        return _tr("1 drill, mastered") if section.mastered else _tr("1 drill, not mastered")
    return _tr("{mastered} of {drills} drills mastered").format(mastered=section.mastered, drills=len(section.drills))


def state_of(section: PathSection) -> str:
    """How far a section is, and what is better first, in a line."""
    first = _tr("better after: {titles}").format(titles=_listed(section.better_after)) if section.better_after else ""
    return " · ".join(part for part in (cards_of(section), drills_of(section), first) if part)


def better_after(section: PathSection) -> str:
    """Which sections are better first, as a sentence; empty where none is."""
    if not section.better_after:
        return ""
    titles = _listed(section.better_after)
    return _tr("Better after: {titles}. You can begin with it all the same.").format(titles=titles)


def told(section: PathSection) -> str:
    """All of a section in words, for a screen reader."""
    parts = [f"{section.title}.", f"{state_of(section)}."]
    if section.is_next:
        parts.append(_tr("New cards come from here first."))
    return " ".join(parts)


def standing_word(standing: Standing) -> str:
    """How far a drill is, in a word or two."""
    words = {
        Standing.NEW: _tr("new"),
        Standing.LEARNING: _tr("begun"),
        Standing.DUE: _tr("due"),
        Standing.MASTERED: _tr("mastered"),
        Standing.FADING: _tr("mastered, fading"),
    }
    return words[standing]


def summary(path: Sequence[PathSection]) -> str:
    """How far the whole course is."""
    begun = sum(bool(section.cards.begun) for section in path)
    known, cards = (sum(getattr(section.cards, name) for section in path) for name in ("known", "cards"))
    return _tr("{begun} of {sections} sections begun · {known} of {cards} cards known").format(
        begun=begun, sections=len(path), known=f"{known:,}", cards=f"{cards:,}"
    )


def _listed(titles: Sequence[str]) -> str:
    return ", ".join(titles)

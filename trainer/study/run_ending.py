"""How a practice session and the diagnostic ended."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PracticeEnding:
    """How a practice session went.

    Attributes:
        cards: how many were asked; `at_once` of them known when first asked, `open` not known yet.
        counted: the answers decided when the cards come back.
    """

    cards: int
    at_once: int
    open: int
    minutes: int
    counted: bool


@dataclass(frozen=True, slots=True)
class SectionKnown:
    """A section of the diagnostic: `known` of `asked` questions right and sure."""

    title: str
    known: int
    asked: int


@dataclass(frozen=True, slots=True)
class DiagnosticEnding:
    """What somebody knew already; the sections in the order of the course, those that were asked about."""

    sections: tuple[SectionKnown, ...]
    minutes: int

    @property
    def asked(self) -> int:
        """How many questions were answered."""
        return sum(section.asked for section in self.sections)

    @property
    def known(self) -> int:
        """How many of them right and sure."""
        return sum(section.known for section in self.sections)

"""What an examination of a drill found, for authors and machines."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from trainer.cloud.search import MANY


@dataclass(frozen=True, slots=True)
class Examined:
    """One point of soundness.

    Attributes:
        point: its name, in one or two words.
        extent: what was looked at, and whether that was all or a sample.
        failures: what is wrong, each a sentence that an author can act on.
    """

    point: str
    extent: str
    failures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Soundness:
    """The report on one drill.

    Attributes:
        drill: its id.
        points: every point that was examined.
        accepted: right and complete placements; above a million, only that there are more is known.
        guess_rate: the mean over pieces of accepted places over offered places.
        random_plays: how many complete placements were made at random.
        random_passes: how many of those were right.
    """

    drill: str
    points: tuple[Examined, ...]
    accepted: int
    guess_rate: float
    random_plays: int
    random_passes: int

    @property
    def is_sound(self) -> bool:
        """Whether no point failed."""
        return not self.failures

    @property
    def failures(self) -> tuple[str, ...]:
        """What is wrong, over all points."""
        return tuple(failure for point in self.points for failure in point.failures)

    def lines(self) -> Iterator[str]:
        """The report in words."""
        found = len(self.failures)
        yield f"{self.drill}: {'sound' if self.is_sound else f'not sound, {found} to mend'}"
        yield (
            f"  {count_in_words(self.accepted)}; guess rate {self.guess_rate:.2f}; "
            f"{self.random_passes} of {self.random_plays} random plays pass"
        )
        for point in self.points:
            yield f"  {'FAILED' if point.failures else 'ok':<7}{point.point}: {point.extent}"
            yield from (f"           {failure}" for failure in point.failures)

    def document(self) -> dict[str, Any]:
        """The report as plain JSON values."""
        return {
            "drill": self.drill,
            "is_sound": self.is_sound,
            "accepted": self.accepted if self.accepted <= MANY else None,
            "accepted_in_words": count_in_words(self.accepted),
            "guess_rate": round(self.guess_rate, 4),
            "random_plays": self.random_plays,
            "random_passes": self.random_passes,
            "failures": list(self.failures),
            "points": [
                {"point": point.point, "extent": point.extent, "failures": list(point.failures)}
                for point in self.points
            ],
        }


def count_in_words(accepted: int) -> str:
    """The number of right placements, as it is printed."""
    if accepted > MANY:
        return "more than a million right placements"
    return "1 right placement" if accepted == 1 else f"{accepted:,} right placements"

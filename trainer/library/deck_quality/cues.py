"""The cue solver: what somebody would score who knows nothing and goes by how options are written.

Haladyna, Downing and Rodriguez, "A Review of Multiple-Choice Item-Writing Guidelines" (2002) names the cues.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from trainer.library.deck_quality.written import Finding, Written, find, in_decks, telling_words, words

MARGIN = 0.05
"""So much better than chance may a cue do."""

_DOUBT = 1.64
"""Standard errors that notes are given beside the margin: without any cue, one deck in twenty exceeds them by luck."""

FEWEST = 10
"""Notes that a deck has to ask before it is judged by itself: with fewer, one of them is more than ten points."""

_ABSOLUTE = frozenset({"always", "never", "only", "all", "none", "every", "everything", "nothing", "no", "entirely"})
_VOWEL = re.compile(r"^[aeiou]", re.IGNORECASE)

Cue = Callable[[Written], Sequence[float]]
"""How much each option of a note is liked."""


@dataclass(frozen=True, slots=True)
class Score:
    """How a cue does on notes: `hits` where chance has `expected`, of `asked`; `spread` is its standard error."""

    hits: float
    expected: float
    spread: float
    asked: int

    @property
    def excess(self) -> float:
        """By how much it beats chance, as a share of the notes, beyond what may be chance itself."""
        if self.asked == 0:
            return 0.0
        return (self.hits - self.expected - _DOUBT * self.spread) / self.asked - MARGIN


def longest(note: Written) -> list[float]:
    """The longest option is right."""
    return [len(option.text) for option in note.options]


def shortest(note: Written) -> list[float]:
    """The shortest option is right: what becomes of a deck whose author minded the longest too much."""
    return [-len(option.text) for option in note.options]


def echoing(note: Written) -> list[float]:
    """The option that shares most words with the question is right."""
    asked = set(telling_words(note.question))
    return [len(asked & set(telling_words(option.text))) for option in note.options]


def modest(note: Written) -> list[float]:
    """An option without "always" and its like is right."""
    return [0.0 if _ABSOLUTE & set(words(option.text)) else 1.0 for option in note.options]


def grammatical(note: Written) -> list[float]:
    """The option that goes on the question's sentence is right."""
    last = words(note.question)[-1:]
    if last not in (["a"], ["an"]):
        return [0.0] * len(note.options)
    return [float(bool(_VOWEL.match(option.text)) == (last == ["an"])) for option in note.options]


def exact(note: Written) -> list[float]:
    """The option with the most figures, names and brackets is right."""
    return [len(re.findall(r"\d+|[A-Z]\w+|\(", option.text)) for option in note.options]


def _at(place: int) -> Cue:
    def liked(note: Written) -> list[float]:
        return [float(number == place) for number in range(len(note.options))]

    return liked


def combined(note: Written) -> list[float]:
    """All cues have a vote."""
    votes = [0.0] * len(note.options)
    for cue in (longest, echoing, modest, grammatical, exact):
        liked = cue(note)
        best = [number for number, value in enumerate(liked) if value == max(liked)]
        for number in best:
            votes[number] += 1 / len(best)
    return votes


CUES: Mapping[str, tuple[Cue, str]] = {
    "longest": (longest, "choosing the longest option"),
    "shortest": (shortest, "choosing the shortest option"),
    "echo": (echoing, "choosing the option that shares most words with the question"),
    "absolute": (modest, 'avoiding "always", "only" and their like'),
    "grammar": (grammatical, "choosing what goes on the question's grammar"),
    "exact": (exact, "choosing the option with the most figures and names"),
    "combined": (combined, "going by all cues together"),
}
"""By name, each cue and what it does."""

POSITIONS: Mapping[str, tuple[Cue, str]] = {
    f"position {number + 1}": (_at(number), f"choosing option {number + 1} of the file") for number in range(7)
}
"""Where the right option stands in the file: cards are shuffled, but whoever reads the file learns it."""


def score(notes: Sequence[Written], cue: Cue) -> Score:
    """How a cue does on the choice and multi notes among some.

    A note that wants several options gives the part of them that is found in as many guesses; equally liked options
    share a hit.
    """
    hits = expected = variance = 0.0
    asked = 0
    for note in notes:
        wanted = sum(option.is_right for option in note.options)
        if not 0 < wanted < len(note.options):
            continue
        chance = wanted / len(note.options)
        hits += _found(note, cue(note), wanted) / wanted
        expected += chance
        variance += (1 - chance) ** 2 / (len(note.options) - 1)  # of draws without putting back
        asked += 1
    return Score(hits, expected, sqrt(variance), asked)


def _found(note: Written, liked: Sequence[float], guesses: int) -> float:
    """How many right options are among so many that are liked best."""
    hits = 0.0
    for value in sorted(set(liked), reverse=True):
        level = [option for option, its in zip(note.options, liked, strict=True) if its == value]
        taken = min(guesses, len(level))
        hits += taken * sum(option.is_right for option in level) / len(level)
        guesses -= taken
    return hits


def check_cues(notes: Sequence[Written]) -> Iterator[Finding]:
    """Decks, and all of them together, in which a cue does better than chance plus five points."""
    for section, deck in in_decks(notes):
        if score(deck, longest).asked >= FEWEST:
            yield from _check(deck, f"in {section}")
    yield from _check(notes, "over all decks")


def _check(notes: Sequence[Written], where: str) -> Iterator[Finding]:
    for name, (cue, told) in {**CUES, **POSITIONS}.items():
        found = score(notes, cue)
        if found.excess > 0:
            solved = [note for note in notes if note.options and _solves(note, cue)]
            rate, chance = found.hits / found.asked, found.expected / found.asked
            message = (
                f"{where}, {told} is right in {rate:.0%} of {found.asked} cards, chance in {chance:.0%}: "
                f"rewrite some of {', '.join(note.uid for note in solved[:8])}"
            )
            yield find(solved[0], f"cue-{name.split()[0]}", message)


def _solves(note: Written, cue: Cue) -> bool:
    """Whether a cue tells the right option from others, if not from all."""
    liked = cue(note)
    best = [option for option, value in zip(note.options, liked, strict=True) if value == max(liked)]
    return len(best) < len(note.options) and any(option.is_right for option in best)

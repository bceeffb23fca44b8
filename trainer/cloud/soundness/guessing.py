"""How far one gets without knowing anything."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.drill import Drill
from trainer.cloud.grading import grade
from trainer.cloud.search import find_completion
from trainer.cloud.soundness.report import Examined
from trainer.cloud.soundness.sampling import draw_play

MOST_GUESSED = 0.35
"""The highest guess rate of a drill that is judged at each drop."""
MOST_PASSED = 0.05
"""The highest share of random plays that may pass when a drill is judged as a whole."""

_STOP_WORDS = frozenset({"a", "an", "the", "of", "in", "for", "and", "to", "amazon", "aws", "subnet"})
"""Words that tell nothing: every subnet's label has the last one, so that a DB subnet group may keep its name."""


@dataclass(frozen=True, slots=True)
class Guessing:
    """What chance achieves.

    Attributes:
        places: for each piece that belongs in the diagram, where it is in some right placement.
        rate: the mean over pieces of those places over all places.
        plays: random complete placements, decoys left out.
        passes: how many of those were right.
    """

    places: Mapping[str, frozenset[str]]
    rate: float
    plays: int
    passes: int


def measure_guessing(drill: Drill, random: Random, samples: int) -> Guessing:
    """Finds the accepted places of each piece, exactly, and lets chance play."""
    places = accepted_places(drill)
    shares = [len(found) / len(drill.topology) for found in places.values()]
    passes = sum(grade(drill, draw_play(drill, random)).correct for _ in range(samples))
    return Guessing(places, sum(shares) / len(shares) if shares else 0.0, samples, passes)


def accepted_places(drill: Drill) -> Mapping[str, frozenset[str]]:
    """For each piece that belongs in the diagram, the containers that hold it in some right placement."""
    found: dict[str, set[str]] = {piece.id: set() for piece in drill.required}
    for piece, known in found.items():
        for place in drill.topology:
            if place not in known and (right := find_completion(drill, {piece: (place,)})):
                for placed, where in right.items():
                    found[placed].update(where)
    return {piece: frozenset(places) for piece, places in found.items()}


def examine_guessing(guessing: Guessing, *, judged_whole: bool) -> Examined:
    """The drill cannot be solved by trying."""
    share = guessing.passes / guessing.plays if guessing.plays else 0.0
    failures: list[str] = []
    if judged_whole and share > MOST_PASSED:
        failures.append(f"{share:.0%} of random plays pass ({MOST_PASSED:.0%} at most): add pieces, places or rules.")
    if not judged_whole and guessing.rate > MOST_GUESSED:
        failures.append(
            f"A guess is right in {guessing.rate:.2f} of all places ({MOST_GUESSED} at most): make it a connect or "
            "order drill, add decoys or places, or have it judged on Check as a whole."
        )
    extent = f"accepted places of {len(guessing.places)} pieces, all; {guessing.plays:,} random plays without decoys"
    return Examined("guessing", extent, tuple(failures))


def examine_words(drill: Drill, guessing: Guessing, labels: Mapping[str, str]) -> Examined:
    """No piece shares a word with the label of a container where it is right."""
    failures = [
        f"{piece} ({drill.pieces[piece].name}) shares {_listed(shared)} with the label of {place}, where it belongs: "
        "rename one of the two."
        for piece, places in guessing.places.items()
        for place in drill.topology
        if place in places and (shared := _piece_words(drill, piece) & set(_words(labels[place])))
    ]
    count = sum(len(places) for places in guessing.places.values())
    return Examined("words", f"names of pieces against the labels of all {count} right places", tuple(failures))


def _piece_words(drill: Drill, piece: str) -> set[str]:
    found = drill.pieces[piece]
    return {*_words(found.name), *_words(CATALOGUE[found.service].name)}


def _words(text: str) -> Iterator[str]:
    """The words that tell something; `A` as the name of a zone does, `a` does not. Plurals count as singulars."""
    for word in re.findall(r"[^\W\d_]\w*", text):
        if word not in _STOP_WORDS and word.casefold() not in _STOP_WORDS - {"a"}:
            plain = word.casefold()
            yield plain.removesuffix("s") if len(plain) > len("aws") else plain


def _listed(words: set[str]) -> str:
    return ", ".join(repr(word) for word in sorted(words))

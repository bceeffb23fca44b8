"""What the notes of decks may name."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from trainer.cloud.drill import Drill
from trainer.library.curriculum import Curriculum


@dataclass(frozen=True, slots=True)
class Known:
    """What there is.

    Attributes:
        curriculum: the sections and facts.
        drills: ids of all drills, those with faults too.
        built: the drills without faults, by id.
        gone: what became of drills that there were, by their id: the new one, or nothing.
        folder: where the decks lie, and the pictures beside them.
    """

    curriculum: Curriculum
    drills: Collection[str]
    folder: Path
    built: Mapping[str, Drill] = field(default_factory=dict)
    gone: Mapping[str, str] = field(default_factory=dict)

    def missing_drill(self, drill: str) -> str | None:
        """A sentence about a drill that is not there; None for one that is."""
        if drill in self.drills:
            return None
        if drill in self.gone:
            new = self.gone[drill]
            return f"the drill {drill!r} " + (f"is called {new!r} now" if new else "was retired; name another")
        return f"there is no drill {drill!r}{nearest(drill, self.drills)}"


def nearest(name: str, known: Collection[str]) -> str:
    """The end of a sentence about a name that is not known: which one may be meant, if any is like it."""
    close = get_close_matches(name, known, n=1)
    return f"; did you mean {close[0]!r}?" if close else ""

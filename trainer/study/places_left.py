"""How many places a piece has left, and whether what is in place gives its own away."""

from collections.abc import Collection
from dataclasses import dataclass

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.coverage import rules_about
from trainer.cloud.drill import Drill, Placement
from trainer.cloud.grading import PieceState, Verdict, grade
from trainer.cloud.lines import answers, is_line, source_of
from trainer.cloud.scope import fits_scope
from trainer.study.moves import apply_move

FEW = 2
"""With so many places left, or fewer, a right drop says nothing about memory."""


@dataclass(frozen=True, slots=True)
class PlacesLeft:
    """What a learner had to choose from.

    Attributes:
        legal: in how many containers the tile would not have been wrong.
        given_away: what was in place stands against all but a few places, whatever the piece's own rules say: of
            six steps, say, four are taken.
    """

    legal: int
    given_away: bool


class PlaceCounter:
    """Counts places in one drill, and remembers where each piece may be by itself.

    Since *wrong* means wrong in every completion, a place that is wrong for a piece alone is never looked at again.
    """

    def __init__(self, drill: Drill) -> None:
        self._drill = drill
        self._alone: dict[str, tuple[str, ...]] = {}

    def alone(self, piece: str) -> tuple[str, ...]:
        """The containers where a tile of a piece is not wrong on an empty board."""
        if piece not in self._alone:
            topology, scope = self._drill.topology, CATALOGUE[self._drill.pieces[piece].service].scope
            self._alone[piece] = tuple(
                name
                for name, container in topology.items()
                if fits_scope(topology, scope, container) and not _is_wrong(grade(self._drill, {piece: (name,)}), piece)
            )
        return self._alone[piece]

    def look(
        self, others: Placement, piece: str, known: tuple[str, Verdict] | None = None, *, fully: bool = True
    ) -> PlacesLeft:
        """What a tile could choose from.

        Args:
            others: what is in place without the tile.
            piece: whose tile; or the key of the lines away from it, of which every right one counts as legal.
            known: a container with the verdict on the tile in it, which need not be judged again.
            fully: whether it matters if the place is given away.
        """
        if is_line(piece):
            return PlacesLeft(sum(line[0] == source_of(piece) for line in answers(self._drill)), given_away=False)
        if self._drill.pieces[piece].decoy:
            return PlacesLeft(0, given_away=False)
        verdicts = dict([known]) if known else {}
        legal = self._count_legal(others, piece, verdicts)
        return PlacesLeft(legal, fully and self._is_given_away(others, piece, verdicts))

    def _count_legal(self, others: Placement, piece: str, verdicts: dict[str, Verdict]) -> int:
        held = others.get(piece, ())
        free = (place for place in self.alone(piece) if place not in held)
        return sum(not _is_wrong(self._judge(others, piece, place, verdicts), piece) for place in free)

    def _is_given_away(self, others: Placement, piece: str, verdicts: dict[str, Verdict]) -> bool:
        """Whether what is in place takes places away and leaves few; stops at the first that is too many."""
        if not any(name != piece for name in others):
            return False
        own = {rule.id for _, rule in rules_about(self._drill, piece)}
        offered = [place for place in self._drill.topology if place not in others.get(piece, ())]
        offered.sort(key=lambda place: place not in verdicts)  # those that are judged already come first
        left = 0
        for place in offered:
            left += not _clashes(self._judge(others, piece, place, verdicts), piece, own)
            if left > FEW:
                return False
        return left < len(offered)

    def _judge(self, others: Placement, piece: str, place: str, verdicts: dict[str, Verdict]) -> Verdict:
        if place not in verdicts:
            verdicts[place] = grade(self._drill, apply_move(others, piece, None, place))
        return verdicts[place]


def _is_wrong(verdict: Verdict, piece: str) -> bool:
    return verdict.pieces[piece] is PieceState.WRONG


def _clashes(verdict: Verdict, piece: str, own: Collection[str]) -> bool:
    """Whether an error is between the piece and another one, by a rule that is not the piece's own to be known."""
    errors = (finding for finding in verdict.errors if finding.rule not in own)
    return any(piece in finding.pieces and len(set(finding.pieces)) > 1 for finding in errors)

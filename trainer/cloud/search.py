"""Finds right placements: how many there are, how a placement goes on, and its smallest repair.

All of it is backtracking over `grade` of partial placements. Since *wrong* means wrong in every completion, a
branch ends at its first error; pieces that stand for each other are one class, so that their exchange is not
searched again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, islice

from trainer.cloud.drill import Drill, Piece, Placement
from trainer.cloud.grading import grade
from trainer.cloud.lines import answers, drawn_lines, draws_lines, is_line, line_key
from trainer.cloud.renaming import keeps_rules

MANY = 1_000_000
"""Counts above this print as "more than a million"."""

REPAIR_BUDGET = 600
"""Gradings that a hint may cost: some 30 ms for the largest drill."""


@dataclass(frozen=True, slots=True)
class Move:
    """One tile goes from a container to another, or one line comes or goes.

    Attributes:
        piece: whose tile; or the key of the lines away from it (see `trainer.cloud.lines`).
        source: where the tile is; None for the palette. Of a line that goes, its other end.
        target: where it goes; None for the palette. Of a line that comes, its other end.
    """

    piece: str
    source: str | None
    target: str | None


class _OutOfBudgetError(Exception):
    """The search may not grade any further."""


def interchangeable(drill: Drill) -> tuple[tuple[str, ...], ...]:
    """The pieces in classes whose members stand for each other, in the order of the drill.

    Two pieces do when they are alike in service, role, name, spans and as decoys, and the rules' parameters say
    the same after they exchange their ids.
    """
    classes: list[list[str]] = []
    for piece in drill.pieces.values():
        for members in classes:
            if _stand_for_each_other(drill, drill.pieces[members[0]], piece):
                members.append(piece.id)
                break
        else:
            classes.append([piece.id])
    return tuple(tuple(members) for members in classes)


def _stand_for_each_other(drill: Drill, first: Piece, second: Piece) -> bool:
    return _looks(first) == _looks(second) and keeps_rules(drill, {first.id: second.id, second.id: first.id})


def _looks(piece: Piece) -> tuple[object, ...]:
    return piece.service, piece.role, piece.name, piece.spans, piece.decoy, piece.breaks


def count_accepted(drill: Drill, *, at_most: int = MANY) -> int:
    """How many right and complete placements there are, decoys left out.

    Placements that differ only by the exchange of interchangeable pieces, or by the order of a piece's tiles,
    count once.

    Args:
        drill: whose placements.
        at_most: where to stop; `at_most + 1` says that there are more.
    """
    return sum(1 for _ in islice(_Search(drill).completions({}), at_most + 1))


def find_completion(drill: Drill, placement: Placement) -> Placement | None:
    """A right and complete placement that keeps every tile of a partial one; None when there is none."""
    search = _Search(drill)
    return None if search.is_wrong(placement) else next(search.completions(placement), None)


def smallest_repair(drill: Drill, placement: Placement, *, budget: int = REPAIR_BUDGET) -> tuple[Move, ...] | None:
    """The fewest moves of single tiles that make a placement right and complete.

    Tiles that are wrong by themselves have to move. Of the others as few as possible are lifted (tried in order
    of their number, those first that a finding names), so that the rest can be completed: each tile that stays
    saves one move, so fewest lifted is fewest moves.

    Args:
        drill: the drill.
        placement: where the pieces are now.
        budget: how many placements may be graded at most.

    Returns:
        The moves, to be made in this order: wrong tiles first, then missing ones. Empty when all is right. None
        when the budget ran out, or the drill has no right placement.
    """
    search = _Search(drill, budget)
    try:
        return search.repair(placement)
    except _OutOfBudgetError:
        return None


class _Search:
    """Backtracking in one drill, with what it has learned about single pieces."""

    def __init__(self, drill: Drill, budget: int | None = None) -> None:
        self._drill = drill
        self._budget = budget
        self._places: dict[str, tuple[str, ...]] = {}
        self._class_of = {piece: members[0] for members in interchangeable(drill) for piece in members}

    def is_wrong(self, placement: Placement) -> bool:
        """Whether a placement has an error, and so every completion of it."""
        if self._budget is not None:
            if self._budget == 0:
                raise _OutOfBudgetError
            self._budget -= 1
        return bool(grade(self._drill, placement).errors)

    def places(self, piece: str) -> tuple[str, ...]:
        """The containers where a tile of a piece is not wrong by itself."""
        like = self._class_of[piece]
        if like not in self._places:
            self._places[like] = tuple(place for place in self._drill.topology if not self.is_wrong({like: (place,)}))
        return self._places[like]

    def completions(self, start: Placement) -> Iterator[Placement]:
        """Every right and complete placement that keeps the tiles of one without errors."""
        waiting = [piece for piece in self._drill.required if len(start.get(piece.id, ())) < piece.spans]
        order = sorted(waiting, key=lambda piece: (len(self.places(piece.id)), self._class_of[piece.id]))
        yield from self._fill(start, tuple(order), {})

    def _fill(self, board: Placement, order: tuple[Piece, ...], tried: Mapping[str, int]) -> Iterator[Placement]:
        """Places the pieces in order.

        Args:
            board: what is placed, without errors.
            order: what is left to place; interchangeable pieces stand together.
            tried: by class, which choice its last piece took: the next one takes none before that.
        """
        if not order:
            yield board
            return
        piece, *rest = order
        held = board.get(piece.id, ())
        free = (place for place in self.places(piece.id) if place not in held)
        like = self._class_of[piece.id]
        for number, chosen in enumerate(combinations(free, piece.spans - len(held))):
            if not held and number < tried.get(like, 0):
                continue
            filled = {**board, piece.id: (*held, *chosen)}
            if not self.is_wrong(filled):
                yield from self._fill(filled, tuple(rest), tried if held else {**tried, like: number})

    def repair(self, placement: Placement) -> tuple[Move, ...] | None:
        """See `smallest_repair`."""
        named = _named_first(self._drill, placement)
        tiles = [(piece, place) for piece in named for place in placement[piece]]
        wrong = [tile for tile in tiles if tile[1] not in self.places(tile[0])]
        doubtful = [tile for tile in tiles if tile not in wrong]
        lines = tuple(_line_moves(self._drill, placement))
        placement = {piece: where for piece, where in placement.items() if not is_line(piece)}
        for count in range(len(doubtful) + 1):
            for lifted in combinations(doubtful, count):
                gone = {*wrong, *lifted}
                kept = {piece: tuple(p for p in where if (piece, p) not in gone) for piece, where in placement.items()}
                if self.is_wrong(kept):
                    continue
                for repaired in self.completions(kept):
                    moved = [tile for tile in tiles if tile in gone]
                    return (*_moves(self._drill, moved, kept, repaired), *lines)
        return None


def _named_first(drill: Drill, placement: Placement) -> tuple[str, ...]:
    """The placed pieces: those that an error names, the last one of each error first; then the others."""
    accused = [piece for finding in grade(drill, placement).errors for piece in reversed(finding.pieces)]
    return tuple(piece for piece in dict.fromkeys([*accused, *drill.pieces]) if placement.get(piece))


def _line_moves(drill: Drill, placement: Placement) -> Iterator[Move]:
    """The lines to take away, then those to draw, where the learner draws them."""
    if not draws_lines(drill):
        return
    right, drawn = answers(drill), tuple(drawn_lines(placement))
    for source, target in drawn:
        if (source, target) not in right:
            yield Move(line_key(source), target, None)
    for (source, target), link in right.items():
        if (source, target) not in drawn and not link.optional:
            yield Move(line_key(source), None, target)


def _moves(drill: Drill, lifted: list[tuple[str, str]], kept: Placement, repaired: Placement) -> Iterator[Move]:
    """The moves of the lifted tiles, in their order, then of those that were missing, in the drill's order."""
    coming = {piece: [p for p in where if p not in kept.get(piece, ())] for piece, where in repaired.items()}
    for piece, source in lifted:
        targets = [] if drill.pieces[piece].decoy else coming[piece]
        yield Move(piece, source, targets.pop(0) if targets else None)
    for piece in drill.pieces:
        for target in coming.get(piece, ()):
            yield Move(piece, None, target)

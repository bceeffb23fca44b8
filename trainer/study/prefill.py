"""Level 1: which half of a drill is in place, so that nothing in place fixes what is missing."""

from collections.abc import Collection, Iterator, Sequence
from random import Random

from trainer.cloud.drill import Drill, Placement
from trainer.cloud.lines import drawn_lines, draws_lines, nodes, with_lines
from trainer.cloud.search import interchangeable
from trainer.study.places_left import FEW, PlaceCounter

_TRIES = 24
"""Halves that are looked at, at most."""

_TOLERATED = 1
"""Tiles by which a half may be too large or too small when that gives less away."""

Choice = tuple[str, ...]


def choose_prefilled(drill: Drill, places: PlaceCounter, random: Random) -> Placement:
    """About half of the solution's tiles, and of its lines where the learner draws them.

    Of the halves that are drawn the one is taken that leaves most open: no missing piece has its sister, which
    stands for it, in place, and each keeps three legal places, or all that it ever has.
    """
    pieces = _choose_pieces(drill, places, random)
    placed: Placement = {piece: drill.solution[piece] for piece in drill.pieces if piece in pieces}
    if not draws_lines(drill):
        return placed
    wanted = list(drawn_lines(drill.solution))
    there = frozenset(nodes(drill, placed))
    ready = [line for line in wanted if there.issuperset(line)]
    chosen = set(random.sample(ready, min(len(wanted) // 2, len(ready))))
    return with_lines(placed, (line for line in wanted if line in chosen))


def _choose_pieces(drill: Drill, places: PlaceCounter, random: Random) -> Choice:
    classes = [_required(drill, members) for members in interchangeable(drill)]
    blocks = [members for members in classes if members]
    half = sum(piece.spans for piece in drill.required) // 2
    if half == 0:
        return ()
    best: tuple[tuple[int, int, int], Choice] | None = None
    for choice in dict.fromkeys(_draw(drill, blocks, half, random) for _ in range(_TRIES)):
        off = abs(_tiles(drill, choice) - half)
        cost = (max(0, off - _TOLERATED), _given_away(drill, blocks, places, choice), off)
        if best is None or cost < best[0]:
            best = (cost, choice)
        if not any(cost):
            break
    assert best is not None
    return best[1]


def _required(drill: Drill, members: Sequence[str]) -> Choice:
    return tuple(piece for piece in members if not drill.pieces[piece].decoy)


def _tiles(drill: Drill, pieces: Collection[str]) -> int:
    return sum(drill.pieces[piece].spans for piece in pieces)


def _draw(drill: Drill, blocks: Sequence[Choice], half: int, random: Random) -> Choice:
    """Whole blocks of sisters in random order while they fit; single pieces only when no block does."""
    chosen: list[str] = []
    for block in random.sample(blocks, len(blocks)):
        if _tiles(drill, chosen) + _tiles(drill, block) <= half:
            chosen += block
    if not chosen:
        chosen += _break_up(drill, random.choice(blocks), half)
    return tuple(sorted(chosen))


def _break_up(drill: Drill, block: Choice, half: int) -> Iterator[str]:
    """The first pieces of a block up to the half, one at least."""
    taken = 0
    for piece in block:
        if taken and taken + drill.pieces[piece].spans > half:
            return
        taken += drill.pieces[piece].spans
        yield piece


def _given_away(drill: Drill, blocks: Sequence[Choice], places: PlaceCounter, chosen: Choice) -> int:
    """How much a half says of the rest: sisters that were parted, and legal places that were lost."""
    there: Placement = {piece: drill.solution[piece] for piece in chosen}
    lost = 0
    for block in blocks:
        missing = [piece for piece in block if piece not in there]
        lost += len(missing) if 0 < len(missing) < len(block) else 0
        for piece in missing:
            found = places.look(there, piece)
            ever = min(FEW + 1, len(places.alone(piece)))
            lost += max(0, ever - found.legal) + found.given_away
    return lost

"""How much one diagram may hold."""

from collections.abc import Mapping, Sequence, Sized

from trainer.cloud.drill import Fixture, Link, Piece, Placement
from trainer.cloud.lines import is_line
from trainer.errors import UserError

MOST_CONTAINERS = 400
MOST_TILES = 600
MOST_LINKS = 800


def check_size(
    topology: Sized,
    placement: Placement,
    pieces: Mapping[str, Piece],
    fixtures: Sequence[Fixture],
    links: Sequence[Link],
) -> None:
    """Refuses a diagram that is too large to draw, and one whose placement names what is not there.

    Raises:
        UserError: when there are more containers, tiles or links than can be drawn.
        ValueError: when a piece or a container of the placement is unknown.
    """
    tiles = len(fixtures) + sum(len(set(where)) for piece, where in placement.items() if not is_line(piece))
    for count, most, what in (
        (len(topology), MOST_CONTAINERS, "containers"),
        (tiles, MOST_TILES, "tiles"),
        (len(links), MOST_LINKS, "links"),
    ):
        if count > most:
            raise UserError(f"the diagram has {count} {what}, and {most} can be drawn at most; split it into several")
    unknown = {piece for piece in placement if not is_line(piece)} - pieces.keys()
    if unknown:
        raise ValueError(f"the placement has pieces that are unknown: {', '.join(sorted(unknown))}")

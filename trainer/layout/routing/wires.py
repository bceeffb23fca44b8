"""Which tiles the links of a diagram connect."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trainer.cloud.drill import Link, LinkKind
from trainer.cloud.topology import Topology
from trainer.layout.geometry import Tile


@dataclass(frozen=True, slots=True)
class Wire:
    """One line that is to be drawn: a link between two tiles.

    Attributes:
        link: index of the link in the drill.
    """

    link: int
    kind: LinkKind
    label: str
    source: Tile
    target: Tile

    @property
    def distance(self) -> float:
        """How far apart the middles of the tiles are, along the axes."""
        start, end = self.source.rect.center, self.target.rect.center
        return abs(start.x - end.x) + abs(start.y - end.y)


def find_wires(topology: Topology, tiles: Sequence[Tile], links: Sequence[Link]) -> list[Wire]:
    """The lines to draw, in the drill's order.

    Where a source and a target stand in the same zone, only such pairs are connected: a tier talks to its own zone.
    Otherwise every tile of the source is connected to every tile of the target.
    """
    by_piece: dict[str, list[Tile]] = {}
    for tile in tiles:
        by_piece.setdefault(tile.piece, []).append(tile)
    wires: list[Wire] = []
    for index, link in enumerate(links):
        pairs = list(_pairs(topology, by_piece.get(link.source, ()), by_piece.get(link.target, ())))
        wires += [Wire(index, link.kind, link.label, source, target) for source, target in pairs]
    return wires


def _pairs(topology: Topology, sources: Sequence[Tile], targets: Sequence[Tile]) -> Iterator[tuple[Tile, Tile]]:
    every = [(source, target) for source in sources for target in targets if source is not target]
    near = [pair for pair in every if _share_zone(topology, *pair)]
    yield from near or every


def _share_zone(topology: Topology, source: Tile, target: Tile) -> bool:
    zone = topology.zone_of(source.container)
    return zone is not None and zone == topology.zone_of(target.container)

"""Which tiles the links of a diagram connect."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from trainer.cloud.drill import Link, LinkKind
from trainer.cloud.topology import ContainerKind, Topology
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

    Where a source and a target stand in the same zone, or the same network on premises, only such pairs are
    connected: a tier talks to its own zone, a computer to the router of its own site.
    Otherwise every tile of the source is connected to every tile of the target. So is a tile that no line would
    lead away from, since what its piece needs is in another zone only.
    """
    by_piece: dict[str, list[Tile]] = {}
    for tile in tiles:
        by_piece.setdefault(tile.piece, []).append(tile)
    every = [list(product(by_piece.get(link.source, ()), by_piece.get(link.target, ()))) for link in links]
    kept = [[pair for pair in pairs if _are_near(topology, *pair)] or pairs for pairs in every]
    leaving = {source for pairs in kept for source, _ in pairs}
    wires: list[Wire] = []
    for index, link in enumerate(links):
        chosen = [pair for pair in every[index] if pair in kept[index] or pair[0] not in leaving]
        wires += [
            Wire(index, link.kind, link.label, source, target) for source, target in chosen if source is not target
        ]
    return wires


def _are_near(topology: Topology, source: Tile, target: Tile) -> bool:
    kinds = (ContainerKind.AZ, ContainerKind.ON_PREMISES)
    around = [
        (topology.enclosing(source.container, kind), topology.enclosing(target.container, kind)) for kind in kinds
    ]
    return any(one is not None and one is other for one, other in around)

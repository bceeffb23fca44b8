"""A placement seen with everything a rule asks about it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.drill import Drill, Line, Link, Piece, Placement
from trainer.cloud.lines import answers, drawn_lines, is_line, nodes
from trainer.cloud.scope import fits_scope
from trainer.cloud.topology import Access, Container


def can_hold(drill: Drill, container: str) -> bool:
    """Whether a container is a place for pieces at all; it says nothing about right or wrong."""
    return container in drill.topology


class Board:
    """What rules look at: the drill's pieces and where they are now.

    Decoys are left out of every question but `placed_decoys`: a decoy is judged only by the requirement that
    it breaks. A tile outside what its service's scope allows is left out of `seats`, so that one mistake is
    explained once, by the scope rule.
    """

    def __init__(self, drill: Drill, placement: Placement) -> None:
        self.drill = drill
        self.placement = placement
        self._seats: dict[str, tuple[Container, ...]] = {}

    def pieces(self, *services: str) -> tuple[Piece, ...]:
        """The pieces, decoys left out, that are one of these services."""
        return tuple(piece for piece in self.drill.pieces.values() if piece.service in services and not piece.decoy)

    def named(self, pieces: Iterable[str]) -> tuple[Piece, ...]:
        """The pieces with these ids."""
        return tuple(self.drill.pieces[piece] for piece in pieces)

    @cached_property
    def _tiles(self) -> Mapping[str, tuple[Container, ...]]:
        topology = self.drill.topology
        return {
            piece: tuple(topology[c] for c in where) for piece, where in self.placement.items() if not is_line(piece)
        }

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that the learner drew and whose ends are placed."""
        there = frozenset(nodes(self.drill, self.placement))
        return tuple(line for line in drawn_lines(self.placement) if there.issuperset(line))

    @cached_property
    def answers(self) -> Mapping[Line, Link]:
        """The links of the drill by their ends."""
        return answers(self.drill)

    @cached_property
    def mislinks(self) -> Mapping[Line, str]:
        """What is wrong about lines that the drill expects to be drawn wrongly."""
        return {(link.source, link.target): link.because for link in self.drill.mislinks}

    def tiles(self, piece: Piece) -> tuple[Container, ...]:
        """The containers that hold a piece, in the order in which it was put there."""
        return self._tiles.get(piece.id, ())

    def seats(self, piece: Piece) -> tuple[Container, ...]:
        """The containers that hold a piece and that its service's scope allows."""
        if piece.id not in self._seats:
            topology, scope = self.drill.topology, CATALOGUE[piece.service].scope
            self._seats[piece.id] = tuple(tile for tile in self.tiles(piece) if fits_scope(topology, scope, tile))
        return self._seats[piece.id]

    def is_waiting(self, piece: Piece) -> bool:
        """Whether the piece still has tiles in the palette."""
        return len(self.tiles(piece)) < piece.spans

    def zones(self, piece: Piece) -> tuple[str, ...]:
        """The Availability Zones of a piece's seats, once for each seat that lies in one."""
        topology = self.drill.topology
        zones = (topology.zone_of(seat.id) for seat in self.seats(piece))
        return tuple(zone for zone in zones if zone is not None)

    def is_out_of_play(self, piece: Piece) -> bool:
        """Whether all tiles of a piece are placed and none lies in a zone, so that zones say nothing of it."""
        return not self.is_waiting(piece) and not self.zones(piece)

    def placed_decoys(self, requirement: str) -> Iterator[tuple[Piece, tuple[Container, ...]]]:
        """The decoys on the board that break a requirement, with where they are."""
        for piece in self.drill.pieces.values():
            if piece.decoy and piece.breaks == requirement and (tiles := self.tiles(piece)):
                yield piece, tiles

    def label(self, container: str) -> str:
        """The label of a container, for messages."""
        return self.drill.topology[container].label


def is_public(container: Container) -> bool:
    """Whether a container is a subnet with a route to an internet gateway."""
    return container.access is Access.PUBLIC

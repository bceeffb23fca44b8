"""What is to be laid out: the rows in which containers stand, and the room that each keeps for tiles of its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile
from math import ceil, sqrt

from trainer.cloud.drill import Fixture, Piece, Placement
from trainer.cloud.topology import Container, ContainerKind, Topology
from trainer.layout.labels import label_size
from trainer.layout.measure import Measure
from trainer.layout.sizes import BESIDE_MOST

Rows = tuple[tuple[str, ...], ...]
RowClass = tuple[tuple[int, str], ...]

_RESERVED = 2
"""Tiles that a container has room for, whatever is right, so that most drops move nothing."""

_KEPT = {ContainerKind.REGION: 0, ContainerKind.AZ: 0, ContainerKind.STEP: 1}
"""Where it is another number: regions and zones make room once something is dropped there, a step takes one."""

_LEFT = frozenset({ContainerKind.SUBNET, ContainerKind.GROUP, ContainerKind.BIN, ContainerKind.STEP})
"""Kinds whose tiles begin at the left, in columns; the others have them around their middle."""

_LABELLED_ABOVE = frozenset({ContainerKind.BIN, ContainerKind.GROUP, ContainerKind.STEP})
"""Kinds whose tiles lie below the label, whatever its width."""

_ZONES_BESIDE = 2
"""Zones of a diagram whose subnets have their tiles beside the label; with more, it would get too wide."""

_PER_ROW = {
    ContainerKind.AZ: 3,
    ContainerKind.REGION: 2,
    ContainerKind.VPC: 2,
    ContainerKind.BIN: 3,
    ContainerKind.STEP: 4,
    ContainerKind.GROUP: 3,
    ContainerKind.INTERNET: 2,
    ContainerKind.EDGE: 2,
    ContainerKind.ON_PREMISES: 2,
}
"""Sister containers side by side, at most; subnets lie below each other."""

_FIRST = frozenset({ContainerKind.INTERNET, ContainerKind.EDGE})


@dataclass(frozen=True, slots=True)
class Spot:
    """A container with all that decides its size.

    Attributes:
        tiles: the pieces and fixtures in it, in drawing order.
        room: tiles that it has room for, at least.
        columns: how many of them stand side by side, where they begin at the left.
        from_left: tiles stand in columns from the left; otherwise around the middle.
        label: width and height of its label.
        label_column: width kept for labels beside the tiles, alike in all subnets of a region; None when the
            tiles are below the label.
        rows: the containers in it.
        row_class: which row it stands in, counted from the outside; sisters of one row have the same.
        abreast: innermost containers that stand side by side in it.
    """

    container: Container
    depth: int
    tiles: tuple[str, ...]
    room: int
    columns: int
    from_left: bool
    label: tuple[float, float]
    label_column: float | None
    rows: Rows
    row_class: RowClass
    abreast: int

    @property
    def width_class(self) -> tuple[str, ...]:
        """Sisters of one width have the same: those of a kind with as much side by side."""
        return (*(kind for _, kind in self.row_class), str(self.abreast))


@dataclass(frozen=True, slots=True)
class Plan:
    """All containers by id, outermost first, and the rows of the outermost."""

    spots: Mapping[str, Spot]
    rows: Rows

    def by_depth(self) -> Iterator[list[Spot]]:
        """The containers of each depth, deepest first."""
        ordered = sorted(self.spots.values(), key=lambda spot: -spot.depth)
        for _, spots in groupby(ordered, key=lambda spot: spot.depth):
            yield list(spots)


def make_plan(
    topology: Topology,
    placement: Placement,
    pieces: Mapping[str, Piece],
    fixtures: Sequence[Fixture],
    measure: Measure,
    capacity: Mapping[str, int],
) -> Plan:
    """Puts the containers in rows and counts the room that each needs."""
    tiles = tiles_by_container(topology, placement, pieces, fixtures)
    rows = {container: _rows(topology, container) for container in (None, *topology)}
    classes = _row_classes(topology, rows)
    abreast: dict[str, int] = {}
    for name in reversed(list(topology)):
        abreast[name] = max((sum(abreast[inner] for inner in row) for row in rows[name]), default=1)
    labels = {container.id: label_size(container, measure) for container in topology.values()}
    columns = _label_columns(topology, labels)
    spots: dict[str, Spot] = {}
    for name, container in topology.items():
        kept = _room_kept(container, rows[name])
        room = max(len(tiles[name]), capacity.get(name, kept), kept)
        spots[name] = Spot(
            container=container,
            depth=len(topology.lineage(name)) - 1,
            tiles=tiles[name],
            room=room,
            columns=_columns(container.kind, room, capacity.get(name, 0)),
            from_left=container.kind in _LEFT,
            label=labels[name],
            label_column=columns[name],
            rows=rows[name],
            row_class=classes[name],
            abreast=abreast[name],
        )
    return Plan(spots, rows[None])


def _room_kept(container: Container, inner: Rows) -> int:
    """Tiles that a container keeps room for; a zone or Region without anything in it is a place like any other."""
    kept = _KEPT.get(container.kind, _RESERVED)
    return kept if inner or kept else _RESERVED


def tiles_by_container(
    topology: Topology, placement: Placement, pieces: Mapping[str, Piece], fixtures: Sequence[Fixture]
) -> dict[str, tuple[str, ...]]:
    """The tiles of each container: fixtures first, then pieces in the drill's order, whatever came first."""
    tiles: dict[str, list[str]] = {container: [] for container in topology}
    for fixture in fixtures:
        tiles[fixture.container].append(fixture.id)
    for piece in pieces:
        for container in dict.fromkeys(placement.get(piece, ())):
            tiles[container].append(piece)
    return {container: tuple(found) for container, found in tiles.items()}


def _rows(topology: Topology, parent: str | None) -> Rows:
    """Neighbours of one kind share rows; on the outside, internet and edge come first, on-premises last.

    On-premises that a file begins with stays above all, where its way to a VPC's gateways is short.
    """
    children: Sequence[Container] = topology.children(parent)
    if parent is None:
        above = len(list(takewhile(_is_on_premises, children)))
        children = [*children[:above], *sorted(children[above:], key=_outermost_order)]
    rows: list[tuple[str, ...]] = []
    for band, run in groupby(children, key=_band):
        names = [container.id for container in run]
        kind = ContainerKind.INTERNET if band == "outside" else ContainerKind(band)
        most = _PER_ROW.get(kind, 1)
        count = ceil(len(names) / most)
        each = ceil(len(names) / count)
        rows += [tuple(names[at : at + each]) for at in range(0, len(names), each)]
    return tuple(rows)


def _outermost_order(container: Container) -> int:
    if container.kind in _FIRST:
        return 0
    return 2 if _is_on_premises(container) else 1


def _is_on_premises(container: Container) -> bool:
    return container.kind is ContainerKind.ON_PREMISES


def _band(container: Container) -> str:
    return "outside" if container.kind in _FIRST else str(container.kind)


def _row_classes(topology: Topology, rows: Mapping[str | None, Rows]) -> dict[str, RowClass]:
    classes: dict[str, RowClass] = {}
    for parent, inner in rows.items():
        above = classes[parent] if parent is not None else ()
        for number, row in enumerate(inner):
            for name in row:
                classes[name] = (*above, (number, str(topology[name].kind)))
    return classes


def _label_columns(topology: Topology, labels: Mapping[str, tuple[float, float]]) -> dict[str, float | None]:
    """Labels of subnets share a column, so that their tiles stand below each other."""
    crowded = len(topology.of_kind(ContainerKind.AZ)) > _ZONES_BESIDE
    widest: dict[tuple[str, ContainerKind], float] = {}
    for name, container in topology.items():
        key = (topology.lineage(name)[-1].id, container.kind)
        widest[key] = max(widest.get(key, 0.0), labels[name][0])
    columns: dict[str, float | None] = {}
    for name, container in topology.items():
        width = widest[topology.lineage(name)[-1].id, container.kind]
        if container.kind is not ContainerKind.SUBNET:
            width = labels[name][0]
        narrow = crowded and container.kind is ContainerKind.SUBNET
        below = narrow or container.kind in _LABELLED_ABOVE or width > BESIDE_MOST
        columns[name] = None if below else width
    return columns


def _columns(kind: ContainerKind, room: int, capacity: int) -> int:
    """Side by side up to a square; a third row is rarer than a third column would be disturbing."""
    if kind is ContainerKind.STEP and room == 1:
        return 1
    wanted = min(capacity, 3) if kind is ContainerKind.SUBNET else 0
    return max(_RESERVED, wanted, ceil(sqrt(room)))

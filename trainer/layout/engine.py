"""From a topology and a placement to final positions: Graphviz orders and sizes, we align, then links are routed."""

from collections.abc import Mapping, Sequence

from trainer.cloud.drill import Fixture, Link, Piece, Placement
from trainer.cloud.topology import Topology
from trainer.layout.align import align
from trainer.layout.dot import container_boxes
from trainer.layout.geometry import Geometry
from trainer.layout.limits import check_size
from trainer.layout.measure import Measure
from trainer.layout.plan import make_plan
from trainer.layout.routing.router import route_links


def lay_out(
    topology: Topology,
    placement: Placement,
    pieces: Mapping[str, Piece],
    *,
    fixtures: Sequence[Fixture] = (),
    links: Sequence[Link] = (),
    measure: Measure,
    capacity: Mapping[str, int] | None = None,
) -> Geometry:
    """Lays out a diagram; the same input always gives the same output.

    Args:
        topology: the containers.
        placement: where the pieces are.
        pieces: the pieces by id; their order is the order of tiles within a container.
        fixtures: tiles that are part of the scene.
        links: lines, drawn where both ends are placed.
        measure: how wide a text is.
        capacity: how many tiles a container keeps room for, where the usual number does not do.

    Raises:
        UserError: when the diagram is too large to draw.
        ValueError: when the placement names a piece that is unknown.
    """
    check_size(topology, placement, pieces, fixtures, links)
    plan = make_plan(topology, placement, pieces, fixtures, measure, capacity or {})
    boxes, tiles = align(plan, container_boxes(plan))
    paths = route_links(topology, boxes, tiles, links, measure)
    return Geometry(
        width=max((box.rect.right for box in boxes), default=0.0),
        height=max((box.rect.bottom for box in boxes), default=0.0),
        boxes=boxes,
        tiles=tiles,
        paths=paths,
    )

"""A diagram in the DOT language, for those who go on with it in Graphviz: clusters, nodes, edges and their names."""

from collections.abc import Mapping, Sequence

from graphviz import Digraph, escape

from trainer.cloud.drill import Fixture, Link, LinkKind, Piece, Placement
from trainer.cloud.topology import Container, Topology
from trainer.layout.labels import label_lines
from trainer.layout.plan import tiles_by_container

_STYLES = {LinkKind.TRAFFIC: "solid", LinkKind.REPLICATION: "dashed", LinkKind.TRIGGER: "dotted"}


def to_dot(
    topology: Topology,
    placement: Placement,
    pieces: Mapping[str, Piece],
    *,
    fixtures: Sequence[Fixture],
    links: Sequence[Link],
    title: str,
) -> str:
    """Writes a diagram as DOT.

    Args:
        topology: the containers; each becomes a cluster.
        placement: where the pieces are; each tile becomes a node.
        pieces: the pieces by id.
        fixtures: tiles that are part of the scene.
        links: lines, drawn where both ends are placed; between all tiles of the two.
        title: what the picture is of.
    """
    names: dict[str, str] = {piece.id: piece.name for piece in pieces.values()}
    names |= {fixture.id: fixture.name for fixture in fixtures}
    tiles = tiles_by_container(topology, placement, pieces, fixtures)
    graph = Digraph(
        "drill",
        graph_attr={"label": escape(title), "labelloc": "t", "compound": "true", "fontname": "sans-serif"},
        node_attr={"shape": "box", "style": "rounded", "fontname": "sans-serif"},
        edge_attr={"fontname": "sans-serif"},
    )
    for container in topology.children():
        graph.subgraph(_cluster(container, topology, tiles, names))
    nodes: dict[str, list[str]] = {}
    for container, inside in tiles.items():
        for piece in inside:
            nodes.setdefault(piece, []).append(_node(piece, container))
    for link in links:
        for tail in nodes.get(link.source, ()):
            for head in nodes.get(link.target, ()):
                graph.edge(tail, head, label=escape(link.label) if link.label else None, style=_STYLES[link.kind])
    return graph.source


def _cluster(
    container: Container, topology: Topology, tiles: Mapping[str, Sequence[str]], names: Mapping[str, str]
) -> Digraph:
    label = r"\n".join(escape(line) for line in label_lines(container))
    cluster = Digraph(f"cluster_{container.id}", graph_attr={"label": label})
    if not tiles[container.id] and not topology.children(container.id):
        cluster.node(f"{container.id}/", label="", style="invis")  # an empty cluster would not be drawn
    for piece in tiles[container.id]:
        cluster.node(_node(piece, container.id), label=escape(names[piece]))
    for child in topology.children(container.id):
        cluster.subgraph(_cluster(child, topology, tiles, names))
    return cluster


def _node(piece: str, container: str) -> str:
    return f"{container}/{piece}"

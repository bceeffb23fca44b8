"""Pass 1: the containers as a DOT graph, and the engine that gives their order and sizes.

Links are left out, so that they never move anything. Every container is a cluster that holds one invisible anchor
as large as its own part (label and room for tiles), so that an empty one keeps its box. Anchors of nested rows are
chained downwards with weight; anchors of one row in sister containers share a rank.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pygraphviz
from graphviz import Digraph

from trainer.layout.geometry import Rect
from trainer.layout.plan import Plan, Spot
from trainer.layout.sizes import GAP, PAD
from trainer.layout.slots import head_height, least_width, slots

_PER_INCH = 72
_CHAIN_WEIGHT = "8"

NumberedRows = tuple[tuple[int, ...], ...]


def container_boxes(plan: Plan) -> Mapping[str, Rect]:
    """The boxes that the engine gives, by container id."""
    names = list(plan.spots)
    boxes = run_engine(write_dot(_outline(plan)))
    return {names[number]: box for number, box in boxes}


@dataclass(frozen=True, slots=True)
class Outline:
    """All that the graph depends on; containers are numbered, since an id may be any text.

    Attributes:
        anchors: width and height of each container's anchor.
        rows: the containers in each, in rows; the outermost come last.
        ranks: containers of each that stand in sister rows.
    """

    anchors: tuple[tuple[float, float], ...]
    rows: tuple[NumberedRows, ...]
    ranks: tuple[tuple[int, ...], ...]


def _outline(plan: Plan) -> Outline:
    numbers = {name: number for number, name in enumerate(plan.spots)}
    every = [*(spot.rows for spot in plan.spots.values()), plan.rows]
    ranks: dict[object, list[int]] = {}
    for number, spot in enumerate(plan.spots.values()):
        ranks.setdefault(tuple(row for row, _ in spot.row_class), []).append(number)
    return Outline(
        anchors=tuple(_anchor_size(spot) for spot in plan.spots.values()),
        rows=tuple(tuple(tuple(numbers[name] for name in row) for row in rows) for rows in every),
        ranks=tuple(tuple(rank) for rank in ranks.values() if len(rank) > 1),
    )


def _anchor_size(spot: Spot) -> tuple[float, float]:
    """As large as the container's own part; the cluster's margin comes on top."""
    width = least_width(spot)
    return width - 2 * PAD, max(1.0, head_height(spot, slots(spot, width)) - 2 * PAD)


@lru_cache(maxsize=64)
def write_dot(outline: Outline) -> str:
    """The graph in the DOT language."""
    graph = Digraph(
        graph_attr={"newrank": "true", "nodesep": f"{GAP / _PER_INCH:.4f}", "ranksep": f"{GAP / _PER_INCH:.4f}"},
        node_attr={"shape": "box", "fixedsize": "true", "label": "", "style": "invis"},
        edge_attr={"style": "invis", "weight": _CHAIN_WEIGHT},
    )
    _write_rows(graph, outline, outline.rows[-1])
    for parent, rows in enumerate(outline.rows):
        _write_chain(graph, outline, parent, rows)
    for rank in outline.ranks:
        graph.body.append(f"\t{{rank=same; {'; '.join(_anchor(number) for number in rank)}}}\n")
    return graph.source


def _write_rows(graph: Digraph, outline: Outline, rows: NumberedRows) -> None:
    for number in (number for row in rows for number in row):
        width, height = outline.anchors[number]
        cluster = Digraph(f"cluster{number}", graph_attr={"margin": f"{PAD:g}"})
        cluster.node(_anchor(number), width=f"{width / _PER_INCH:.4f}", height=f"{height / _PER_INCH:.4f}")
        _write_rows(cluster, outline, outline.rows[number])
        graph.subgraph(cluster)


def _anchor(number: int) -> str:
    return f"a{number}"


def _write_chain(graph: Digraph, outline: Outline, parent: int, rows: NumberedRows) -> None:
    """From a container to the first row in it, and from each row to the next."""
    above = [parent] if parent < len(outline.anchors) else []
    for row in rows:
        for place, number in enumerate(row):
            if above:
                graph.edge(_anchor(above[min(place, len(above) - 1)]), _anchor(number))
        above = [_lowest(outline, number) for number in row]


def _lowest(outline: Outline, number: int) -> int:
    """The lowest anchor in a container, so that what comes below is below all of it."""
    while outline.rows[number]:
        number = outline.rows[number][-1][0]
    return number


@lru_cache(maxsize=64)
def run_engine(dot: str) -> tuple[tuple[int, Rect], ...]:
    """Runs Graphviz; the one place that knows how. Kept by the text, which says all that matters.

    Returns:
        The boxes of the numbered clusters, y growing downwards.
    """
    graph = pygraphviz.AGraph(string=dot)
    text = graph.draw(format="json0", prog="dot")  # json without drawing operations
    graph.close()
    assert text is not None
    drawn = json.loads(text)
    height = float(drawn["bb"].split(",")[3])
    boxes: list[tuple[int, Rect]] = []
    for item in drawn.get("objects", ()):
        if "bb" in item and item["name"].startswith("cluster"):
            left, low, right, top = (float(value) for value in item["bb"].split(","))
            boxes.append((int(item["name"][7:]), Rect(left, height - top, right - left, top - low)))
    return tuple(sorted(boxes))

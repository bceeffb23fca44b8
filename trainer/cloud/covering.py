"""A solved drill with one piece covered, so that nothing but the rest of the diagram tells what belongs there.

Covered with it are the pieces that would give it away: those of the same service in the same role, whose tiles are
blank; the targets of routes that lead to it; and the labels of lines that share a word with its name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.drill import CHIP, Drill, Fixture, Link, Piece
from trainer.cloud.grading import grade
from trainer.cloud.lines import is_line, links_to_show, name_of, role_of, service_of
from trainer.cloud.topology import Container, Topology

COVER = "?"
"""Stands in place of what is asked for."""

BLANK = "blank"
"""Stands in words for the tile of another piece that is covered too."""

_Node = TypeVar("_Node", Piece, Fixture)

_WORDS = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Covered:
    """What may be seen before the answer.

    Attributes:
        drill: with other names, labels and routes where the true ones would tell; places and ids are the same.
        asked: id of the piece or fixture.
        others: ids of those that are blank with it.
        links: as they are drawn.
    """

    drill: Drill
    asked: str
    others: frozenset[str]
    links: tuple[Link, ...]


def nodes_of(drill: Drill) -> tuple[str, ...]:
    """The ids of all that stands in the solved diagram: pieces, decoys left out, and fixtures."""
    return (*(piece.id for piece in drill.required), *(fixture.id for fixture in drill.fixtures))


def cover(drill: Drill, node: str) -> Covered:
    """Covers a piece or fixture of a drill.

    Raises:
        ValueError: when nothing in the solved diagram has that id.
    """
    if node not in nodes_of(drill):
        raise ValueError(f"the solved drill {drill.id} has no piece or fixture {node!r}")
    others = frozenset(other for other in nodes_of(drill) if other != node and _is_alike(drill, node, other))
    shown = replace(
        drill,
        title="",
        topology=Topology(tuple(_without_routes(box, service_of(drill, node)) for box in drill.topology.values())),
        pieces=MappingProxyType({name: _covered(piece, node, others) for name, piece in drill.pieces.items()}),
        fixtures=tuple(_covered(fixture, node, others) for fixture in drill.fixtures),
    )
    words = set(map(str.casefold, _WORDS.findall(answer_name(drill, node))))
    links = tuple(_without_label(link, words) for link in links_to_show(drill, drill.solution))
    return Covered(shown, node, others, links)


def answer_name(drill: Drill, node: str) -> str:
    """What a piece or fixture is called: its name, and its service where the name does not say it."""
    name, service = name_of(drill, node), service_of(drill, node)
    if service == CHIP:
        return name
    known = CATALOGUE[service].name
    says_it = _short(known).casefold() in name.casefold() or name.casefold() in known.casefold()
    return name if says_it else f"{name} ({known})"


def is_solved(drill: Drill) -> bool:
    """Whether the drill's own solution is a right placement."""
    verdict = grade(drill, drill.solution)
    return verdict.complete and not verdict.errors


def tells(text: str, drill: Drill, node: str, *, of_its_service: bool = False) -> bool:
    """Whether a text names a piece or fixture, or its service, as whole words.

    Args:
        text: what is seen.
        drill: the drill.
        node: the piece or fixture.
        of_its_service: the text is the name of another part of its service, which may say so.
    """
    names = {_short(name_of(drill, node))}
    if (service := service_of(drill, node)) != CHIP and not of_its_service:
        names.add(_short(CATALOGUE[service].name))
    return any(re.search(rf"(?<!\w){re.escape(name)}s?(?!\w)", text, re.IGNORECASE) for name in names)


def telltales(drill: Drill, node: str) -> tuple[str, ...]:
    """Labels and names that stay in the picture and name what is covered; a card about it would be no question."""
    others = cover(drill, node).others
    labels = (box.label for box in drill.topology.values())
    found = [label for label in labels if tells(label, drill, node)]
    for other in nodes_of(drill):
        name, is_same = name_of(drill, other), service_of(drill, other) == service_of(drill, node)
        if other != node and other not in others and tells(name, drill, node, of_its_service=is_same):
            found.append(name)
    return tuple(dict.fromkeys(found))


def outline(covered: Covered) -> Iterator[str]:
    """The diagram in words: a line for each place with what is in it, then one for each arrow."""
    drill = covered.drill
    inside: dict[str, list[str]] = {place: [] for place in drill.topology}
    for fixture in drill.fixtures:
        inside[fixture.container].append(_said(covered, fixture.id))
    for piece, places in drill.solution.items():
        if not is_line(piece):
            for place in places:
                inside[place].append(_said(covered, piece))
    for place, held in inside.items():
        if held or drill.topology[place].routes:
            yield f"{_path(drill.topology, place)}: {', '.join(held) or 'empty'}"
    for link in covered.links:
        label = f" ({link.label})" if link.label else ""
        yield f"{_said(covered, link.source)} → {_said(covered, link.target)}{label}"


def _short(name: str) -> str:
    return name.removeprefix("Amazon ").removeprefix("AWS ")


def _said(covered: Covered, node: str) -> str:
    return BLANK if node in covered.others else name_of(covered.drill, node)


def _path(topology: Topology, place: str) -> str:
    """A place with those around it, and with the routes that lead out of it."""
    path = " > ".join(box.label for box in reversed(topology.lineage(place)))
    routes = [f"{route.destination} to {_route_word(route.target)}" for route in topology[place].routes]
    return f"{path} ({', '.join(routes)})" if routes else path


def _route_word(target: str | None) -> str:
    return target.replace("-", " ") if target else COVER


def _is_alike(drill: Drill, node: str, other: str) -> bool:
    service = service_of(drill, node)
    is_same = service == service_of(drill, other) and role_of(drill, node) == role_of(drill, other)
    return is_same and service != CHIP


def _covered(node: _Node, asked: str, others: frozenset[str]) -> _Node:
    if node.id == asked:
        return replace(node, name=COVER)
    return replace(node, name="") if node.id in others else node


def _without_routes(box: Container, service: str) -> Container:
    """A container whose routes do not say that they lead to a service."""
    routes = (
        replace(route, target=None) if route.target and service.startswith(route.target) else route
        for route in box.routes
    )
    return replace(box, routes=tuple(routes))


def _without_label(link: Link, words: set[str]) -> Link:
    tells_it = words & set(map(str.casefold, _WORDS.findall(link.label)))
    return replace(link, label=COVER) if tells_it else link

"""From a checked drill document (plain JSON values) to the values that the program works with."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.drill import (
    CHIP,
    Alternative,
    Drill,
    Feedback,
    Fixture,
    Link,
    LinkKind,
    Mislink,
    Mode,
    Piece,
    RuleUse,
    Story,
)
from trainer.cloud.lines import with_lines
from trainer.cloud.topology import Access, Container, ContainerKind, Route, RouteTarget, Topology

_OWN_FIELDS = frozenset({"rule", "asked", "because", "skill"})


def build_drill(document: Mapping[str, Any]) -> Drill:
    """The drill of a document that passed its checks."""
    pieces = (_piece(row) for row in document["pieces"])
    modes = tuple(Mode(mode) for mode in document["modes"])
    links = tuple(_link(row) for row in document.get("links", ()))
    wanted = [(link.source, link.target) for link in links if not link.optional]
    solution = {piece: _places(where) for piece, where in document["solution"].items()}
    return Drill(
        id=document["id"],
        title=document["title"],
        brief=document["brief"],
        topology=Topology(tuple(_containers(document["containers"], None))),
        pieces=MappingProxyType({piece.id: piece for piece in pieces}),
        rules=(*(_rule_use(row) for row in document["rules"]), *_belongings(document)),
        solution=MappingProxyType(with_lines(solution, wanted) if Mode.CONNECT in modes else solution),
        sections=tuple(document["sections"]),
        architecture=document.get("architecture"),
        fixtures=tuple(
            Fixture(row["id"], _service(row), row.get("name") or CATALOGUE[row["service"]].name, row["in"])
            for row in document.get("fixtures", ())
        ),
        links=links,
        mislinks=tuple(Mislink(row["from"], row["to"], row["because"]) for row in document.get("mislinks", ())),
        alternatives=tuple(
            Alternative(row["piece"], row["container"], row["instead_of"], row["reason"])
            for row in document.get("alternatives", ())
        ),
        modes=modes,
        shows=tuple(document.get("shows", ())),
        stories=tuple(
            Story(row.get("title") or document["title"], row["brief"], MappingProxyType(dict(row.get("names", {}))))
            for row in document.get("stories", ())
        ),
        minutes=document["minutes"],
        difficulty=document["difficulty"],
        feedback=Feedback(document.get("feedback") or _usual_feedback(modes)),
    )


def _usual_feedback(modes: tuple[Mode, ...]) -> Feedback:
    """In bins and steps each drop would be a guess at few places; there it is the whole that is judged."""
    return Feedback.CHECK if {Mode.CLASSIFY, Mode.ORDER} & set(modes) else Feedback.DROP


def _service(row: Mapping[str, Any]) -> str:
    return row.get("service") or CHIP


def _belongings(document: Mapping[str, Any]) -> Iterator[RuleUse]:
    """The rules of pieces that say themselves where they belong; each is an item of its own to remember."""
    for row in document["pieces"]:
        if row.get("belongs"):
            yield RuleUse(
                rule="belongs-to",
                parameters=MappingProxyType({"pieces": (row["id"],), "places": _places(row["belongs"])}),
                because=row["because"],
                skill=f"{CHIP}:{document['id']}/{row['id']}",
                facts=tuple(row["facts"]),
            )


def _containers(rows: list[Mapping[str, Any]], parent: str | None) -> Iterator[Container]:
    for number, row in enumerate(rows, start=1):
        access = row.get("access")
        yield Container(
            id=row["id"],
            kind=ContainerKind(row["kind"]),
            label=row.get("label") or (f"Subnet {row['cidr']}" if row.get("cidr") else f"Step {number}"),
            parent=parent,
            access=Access(access) if access else None,
            cidr=row.get("cidr"),
            routes=tuple(Route(route["to"], RouteTarget(route["via"])) for route in row.get("routes", ())),
        )
        yield from _containers(row.get("children", []), row["id"])


def _piece(row: Mapping[str, Any]) -> Piece:
    return Piece(
        id=row["id"],
        service=_service(row),
        name=row.get("name") or CATALOGUE[row["service"]].name,
        role=row.get("role"),
        spans=row.get("spans", 1),
        decoy=row.get("decoy", False),
        breaks=row.get("breaks"),
        facts=tuple(row.get("facts", ())),
    )


def _rule_use(row: str | Mapping[str, Any]) -> RuleUse:
    if isinstance(row, str):
        return RuleUse(row)
    parameters = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in row.items()
        if name not in _OWN_FIELDS
    }
    return RuleUse(
        rule=row["rule"],
        parameters=MappingProxyType(parameters),
        asked=row.get("asked", False),
        because=row.get("because") or "",
        skill=row.get("skill"),
    )


def _link(row: Mapping[str, Any]) -> Link:
    label = row.get("label") or (str(row["port"]) if row.get("port") else "")
    return Link(
        source=row["from"],
        target=row["to"],
        kind=LinkKind(row.get("kind", LinkKind.TRAFFIC)),
        label=label,
        optional=row.get("optional", False),
        because=row.get("because") or "",
    )


def _places(where: str | list[str]) -> tuple[str, ...]:
    return (where,) if isinstance(where, str) else tuple(where)

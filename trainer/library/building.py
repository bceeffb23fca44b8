"""From a checked drill document (plain JSON values) to the values that the program works with."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.drill import Alternative, Drill, Fixture, Link, LinkKind, Mode, Piece, RuleUse
from trainer.cloud.topology import Access, Container, ContainerKind, Route, RouteTarget, Topology

_OWN_FIELDS = frozenset({"rule", "asked", "because", "skill"})


def build_drill(document: Mapping[str, Any]) -> Drill:
    """The drill of a document that passed its checks."""
    pieces = (_piece(row) for row in document["pieces"])
    return Drill(
        id=document["id"],
        title=document["title"],
        brief=document["brief"],
        topology=Topology(tuple(_containers(document["containers"], None))),
        pieces=MappingProxyType({piece.id: piece for piece in pieces}),
        rules=tuple(_rule_use(row) for row in document["rules"]),
        solution=MappingProxyType({piece: _places(where) for piece, where in document["solution"].items()}),
        sections=tuple(document["sections"]),
        architecture=document.get("architecture"),
        fixtures=tuple(
            Fixture(row["id"], row["service"], row.get("name") or CATALOGUE[row["service"]].name, row["in"])
            for row in document.get("fixtures", ())
        ),
        links=tuple(_link(row) for row in document.get("links", ())),
        alternatives=tuple(
            Alternative(row["piece"], row["container"], row["instead_of"], row["reason"])
            for row in document.get("alternatives", ())
        ),
        modes=tuple(Mode(mode) for mode in document["modes"]),
        shows=tuple(document.get("shows", ())),
        minutes=document["minutes"],
        difficulty=document["difficulty"],
    )


def _containers(rows: list[Mapping[str, Any]], parent: str | None) -> Iterator[Container]:
    for row in rows:
        access = row.get("access")
        yield Container(
            id=row["id"],
            kind=ContainerKind(row["kind"]),
            label=row.get("label") or f"Subnet {row['cidr']}",
            parent=parent,
            access=Access(access) if access else None,
            cidr=row.get("cidr"),
            routes=tuple(Route(route["to"], RouteTarget(route["via"])) for route in row.get("routes", ())),
        )
        yield from _containers(row.get("children", []), row["id"])


def _piece(row: Mapping[str, Any]) -> Piece:
    return Piece(
        id=row["id"],
        service=row["service"],
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
    return Link(row["from"], row["to"], LinkKind(row.get("kind", LinkKind.TRAFFIC)), label)


def _places(where: str | list[str]) -> tuple[str, ...]:
    return (where,) if isinstance(where, str) else tuple(where)

"""The index of terms: which services and notions of AWS a text names, whatever they are called there."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.drill import Piece
from trainer.cloud.service import Service
from trainer.cloud.term_names import CONCEPTS, FULL_NAME_ONLY, NO_TERMS, SHORT_NAMES
from trainer.cloud.topology import Access, Container, ContainerKind

_VENDOR = re.compile(r"^(?:Amazon|AWS) ")
_PLACES: Mapping[ContainerKind, str] = {
    ContainerKind.VPC: "vpc",
    ContainerKind.REGION: "region",
    ContainerKind.AZ: "availability-zone",
    ContainerKind.EDGE: "edge-location",
    ContainerKind.ON_PREMISES: "data-center",
}
_SUBNETS: Mapping[Access | None, str] = {Access.PUBLIC: "public-subnet", Access.PRIVATE: "private-subnet"}


class TermIndex:
    """Finds terms in texts by their names; where one name holds another, the longer one counts.

    Args:
        names: by id of the term, everything that it is called; small and capital letters are alike.

    Raises:
        ValueError: when two terms have one name.
    """

    def __init__(self, names: Mapping[str, tuple[str, ...]]) -> None:
        self._ids: dict[str, str] = {}
        for term, called in names.items():
            for name in called:
                if self._ids.setdefault(name.casefold(), term) != term:
                    raise ValueError(f"{name!r} names both {self._ids[name.casefold()]!r} and {term!r}")
        longest_first = sorted(self._ids, key=lambda name: (-len(name), name))
        self._pattern = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, longest_first))})(?:e?s)?(?![\w-])")

    def find(self, text: str) -> tuple[str, ...]:
        """The ids of the terms that a plain text names, each once, in their order."""
        found = (self._ids[match[1]] for match in self._pattern.finditer(text.casefold()))
        return tuple(dict.fromkeys(found))


@cache
def term_index() -> TermIndex:
    """The index over the catalogue and the notions beside it."""
    names = {service.id: tuple(_names_of(service)) for service in _services()}
    return TermIndex(names | {concept.id: (concept.name, *concept.names) for concept in CONCEPTS})


@cache
def term_names() -> Mapping[str, str]:
    """What each term is called where it is told, by id: without `AWS` or `Amazon`."""
    names = {service.id: _short(service) for service in _services()}
    return names | {concept.id: concept.name for concept in CONCEPTS}


def term_of_piece(piece: Piece) -> str | None:
    """The term that a piece of a drill stands for: by its role, else by its service."""
    by_role = _roles().get(f"{piece.service}/{piece.role}")
    return by_role or (piece.service if piece.service in term_names() else None)


def term_of_place(place: Container) -> str | None:
    """The term that a container of a drill stands for."""
    if place.kind is ContainerKind.SUBNET:
        return _SUBNETS.get(place.access)
    return _PLACES.get(place.kind)


@cache
def _roles() -> Mapping[str, str]:
    return {piece: concept.id for concept in CONCEPTS for piece in concept.pieces}


def _services() -> Iterator[Service]:
    return (service for service in CATALOGUE.values() if service.id not in NO_TERMS)


def _names_of(service: Service) -> Iterator[str]:
    yield service.name
    if service.id not in FULL_NAME_ONLY:
        yield _short(service)
    yield from SHORT_NAMES.get(service.id, ())


def _short(service: Service) -> str:
    return _VENDOR.sub("", service.name)

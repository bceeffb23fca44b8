"""The same drill with other names: Regions, letters of zones and private address ranges, alike in all its texts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from ipaddress import IPv4Address
from random import Random
from typing import cast

from trainer.cloud.drill import Drill, RuleUse
from trainer.cloud.topology import Container, ContainerKind, Topology

_REGIONS = (
    ("eu-central-1", "eu-north-1", "eu-west-1", "eu-west-3"),
    ("us-east-2", "us-west-2"),
    ("ap-northeast-1", "ap-southeast-1", "ap-southeast-2"),
)
"""Regions that stand for each other: near each other, large, under one law. us-east-1 is like no other."""

_PLACE_NAMES = re.compile(
    r"\b(Frankfurt|Germany|Stockholm|Sweden|Ireland|Dublin|Paris|France|Ohio|Oregon|Tokyo|Japan|Singapore|Sydney"
    r"|Australia)\b"
)
"""Where a text names a place, its Region keeps its code."""

_REGION = re.compile(r"\b(?:eu|us|ap)-[a-z]+-\d(?=[a-f]?\b)")
_ADDRESS = re.compile(r"(?<![\d.])(10(?:\.\d{1,3}){3})(?:/(\d{1,2}))?(?![\d.]*\d)")
_PART_OF_ADDRESS = re.compile(r"(?<![\d.])10\.\d")
_ZONE = re.compile(r"\b(?:[Zz]ones?|AZs?) [A-F]\b")
_LETTER = re.compile(r"(?<=[ \d])(?:[A-F]|[a-f])$")
_LETTERS = "ABCDEF"
_FEWEST_ZONES = 4
_BITS = 32


@dataclass(frozen=True, slots=True)
class Rewording:
    """What is called differently.

    Attributes:
        regions: new codes by old ones.
        mask: the bits that are flipped in addresses of 10.0.0.0/8, so that what lay in a range still does, and
            what overlapped still overlaps.
        zones: labels of zones by their ids.
    """

    regions: Mapping[str, str]
    mask: int
    zones: Mapping[str, str]

    def text(self, text: str) -> str:
        """A text with the new names."""
        text = _REGION.sub(lambda found: self.regions.get(found[0], found[0]), text)
        return _ADDRESS.sub(lambda found: self._flip(found[1], found[2]), text) if self.mask else text

    def _flip(self, address: str, length: str | None) -> str:
        """An address, or a range with its length in bits; bits behind the length stay."""
        kept = _BITS - min(int(length), _BITS) if length else 0
        flipped = IPv4Address(int(IPv4Address(address)) ^ (self.mask >> kept << kept))
        return f"{flipped}/{length}" if length else str(flipped)


def make_rewording(drill: Drill, random: Random) -> Rewording:
    """Draws other names, where no text of the drill stands against it."""
    texts = tuple(_texts(drill))
    regions: dict[str, str] = {}
    for group in _REGIONS:
        regions |= zip(group, random.sample(group, len(group)), strict=True)
    mask = random.randint(1, 255) << 16 | random.randint(0, 255) << 8
    named = any(_PLACE_NAMES.search(text) for text in texts)
    torn = any(_PART_OF_ADDRESS.search(_ADDRESS.sub("", text)) for text in texts)
    zones = dict(_letter_zones(drill.topology, random))
    fixed = any(_ZONE.search(text) for text in _texts(drill, with_zones=False))
    return Rewording({} if named else regions, 0 if torn else mask, {} if fixed else zones)


def reword_drill(drill: Drill, words: Rewording) -> Drill:
    """The drill with other names in all that is shown of it."""
    text = words.text
    return replace(
        drill,
        title=text(drill.title),
        brief=text(drill.brief),
        topology=Topology(tuple(_reword_container(container, words) for container in drill.topology.values())),
        pieces={name: replace(piece, name=text(piece.name)) for name, piece in drill.pieces.items()},
        fixtures=tuple(replace(fixture, name=text(fixture.name)) for fixture in drill.fixtures),
        rules=tuple(_reword_rule(use, words) for use in drill.rules),
        links=tuple(replace(link, label=text(link.label), because=text(link.because)) for link in drill.links),
        mislinks=tuple(replace(link, because=text(link.because)) for link in drill.mislinks),
        alternatives=tuple(replace(move, reason=text(move.reason)) for move in drill.alternatives),
        shows=tuple(text(line) for line in drill.shows),
    )


def _reword_container(container: Container, words: Rewording) -> Container:
    routes = (replace(route, destination=words.text(route.destination)) for route in container.routes)
    return replace(
        container,
        label=words.text(words.zones.get(container.id, container.label)),
        cidr=words.text(container.cidr) if container.cidr else None,
        routes=tuple(routes),
    )


def _reword_rule(use: RuleUse, words: Rewording) -> RuleUse:
    parameters = {name: _reword_value(value, words) for name, value in use.parameters.items()}
    return replace(use, parameters=parameters, because=words.text(use.because))


def _reword_value(value: object, words: Rewording) -> object:
    """A parameter: ids have no dots and stay; ranges are reworded."""
    if isinstance(value, str):
        return words.text(value) if _ADDRESS.fullmatch(value) else value
    if isinstance(value, tuple):
        return tuple(_reword_value(part, words) for part in cast("tuple[object, ...]", value))
    if isinstance(value, Mapping):
        parts = cast("Mapping[str, object]", value).items()
        return {name: _reword_value(part, words) for name, part in parts}
    return value


def _letter_zones(topology: Topology, random: Random) -> Iterator[tuple[str, str]]:
    """Labels for sister zones, their letters drawn, in alphabetical order as they are drawn."""
    drawn: dict[int, list[str]] = {}
    for parent in (None, *topology):
        zones = [zone for zone in topology.children(parent) if zone.kind is ContainerKind.AZ]
        if not zones or len(zones) > len(_LETTERS) or not all(_LETTER.search(zone.label) for zone in zones):
            continue
        count = len(zones)
        if count not in drawn:
            drawn[count] = sorted(random.sample(_LETTERS[: max(count, _FEWEST_ZONES)], count))
        for zone, letter in zip(zones, drawn[count], strict=True):
            small = zone.label[-1].islower()
            yield zone.id, zone.label[:-1] + (letter.lower() if small else letter)


def _texts(drill: Drill, *, with_zones: bool = True) -> Iterator[str]:
    """All that is shown of a drill in words."""
    yield from (drill.title, drill.brief, *drill.shows)
    for container in drill.topology.values():
        if with_zones or container.kind is not ContainerKind.AZ:
            yield container.label
    yield from (piece.name for piece in drill.pieces.values())
    yield from (fixture.name for fixture in drill.fixtures)
    yield from (use.because for use in drill.rules)
    for link in drill.links:
        yield from (link.label, link.because)
    yield from (link.because for link in drill.mislinks)
    yield from (move.reason for move in drill.alternatives)

"""Variants of a drill: other places on the page, other names and ranges, another story; the same ids and verdicts.

A learner who knows a drill by its picture is asked again in a picture that is new. Ids never change, so a placement
means the same in every variant, and `grade` says the same of it up to labels.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from random import Random

from trainer.cloud.drill import CHIP, Drill, Piece, Story
from trainer.cloud.rewording import make_rewording, reword_drill
from trainer.cloud.topology import Container, ContainerKind, Topology

_FREE = frozenset({ContainerKind.REGION, ContainerKind.VPC, ContainerKind.AZ, ContainerKind.GROUP, ContainerKind.BIN})
"""Kinds whose sisters stand in no order that means anything."""


def vary(drill: Drill, number: int) -> Drill:
    """A variant of a drill; the same one for the same number.

    Args:
        drill: the drill itself.
        number: 0 for the drill itself; from 1 on sister containers change places, rows are mirrored, Regions,
            zones and address ranges get other names, the drill's stories take turns, and some decoys are left out.

    Raises:
        ValueError: when the number is negative.
    """
    if number < 0:
        raise ValueError(f"there is no variant {number}")
    if number == 0:
        return drill
    random = Random(f"{drill.id}:{number}")  # noqa: S311  # a shuffle, not a secret
    told = _tell(drill, number)
    topology = Topology(tuple(_arrange(drill.topology, random)))
    varied = replace(told, topology=topology, pieces=_choose_pieces(told, random))
    return reword_drill(varied, make_rewording(varied, random))


def unseen_variant(history: Iterable[int | None]) -> int:
    """The first variant that was not met.

    Args:
        history: numbers of the variants that were met; None stands for the drill itself.
    """
    met = set(history)
    return next(number for number in range(1, len(met) + 2) if number not in met)


def _tell(drill: Drill, number: int) -> Drill:
    """The drill in one of its stories; its own words take their turn, too."""
    turn = number % (len(drill.stories) + 1)
    return _in_story(drill, drill.stories[turn - 1]) if turn else drill


def _in_story(drill: Drill, story: Story) -> Drill:
    pieces = {name: replace(piece, name=story.names.get(name, piece.name)) for name, piece in drill.pieces.items()}
    fixtures = (replace(fixture, name=story.names.get(fixture.id, fixture.name)) for fixture in drill.fixtures)
    return replace(drill, title=story.title, brief=story.brief, pieces=pieces, fixtures=tuple(fixtures))


def _choose_pieces(drill: Drill, random: Random) -> Mapping[str, Piece]:
    """All pieces that belong in the diagram, some of the decoys; statements to sort are shuffled."""
    decoys = [piece.id for piece in drill.pieces.values() if piece.decoy]
    kept = set(random.sample(decoys, random.randint(1, len(decoys)))) if decoys else set[str]()
    chosen = [piece for piece in drill.pieces.values() if not piece.decoy or piece.id in kept]
    chips = [piece for piece in chosen if piece.service == CHIP]
    random.shuffle(chips)
    shuffled = iter(chips)
    ordered = (next(shuffled) if piece.service == CHIP else piece for piece in chosen)
    return {piece.id: piece for piece in ordered}


def _arrange(topology: Topology, random: Random) -> Iterable[Container]:
    """The containers in another drawing order: sisters change places, and rows of subnets may be mirrored."""
    mirrored = random.random() < 1 / 2

    def walk(parent: str | None) -> Iterable[Container]:
        for child in _reorder(topology, topology.children(parent), random, mirrored=mirrored):
            yield child
            yield from walk(child.id)

    return walk(None)


def _reorder(
    topology: Topology, children: Sequence[Container], random: Random, *, mirrored: bool
) -> Sequence[Container]:
    if mirrored and children and all(child.kind is ContainerKind.SUBNET for child in children):
        return children[::-1]
    ordered = list(children)
    groups: dict[object, list[int]] = {}
    for place, child in enumerate(children):
        if child.kind in _FREE:
            groups.setdefault(_shape(topology, child), []).append(place)
    for places in groups.values():
        shuffled = random.sample(places, len(places))
        for place, source in zip(places, shuffled, strict=True):
            ordered[place] = children[source]
    return ordered


def _shape(topology: Topology, container: Container) -> tuple[object, ...]:
    """Kind and routes of a container and of all that is in it, in drawing order: sisters have the same."""
    inner = tuple(_shape(topology, child) for child in topology.children(container.id))
    return str(container.kind), str(container.access), container.routes, inner

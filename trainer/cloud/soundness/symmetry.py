"""Zones that can swap, and pieces that can: neither may change a verdict."""

from collections.abc import Callable, Iterator
from itertools import combinations, permutations
from random import Random

from trainer.cloud.drill import Drill, Placement
from trainer.cloud.grading import Finding, Verdict, grade
from trainer.cloud.renaming import Renaming, keeps_rules, rename_containers, rename_pieces
from trainer.cloud.search import interchangeable
from trainer.cloud.soundness.report import Examined
from trainer.cloud.soundness.sampling import draw_placement, in_words
from trainer.cloud.topology import Container, ContainerKind, Topology

_ALL_PERMUTED = 4
"""Up to as many sister zones are permuted in every way; of more, each two are swapped, which generates all."""

Rename = Callable[[Placement, Renaming], Placement]


def zone_renamings(drill: Drill) -> tuple[Renaming, ...]:
    """The exchanges of sister zones, with all that is in them, that leave topology and rules as they were."""
    renamings = (renaming for sisters in _sister_zones(drill.topology) for renaming in _exchanges(drill, sisters))
    return tuple(renaming for renaming in renamings if keeps_rules(drill, renaming))


def piece_renamings(drill: Drill) -> tuple[Renaming, ...]:
    """The exchanges of two interchangeable pieces."""
    return tuple(
        {first: second, second: first}
        for members in interchangeable(drill)
        for first, second in combinations(members, 2)
    )


def examine_symmetry(drill: Drill, random: Random, samples: int) -> Examined:
    """Exchanging sister zones or interchangeable pieces changes no verdict."""
    zones, pieces = zone_renamings(drill), piece_renamings(drill)
    failures: dict[str, str] = {}
    for _ in range(samples if zones or pieces else 0):
        placement = draw_placement(drill, random)
        verdict = grade(drill, placement)
        for rename, renamings in ((rename_containers, zones), (rename_pieces, pieces)):
            for renaming in renamings:
                exchange = _in_words(renaming)
                if exchange not in failures and (told := _difference(drill, placement, verdict, rename, renaming)):
                    failures[exchange] = f"{exchange} {told}"
    extent = f"exchanges of zones: {len(zones)}, of pieces: {len(pieces)}; {samples:,} sampled placements each"
    return Examined("symmetry", extent if zones or pieces else "nothing to exchange", tuple(failures.values()))


def _difference(drill: Drill, placement: Placement, before: Verdict, rename: Rename, renaming: Renaming) -> str | None:
    """What a renaming changed in a verdict, with the two placements; None when nothing that matters."""
    renamed = rename(placement, renaming)
    after = grade(drill, renamed)
    if _essence(before, renaming, rename) == _essence(after, {}, rename):
        return None
    rules = [rule for rule in before.rules if before.rules[rule] is not after.rules[rule]]
    concerned = ", ".join(rules) or "the findings"
    return f"changes {concerned}, for instance {in_words(placement)} against {in_words(renamed)}."


def _in_words(renaming: Renaming) -> str:
    """An exchange by its outermost ids."""
    return "Replacing " + ", ".join(f"{old} by {new}" for old, new in list(renaming.items())[:2])


def _essence(verdict: Verdict, renaming: Renaming, rename: Rename) -> tuple[object, ...]:
    """What must be equal: everything but words and order, under the new names."""
    exchanges_pieces = rename is rename_pieces
    states = {
        renaming.get(piece, piece) if exchanges_pieces else piece: state for piece, state in verdict.pieces.items()
    }
    findings = {_named(finding, renaming) for finding in verdict.findings}
    return verdict.correct, verdict.complete, verdict.score, states, dict(verdict.rules), findings


def _named(finding: Finding, renaming: Renaming) -> tuple[object, ...]:
    pieces = frozenset(renaming.get(piece, piece) for piece in finding.pieces)
    return finding.rule, finding.severity, pieces, frozenset(renaming.get(c, c) for c in finding.containers)


def _sister_zones(topology: Topology) -> Iterator[tuple[Container, ...]]:
    """Groups of zones with the same parent and the same inside."""
    groups: dict[object, list[Container]] = {}
    for zone in topology.of_kind(ContainerKind.AZ):
        groups.setdefault((zone.parent, _shape(topology, zone)), []).append(zone)
    return (tuple(zones) for zones in groups.values() if len(zones) > 1)


def _shape(topology: Topology, container: Container) -> tuple[object, ...]:
    """Kind, access and routes of a container and of all that is in it, whatever their order."""
    inner = sorted((_shape(topology, child) for child in topology.children(container.id)), key=repr)
    routes = tuple(sorted((route.destination, str(route.target)) for route in container.routes))
    return str(container.kind), str(container.access), routes, tuple(inner)


def _exchanges(drill: Drill, zones: tuple[Container, ...]) -> Iterator[Renaming]:
    if len(zones) <= _ALL_PERMUTED:
        orders = [order for order in permutations(zones) if order != zones]
    else:
        orders = [_swapped(zones, first, second) for first, second in combinations(range(len(zones)), 2)]
    for order in orders:
        pairs = (pair for old, new in zip(zones, order, strict=True) for pair in _matched(drill.topology, old, new))
        yield {old: new for old, new in pairs if old != new}


def _swapped(zones: tuple[Container, ...], first: int, second: int) -> tuple[Container, ...]:
    order = list(zones)
    order[first], order[second] = order[second], order[first]
    return tuple(order)


def _matched(topology: Topology, old: Container, new: Container) -> Iterator[tuple[str, str]]:
    """The ids of two containers of the same shape, and of what is in them, in pairs."""
    yield old.id, new.id

    def in_order(container: Container) -> list[Container]:
        return sorted(topology.children(container.id), key=lambda child: repr(_shape(topology, child)))

    for old_child, new_child in zip(in_order(old), in_order(new), strict=True):
        yield from _matched(topology, old_child, new_child)

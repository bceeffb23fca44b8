"""Small drills, made in a line, and placements of them."""

from itertools import combinations, product

from hypothesis import strategies as st

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.drill import Drill, Piece, RuleUse
from trainer.cloud.grading import grade
from trainer.cloud.topology import Access, Container, ContainerKind, Route, RouteTarget, Topology

TIERS = ("public", "app", "data")

_ROUTES = {
    "public": (Route("0.0.0.0/0", RouteTarget.INTERNET_GATEWAY),),
    "app": (Route("0.0.0.0/0", RouteTarget.NAT_GATEWAY),),
    "data": (),
}


def make_network(zones="ab", tiers=TIERS):
    """Internet, on premises, a Region with one VPC, and in each zone a subnet of each tier (`public-a`)."""
    containers = [
        Container("internet", ContainerKind.INTERNET, "Internet"),
        Container("office", ContainerKind.ON_PREMISES, "Office"),
        Container("region", ContainerKind.REGION, "Region eu-west-1"),
        Container("vpc", ContainerKind.VPC, "VPC 10.0.0.0/16", "region", cidr="10.0.0.0/16"),
    ]
    for number, zone in enumerate(zones, start=1):
        name = f"zone-{zone}"
        containers.append(Container(name, ContainerKind.AZ, f"Availability Zone {zone.upper()}", "vpc"))
        containers += [make_subnet(tier, zone, f"10.0.{TIERS.index(tier) * 10 + number}.0/24") for tier in tiers]
    return Topology(containers)


def make_two_regions(tiers=TIERS):
    """The usual network, and a second Region with a VPC and one subnet, `data-c`."""
    return Topology(
        [
            *make_network(tiers=tiers).values(),
            Container("far", ContainerKind.REGION, "Region eu-central-1"),
            Container("far-vpc", ContainerKind.VPC, "VPC 10.1.0.0/16", "far", cidr="10.1.0.0/16"),
            Container("zone-c", ContainerKind.AZ, "Availability Zone C", "far-vpc"),
            make_subnet("data", "c", "10.1.21.0/24"),
        ]
    )


def make_subnet(tier, zone, cidr):
    access = Access.PUBLIC if tier == "public" else Access.PRIVATE
    label = f"Subnet {cidr}"
    return Container(f"{tier}-{zone}", ContainerKind.SUBNET, label, f"zone-{zone}", access, cidr, _ROUTES[tier])


def make_piece(piece_id, service, **fields):
    """A piece with the name of its service, and a fact."""
    return Piece(piece_id, service, **{"name": CATALOGUE[service].name, "facts": ("vpc-intro.1",), **fields})


def use(rule, *, asked=True, because="", **parameters):
    """A rule whose quality the brief asks for."""
    return RuleUse(rule, parameters, asked, because)


def make_drill(*pieces, rules=(), solution=None, topology=None, alternatives=()):
    """A drill of pieces, or of services by id (`{"igw": "internet-gateway"}`)."""
    found = [piece for entry in pieces for piece in _as_pieces(entry)]
    return Drill(
        id="small",
        title="Small",
        brief="Small.",
        topology=topology or make_network(),
        pieces={piece.id: piece for piece in found},
        rules=tuple(use(rule) if isinstance(rule, str) else rule for rule in rules),
        solution=solution or {},
        alternatives=alternatives,
    )


def _as_pieces(entry):
    return [make_piece(name, service) for name, service in entry.items()] if isinstance(entry, dict) else [entry]


def placements(drill):
    """Placements, partial as a rule, with more tiles where the solution has them than elsewhere."""
    places = list(drill.topology)

    def tiles(piece):
        right = list(drill.solution.get(piece.id, ()))
        return st.lists(st.sampled_from(right * 4 + places), unique=True, max_size=piece.spans).map(tuple)

    return st.fixed_dictionaries({}, optional={piece.id: tiles(piece) for piece in drill.pieces.values()})


def complete_placements(drill):
    """All complete placements without decoys."""
    choices = [list(combinations(drill.topology, piece.spans)) for piece in drill.required]
    for chosen in product(*choices):
        yield {piece.id: where for piece, where in zip(drill.required, chosen, strict=True)}


def parts_of(placement):
    """All placements that this one completes, itself included."""
    choices = [
        [part for size in range(len(where) + 1) for part in combinations(where, size)] for where in placement.values()
    ]
    for chosen in product(*choices):
        yield dict(zip(placement, chosen, strict=True))


def told_by(rule, drill, placement):
    """The messages of a rule on a placement."""
    return [finding.message for finding in grade(drill, placement).findings if finding.rule == rule]

"""The flagship and a small topology, as the layout's tests use them."""

from random import Random

from trainer.cloud.drill import Fixture, Link, LinkKind, Piece
from trainer.cloud.topology import Access, Container, ContainerKind, Route, RouteTarget, Topology

_ROUTES = {
    "public": (Route("0.0.0.0/0", RouteTarget.INTERNET_GATEWAY),),
    "app": (Route("0.0.0.0/0", RouteTarget.NAT_GATEWAY),),
    "private": (Route("0.0.0.0/0", RouteTarget.NAT_GATEWAY),),
    "data": (),
}


def _subnet(tier, zone, cidr):
    access = Access.PUBLIC if tier == "public" else Access.PRIVATE
    return Container(
        f"{tier}-{zone}", ContainerKind.SUBNET, f"Subnet {cidr}", f"zone-{zone}", access, cidr, _ROUTES[tier]
    )


def _outer():
    return [
        Container("internet", ContainerKind.INTERNET, "Internet"),
        Container("region", ContainerKind.REGION, "Region eu-west-1"),
        Container("vpc", ContainerKind.VPC, "VPC 10.0.0.0/16", "region", cidr="10.0.0.0/16"),
    ]


def _zone(zone):
    return Container(f"zone-{zone}", ContainerKind.AZ, f"Availability Zone {zone.upper()}", "vpc")


def _pieces(*rows):
    return {row[0]: Piece(row[0], row[1], row[2], spans=row[3] if len(row) > 3 else 1) for row in rows}


def flagship():
    containers = _outer()
    for number, zone in enumerate("ab", start=1):
        containers.append(_zone(zone))
        containers += [_subnet(tier, zone, f"10.0.{tens}{number}.0/24") for tier, tens in _TIERS.items()]
    return Topology(containers)


_TIERS = {"public": "", "app": "1", "data": "2"}

FLAGSHIP_PIECES = _pieces(
    ("igw", "internet-gateway", "Internet gateway"),
    ("nat-a", "nat-gateway", "NAT gateway"),
    ("nat-b", "nat-gateway", "NAT gateway"),
    ("alb", "application-load-balancer", "Application Load Balancer", 2),
    ("web", "auto-scaling-group", "Auto Scaling group", 2),
    ("db-primary", "rds", "RDS primary"),
    ("db-standby", "rds", "RDS standby"),
    ("vgw", "virtual-private-gateway", "Virtual private gateway"),
    ("nat-instance", "nat-instance", "NAT instance"),
)

USERS = (Fixture("users", "users", "Users", "internet"),)

FLAGSHIP_LINKS = (
    Link("users", "igw"),
    Link("igw", "alb"),
    Link("alb", "web", label="80"),
    Link("web", "db-primary", label="3306"),
    Link("db-primary", "db-standby", LinkKind.REPLICATION),
    Link("web", "nat-a"),
    Link("web", "nat-b"),
    Link("nat-a", "igw"),
    Link("nat-b", "igw"),
)

FLAGSHIP_SOLUTION = {
    "igw": ("vpc",),
    "nat-a": ("public-a",),
    "nat-b": ("public-b",),
    "alb": ("public-a", "public-b"),
    "web": ("app-a", "app-b"),
    "db-primary": ("data-a",),
    "db-standby": ("data-b",),
}


def mini():
    public, private = _subnet("public", "a", "10.0.1.0/24"), _subnet("private", "a", "10.0.11.0/24")
    return Topology([*_outer(), _zone("a"), public, private])


MINI_PIECES = _pieces(
    ("igw", "internet-gateway", "Internet gateway"),
    ("nat", "nat-gateway", "NAT gateway"),
    ("instance", "ec2-instance", "EC2 instance"),
)

MINI_LINKS = (Link("instance", "nat", label="443"), Link("nat", "igw"), Link("igw", "users"))

MINI_SOLUTION = {"igw": ("vpc",), "nat": ("public-a",), "instance": ("private-a",)}

FLAGSHIP = (flagship(), FLAGSHIP_PIECES, FLAGSHIP_LINKS, FLAGSHIP_SOLUTION)
MINI = (mini(), MINI_PIECES, MINI_LINKS, MINI_SOLUTION)


def random_placement(random: Random, topology, pieces):
    """Any piece on any container: right, wrong, or left in the palette."""
    share = random.random()
    places = list(topology)
    return {
        piece.id: tuple(random.sample(places, random.randint(1, piece.spans)))
        for piece in pieces.values()
        if random.random() < share
    }


def drop_sequence(random: Random, topology, pieces):
    """One piece after the other, each into any container, as a learner would drop them."""
    placement = {}
    order = list(pieces)
    random.shuffle(order)
    yield {}
    for piece in order:
        for count in range(1, pieces[piece].spans + 1):
            placement[piece] = tuple(random.sample(list(topology), count))
            yield dict(placement)

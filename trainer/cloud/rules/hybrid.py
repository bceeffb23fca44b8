"""Between a network of one's own and AWS: VPN, Direct Connect, hubs, and what works on both sides."""

from collections.abc import Iterator

from trainer.cloud.board import Board
from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.drill import Piece
from trainer.cloud.lines import name_of
from trainer.cloud.rule import Breach, Judgement, RuleClass, Undecided, each_decoy, each_seat, rule
from trainer.cloud.scope import place_of
from trainer.cloud.service import Category
from trainer.cloud.topology import Container, ContainerKind, RouteTarget

_INSTANCES = ("auto-scaling-group", "ec2-instance")
_DATABASES = ("aurora", "rds")
_FILE_GATEWAYS = ("s3-file-gateway", "storage-gateway")
_MANAGEMENT = ("backup", "systems-manager")
_AWS_ENDS = ("direct-connect", "site-to-site-vpn", "transit-gateway", "virtual-private-gateway")
"""What a line from a network on premises can lead to on the side of AWS."""

Texts = dict[ContainerKind, str]
"""What is wrong about a kind of place; `{}` stands for the place in the middle of a sentence."""


def _outside(board: Board, services: tuple[str, ...], allowed: set[ContainerKind], texts: Texts) -> Iterator[Judgement]:
    """Judges that services sit only in places of some kinds, whatever the general scope rule would say.

    Args:
        board: the placement.
        services: whom to judge.
        allowed: kinds of place where they may sit; groups count as what is around them.
        texts: the message for each kind of place where they may not; `INTERNET` stands for all that are not named.
    """

    def fault(tile: Container) -> str | None:
        place = place_of(board.drill.topology, tile.id)
        if place is None or place.kind in allowed:
            return None
        return texts.get(place.kind, texts[ContainerKind.INTERNET]).format(place.phrase)

    for piece in board.pieces(*services):
        for tile in board.tiles(piece):
            if message := fault(tile):
                yield Breach((piece.id,), (tile.id,), message)
        if board.is_waiting(piece):
            yield Undecided((piece.id,))


@rule(
    "vgw-on-vpc",
    kind=RuleClass.IMPOSSIBLE,
    statement="A virtual private gateway is attached to a VPC, as AWS's end of its private connections.",
    why="It serves the whole VPC and lies in no subnet; the route tables of subnets point to it for the addresses of "
    "the other network, whose own end is the customer gateway device.",
    facts=("vpc-intro.21", "vpc-intro.23", "w3-hybrid-networking.9"),
    source="How AWS Site-to-Site VPN works (AWS Site-to-Site VPN User Guide)",
    services=("virtual-private-gateway",),
    speaks_for_scope=True,
)
def vgw_on_vpc(board: Board) -> Iterator[Judgement]:
    """Every virtual private gateway sits directly in a VPC."""
    texts = {
        ContainerKind.SUBNET: "A virtual private gateway serves the VPC as a whole, and {} is only a part of that.",
        ContainerKind.AZ: "A virtual private gateway belongs to no zone; this is {}.",
        ContainerKind.REGION: "Directly in {} the virtual private gateway is attached to no VPC, and nothing is "
        "reached through it.",
        ContainerKind.ON_PREMISES: "A virtual private gateway is AWS's end of the connection, and {} is the other one.",
        ContainerKind.INTERNET: "A virtual private gateway is AWS's end of the connection; it is not part of: {}.",
    }
    yield from _outside(board, ("virtual-private-gateway",), {ContainerKind.VPC}, texts)


@rule(
    "customer-gateway-on-premises",
    kind=RuleClass.IMPOSSIBLE,
    statement="A customer gateway device stands in the network that a VPN joins to AWS.",
    why="It is a router or software of your own that ends the tunnels on your side, and you configure it; AWS's end "
    "is a virtual private gateway or a transit gateway.",
    facts=("vpc-intro.22", "vpc-intro.23", "w3-hybrid-networking.10"),
    source="AWS Site-to-Site VPN customer gateway devices (AWS Site-to-Site VPN User Guide)",
    services=("customer-gateway",),
    speaks_for_scope=True,
)
def customer_gateway_on_premises(board: Board) -> Iterator[Judgement]:
    """Every customer gateway device sits on premises."""
    on_aws = "A customer gateway device ends the VPN on the customer's side, and {} is on the side of AWS."
    elsewhere = "A customer gateway device is part of the network that it joins to AWS, not of: {}."
    texts = {
        ContainerKind.SUBNET: on_aws,
        ContainerKind.AZ: on_aws,
        ContainerKind.VPC: on_aws,
        ContainerKind.REGION: on_aws,
        ContainerKind.INTERNET: elsewhere,
    }
    yield from _outside(board, ("customer-gateway",), {ContainerKind.ON_PREMISES}, texts)


@rule(
    "vpn-connection-between-networks",
    kind=RuleClass.IMPOSSIBLE,
    statement="A Site-to-Site VPN connection leads from one network to another and lies inside neither.",
    why="It is a pair of encrypted tunnels, as a rule over the internet. What stands at its ends are gateways: a "
    "device of your own, and a virtual private gateway or transit gateway of AWS.",
    facts=("w3-hybrid-networking.8", "vpc-intro.23"),
    source="What is AWS Site-to-Site VPN? (AWS Site-to-Site VPN User Guide)",
    services=("site-to-site-vpn",),
    speaks_for_scope=True,
)
def vpn_connection_between_networks(board: Board) -> Iterator[Judgement]:
    """Every VPN connection sits on its way, the internet, or with the gateway of the VPC or Region that ends it."""
    inside = "A VPN connection ends at a gateway of the VPC or the Region, not in {}."
    texts = {
        ContainerKind.SUBNET: inside,
        ContainerKind.AZ: inside,
        ContainerKind.ON_PREMISES: "Only one end of the VPN connection is in {}: the device that the tunnels lead to.",
        ContainerKind.INTERNET: "Neither end of the VPN connection, nor its way over the internet, is in: {}.",
    }
    allowed = {ContainerKind.INTERNET, ContainerKind.REGION, ContainerKind.VPC}
    yield from _outside(board, ("site-to-site-vpn",), allowed, texts)


@rule(
    "vpn-ends-at-a-gateway",
    kind=RuleClass.BROKEN,
    statement="On the side of AWS, the line from a customer gateway device ends at a gateway made for it.",
    why="A virtual private gateway or transit gateway ends the tunnels and passes the traffic on by route tables. An "
    "internet gateway knows nothing of tunnels, and no subnet or server behind it is an end of them.",
    facts=("vpc-intro.23", "w3-hybrid-networking.9", "vpc-troubleshooting.3"),
    source="How AWS Site-to-Site VPN works (AWS Site-to-Site VPN User Guide)",
    services=("customer-gateway",),
)
def vpn_ends_at_a_gateway(board: Board) -> Iterator[Judgement]:
    """No drawn line joins a customer gateway device with anything of AWS but a gateway for private connections."""
    services = {node.id: node.service for node in (*board.drill.pieces.values(), *board.drill.fixtures)}
    for line in board.lines:
        others = [node for node in line if services[node] != "customer-gateway"]
        if len(others) != 1 or services[others[0]] in _AWS_ENDS:
            continue
        if CATALOGUE[services[others[0]]].category is not Category.GENERAL:
            message = f"This line ends the VPN at the {name_of(board.drill, others[0])}, which cannot end a tunnel."
            yield Breach((), (), message, lines=(line,))


def _reaches_on_premises(seat: Container) -> bool:
    """Whether a subnet has a route to a network of one's own."""
    gateways = (RouteTarget.VIRTUAL_PRIVATE_GATEWAY, RouteTarget.TRANSIT_GATEWAY)
    return any(route.target in gateways for route in seat.routes)


@rule(
    "route-back-to-on-premises",
    kind=RuleClass.BROKEN,
    statement="What answers a network on premises needs a route back to it in the route table of its subnet.",
    why="A gateway attached to the VPC is not enough: with the local route alone, answers for addresses outside the "
    "VPC are dropped. The route names the other network's range and the gateway that leads there.",
    facts=("vpc-routing-security.2", "vpc-routing-security.4", "w3-hybrid-networking.9"),
    source="Configure routing (AWS Site-to-Site VPN User Guide)",
    services=_INSTANCES,
)
def route_back_to_on_premises(board: Board) -> Iterator[Judgement]:
    """Every seat of an instance has a route to a virtual private gateway or transit gateway."""

    def fault(_piece: Piece, seat: Container) -> str | None:
        if _reaches_on_premises(seat):
            return None
        return f"{seat.label} has no route to the network on premises: answers from there never arrive."

    return each_seat(board, board.pieces(*_INSTANCES), fault)


@rule(
    "databases-with-the-local-route-only",
    kind=RuleClass.RISKY,
    statement="A database that only its VPC may reach sits where the local route is the only one.",
    why="Without a route there is no way out of the VPC or into it, so that a mistake in a security group does not "
    "open the database to other networks.",
    facts=("vpc-routing-security.5", "vpc-routing-security.7", "rds-intro.16"),
    source="Route table concepts (Amazon VPC User Guide)",
    services=_DATABASES,
)
def databases_with_the_local_route_only(board: Board) -> Iterator[Judgement]:
    """No seat of a database has a route beside the local one."""

    def fault(piece: Piece, seat: Container) -> str | None:
        if not seat.routes:
            return None
        ranges = ", ".join(route.destination for route in seat.routes)
        return f"The {piece.name} is in {seat.phrase}, which has a route out of the VPC, to {ranges}."

    return each_seat(board, board.pieces(*_DATABASES), fault)


@rule(
    "no-internet-gateway-for-a-vpn",
    kind=RuleClass.RISKY,
    statement="A VPC that shares nothing with the internet has no internet gateway, not even for a VPN.",
    why="The tunnels end at the virtual private gateway, outside the VPC's own routing, so that they need no internet "
    "gateway; attached, it would be a door with no use, one route away from being open.",
    facts=("vpc-troubleshooting.3", "vpc-intro.19"),
    source="Enable internet access for a VPC using an internet gateway (Amazon VPC User Guide)",
    services=("internet-gateway",),
)
def no_internet_gateway_for_a_vpn(board: Board) -> Iterator[Judgement]:
    """No internet gateway is placed."""

    def message(piece: Piece, tile: Container) -> str:
        return f"With the {piece.name} in {tile.phrase} there is a door to the internet, and the VPN does not use it."

    return each_decoy(board, "no-internet-gateway-for-a-vpn", message)


@rule(
    "no-line-where-a-vpn-will-do",
    kind=RuleClass.RISKY,
    statement="Dedicated bandwidth is paid for only where it is needed.",
    why="A Site-to-Site VPN is up within minutes and encrypted, but it shares the internet's bandwidth and delays. "
    "Direct Connect gives bandwidth of its own, and takes weeks and a contract for the line.",
    facts=("w3-hybrid-networking.13", "w3-hybrid-networking.2", "w3-hybrid-networking.25"),
    source="Network-to-Amazon VPC connectivity options (AWS Whitepaper: Amazon VPC Connectivity Options)",
    services=("direct-connect",),
)
def no_line_where_a_vpn_will_do(board: Board) -> Iterator[Judgement]:
    """No dedicated line is placed."""

    def message(piece: Piece, tile: Container) -> str:
        return f"The {piece.name} in {tile.phrase} buys dedicated bandwidth, which a VPN has not, and nobody needs it."

    return each_decoy(board, "no-line-where-a-vpn-will-do", message)


@rule(
    "direct-connect-ends-at-a-location",
    kind=RuleClass.IMPOSSIBLE,
    statement="A Direct Connect line ends at a Direct Connect location, and gateways lead on from there.",
    why="At the location your router meets one of AWS. Virtual interfaces go on to a virtual private gateway or, by a "
    "Direct Connect gateway, to a transit gateway; a VPC or a subnet is no end of a line.",
    facts=("w3-hybrid-networking.2", "w3-hybrid-networking.3"),
    source="What is Direct Connect? (AWS Direct Connect User Guide)",
    services=("direct-connect",),
    speaks_for_scope=True,
)
def direct_connect_ends_at_a_location(board: Board) -> Iterator[Judgement]:
    """Every Direct Connect line is outside VPCs and off the internet."""
    inside = "No line ends in {}: between it and the VPC there is always a gateway."
    texts = {
        ContainerKind.SUBNET: inside,
        ContainerKind.AZ: inside,
        ContainerKind.VPC: inside,
        ContainerKind.INTERNET: "A Direct Connect line does not touch the internet; here it is part of: {}.",
    }
    allowed = {ContainerKind.EDGE, ContainerKind.REGION, ContainerKind.ON_PREMISES}
    yield from _outside(board, ("direct-connect",), allowed, texts)


@rule(
    "transit-gateway-in-the-region",
    kind=RuleClass.IMPOSSIBLE,
    statement="A transit gateway is a hub of the Region, beside the VPCs that are attached to it.",
    why="VPCs, VPNs and Direct Connect gateways are its spokes, each by an attachment of its own. Inside one of its "
    "spokes it would be no hub for the others.",
    facts=("w3-hybrid-networking.19", "w3-hybrid-networking.20", "w3-hybrid-networking.22"),
    source="What is AWS Transit Gateway for Amazon VPC? (AWS Transit Gateway Guide)",
    services=("transit-gateway",),
    speaks_for_scope=True,
)
def transit_gateway_in_the_region(board: Board) -> Iterator[Judgement]:
    """Every transit gateway sits directly in a Region."""
    texts = {
        ContainerKind.VPC: "A transit gateway is a hub for many networks; {} is only one of those attached to it.",
        ContainerKind.SUBNET: "A transit gateway can have an attachment in {}, but the hub itself is not there.",
        ContainerKind.AZ: "A transit gateway belongs to no zone; this is {}.",
        ContainerKind.ON_PREMISES: "A transit gateway is run by AWS; {} is one of the networks that it joins.",
        ContainerKind.INTERNET: "A transit gateway is a private hub that AWS runs; it is not part of: {}.",
    }
    yield from _outside(board, ("transit-gateway",), {ContainerKind.REGION}, texts)


@rule(
    "dms-on-the-aws-side",
    kind=RuleClass.IMPOSSIBLE,
    statement="The replication instance of AWS DMS runs in a subnet of a VPC, even when the source is elsewhere.",
    why="It is a server that AWS runs: it reads from the source and writes to the target over the network, and "
    "nothing of it is installed beside either database.",
    facts=("w3-rds-dms.25", "w3-rds-dms.26", "w3-rds-dms.31"),
    source="Working with an AWS DMS replication instance (AWS DMS User Guide)",
    services=("dms",),
    speaks_for_scope=True,
)
def dms_on_the_aws_side(board: Board) -> Iterator[Judgement]:
    """Every replication instance sits in a subnet."""
    texts = {
        ContainerKind.ON_PREMISES: "The replication instance is a server of AWS; it reads from {}, but does not run "
        "there.",
        ContainerKind.INTERNET: "The replication instance is a server with an address in a subnet; in {} it has none.",
    }
    yield from _outside(board, ("dms",), {ContainerKind.SUBNET}, texts)


@rule(
    "dms-reaches-the-source",
    kind=RuleClass.BROKEN,
    statement="A replication instance that reads a database on premises needs a route to it.",
    why="It connects to the source's private address, so the route table of its subnet has to lead to the network on "
    "premises, by a virtual private gateway or a transit gateway.",
    facts=("w3-rds-dms.26", "w3-rds-dms.31", "vpc-routing-security.4"),
    source="Public and private replication instances (AWS DMS User Guide)",
    services=("dms",),
)
def dms_reaches_the_source(board: Board) -> Iterator[Judgement]:
    """Every seat of a replication instance has a route to a virtual private gateway or transit gateway."""

    def fault(_piece: Piece, seat: Container) -> str | None:
        if _reaches_on_premises(seat):
            return None
        return f"{seat.label} has no route to the network on premises: the source cannot be reached from there."

    return each_seat(board, board.pieces("dms"), fault)


@rule(
    "file-gateway-near-its-clients",
    kind=RuleClass.RISKY,
    statement="A file gateway for applications on premises runs beside them.",
    why="It keeps the files in S3 and the ones in use in a cache of its own. The cache helps only where no long line "
    "lies between it and the clients; on EC2 it suits clients in the VPC.",
    facts=("w3-storage.6", "w3-storage.7", "w3-storage.9"),
    source="How Amazon S3 File Gateway works (Amazon S3 File Gateway User Guide)",
    services=_FILE_GATEWAYS,
)
def file_gateway_near_its_clients(board: Board) -> Iterator[Judgement]:
    """No file gateway runs in a VPC."""

    def fault(piece: Piece, seat: Container) -> str | None:
        if seat.kind is not ContainerKind.SUBNET:
            return None
        return (
            f"In {seat.phrase} the {piece.name} has its cache at the far end of the line from those who read the files."
        )

    return each_seat(board, board.pieces(*_FILE_GATEWAYS), fault)


@rule(
    "management-in-the-region",
    kind=RuleClass.IMPOSSIBLE,
    statement="Systems Manager and AWS Backup are services of the Region and look after both sides from there.",
    why="They need no server of yours: an agent on each machine, or a gateway beside it, talks to the service in the "
    "Region, wherever the machine stands.",
    facts=("w3-hybrid-management.6", "w3-hybrid-management.10", "w3-hybrid-management.14"),
    source="What is AWS Systems Manager? (AWS Systems Manager User Guide)",
    services=_MANAGEMENT,
    speaks_for_scope=True,
)
def management_in_the_region(board: Board) -> Iterator[Judgement]:
    """Systems Manager and AWS Backup sit directly in a Region."""
    inside = "This service has no server in {}: from the Region it looks after machines on both sides."
    texts = {
        ContainerKind.SUBNET: inside,
        ContainerKind.AZ: inside,
        ContainerKind.VPC: inside,
        ContainerKind.ON_PREMISES: inside,
        ContainerKind.INTERNET: "This service is run by AWS in a Region; it is not part of: {}.",
    }
    yield from _outside(board, _MANAGEMENT, {ContainerKind.REGION}, texts)


RULES = (
    vgw_on_vpc,
    customer_gateway_on_premises,
    vpn_connection_between_networks,
    vpn_ends_at_a_gateway,
    route_back_to_on_premises,
    databases_with_the_local_route_only,
    no_internet_gateway_for_a_vpn,
    no_line_where_a_vpn_will_do,
    direct_connect_ends_at_a_location,
    transit_gateway_in_the_region,
    dms_on_the_aws_side,
    dms_reaches_the_source,
    file_gateway_near_its_clients,
    management_in_the_region,
)

"""Load balancers and the instances behind them."""

from collections.abc import Iterator

from trainer.cloud.board import Board, is_public
from trainer.cloud.drill import Piece
from trainer.cloud.rule import Breach, Judgement, RuleClass, Undecided, each_decoy, each_seat, rule, two_zones
from trainer.cloud.topology import Container, ContainerKind

_INSTANCES = ("auto-scaling-group", "ec2-instance")
_NLB = "network-load-balancer"


@rule(
    "lb-in-public-subnets-of-two-zones",
    kind=RuleClass.BROKEN,
    statement="An internet-facing Application Load Balancer has public subnets in at least two Availability Zones.",
    why="Users reach it through the internet gateway, so each of its subnets needs a route there; and AWS has it take "
    "subnets of two zones at the least, so that one may fail.",
    facts=("elb.6", "vpc-intro.12"),
    source="Application Load Balancers (Elastic Load Balancing User Guide)",
    services=("application-load-balancer",),
)
def lb_in_public_subnets_of_two_zones(board: Board) -> Iterator[Judgement]:
    """Every seat of a load balancer is public, and its seats are in two zones."""

    def fault(_piece: Piece, seat: Container) -> str | None:
        if is_public(seat):
            return None
        return f"Users cannot reach the load balancer in {seat.phrase}: it has no route to the internet gateway."

    balancers = board.pieces("application-load-balancer")
    yield from each_seat(board, balancers, fault)
    for piece in balancers:
        if piece.spans > 1:
            yield from two_zones(
                board,
                piece,
                lambda zone: f"All of the load balancer's subnets are in {zone}; it needs two zones.",
            )


@rule(
    "instances-in-private-subnets-of-two-zones",
    kind=RuleClass.RISKY,
    statement="Instances behind a load balancer run in private subnets of at least two Availability Zones.",
    why="Without a route from the internet gateway only the load balancer reaches them, and with two zones "
    "one may fail.",
    facts=("vpc-intro.12", "vpc-intro.13", "ec2-auto-scaling.15", "availability.13"),
    source="Private subnets with a NAT gateway: example VPC (Amazon VPC User Guide)",
    services=_INSTANCES,
)
def instances_in_private_subnets_of_two_zones(board: Board) -> Iterator[Judgement]:
    """No seat of an instance or group is public, and a group's seats are in two zones."""

    def fault(_piece: Piece, seat: Container) -> str | None:
        if not is_public(seat):
            return None
        return f"In {seat.phrase} the instances sit in a public subnet: not only the load balancer is exposed."

    pieces = board.pieces(*_INSTANCES)
    yield from each_seat(board, pieces, fault)
    for piece in pieces:
        if piece.spans > 1:
            yield from two_zones(
                board,
                piece,
                lambda zone: f"All instances run in {zone}: losing that zone stops the application.",
            )


@rule(
    "private-instances",
    kind=RuleClass.RISKY,
    statement="An instance that nobody on the internet may connect to runs in a private subnet.",
    why="A private subnet has no route to an internet gateway, so no connection from the internet comes about, "
    "whatever address or security group the instance has.",
    facts=("w3-ecs-nat.22", "w3-ecs-nat.10"),
    source="Subnets for your VPC (Amazon VPC User Guide)",
    services=_INSTANCES,
)
def private_instances(board: Board) -> Iterator[Judgement]:
    """No seat of an instance is public."""

    def fault(_piece: Piece, seat: Container) -> str | None:
        if not is_public(seat):
            return None
        return f"{seat.label} has a route to the internet gateway: the instance can be exposed to the internet."

    return each_seat(board, board.pieces(*_INSTANCES), fault)


@rule(
    "instances-have-a-way-out",
    kind=RuleClass.BROKEN,
    statement="Instances that fetch something from the internet need a route out of their VPC.",
    why="A private subnet reaches the internet through the NAT gateway that its route table names; with the "
    "local route alone nothing leaves the VPC.",
    facts=("w3-ecs-nat.10", "w3-ecs-nat.23"),
    source="NAT gateway use cases (Amazon VPC User Guide)",
    services=_INSTANCES,
)
def instances_have_a_way_out(board: Board) -> Iterator[Judgement]:
    """Every seat of an instance has a default route."""

    def fault(_piece: Piece, seat: Container) -> str | None:
        if seat.reaches_internet:
            return None
        return f"{seat.label} has the local route only: instances there cannot fetch updates."

    return each_seat(board, board.pieces(*_INSTANCES), fault)


@rule(
    "nlb-in-public-subnets",
    kind=RuleClass.BROKEN,
    statement="A Network Load Balancer for clients on the internet has public subnets.",
    why="In each of its subnets it has a network interface with an address, and connections from outside arrive there "
    "through the internet gateway, so each of these subnets needs a route to it. Its targets need none.",
    facts=("elb.6", "elb.29"),
    source="Network Load Balancers (Elastic Load Balancing User Guide)",
    services=(_NLB,),
)
def nlb_in_public_subnets(board: Board) -> Iterator[Judgement]:
    """Every seat of a Network Load Balancer is public."""

    def fault(piece: Piece, seat: Container) -> str | None:
        if is_public(seat):
            return None
        return f"Clients cannot reach the {piece.name} in {seat.phrase}: it has no route to the internet gateway."

    return each_seat(board, board.pieces(_NLB), fault)


@rule(
    "elastic-ip-for-each-subnet-of-the-nlb",
    kind=RuleClass.BROKEN,
    statement="Each subnet of an internet-facing Network Load Balancer has one Elastic IP address, where the "
    "addresses must be your own.",
    why="The balancer has one network interface in each of its subnets, one subnet in each zone, and each interface "
    "takes one Elastic IP address when its subnet is named. An address that is merely allocated leads nowhere.",
    facts=("elb.29", "elb.33"),
    source="Update the Availability Zones for your Network Load Balancer (Elastic Load Balancing User Guide)",
    services=("elastic-ip",),
)
def elastic_ip_for_each_subnet_of_the_nlb(board: Board) -> Iterator[Judgement]:
    """Every Elastic IP address is in a subnet of the balancer, and no two are in one."""
    holders: dict[str, list[Piece]] = {}
    addresses = board.pieces("elastic-ip")
    for piece in addresses:
        for seat in board.seats(piece):
            if seat.kind is ContainerKind.SUBNET:
                holders.setdefault(seat.id, []).append(piece)
            else:
                message = f"An address that is kept in {seat.phrase} belongs to no subnet of the load balancer."
                yield Breach((piece.id,), (seat.id,), message)
    for subnet, sharing in holders.items():
        if len(sharing) > 1:
            message = f"The load balancer has one interface in {_phrase(board, subnet)}, and that takes one Elastic IP."
            yield Breach(tuple(piece.id for piece in sharing), (subnet,), message)
    yield from _addresses_without_nlb(board, holders)
    if any(board.is_waiting(piece) for piece in addresses):
        yield Undecided(tuple(piece.id for piece in (*addresses, *board.pieces(_NLB))))


def _addresses_without_nlb(board: Board, holders: dict[str, list[Piece]]) -> Iterator[Judgement]:
    """Subnets with an Elastic IP address that the balancer does not have, or may yet get."""
    balancers = board.pieces(_NLB)
    seats = tuple(dict.fromkeys(seat.id for piece in balancers for seat in board.seats(piece)))
    bare = [subnet for subnet in holders if subnet not in seats]
    coming = sum(piece.spans - len(board.tiles(piece)) for piece in balancers)
    addresses = tuple(dict.fromkeys(piece.id for subnet in bare for piece in holders[subnet]))
    placed = tuple(piece.id for piece in balancers if board.tiles(piece))
    if placed and len(bare) > coming:
        where = " and ".join(_phrase(board, subnet) for subnet in bare)
        message = f"The load balancer has no interface in {where} that could take the Elastic IP address there."
        wrong = (*addresses, *placed) if coming == 0 else placed  # which address stays bare is open till the last tile
        yield Breach(wrong, (*bare, *seats) if coming == 0 else seats, message)
    if bare and coming:
        yield Undecided((*addresses, *(piece.id for piece in balancers)))


def _phrase(board: Board, place: str) -> str:
    return board.drill.topology[place].phrase


@rule(
    "targets-in-every-zone-of-the-nlb",
    kind=RuleClass.RISKY,
    statement="A Network Load Balancer has targets in each Availability Zone in which it has a subnet.",
    why="By default each of its addresses hands connections only to targets in its own zone. A client that knows the "
    "address by heart gets no answer where there is none, and the name, which would lead elsewhere, is not asked.",
    facts=("elb.6", "elb.29", "vpc-intro.13"),
    source="Cross-zone load balancing for target groups (Elastic Load Balancing User Guide)",
    services=(_NLB, *_INSTANCES),
)
def targets_in_every_zone_of_the_nlb(board: Board) -> Iterator[Judgement]:
    """Each zone with a seat of a balancer has a seat of a target."""
    balancers, targets = board.pieces(_NLB), board.pieces(*_INSTANCES)
    served = {zone for piece in targets for zone in board.zones(piece)}
    zones = dict.fromkeys(zone for piece in balancers for zone in board.zones(piece))
    empty = [zone for zone in zones if zone not in served]
    coming = sum(piece.spans - len(board.tiles(piece)) for piece in targets)
    if len(empty) > coming:
        named = tuple(piece.id for piece in (*balancers, *targets) if board.tiles(piece))
        seats = (seat.id for piece in (*balancers, *targets) for seat in board.seats(piece))
        where = " and ".join(board.label(zone) for zone in empty)
        message = f"The load balancer has an address in {where} and no target there: who calls it gets no answer."
        yield Breach(named, tuple(dict.fromkeys(seats)), message)
    elif empty or (any(board.is_waiting(piece) for piece in balancers) and not _serve_all(board, served)):
        yield Undecided(tuple(piece.id for piece in (*balancers, *targets)))


def _serve_all(board: Board, served: set[str]) -> bool:
    """Whether there are targets in all zones, so that a balancer cannot get into an empty one."""
    return all(zone.id in served for zone in board.drill.topology.of_kind(ContainerKind.AZ))


@rule(
    "no-alb-where-addresses-are-fixed",
    kind=RuleClass.IMPOSSIBLE,
    statement="An Application Load Balancer has no fixed addresses of its own.",
    why="It is reached by its name, and the addresses behind the name change as it scales; it takes no Elastic IP "
    "address. A Network Load Balancer has one fixed address in each zone.",
    facts=("elb.29", "elb.33", "elb.34"),
    source="CreateLoadBalancer (Elastic Load Balancing API Reference)",
    services=("application-load-balancer",),
)
def no_alb_where_addresses_are_fixed(board: Board) -> Iterator[Judgement]:
    """No Application Load Balancer is placed."""

    def message(piece: Piece, tile: Container) -> str:
        return f"The {piece.name} in {tile.phrase} can take no Elastic IP: its addresses change as it scales."

    return each_decoy(board, "no-alb-where-addresses-are-fixed", message)


@rule(
    "no-http-features-on-an-nlb",
    kind=RuleClass.IMPOSSIBLE,
    statement="A Network Load Balancer passes connections on without reading the requests in them.",
    why="It works with addresses, ports and connections and knows neither paths nor cookies nor redirects; sticky "
    "sessions go by the client's address. What reads HTTP is an Application Load Balancer.",
    facts=("elb.24", "elb.26", "elb.34"),
    source="Listeners for your Network Load Balancers (Elastic Load Balancing User Guide)",
)
def no_http_features_on_an_nlb(board: Board) -> Iterator[Judgement]:
    """No setting is placed that needs somebody to read HTTP."""

    def message(piece: Piece, tile: Container) -> str:
        return f"“{piece.name}” in {tile.phrase} needs a balancer that reads the requests, and none here does."

    return each_decoy(board, "no-http-features-on-an-nlb", message)


RULES = (
    lb_in_public_subnets_of_two_zones,
    instances_in_private_subnets_of_two_zones,
    private_instances,
    instances_have_a_way_out,
    nlb_in_public_subnets,
    elastic_ip_for_each_subnet_of_the_nlb,
    targets_in_every_zone_of_the_nlb,
    no_alb_where_addresses_are_fixed,
    no_http_features_on_an_nlb,
)

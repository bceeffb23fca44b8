"""Small boards for lines, bins and steps."""

from dataclasses import replace

from tests.fakes.drills import make_drill
from trainer.cloud.drill import CHIP, Fixture, Link, Mislink, Mode, Piece, RuleUse
from trainer.cloud.topology import Container, ContainerKind, Topology


def make_flow_board():
    """Three services in a Region: page -> queue -> worker, and an optional page -> worker2."""
    topology = Topology([Container("region", ContainerKind.REGION, "Region")])
    fixtures = tuple(Fixture(name, "lambda", name.title(), "region") for name in ("page", "queue", "worker", "log"))
    links = (
        Link("page", "queue", because="Stored first."),
        Link("queue", "worker", because="At its own pace."),
        Link("worker", "log", optional=True, because="May be kept."),
    )
    mislinks = (Mislink("page", "worker", "The page would wait."),)
    drill = make_drill(topology=topology, solution={"line:page": ("queue",), "line:queue": ("worker",)})
    return replace(drill, modes=(Mode.CONNECT,), fixtures=fixtures, links=links, mislinks=mislinks)


def chip(piece_id, **fields):
    return Piece(piece_id, CHIP, piece_id.title(), facts=("vpc-intro.1",), **fields)


def make_bins():
    """Two bins, one of them with a bin inside; `disk` belongs to the inner one, `desk` to the other."""
    topology = Topology(
        [
            Container("aws", ContainerKind.BIN, "AWS"),
            Container("hardware", ContainerKind.BIN, "Hardware", "aws"),
            Container("you", ContainerKind.BIN, "You"),
        ]
    )
    rules = [
        RuleUse("belongs-to", {"pieces": ("disk",), "places": ("aws",)}, because="Only AWS is in the building."),
        RuleUse("belongs-to", {"pieces": ("desk",), "places": ("you",)}, because="It is your office."),
    ]
    solution = {"disk": ("hardware",), "desk": ("you",)}
    return replace(
        make_drill(chip("disk"), chip("desk"), rules=rules, topology=topology, solution=solution),
        modes=(Mode.CLASSIFY,),
    )


def make_steps(count=4, pieces=("a", "b", "c", "d"), orders=(("a", "b", "c", "d"),)):
    """Steps `s1`, `s2`, ... and chips that come in the given orders."""
    topology = Topology([Container(f"s{n}", ContainerKind.STEP, f"Step {n}") for n in range(1, count + 1)])
    rules = [RuleUse("in-order", {"order": order}, because="It builds on what was before.") for order in orders]
    solution = {piece: (f"s{number}",) for number, piece in enumerate(pieces, start=1)}
    drill = make_drill(*(chip(piece) for piece in pieces), rules=rules, topology=topology, solution=solution)
    return replace(drill, modes=(Mode.ORDER,))

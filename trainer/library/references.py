"""What a drill file names must exist: the checks that the form alone cannot make."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.drill import CHIP, Mode
from trainer.cloud.rule import AnyPieceIds, NodeIds, PieceIds, PieceOrder, PlaceIds
from trainer.cloud.rules import ALL_RULES
from trainer.cloud.topology import ContainerKind
from trainer.library.curriculum import Curriculum
from trainer.library.schema import ContainerDoc, DrillDoc, FixtureDoc, PieceDoc, Problem, RuleUseDoc

MAX_CONTAINERS = 120
MAX_TILES = 200


def find_dangling(doc: DrillDoc, curriculum: Curriculum) -> Iterator[Problem]:
    """Every name in a drill that leads nowhere, comes twice or contradicts another field."""
    containers = [found for top in _numbered(doc.containers, ("containers",)) for found in top]
    container_ids = [container.id for _, container in containers]
    piece_ids = [piece.id for piece in doc.pieces]
    yield from _doubles([(path, container.id) for path, container in containers], "container")
    tiles = [(("pieces", n), piece.id) for n, piece in enumerate(doc.pieces)]
    tiles += [(("fixtures", n), fixture.id) for n, fixture in enumerate(doc.fixtures)]
    yield from _doubles(tiles, "piece or fixture")
    if len(containers) > MAX_CONTAINERS:
        yield (
            ("containers",),
            f"{len(containers)} containers are more than a drill can show ({MAX_CONTAINERS})",
        )
    if sum(piece.spans for piece in doc.pieces) > MAX_TILES:
        yield ("pieces",), f"the pieces have more tiles than a drill can show ({MAX_TILES})"
    for path, container in containers:
        yield from _check_container(path, container, doc)
    for number, piece in enumerate(doc.pieces):
        yield from _check_piece(("pieces", number), piece, doc, curriculum)
    for number, fixture in enumerate(doc.fixtures):
        yield from _check_service(("fixtures", number), fixture)
        yield from _unknown(("fixtures", number, "in"), "container", fixture.container, container_ids)
    yield from _check_sections(doc, curriculum)
    yield from _check_modes(doc)
    yield from _check_rules(doc, container_ids)
    yield from _check_links(doc)
    yield from _check_solution(doc, container_ids)
    names = [*piece_ids, *(fixture.id for fixture in doc.fixtures)]
    for number, story in enumerate(doc.stories):
        for name in story.names:
            yield from _unknown(("stories", number, "names", name), "piece or fixture", name, names)
    for number, move in enumerate(doc.alternatives):
        yield from _unknown(("alternatives", number, "piece"), "piece", move.piece, piece_ids)
        yield from _unknown(("alternatives", number, "container"), "container", move.container, container_ids)
        yield from _unknown(("alternatives", number, "instead_of"), "container", move.instead_of, container_ids)


def _numbered(
    containers: list[ContainerDoc], at: tuple[str | int, ...]
) -> Iterator[list[tuple[tuple[str | int, ...], ContainerDoc]]]:
    for number, container in enumerate(containers):
        here = (*at, number)
        yield [(here, container)]
        yield from _numbered(container.children, (*here, "children"))


def _doubles(named: list[tuple[tuple[str | int, ...], str]], what: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for path, name in named:
        if name in seen:
            yield (*path, "id"), f"the {what} id {name!r} comes twice"
        seen.add(name)


def _unknown(path: tuple[str | int, ...], what: str, name: str, known: Collection[str]) -> Iterator[Problem]:
    if name not in known:
        close = get_close_matches(name, known, n=1)
        hint = f"; did you mean {close[0]!r}?" if close else f"; expected one of: {', '.join(sorted(set(known))[:12])}"
        yield path, f"there is no {what} {name!r}{hint}"


def _check_container(path: tuple[str | int, ...], container: ContainerDoc, doc: DrillDoc) -> Iterator[Problem]:
    subnet = container.kind is ContainerKind.SUBNET
    placed_later = any(piece.service == "route-table" for piece in doc.pieces) and not container.routes
    if subnet and container.access is None and not placed_later:
        yield path, "a subnet needs `access: public` or `access: private`, unless its route table is a piece to place"
    if not subnet and (container.access or container.routes):
        yield path, f"only a subnet has `access` and `routes`, and this is of the kind {container.kind}"
    if subnet and container.access is not None:
        leads_out = any(route.via == "internet-gateway" for route in container.routes)
        if leads_out != (container.access == "public"):
            yield (
                (*path, "access"),
                "public means: a route leads to an internet gateway; `routes` says otherwise",
            )
    named = (subnet and container.cidr) or container.kind is ContainerKind.STEP
    if container.label is None and not named:
        yield path, "a label is needed (only a step, and a subnet with a `cidr`, get one by themselves)"


def _check_piece(
    path: tuple[str | int, ...], piece: PieceDoc, doc: DrillDoc, curriculum: Curriculum
) -> Iterator[Problem]:
    yield from _check_service(path, piece)
    if (piece.belongs is None) != (piece.because is None):
        yield path, "`belongs` says where a piece is right and `because` why: it has both or neither"
    if piece.belongs is not None and piece.decoy:
        yield (*path, "belongs"), "a decoy belongs nowhere"
    containers = {container.id for top in _numbered(doc.containers, ("containers",)) for _, container in top}
    for place in [piece.belongs] if isinstance(piece.belongs, str) else piece.belongs or ():
        yield from _unknown((*path, "belongs"), "container", place, containers)
    if piece.decoy != (piece.breaks is not None):
        yield path, "a decoy names the requirement that it breaks (`breaks:`), and only a decoy does"
    if piece.breaks is not None:
        used = {use if isinstance(use, str) else use.rule for use in doc.rules}
        yield from _unknown((*path, "breaks"), "rule of this drill", piece.breaks, used)
    if not piece.facts:
        yield path, "a piece names the curriculum facts that it teaches (`facts:`)"
    for number, fact in enumerate(piece.facts):
        if fact not in curriculum.facts:
            yield (*path, "facts", number), f"there is no fact {fact!r} in the curriculum"


def _check_service(path: tuple[str | int, ...], row: PieceDoc | FixtureDoc) -> Iterator[Problem]:
    if row.service is not None:
        yield from _unknown((*path, "service"), "service", row.service, set(CATALOGUE) - {CHIP})
    elif row.name is None:
        yield path, "without a `service`, a `name` is needed"


def _check_modes(doc: DrillDoc) -> Iterator[Problem]:
    """What the modes of a drill need."""
    yield from _check_connecting(doc)
    steps = [container for container in doc.containers if container.kind is ContainerKind.STEP]
    if set(doc.modes) != {Mode.CONNECT}:
        if not doc.pieces:
            yield ("pieces",), "nothing is there to place; only a drill that just connects has no pieces"
        if not doc.rules and not any(piece.belongs for piece in doc.pieces):
            yield ("rules",), "a drill needs rules, or pieces that say where they belong (`belongs:`)"
    if (Mode.ORDER in doc.modes) != bool(steps):
        yield ("containers",), "the mode order goes with containers of the kind step, and the other way round"
    if steps and Mode.ORDER in doc.modes and len(steps) < sum(not piece.decoy for piece in doc.pieces):
        yield ("containers",), f"{len(steps)} steps are too few for the pieces: each takes one"


def _check_connecting(doc: DrillDoc) -> Iterator[Problem]:
    """What drawn lines need."""
    if Mode.CONNECT not in doc.modes:
        if doc.mislinks:
            yield ("mislinks",), "only the mode connect has lines that can be drawn wrongly"
        return
    if not doc.links:
        yield ("links",), "the mode connect needs the links that are to be drawn"
    for number, link in enumerate(doc.links):
        if link.because is None:
            yield ("links", number), "in the mode connect a link says what it is for (`because:`)"


def _check_sections(doc: DrillDoc, curriculum: Curriculum) -> Iterator[Problem]:
    for number, section in enumerate(doc.sections):
        yield from _unknown(("sections", number), "section", section, curriculum.sections)


def _check_rules(doc: DrillDoc, container_ids: list[str]) -> Iterator[Problem]:
    for number, entry in enumerate(doc.rules):
        use = RuleUseDoc(rule=entry) if isinstance(entry, str) else entry
        path = ("rules", number)
        yield from _unknown(path, "rule", use.rule, ALL_RULES)
        if use.rule not in ALL_RULES:
            continue
        if ALL_RULES[use.rule].from_drill and use.because is None:
            yield path, f"the rule {use.rule} has no reason of its own: say it with `because:`"
        wanted = ALL_RULES[use.rule].parameters
        for name in [name for name in use.parameters if name not in wanted]:
            takes = ", ".join(wanted) or "none"
            yield (*path, name), f"the rule {use.rule} has no parameter {name!r}; its parameters: {takes}"
        for name, parameter in wanted.items():
            if name not in use.parameters:
                if parameter.default is parameter.empty:
                    yield path, f"the rule {use.rule} needs the parameter {name!r}"
            else:
                yield from _check_ids((*path, name), use.parameters[name], parameter.annotation, doc, container_ids)
        services = ALL_RULES[use.rule].services
        if services and not any((piece.service or CHIP) in services for piece in doc.pieces):
            yield path, f"the rule {use.rule} is about {', '.join(services)}; this drill has no such piece"


def _check_ids(
    path: tuple[str | int, ...], value: object, annotation: object, doc: DrillDoc, container_ids: list[str]
) -> Iterator[Problem]:
    """What a parameter names, by the kind of ids that its rule takes."""
    if annotation in (AnyPieceIds, PieceIds, PieceOrder):
        yield from _check_piece_list(path, value, doc, 1 if annotation == AnyPieceIds else 2)
    elif annotation == PlaceIds:
        yield from _check_id_list(path, value, "container", container_ids)
    elif annotation == NodeIds:
        ends = [*(piece.id for piece in doc.pieces), *(fixture.id for fixture in doc.fixtures)]
        yield from _check_id_list(path, value, "piece or fixture", ends)


def _check_id_list(path: tuple[str | int, ...], value: object, what: str, known: list[str]) -> Iterator[Problem]:
    if not isinstance(value, list) or not value:
        yield path, f"expected a list of {what} ids"
        return
    for number, name in enumerate(value):
        yield from _unknown((*path, number), what, str(name), known)


def _check_piece_list(path: tuple[str | int, ...], value: object, doc: DrillDoc, least: int) -> Iterator[Problem]:
    if not isinstance(value, list) or len(value) < least:
        yield path, f"expected a list of at least {'one piece id' if least == 1 else 'two piece ids'}"
        return
    decoys = {piece.id: piece.decoy for piece in doc.pieces}
    for number, name in enumerate(value):
        yield from _unknown((*path, number), "piece", str(name), decoys)
        if name in value[:number]:
            yield (*path, number), f"the piece {name!r} is in the list already"
        if decoys.get(str(name)):
            yield (*path, number), f"{name!r} is a decoy and stays in the palette"


def _check_links(doc: DrillDoc) -> Iterator[Problem]:
    ends = {piece.id for piece in doc.pieces} | {fixture.id for fixture in doc.fixtures}
    for number, link in enumerate(doc.links):
        yield from _unknown(("links", number, "from"), "piece or fixture", link.source, ends)
        yield from _unknown(("links", number, "to"), "piece or fixture", link.target, ends)
        if link.source == link.target:
            yield ("links", number), "a link joins two different pieces"
    right = {(link.source, link.target) for link in doc.links}
    for number, link in enumerate(doc.mislinks):
        yield from _unknown(("mislinks", number, "from"), "piece or fixture", link.source, ends)
        yield from _unknown(("mislinks", number, "to"), "piece or fixture", link.target, ends)
        if (link.source, link.target) in right:
            yield ("mislinks", number), "this line is among the `links`, which are right"


def _check_solution(doc: DrillDoc, container_ids: list[str]) -> Iterator[Problem]:
    pieces = {piece.id: piece for piece in doc.pieces}
    for name, where in doc.solution.items():
        path = ("solution", name)
        if name not in pieces:
            yield from _unknown(path, "piece", name, pieces)
            continue
        places = [where] if isinstance(where, str) else where
        for place in places:
            yield from _unknown(path, "container", place, container_ids)
        if pieces[name].decoy:
            yield path, f"{name!r} is a decoy and stays in the palette"
        elif len(set(places)) != pieces[name].spans:
            wanted = "one container" if pieces[name].spans == 1 else f"{pieces[name].spans} different containers"
            yield path, f"{name!r} belongs in {wanted}, {len(set(places))} given"
    for piece in doc.pieces:
        if not piece.decoy and piece.id not in doc.solution:
            yield ("solution",), f"the solution leaves out the piece {piece.id!r}"

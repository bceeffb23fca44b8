"""Disaster recovery: what stands in another Region before the first one is lost."""

from collections.abc import Iterator

from trainer.cloud.board import Board
from trainer.cloud.drill import Piece
from trainer.cloud.rule import (
    AnyPieceIds,
    Breach,
    Judgement,
    PlaceIds,
    RuleClass,
    Undecided,
    kept_out,
    lies_in,
    rule,
)
from trainer.cloud.topology import Container

_STRATEGIES = "Disaster recovery options in the cloud (AWS Whitepaper: Disaster Recovery of Workloads on AWS)"


@rule(
    "recovery-region-differs",
    kind=RuleClass.RISKY,
    statement="What is to survive the loss of a Region is kept in another Region.",
    why="Several zones guard against the loss of a zone. A disaster that takes the whole Region takes all zones of it, "
    "and whatever copies lie there.",
    facts=("w3-optimizations.3", "w2-s3-crr-lifecycle.4", "global-infrastructure.13"),
    source=_STRATEGIES,
)
def recovery_region_differs(board: Board, pieces: AnyPieceIds, primary: PlaceIds) -> Iterator[Judgement]:
    """No tile of the pieces lies in the primary Region.

    Args:
        board: the placement.
        pieces: what recovery needs.
        primary: the containers of the Region that may be lost.
    """
    return kept_out(
        board,
        board.named(pieces),
        primary,
        lambda piece, seat: f"“{piece.name}” lies in {seat.phrase}, and is lost together with what it should save.",
    )


@rule(
    "recovery-data-in-every-place",
    kind=RuleClass.BROKEN,
    statement="Every recovery site holds a copy of the data: a backup, or a replica that is kept current.",
    why="Servers can be built anew from code and images; data that exists once is gone with its Region.",
    facts=("w3-optimizations.3", "w3-optimizations.5"),
    source=_STRATEGIES,
)
def recovery_data_in_every_place(board: Board, pieces: AnyPieceIds, sites: PlaceIds) -> Iterator[Judgement]:
    """Each of the sites holds a tile of the pieces.

    Args:
        board: the placement.
        pieces: copies of the data.
        sites: the containers that have to hold one.
    """
    return _one_in_each(board, pieces, sites, "no copy of the data to go on with")


@rule(
    "rebuilt-from-code",
    kind=RuleClass.RISKY,
    statement="Where nothing stands before a disaster, templates rebuild the whole workload.",
    why="Restored data needs networks, servers and permissions around it. Described as code, these are there again "
    "quickly and without slips; by hand it takes long, at the worst of times.",
    facts=("w3-optimizations.4", "w2-optimizations.13"),
    source=_STRATEGIES,
)
def rebuilt_from_code(board: Board, pieces: AnyPieceIds, sites: PlaceIds) -> Iterator[Judgement]:
    """Each of the sites holds a tile of the pieces.

    Args:
        board: the placement.
        pieces: templates, or other infrastructure as code.
        sites: the containers where nothing else stands before a disaster.
    """
    return _one_in_each(board, pieces, sites, "nothing to rebuild the workload from")


def _one_in_each(board: Board, pieces: AnyPieceIds, sites: PlaceIds, lack: str) -> Iterator[Judgement]:
    """Judges whether each site gets a tile: broken once fewer tiles are left than sites are empty."""
    named = board.named(pieces)
    seats = [(piece, seat) for piece in named for seat in board.tiles(piece)]
    empty = [site for site in sites if not any(lies_in(board, seat, (site,)) for _, seat in seats)]
    left = sum(piece.spans - len(board.tiles(piece)) for piece in named)
    if len(empty) > left:
        surplus = _surplus(board, seats, sites)
        where = _listed(board, empty) if not left else f"One of {_listed(board, empty)}"
        yield Breach(
            tuple(dict.fromkeys(piece.id for piece, _ in surplus)),
            tuple(dict.fromkeys(seat.id for _, seat in surplus)),
            f"{where} would have {lack}.",
        )
    if left:
        yield Undecided(tuple(piece.id for piece in named))


def _listed(board: Board, places: list[str]) -> str:
    *others, last = (f"“{board.label(place)}”" for place in places)
    return f"{', '.join(others)} and {last}" if others else last


def _surplus(board: Board, seats: list[tuple[Piece, Container]], sites: PlaceIds) -> list[tuple[Piece, Container]]:
    """The tiles that lie in no site, or share one."""

    def site_of(seat: Container) -> str | None:
        return next((site for site in sites if lies_in(board, seat, (site,))), None)

    taken = [site_of(seat) for _, seat in seats]
    return [tile for tile, site in zip(seats, taken, strict=True) if site is None or taken.count(site) > 1]


@rule(
    "copies-alone-for-backup-and-restore",
    kind=RuleClass.RISKY,
    statement="Backup and restore keeps stored copies and templates in the other Region, and nothing that runs.",
    why="It is the cheapest strategy because only storage is paid for. Databases and servers are made from the copies "
    "after the disaster, which takes hours.",
    facts=("w3-optimizations.3", "w3-optimizations.11"),
    source=_STRATEGIES,
)
def copies_alone_for_backup_and_restore(board: Board, pieces: AnyPieceIds, sites: PlaceIds) -> Iterator[Judgement]:
    """No tile of the pieces lies in the sites.

    Args:
        board: the placement.
        pieces: whatever costs more than storage.
        sites: where backup and restore is the strategy.
    """
    return kept_out(
        board,
        board.named(pieces),
        sites,
        lambda piece, seat: (
            f"“{piece.name}” under “{seat.label}” is paid for day by day, although hours are allowed for a restore."
        ),
    )


@rule(
    "live-data-for-a-quick-recovery",
    kind=RuleClass.BROKEN,
    statement="From pilot light upwards a replica of the data is live in the other Region, not just a backup.",
    why="A backup has to be restored before anything can start, and holds nothing newer than itself. A replica is "
    "current within seconds, and can be used at once.",
    facts=("w3-optimizations.5", "w3-optimizations.11"),
    source=_STRATEGIES,
)
def live_data_for_a_quick_recovery(board: Board, pieces: AnyPieceIds, sites: PlaceIds) -> Iterator[Judgement]:
    """Each of the sites holds a tile of the pieces.

    Args:
        board: the placement.
        pieces: replicas that are kept current.
        sites: the containers with a recovery time below that of a restore.
    """
    return _one_in_each(board, pieces, sites, "no current copy of the data")


@rule(
    "servers-off-in-pilot-light",
    kind=RuleClass.RISKY,
    statement="In pilot light, data is live and application servers are off, or not deployed yet.",
    why="That is what keeps it cheap: servers are switched on or launched at the failover. If some of them run and "
    "take requests, it is a warm standby, with its cost.",
    facts=("w3-optimizations.5", "w3-optimizations.6"),
    source=_STRATEGIES,
)
def servers_off_in_pilot_light(board: Board, pieces: AnyPieceIds, sites: PlaceIds) -> Iterator[Judgement]:
    """No tile of the pieces lies in the sites.

    Args:
        board: the placement.
        pieces: servers that run.
        sites: where pilot light is the strategy.
    """
    return kept_out(
        board,
        board.named(pieces),
        sites,
        lambda piece, seat: (
            f"With “{piece.name}”, servers run under “{seat.label}” all the time, although there is time to start them."
        ),
    )


@rule(
    "standby-runs-before-the-disaster",
    kind=RuleClass.BROKEN,
    statement="A warm or hot standby, and an active site, run before the disaster.",
    why="Servers that are off take no request: they have to start first, and nobody knows beforehand that they will. "
    "A copy that runs can take users within minutes, and can be tested at any time.",
    facts=("w3-optimizations.7", "w3-optimizations.8"),
    source=_STRATEGIES,
)
def standby_runs_before_the_disaster(board: Board, pieces: AnyPieceIds, sites: PlaceIds) -> Iterator[Judgement]:
    """No tile of the pieces lies in the sites.

    Args:
        board: the placement.
        pieces: servers that are off.
        sites: the containers with a recovery time below that of starting servers.
    """
    return kept_out(
        board,
        board.named(pieces),
        sites,
        lambda piece, seat: f"“{piece.name}”: under “{seat.label}” nothing could take a request when it is needed.",
    )


@rule(
    "warm-standby-is-scaled-down",
    kind=RuleClass.RISKY,
    statement="A warm standby runs at less than full size, and grows at the failover.",
    why="It takes every kind of request, but not the load of all users. Auto Scaling brings it to full size when they "
    "come; until then the rest of the fleet is not paid for.",
    facts=("w3-optimizations.7", "w3-optimizations.11"),
    source=_STRATEGIES,
)
def warm_standby_is_scaled_down(board: Board, pieces: AnyPieceIds, sites: PlaceIds) -> Iterator[Judgement]:
    """No tile of the pieces lies in the sites.

    Args:
        board: the placement.
        pieces: servers at full size.
        sites: where warm standby is the strategy.
    """
    return kept_out(
        board,
        board.named(pieces),
        sites,
        lambda piece, seat: (
            f"“{piece.name}” under “{seat.label}”: a fleet for all users waits, and is paid for, with nothing to do."
        ),
    )


@rule(
    "full-size-where-no-time-to-grow",
    kind=RuleClass.RISKY,
    statement="A hot standby, and each site of active/active, has the size for all users.",
    why="When the other Region is lost, its users are there at once. A site that has to grow first is overrun by them.",
    facts=("w3-optimizations.9", "w3-optimizations.10"),
    source=_STRATEGIES,
)
def full_size_where_no_time_to_grow(board: Board, pieces: AnyPieceIds, sites: PlaceIds) -> Iterator[Judgement]:
    """No tile of the pieces lies in the sites.

    Args:
        board: the placement.
        pieces: servers at less than full size.
        sites: the containers that have to take all users at once.
    """
    return kept_out(
        board,
        board.named(pieces),
        sites,
        lambda piece, seat: f"“{piece.name}” under “{seat.label}” would be overrun: all users come at once.",
    )


@rule(
    "users-only-where-a-site-is-active",
    kind=RuleClass.RISKY,
    statement="Users are sent to a second Region before a disaster only in multi-site active/active.",
    why="In every other strategy the second Region is passive: it gets data, and no users until the failover. Who "
    "serves from both also has to settle where data is written.",
    facts=("w3-optimizations.9", "w3-optimizations.10"),
    source=_STRATEGIES,
)
def users_only_where_a_site_is_active(board: Board, pieces: AnyPieceIds, sites: PlaceIds) -> Iterator[Judgement]:
    """No tile of the pieces lies in the sites.

    Args:
        board: the placement.
        pieces: what sends users to a site.
        sites: the containers that are passive until the failover.
    """
    return kept_out(
        board,
        board.named(pieces),
        sites,
        lambda piece, seat: f"“{piece.name}” under “{seat.label}”: this site is to serve nobody before the failover.",
    )


RULES = (
    recovery_region_differs,
    recovery_data_in_every_place,
    live_data_for_a_quick_recovery,
    rebuilt_from_code,
    copies_alone_for_backup_and_restore,
    servers_off_in_pilot_light,
    standby_runs_before_the_disaster,
    warm_standby_is_scaled_down,
    full_size_where_no_time_to_grow,
    users_only_where_a_site_is_active,
)

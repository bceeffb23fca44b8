"""A wrong placement as it was, read back from the log."""

from dataclasses import dataclass
from itertools import takewhile

from trainer.cloud.drill import Drill, Placement
from trainer.cloud.grading import Finding, findings_about, grade
from trainer.cloud.lines import draws_lines, is_line, name_of, source_of
from trainer.errors import UserError
from trainer.library.shelf import Library, UnknownDrillError
from trainer.progress.picture import Picture, lay_out_picture
from trainer.store.board_state import fold_board
from trainer.store.events import Event, EventKind
from trainer.store.opening import Store

_DRILL = "drill:"


@dataclass(frozen=True, slots=True)
class WrongPlacement:
    """How a drill looked right after a move that broke a rule.

    Attributes:
        message: what was wrong, naming the places.
        why: the reason for the rule, in the drill's own words where it has some.
    """

    drill: str
    title: str
    message: str
    why: str
    picture: Picture


def find_wrong_placement(library: Library, store: Store, rule: str, event_uid: str) -> WrongPlacement | None:
    """The placement right after a move, judged again by the drill as it is today.

    Args:
        library: the drills.
        store: with the event.
        rule: the rule that the move broke.
        event_uid: of the move.

    Returns:
        None when the drill is gone, or has changed so that this placement cannot be shown or breaks the rule no more.
    """
    try:
        move = store.event(event_uid)
        drill = library.drill(_drill_of(move, library))
    except (KeyError, UnknownDrillError):
        return None
    placement = _placement_after(store, move)
    finding = _finding_of(rule, move, drill, placement)
    return _show(drill, placement, finding) if finding else None


def _drill_of(move: Event, library: Library) -> str:
    item = move.item or ""
    return library.renames.get(item, item).removeprefix(_DRILL)


def _placement_after(store: Store, move: Event) -> Placement:
    """The placement of the attempt that a move belongs to, right after the move."""
    attempt = move.payload["attempt"]
    events = takewhile(lambda event: event.uid != move.uid, store.events(item=move.item))
    own = [event for event in events if event.kind == EventKind.UNDO or event.payload.get("attempt") == attempt]
    board = fold_board("", [*own, move])
    return board.placement if board else {}


def _finding_of(rule: str, move: Event, drill: Drill, placement: Placement) -> Finding | None:
    """What the rule says against the move; None when it says nothing, or the placement does not fit the drill."""
    if not _fits(drill, placement):
        return None
    found = findings_about(grade(drill, placement), move.payload["piece"], move.payload["to"])
    return next((finding for finding in found if finding.rule == rule), None)


def _fits(drill: Drill, placement: Placement) -> bool:
    """Whether the drill still has everything that the placement names, and room for it."""
    ends = {*drill.pieces, *(fixture.id for fixture in drill.fixtures)}

    def fits(entry: str, places: tuple[str, ...]) -> bool:
        if is_line(entry):
            return draws_lines(drill) and ends.issuperset((source_of(entry), *places))
        known = entry in drill.pieces and drill.topology.keys() >= set(places)
        return known and len(places) <= drill.pieces[entry].spans

    return all(fits(entry, places) for entry, places in placement.items())


def _show(drill: Drill, placement: Placement, finding: Finding) -> WrongPlacement | None:
    message = _message(drill, finding)
    try:
        picture = lay_out_picture(drill, placement, finding, f"{drill.title}: {message}")
    except UserError:  # it is too large to be laid out, which is no reason for having no report
        return None
    return WrongPlacement(drill.id, drill.title, message, finding.why, picture)


def _message(drill: Drill, finding: Finding) -> str:
    """What is wrong; about a line it names both ends, which the author of a drill need not have done."""
    names = [tuple(name_of(drill, end) for end in line) for line in finding.lines]
    unnamed = [f"{source} → {target}" for source, target in names if target not in finding.message]
    return f"{unnamed[0]}: {finding.message}" if unnamed else finding.message

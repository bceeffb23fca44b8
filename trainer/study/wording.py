"""Pieces, places, lines and moves in sentences."""

from trainer.cloud.drill import CHIP, Drill
from trainer.cloud.lines import is_line, name_of, source_of
from trainer.cloud.search import Move
from trainer.cloud.topology import ContainerKind

_BOARD_KINDS = {ContainerKind.BIN: "under “{}”", ContainerKind.STEP: "at “{}”"}


def piece_phrase(drill: Drill, node: str) -> str:
    """A piece or fixture in the middle of a sentence; statements are quoted."""
    piece = drill.pieces.get(node)
    quoted = piece is not None and piece.service == CHIP
    return f"“{name_of(drill, node)}”" if quoted else f"the {name_of(drill, node)}"


def place_phrase(drill: Drill, container: str) -> str:
    """A container in the middle of a sentence, without a preposition."""
    return drill.topology[container].phrase


def line_phrase(drill: Drill, source: str, target: str) -> str:
    """A line in the middle of a sentence."""
    return f"the arrow from {piece_phrase(drill, source)} to {piece_phrase(drill, target)}"


def tell_move(drill: Drill, move: Move) -> str:
    """What to do, as a sentence."""
    if is_line(move.piece):
        return _tell_line(drill, move)
    name = piece_phrase(drill, move.piece)
    if move.target is None:
        return f"Put {name} back: it does not belong in this diagram."
    if move.source is None:
        return f"Put {name} {_into(drill, move.target)}."
    if drill.topology[move.target].kind in _BOARD_KINDS:
        return f"Move {name}: it belongs {_into(drill, move.target)}."
    return f"Move {name} from {place_phrase(drill, move.source)} to {place_phrase(drill, move.target)}."


def tell_turn(drill: Drill, source: str, target: str) -> str:
    """That an arrow is to be turned around; it leads from `source` to `target` now."""
    return f"Turn {line_phrase(drill, source, target)} around."


def _tell_line(drill: Drill, move: Move) -> str:
    source = source_of(move.piece)
    if move.target is None:
        return f"Take {line_phrase(drill, source, move.source or '')} away."
    return f"Draw an arrow from {piece_phrase(drill, source)} to {piece_phrase(drill, move.target)}."


def _into(drill: Drill, container: str) -> str:
    board = _BOARD_KINDS.get(drill.topology[container].kind)
    return board.format(drill.topology[container].label) if board else f"into {place_phrase(drill, container)}"

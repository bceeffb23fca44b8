"""Lines that the learner draws between pieces: they lie in the placement, beside the pieces' places.

A line from `alb` to `web` is the entry `"line:alb": ("web",)`: what leads away from a piece is kept under that piece.
So lines are moved, undone and logged as tiles are, and one judge looks at both.
"""

from collections.abc import Iterable, Iterator, Mapping

from trainer.cloud.drill import Drill, Line, Link, Mode, Placement

PREFIX = "line:"
"""No id of a piece has a colon, so that the two cannot be confused."""


def line_key(source: str) -> str:
    """The entry of a placement that holds the lines away from a piece or fixture."""
    return PREFIX + source


def is_line(key: str) -> bool:
    """Whether an entry of a placement holds lines."""
    return key.startswith(PREFIX)


def source_of(key: str) -> str:
    """The piece or fixture that an entry's lines lead away from."""
    return key.removeprefix(PREFIX)


def draws_lines(drill: Drill) -> bool:
    """Whether the learner draws the lines; otherwise they appear by themselves once their ends are placed."""
    return Mode.CONNECT in drill.modes


def drawn_lines(placement: Placement) -> Iterator[Line]:
    """The lines of a placement, whether or not their ends are placed."""
    for key, targets in placement.items():
        if is_line(key):
            for target in targets:
                yield source_of(key), target


def with_lines(placement: Placement, lines: Iterable[Line]) -> Placement:
    """A placement with more lines."""
    found: dict[str, tuple[str, ...]] = dict(placement)
    for source, target in lines:
        held = found.get(line_key(source), ())
        if target not in held:
            found[line_key(source)] = (*held, target)
    return found


def nodes(drill: Drill, placement: Placement) -> tuple[str, ...]:
    """The ids that a line can begin or end at: fixtures, and pieces that are placed."""
    placed = (piece for piece in drill.pieces if placement.get(piece))
    return (*(fixture.id for fixture in drill.fixtures), *placed)


def name_of(drill: Drill, node: str) -> str:
    """The name of a piece or fixture."""
    if node in drill.pieces:
        return drill.pieces[node].name
    return next(fixture.name for fixture in drill.fixtures if fixture.id == node)


def service_of(drill: Drill, node: str) -> str:
    """The service of a piece or fixture."""
    if node in drill.pieces:
        return drill.pieces[node].service
    return next(fixture.service for fixture in drill.fixtures if fixture.id == node)


def role_of(drill: Drill, node: str) -> str | None:
    """The role of a piece; fixtures have none."""
    piece = drill.pieces.get(node)
    return piece.role if piece else None


def answers(drill: Drill) -> Mapping[Line, Link]:
    """The links of a drill by their ends."""
    return {(link.source, link.target): link for link in drill.links}


def links_to_show(drill: Drill, placement: Placement) -> tuple[Link, ...]:
    """The links to draw: those of the drill, or where the learner draws them, his, with the drill's labels."""
    if not draws_lines(drill):
        return drill.links
    known = answers(drill)
    there = frozenset(nodes(drill, placement))
    lines = (line for line in drawn_lines(placement) if there.issuperset(line))
    return tuple(known.get(line) or Link(*line) for line in lines)

"""What containers and tiles say, broken into lines."""

from trainer.cloud.topology import Container, RouteTarget
from trainer.layout.measure import Measure
from trainer.layout.sizes import LABEL_SIZE, LINE_HEIGHT, NAME_SIZE, SECOND_LINE_HEIGHT, SECOND_LINE_SIZE

_TARGETS = {
    RouteTarget.INTERNET_GATEWAY: "igw",
    RouteTarget.NAT_GATEWAY: "nat",
    RouteTarget.VIRTUAL_PRIVATE_GATEWAY: "vgw",
    RouteTarget.TRANSIT_GATEWAY: "tgw",
    RouteTarget.EGRESS_ONLY_INTERNET_GATEWAY: "eigw",
}
_COVERED = "?"
_ELLIPSIS = "…"

STATEMENT_LINES = 4
"""Lines that a chip has room for."""


def label_lines(container: Container) -> tuple[str, ...]:
    """The lines of a container's label: its label, and for a subnet each route, unless the learner places these."""
    if container.access is None:
        return (container.label,)
    routes = [
        f"{route.destination} → {_TARGETS[route.target] if route.target else _COVERED}" for route in container.routes
    ]
    return container.label, *(routes or ["local only"])


def label_size(container: Container, measure: Measure) -> tuple[float, float]:
    """Width and height of a container's label."""
    first, *rest = label_lines(container)
    width = measure(first, LABEL_SIZE, True)  # noqa: FBT003  # Measure is positional
    for line in rest:
        width = max(width, measure(line, SECOND_LINE_SIZE, False))  # noqa: FBT003  # as above
    return float(round(width + 1)), LINE_HEIGHT + SECOND_LINE_HEIGHT * len(rest)


def wrap_name(name: str, width: float, measure: Measure) -> tuple[str, ...]:
    """Breaks a tile's name into at most two lines.

    Args:
        name: the name.
        width: room in px.
        measure: how wide a text is.

    Returns:
        One or two lines, each as wide as the room at most; what does not fit ends with an ellipsis.
    """
    if _name_width(name, measure) <= width:
        return (name,)
    words = name.split()
    breaks = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    fitting = [pair for pair in breaks if max(_name_width(line, measure) for line in pair) <= width]
    if fitting:  # the most even pair reads best
        return min(fitting, key=lambda pair: max(_name_width(line, measure) for line in pair))
    firsts = [pair for pair in breaks if _name_width(pair[0], measure) <= width]
    if not firsts:
        return (_shorten(name, width, measure),)
    first, rest = firsts[-1]
    return first, _shorten(rest, width, measure)


def wrap_statement(text: str, width: float, measure: Measure) -> tuple[str, ...]:
    """Breaks what a chip says into lines; it fills the whole tile.

    Returns:
        Up to `STATEMENT_LINES` lines; what does not fit ends with an ellipsis.
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _name_width(longer, measure) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = lines[:STATEMENT_LINES]
    if len(lines) > STATEMENT_LINES:
        kept[-1] = f"{kept[-1]}{_ELLIPSIS}"
    return tuple(_shorten(line, width, measure) for line in kept)


def _name_width(text: str, measure: Measure) -> float:
    return measure(text, NAME_SIZE, False)  # noqa: FBT003  # Measure is positional


def _shorten(text: str, width: float, measure: Measure) -> str:
    if _name_width(text, measure) <= width:
        return text
    kept = text
    while kept and _name_width(kept.rstrip() + _ELLIPSIS, measure) > width:
        kept = kept[:-1]
    return kept.rstrip() + _ELLIPSIS

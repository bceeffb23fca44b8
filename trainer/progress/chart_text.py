"""Text in charts: its sizes, and how it is broken into lines."""

from trainer.layout.measure import table_measure

LABEL = 13.0
SMALL = 12.0
LINE = 16.0
"""Sizes and the height of a line, in px."""

_ELLIPSIS = "…"


def width_of(text: str, size: float = LABEL, *, semibold: bool = False) -> float:
    """How wide a text is, in px."""
    return table_measure(text, size, semibold)


def break_lines(text: str, width: float, at_most: int = 2) -> tuple[str, ...]:
    """Breaks a label between words; what has no room ends with an ellipsis.

    Args:
        text: the label.
        width: room in px.
        at_most: lines.
    """
    lines: list[str] = []
    left = text.split()
    while left and len(lines) < at_most - 1:
        taken = _fitting(left, width)
        lines.append(" ".join(left[:taken]))
        left = left[taken:]
    return tuple(_shorten(line, width) for line in [*lines, " ".join(left)] if line) or ("",)


def _fitting(words: list[str], width: float) -> int:
    """How many of the words stand in one line; at least one."""
    taken = 1
    while taken < len(words) and width_of(" ".join(words[: taken + 1])) <= width:
        taken += 1
    return taken


def _shorten(text: str, width: float) -> str:
    if width_of(text) <= width:
        return text
    kept = text
    while kept and width_of(kept.rstrip() + _ELLIPSIS) > width:
        kept = kept[:-1]
    return kept.rstrip() + _ELLIPSIS

"""How a covered piece is drawn in a diagram's SVG, and how it is marked once it is shown."""

from collections.abc import Mapping

from trainer.layout import svg_marks
from trainer.layout.geometry import Rect
from trainer.layout.sizes import BADGE
from trainer.tokens import RADIUS

ASKED, BLANK, SHOWN = "asked", "blank", "shown"
"""States of a tile: the one that is asked for, one that is covered with it, and the one that was asked for."""

_SIGN = 40.0
_RIM = 3.0
_SMALL_SIGN = 15.0


def draw_cover(rect: Rect, state: str, theme: Mapping[str, str]) -> str:
    """A blank tile: with a large question mark where it is asked for."""
    is_asked = state == ASKED
    stroke = theme["accent" if is_asked else "border.strong"]
    tile = svg_marks.box(
        rect, fill=theme["tile.fill"], stroke=stroke, radius=RADIUS, width=2.5 if is_asked else 1.2, dashes="6 4"
    )
    if not is_asked:
        return tile
    middle = rect.center
    sign = svg_marks.text(
        middle.x, middle.y + _SIGN * 0.33, "?", size=_SIGN, fill=theme["accent"], semibold=True, middle=True
    )
    return f"{tile}\n{sign}"


def draw_frame(rect: Rect, theme: Mapping[str, str]) -> str:
    """A second outline around a tile, and a disc with a question mark at its corner."""
    around = Rect(rect.x - _RIM, rect.y - _RIM, rect.width + 2 * _RIM, rect.height + 2 * _RIM)
    frame = svg_marks.box(around, fill="none", stroke=theme["accent"], radius=RADIUS + _RIM, width=_RIM)
    disc = Rect(around.right - BADGE / 2, around.y - BADGE / 2, BADGE, BADGE)
    sign = svg_marks.text(
        disc.center.x,
        disc.center.y + _SMALL_SIGN * 0.34,
        "?",
        size=_SMALL_SIGN,
        fill=theme["on.accent"],
        semibold=True,
        middle=True,
    )
    return f"{frame}\n{svg_marks.box(disc, fill=theme['accent'], stroke=theme['tile.fill'], radius=BADGE / 2)}\n{sign}"

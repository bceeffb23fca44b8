"""The marks that a diagram's SVG is made of, as markup."""

import re
from collections.abc import Mapping, Sequence
from html import escape

from trainer.layout.geometry import Point, Rect
from trainer.layout.sizes import BADGE
from trainer.tokens import FONT_FAMILY

ARROW_LENGTH = 9.0
ARROW_HALF_WIDTH = 4.5
_CORNER = 6.0

_ROOT = re.compile(r"^.*?<svg\b[^>]*>(.*)</svg>\s*$", re.DOTALL)

_DASHES = {"replication": "6 4", "trigger": "1.6 4"}

_BADGE_TOKENS = {"right": "success", "wrong": "error", "pending": "pending"}


def number(value: float) -> str:
    """A number with two decimals at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def box(rect: Rect, *, fill: str, stroke: str, radius: float, width: float = 1.5, dashes: str = "") -> str:
    """A rounded rectangle."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<rect x="{number(rect.x)}" y="{number(rect.y)}" width="{number(rect.width)}" height="{number(rect.height)}"'
        f' rx="{number(radius)}" fill="{fill}" stroke="{stroke}" stroke-width="{number(width)}"{dashed}/>'
    )


def text(x: float, baseline: float, content: str, *, size: float, fill: str, semibold: bool, middle: bool) -> str:
    """One line of text; QtSvg knows no other baseline than the alphabetic one."""
    weight = ' font-weight="600"' if semibold else ""
    anchor = ' text-anchor="middle"' if middle else ""
    return (
        f'<text x="{number(x)}" y="{number(baseline)}" font-family="{FONT_FAMILY}"'
        f' font-size="{number(size)}" fill="{fill}"{weight}{anchor}>{escape(content)}</text>'
    )


def icon(markup: str, x: float, y: float, size: float) -> str:
    """A symbol drawn on a grid of 32, moved and scaled; a whole SVG file loses its root."""
    inner = _ROOT.sub(r"\1", markup).strip()
    return f'<g transform="translate({number(x)} {number(y)}) scale({number(size / 32)})">{inner}</g>'


def link(points: Sequence[Point], kind: str, color: str) -> str:
    """A line with rounded corners and an arrow head at its end."""
    dashes = f' stroke-dasharray="{_DASHES[kind]}"' if kind in _DASHES else ""
    tip, before = points[-1], points[-2]
    neck = _towards(tip, before, ARROW_LENGTH)
    back = _towards(tip, before, ARROW_LENGTH - 2)
    across = Point((neck.y - tip.y) / ARROW_LENGTH, (tip.x - neck.x) / ARROW_LENGTH)
    head = (
        tip,
        Point(neck.x + across.x * ARROW_HALF_WIDTH, neck.y + across.y * ARROW_HALF_WIDTH),
        Point(neck.x - across.x * ARROW_HALF_WIDTH, neck.y - across.y * ARROW_HALF_WIDTH),
    )
    corners = " ".join(f"{number(point.x)},{number(point.y)}" for point in head)
    return (
        f'<path d="{_rounded([*points[:-1], back])}" fill="none" stroke="{color}" stroke-width="1.6"{dashes}/>'
        f'<polygon points="{corners}" fill="{color}"/>'
    )


def badge(center: Point, state: str, theme: Mapping[str, str]) -> str:
    """A disc that says right or wrong, or a ring that says still open: by its sign as well as by its colour."""
    x, y, radius = center.x, center.y, BADGE / 2
    color = theme[_BADGE_TOKENS[state]]
    if state == "pending":
        dots = "".join(
            f'<circle cx="{number(x + shift)}" cy="{number(y)}" r="1.4" fill="{color}"/>' for shift in (-4, 0, 4)
        )
        return _disc(x, y, radius - 1, theme["tile.fill"], color) + dots
    sign = (
        f"M{number(x - 4.2)} {number(y + 0.4)}L{number(x - 1.2)} {number(y + 3.4)}L{number(x + 4.4)} {number(y - 3)}"
        if state == "right"
        else f"M{number(x)} {number(y - 4.8)}V{number(y + 1)}M{number(x)} {number(y + 4.4)}V{number(y + 4.6)}"
    )
    return (
        _disc(x, y, radius - 1, color, theme["tile.fill"])
        + f'<path d="{sign}" fill="none" stroke="{theme["on.accent"]}" stroke-width="2.2" stroke-linecap="round"'
        ' stroke-linejoin="round"/>'
    )


def _disc(x: float, y: float, radius: float, fill: str, stroke: str) -> str:
    return (
        f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="{fill}" stroke="{stroke}"'
        ' stroke-width="2"/>'
    )


def _rounded(points: Sequence[Point]) -> str:
    parts = [f"M{number(points[0].x)} {number(points[0].y)}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        start, end = _towards(corner, before, _CORNER), _towards(corner, after, _CORNER)
        parts.append(f"L{number(start.x)} {number(start.y)}")
        parts.append(f"Q{number(corner.x)} {number(corner.y)} {number(end.x)} {number(end.y)}")
    parts.append(f"L{number(points[-1].x)} {number(points[-1].y)}")
    return "".join(parts)


def _towards(start: Point, end: Point, length: float) -> Point:
    """The point at a distance from a start on the way to an end, at most half of the way."""
    whole = abs(end.x - start.x) + abs(end.y - start.y) or 1.0
    part = min(length / whole, 0.5) if length < ARROW_LENGTH - 2 else length / whole
    return Point(start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part)

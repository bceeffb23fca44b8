"""Where everything of a bar chart is, for a given width."""

from dataclasses import dataclass

from trainer.layout.geometry import Rect
from trainer.progress.chart import Bar, BarChart
from trainer.progress.chart_text import LABEL, LINE, SMALL, break_lines, width_of

NARROW = 480
"""Below this width, in px, labels stand over their bars."""

_BAR, _GAP = 12.0, 7.0
_HEAD, _FOOT = 24.0, 26.0
_LABEL_SHARE = 0.44
_BESIDE = 12.0
_OVER = 2.0


@dataclass(frozen=True, slots=True)
class BarRow:
    """A bar with its label.

    Attributes:
        lines: of the label; the first has its baseline at `baseline`.
        rect: of the bar.
    """

    bar: Bar
    lines: tuple[str, ...]
    baseline: float
    rect: Rect


@dataclass(frozen=True, slots=True)
class BarPlan:
    """A whole bar chart, in px.

    Attributes:
        plot: from the first tick to the last one; bars lie inside.
        ticks: x of each tick of the chart.
        target: x of the target's line.
        is_narrow: labels stand over their bars.
    """

    width: float
    height: float
    plot: Rect
    rows: tuple[BarRow, ...]
    ticks: tuple[float, ...]
    target: float
    is_narrow: bool

    @property
    def bands(self) -> tuple[tuple[float, float], ...]:
        """From where to where lines go down: all the way, or only behind bars where labels stand between them."""
        if not self.is_narrow:
            return ((self.plot.y, self.plot.bottom),)
        return tuple((row.rect.y - _OVER, row.rect.bottom + _OVER) for row in self.rows)


def plan_bars(chart: BarChart, width: float) -> BarPlan:
    """Finds a place for everything.

    Args:
        chart: what is shown.
        width: in px, at least 240.
    """
    is_narrow = width < NARROW
    longest = f"{chart.ticks[-1]}{chart.unit}"
    values = width_of(longest, semibold=True) + _BESIDE
    half_tick = width_of(longest, SMALL) / 2
    left = half_tick if is_narrow else min(width_of(chart.widest) + 1, width * _LABEL_SHARE) + _BESIDE
    plot_width = width - left - max(values, half_tick)
    scale = plot_width / chart.ticks[-1]
    rows: list[BarRow] = []
    y = _HEAD
    for bar in chart.bars:
        lines = break_lines(bar.label, width - left if is_narrow else left - _BESIDE)
        text_height = LINE * len(lines)
        if is_narrow:
            top, row_height = y + text_height + 2, text_height + 2 + _BAR
        else:
            row_height = max(text_height, _BAR)
            top = y + (row_height - _BAR) / 2
        first = y if is_narrow else y + (row_height - text_height) / 2
        rect = Rect(left, top, min(bar.value * scale, plot_width), _BAR)
        rows.append(BarRow(bar, lines, first + LABEL, rect))
        y += row_height + _GAP
    plot = Rect(left, _HEAD - 4, plot_width, y - _GAP + 8 - _HEAD)
    ticks = tuple(left + tick * scale for tick in chart.ticks)
    return BarPlan(width, plot.bottom + _FOOT, plot, tuple(rows), ticks, left + chart.target * scale, is_narrow)

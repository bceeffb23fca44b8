"""Where everything of a column chart is, for a given width."""

from dataclasses import dataclass

from trainer.layout.geometry import Rect
from trainer.progress.chart import Column, ColumnChart, Panel
from trainer.progress.chart_text import SMALL, width_of

_HEAD, _GAP, _FOOT = 36.0, 24.0, 24.0
_TALL, _LOW = 132.0, 96.0
_LOW_BELOW = 480
_SHARE, _WIDEST = 0.7, 28.0
"""Of its room that a column takes, and its largest width in px."""

_BETWEEN_LABELS = 14.0
_ROOM_FOR_TOTALS = 8.0
_BESIDE = 8.0


@dataclass(frozen=True, slots=True)
class PlacedColumn:
    """A column: rectangles of its two parts, of no height where a part is 0."""

    column: Column
    solid: Rect
    hollow: Rect


@dataclass(frozen=True, slots=True)
class PlacedPanel:
    """A panel.

    Attributes:
        plot: from the first tick (at the bottom) to the last one; columns stand inside.
        ticks: y of each tick of the panel.
        says_totals: there is room for the total over each column.
    """

    panel: Panel
    plot: Rect
    columns: tuple[PlacedColumn, ...]
    ticks: tuple[float, ...]
    says_totals: bool


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """A whole column chart, in px; `labels` are those that have room, with the x of their middle."""

    width: float
    height: float
    panels: tuple[PlacedPanel, ...]
    labels: tuple[tuple[str, float], ...]


def plan_columns(chart: ColumnChart, width: float) -> ColumnPlan:
    """Finds a place for everything.

    Args:
        chart: what is shown.
        width: in px, at least 240.
    """
    left = max(width_of(f"{panel.ticks[-1]:,}", SMALL) for panel in chart.panels) + _BESIDE
    height = _LOW if width < _LOW_BELOW else _TALL
    panels: list[PlacedPanel] = []
    y = 0.0
    for panel in chart.panels:
        panels.append(_place_panel(panel, Rect(left, y + _HEAD, width - left - 1, height)))
        y += _HEAD + height + _GAP
    plot = panels[-1].plot
    return ColumnPlan(width, plot.bottom + _FOOT, tuple(panels), _choose_labels(chart, plot))


def _place_panel(panel: Panel, plot: Rect) -> PlacedPanel:
    step = plot.width / len(panel.columns)
    scale = plot.height / panel.ticks[-1]
    broad = min(step * _SHARE, _WIDEST)
    placed: list[PlacedColumn] = []
    for number, column in enumerate(panel.columns):
        x = plot.x + step * (number + 0.5) - broad / 2
        solid, hollow = column.solid * scale, column.hollow * scale
        low = Rect(x, plot.bottom - solid, broad, solid)
        placed.append(PlacedColumn(column, low, Rect(x, low.y - hollow, broad, hollow)))
    widest = max(width_of(f"{column.total:,}", SMALL) for column in panel.columns)
    ticks = tuple(plot.bottom - tick * scale for tick in panel.ticks)
    return PlacedPanel(panel, plot, tuple(placed), ticks, says_totals=step >= widest + _ROOM_FOR_TOTALS)


def _choose_labels(chart: ColumnChart, plot: Rect) -> tuple[tuple[str, float], ...]:
    step = plot.width / len(chart.labels)
    room = max(width_of(label, SMALL) for label in chart.labels) + _BETWEEN_LABELS
    fitting = (stride for stride in chart.strides if stride * step >= room)
    stride = next(fitting, chart.strides[-1] * max(1, round(room / (chart.strides[-1] * step) + 0.5)))
    chosen: list[tuple[str, float]] = []
    for number, label in enumerate(chart.labels):
        if (number - chart.offset) % stride == 0:
            half = width_of(label, SMALL) / 2
            middle = plot.x + step * (number + 0.5)
            chosen.append((label, min(max(middle, half), plot.right - half)))
    return tuple(chosen)

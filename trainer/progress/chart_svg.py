"""Charts as SVG: for HTML, where colours may be CSS variables, and for PDF.

Colours come from a mapping of tokens: `window`, `text`, `text.muted`, `border`, `border.strong`, `accent`,
`success`, `warning`, `error`, `error.tint`.
"""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from trainer.layout.geometry import Rect
from trainer.layout.svg_marks import number
from trainer.progress.bar_plan import BarPlan, BarRow, plan_bars
from trainer.progress.chart import BarChart, ColumnChart
from trainer.progress.chart_text import LABEL, LINE, SMALL, width_of
from trainer.progress.column_plan import ColumnPlan, PlacedColumn, PlacedPanel, plan_columns
from trainer.tokens import FONT_FAMILY

Theme = Mapping[str, str]

_SWATCH = 10.0
_MIDDLE = 0.34
"""From the middle of a line of text down to its baseline, as a share of the text size."""


def draw_chart(chart: BarChart | ColumnChart, width: float, theme: Theme) -> str:
    """A chart as a whole SVG document.

    Args:
        chart: what is shown.
        width: in px.
        theme: colours by token name.
    """
    return draw_bars(chart, width, theme) if isinstance(chart, BarChart) else draw_columns(chart, width, theme)


def draw_bars(chart: BarChart, width: float, theme: Theme) -> str:
    """A bar chart as a whole SVG document, so many px wide."""
    plan = plan_bars(chart, width)
    marks = [*_draw_bar_axis(chart, plan, theme)]
    for row in plan.rows:
        marks += _draw_row(row, chart, plan, theme)
    marks += _draw_target(chart, plan, theme)
    return _svg(plan.width, plan.height, chart.title, chart.told, marks)


def draw_columns(chart: ColumnChart, width: float, theme: Theme) -> str:
    """A column chart as a whole SVG document, so many px wide."""
    plan = plan_columns(chart, width)
    marks = [mark for panel in plan.panels for mark in _draw_panel(panel, theme)]
    marks += _draw_days(plan, theme)
    return _svg(plan.width, plan.height, chart.title, chart.told, marks)


def _svg(width: float, height: float, title: str, told: str, marks: Iterable[str]) -> str:
    size = f'width="{number(width)}" height="{number(height)}" viewBox="0 0 {number(width)} {number(height)}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" version="1.1" {size} role="img" font-family="{FONT_FAMILY}">'
    return "\n".join((head, f"<title>{escape(title)}</title>", f"<desc>{escape(told)}</desc>", *marks, "</svg>\n"))


def _draw_bar_axis(chart: BarChart, plan: BarPlan, theme: Theme) -> Iterator[str]:
    for tick, x in zip(chart.ticks, plan.ticks, strict=True):
        for top, bottom in plan.bands:
            yield _line(x, top, x, bottom, theme["border.strong" if tick == 0 else "border"])
        yield _text(x, plan.plot.bottom + LINE, f"{tick}{chart.unit}", theme["text.muted"], size=SMALL, anchor="middle")


def _draw_row(row: BarRow, chart: BarChart, plan: BarPlan, theme: Theme) -> Iterator[str]:
    yield f"<g><title>{escape(row.bar.told)}</title>"
    for place, line in enumerate(row.lines):
        x, anchor = (plan.plot.x, "start") if plan.is_narrow else (plan.plot.x - LABEL, "end")
        yield _text(x, row.baseline + place * LINE, line, theme["text"], anchor=anchor)
    tone = "success" if round(row.bar.value) >= chart.target else "warning"  # as the number beside it says
    yield _box(row.rect, fill=theme[tone])
    baseline = row.rect.center.y + LABEL * _MIDDLE
    yield _text(plan.width, baseline, row.bar.text, theme["text"], anchor="end", semibold=True)
    yield "</g>"


def _draw_target(chart: BarChart, plan: BarPlan, theme: Theme) -> Iterator[str]:
    x = plan.target
    for top, bottom in plan.bands:
        yield _line(x, top, x, bottom, theme["window"], width=3.4)
        yield _line(x, top, x, bottom, theme["text"], width=1.4, dashes="4 2.5")
    middle = min(x, plan.width - width_of(chart.target_text, SMALL) / 2)
    yield _text(middle, plan.plot.y - 6, chart.target_text, theme["text"], size=SMALL, anchor="middle")


def _draw_panel(placed: PlacedPanel, theme: Theme) -> Iterator[str]:
    plot = placed.plot
    yield from _draw_head(placed, theme)
    for tick, y in zip(placed.panel.ticks, placed.ticks, strict=True):
        yield _line(plot.x, y, plot.right, y, theme["border.strong" if tick == 0 else "border"])
        yield _text(plot.x - 6, y + SMALL * _MIDDLE, f"{tick:,}", theme["text.muted"], size=SMALL, anchor="end")
    for column in placed.columns:
        yield from _draw_column(column, theme, says_total=placed.says_totals)


def _draw_head(placed: PlacedPanel, theme: Theme) -> Iterator[str]:
    panel = placed.panel
    baseline = placed.plot.y - 23
    yield _text(0, baseline, panel.title, theme["text"], semibold=True)
    x = width_of(panel.title, semibold=True) + LINE
    for word, fill, stroke in ((panel.solid, "accent", "accent"), (panel.hollow, "error.tint", "error")):
        swatch = Rect(x, baseline - _SWATCH + 1, _SWATCH, _SWATCH)
        yield _box(swatch, fill=theme[fill], stroke=theme[stroke])
        yield _text(x + _SWATCH + 5, baseline, word, theme["text.muted"], size=SMALL)
        x += _SWATCH + 5 + width_of(word, SMALL) + LINE


def _draw_column(placed: PlacedColumn, theme: Theme, *, says_total: bool) -> Iterator[str]:
    if not placed.column.total:
        return
    yield f"<g><title>{escape(placed.column.told)}</title>"
    if placed.column.solid:
        yield _box(placed.solid, fill=theme["accent"])
    if placed.column.hollow:
        yield _box(placed.hollow, fill=theme["error.tint"], stroke=theme["error"])
    if says_total:
        middle, baseline = placed.hollow.center.x, placed.hollow.y - 4
        total = f"{placed.column.total:,}"
        plate = theme["window"]  # keeps the lines of the axis away from the number
        yield _text(middle, baseline, total, theme["text.muted"], size=SMALL, anchor="middle", plate=plate)
    yield "</g>"


def _draw_days(plan: ColumnPlan, theme: Theme) -> Iterator[str]:
    baseline = plan.panels[-1].plot.bottom + LINE
    for label, middle in plan.labels:
        yield _text(middle, baseline, label, theme["text.muted"], size=SMALL, anchor="middle")


def _box(rect: Rect, *, fill: str, stroke: str | None = None) -> str:
    """A rectangle; its outline lies inside."""
    inset = min(0.6, rect.width / 4, rect.height / 4) if stroke else 0.0
    place = f'x="{number(rect.x + inset)}" y="{number(rect.y + inset)}"'
    size = f'width="{number(rect.width - 2 * inset)}" height="{number(rect.height - 2 * inset)}"'
    line = f' stroke="{stroke}" stroke-width="{number(2 * inset)}"' if stroke else ""
    return f'<rect {place} {size} fill="{fill}"{line}/>'


def _line(x1: float, y1: float, x2: float, y2: float, stroke: str, *, width: float = 1.0, dashes: str = "") -> str:
    ends = f'x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"'
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<line {ends} stroke="{stroke}" stroke-width="{number(width)}"{dashed}/>'


def _text(
    x: float,
    baseline: float,
    content: str,
    fill: str,
    *,
    size: float = LABEL,
    anchor: str = "start",
    semibold: bool = False,
    plate: str = "",
) -> str:
    """One line of text; a `plate` is a colour that surrounds its letters."""
    weight = ' font-weight="600"' if semibold else ""
    place = f'x="{number(x)}" y="{number(baseline)}" font-size="{number(size)}" text-anchor="{anchor}"'
    behind = f' stroke="{plate}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"' if plate else ""
    return f'<text {place} fill="{fill}"{weight}{behind}>{escape(content)}</text>'

"""A report as one HTML page that needs nothing beside itself, in light and dark."""

from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from trainer import __version__
from trainer.paths import assets_dir
from trainer.progress.chart import BarChart, ColumnChart
from trainer.progress.chart_svg import draw_chart
from trainer.progress.composing import compose
from trainer.progress.picture import draw_picture
from trainer.progress.report import Report
from trainer.tokens import FONT_FAMILY, THEMES

if TYPE_CHECKING:
    from trainer.progress.picture import Picture

WIDE, NARROW = 720, 320
"""Charts are drawn for two widths of the page, in px; the style sheet shows the one that fits."""

_VARIABLES = {token: f"var(--{token.replace('.', '-')})" for token in THEMES["light"]}
"""Colours that follow the reader's theme, also in pictures."""


def to_html(report: Report) -> str:
    """The page as text."""
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            document=compose(report),
            draw_wide=lambda chart: _draw(chart, WIDE),
            draw_narrow=lambda chart: _draw(chart, NARROW),
            draw_picture=_draw_picture,
            themes=_themes(),
            font=FONT_FAMILY,
            version=__version__,
        )
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(assets_dir() / "reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _draw(chart: BarChart | ColumnChart, width: float) -> Markup:
    return Markup(draw_chart(chart, width, _VARIABLES))  # noqa: S704  # the painter escapes what it writes


def _draw_picture(picture: "Picture") -> Markup:
    return Markup(draw_picture(picture, _VARIABLES))  # noqa: S704  # same


def _themes() -> dict[str, dict[str, str]]:
    """The colours of both themes by the names of their variables."""
    return {name: {token.replace(".", "-"): color for token, color in theme.items()} for name, theme in THEMES.items()}

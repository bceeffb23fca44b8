"""The charts of a report."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from trainer.learning.scheduler import RETENTION
from trainer.progress.binning import Bin, Unit
from trainer.progress.chart import Bar, BarChart, Column, ColumnChart, Panel
from trainer.progress.chart_text import width_of
from trainer.progress.recall import SectionRecall
from trainer.progress.ticks import round_ticks
from trainer.progress.totals import Totals
from trainer.progress.words import capital, count, percent

MOST_BARS = 12
"""So many sections at most make one chart: smaller ones leave less room at the foot of a page."""

_WHOLE = 100
_STRIDES = {
    Unit.DAY: (1, 2, 7, 14, 28),
    Unit.WEEK: (1, 2, 4, 8, 13, 26, 52),
    Unit.MONTH: (1, 3, 6, 12, 24),
    Unit.YEAR: (1, 2, 5, 10, 20, 50),
}


def recall_charts(sections: Sequence[SectionRecall]) -> tuple[BarChart, ...]:
    """The recall of every section in which something is learnt, against the target, in the order of the course.

    More sections than one chart holds are shared out evenly among several.
    """
    learnt = [section for section in sections if section.recall is not None]
    parts = -(-len(learnt) // MOST_BARS)
    cuts = [round(number * len(learnt) / parts) for number in range(parts + 1)] if parts else []
    widest = max((section.title for section in learnt), key=width_of, default="")
    return tuple(_recall_chart(learnt[start:end], widest) for start, end in pairwise(cuts))


def _recall_chart(sections: Sequence[SectionRecall], widest: str) -> BarChart:
    return BarChart(
        title="Predicted recall today, by section",
        bars=tuple(_recall_bar(section) for section in sections),
        ticks=round_ticks(_WHOLE),
        unit="%",
        target=RETENTION * _WHOLE,
        target_text=f"target {percent(RETENTION)}",
        widest=widest,
    )


def _recall_bar(section: SectionRecall) -> Bar:
    assert section.recall is not None
    text = percent(section.recall)
    told = f"{section.title}: {text} of {count(section.learnt, 'learnt card', 'learnt cards')}."
    return Bar(section.title, section.recall * _WHOLE, text, told)


def activity_chart(bins: Sequence[Bin]) -> ColumnChart | None:
    """Cards and drops, bin by bin; a panel without anything is left out, and None is what is left of two."""
    panels = [
        _panel(bins, ("Cards answered", "known", "not known"), lambda sums: (sums.known, sums.answered - sums.known)),
        _panel(
            bins, ("Moves in drills", "right", "wrong"), lambda sums: (sums.drops - sums.wrong_drops, sums.wrong_drops)
        ),
    ]
    filled = tuple(panel for panel in panels if any(column.total for column in panel.columns))
    if not filled:
        return None
    unit = bins[0].unit
    return ColumnChart(
        title=f"Activity by {unit}",
        panels=filled,
        labels=tuple(one.label for one in bins),
        strides=_STRIDES[unit],
        offset=_first_round(bins),
        told=" ".join(_tell(panel) for panel in filled),
    )


def _panel(bins: Sequence[Bin], words: tuple[str, str, str], parts: Callable[[Totals], tuple[int, int]]) -> Panel:
    title, solid, hollow = words
    columns = [Column(*pair, _tell_column(one.name, pair, words)) for one in bins for pair in [parts(one.totals)]]
    most = max((column.total for column in columns), default=0)
    return Panel(title, solid, hollow, tuple(columns), round_ticks(most, at_most=4))


def _tell_column(name: str, pair: tuple[int, int], words: tuple[str, str, str]) -> str:
    _, solid, hollow = words
    return f"{capital(name)}: {pair[0]:,} {solid}, {pair[1]:,} {hollow}."


def _tell(panel: Panel) -> str:
    solid, hollow = (sum(values) for values in zip(*((one.solid, one.hollow) for one in panel.columns), strict=True))
    return f"{panel.title}: {solid + hollow:,} in all, {solid:,} {panel.solid} and {hollow:,} {panel.hollow}."


def _first_round(bins: Sequence[Bin]) -> int:
    """The first bin that begins where one looks for it: on a Monday, in January."""
    for number, one in enumerate(bins):
        first = one.span.first
        if one.unit is Unit.DAY and first.weekday() == 0:
            return number
        if one.unit is Unit.MONTH and first.month == 1:
            return number
    return 0 if bins[0].unit is not Unit.WEEK or len(bins) == 1 or bins[0].span.days == 7 else 1  # noqa: PLR2004

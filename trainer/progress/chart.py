"""Charts as values: what they show, in numbers and in words. Painters decide where and in which colours.

Two kinds suffice so far: bars that lie, one a row, with a line for the target; and columns that stand side by side,
in panels that share their days. A part of a column is *solid* (known, right) or *hollow* (not known, wrong), so that
nothing depends on colour.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """A lying bar.

    Attributes:
        value: in the unit of the chart's ticks.
        text: the value as it is written.
        told: the whole bar in words.
    """

    label: str
    value: float
    text: str
    told: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """Lying bars, one under the other.

    Attributes:
        ticks: round numbers on the axis, from 0 on; every bar ends within them.
        unit: what is written behind a tick.
        target: where the line stands; `target_text` is written at it.
        widest: the widest label of all charts that stand together, so that their plots do too.
    """

    title: str
    bars: tuple[Bar, ...]
    ticks: tuple[int, ...]
    unit: str
    target: float
    target_text: str
    widest: str

    @property
    def told(self) -> str:
        """The whole chart in words."""
        return " ".join(bar.told for bar in self.bars)


@dataclass(frozen=True, slots=True)
class Column:
    """A standing column: its solid part, and the hollow part over it; `told` says both in words."""

    solid: int
    hollow: int
    told: str

    @property
    def total(self) -> int:
        """Both parts."""
        return self.solid + self.hollow


@dataclass(frozen=True, slots=True)
class Panel:
    """Columns of one unit.

    Attributes:
        title: what is counted.
        solid: what the solid part means; `hollow` the other.
        ticks: round numbers on the axis, from 0 on; every column ends within them.
    """

    title: str
    solid: str
    hollow: str
    columns: tuple[Column, ...]
    ticks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ColumnChart:
    """Panels over each other that share their columns' days.

    Attributes:
        labels: one for each column; a painter leaves out as many as it has no room for.
        strides: how many columns may lie between two labels: every one, every second, and so on.
        offset: the column whose label is written in any case.
        told: the whole chart in words.
    """

    title: str
    panels: tuple[Panel, ...]
    labels: tuple[str, ...]
    strides: tuple[int, ...]
    offset: int
    told: str

"""What a report says, in order and ready to read: the writers of HTML and PDF only set it."""

from dataclasses import dataclass

from trainer.progress.chart import BarChart, ColumnChart
from trainer.progress.picture import Picture


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts; `note` puts it into proportion."""

    value: str
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of each row heads it, all others are numbers or days.

    Attributes:
        caption: what it is about, for whom it is read aloud to.
        beside_chart: it holds what a chart shows already.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    beside_chart: bool = False


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A broken rule.

    Attributes:
        title: the rule.
        count: how often and when it was broken.
        why: the reason for the rule.
        caption: what is wrong in the picture, or why there is none.
    """

    title: str
    count: str
    why: str
    caption: str
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class Part:
    """A part under a heading; what is empty is left out. They are set in the order of the attributes."""

    id: str
    heading: str
    intro: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    steps: tuple[str, ...] = ()
    charts: tuple[BarChart | ColumnChart, ...] = ()
    tables: tuple[Table, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report.

    Attributes:
        title: of the document, with the name on it.
        heading: the title without the name, which stands under it.
        when: the days that it is about.
        made: when it was made.
        notice: what has to be known before anything is read; empty as a rule.
    """

    title: str
    heading: str
    name: str
    when: str
    made: str
    notice: str
    parts: tuple[Part, ...]

"""From a report to the document that says it: the head, and the parts about its span of days."""

from collections.abc import Iterator

from trainer.learning.scheduler import RETENTION
from trainer.progress.binning import Bin, Unit
from trainer.progress.charts import activity_chart
from trainer.progress.document import Document, Figure, Part, Table
from trainer.progress.report import Report
from trainer.progress.standing import drills_part, mix_ups_parts, recall_part, rules_part
from trainer.progress.words import count, full_date, minutes, percent, span_words, unbroken

HEADING = "Progress report"

_UNITS = {Unit.DAY: "Day", Unit.WEEK: "Week from", Unit.MONTH: "Month", Unit.YEAR: "Year"}


def compose(report: Report) -> Document:
    """Puts a report into words."""
    return Document(
        title=f"{HEADING} of {report.name}" if report.name else HEADING,
        heading=HEADING,
        name=report.name,
        when=f"{span_words(report.span.first, report.span.last)} ({count(report.span.days, 'day', 'days')})",
        made=f"Made on {full_date(report.made_on)}",
        notice=_notice(report),
        parts=(
            _summary(report),
            _steps(report),
            _activity(report),
            recall_part(report),
            drills_part(report),
            rules_part(report),
            *mix_ups_parts(report),
        ),
    )


def tell(report: Report) -> str:
    """The most important figures in sentences, for whoever does not see the pages."""
    document = compose(report)
    figures = [f"{figure.name}: {figure.value}." for figure in document.parts[0].figures]
    texts = [document.title, document.when, document.notice, *document.parts[0].intro]
    return " ".join([*(f"{text.rstrip('.')}." for text in texts if text), *figures, *report.steps])


def _notice(report: Report) -> str:
    if report.simulated:
        events = count(report.simulated, "event was", "events were")
        return f"This report contains simulated data: {events} made up by a program and not lived through."
    if report.simulated_before:
        return "What is counted since the beginning contains simulated data: a program made it up."
    return ""


def _summary(report: Report) -> Part:
    if not report.has_begun:
        welcome = (
            "Nothing was done yet. After the first cards and the first drill, this report says how many days were "
            "active, how much is remembered, and what found its place."
        )
        return Part("summary", "Summary", intro=(welcome,))
    return Part("summary", "Summary", figures=tuple(_figures(report)))


def _figures(report: Report) -> Iterator[Figure]:
    sums = report.totals
    yield Figure(f"{sums.active_days:,} of {sums.days:,}", "active days")
    yield Figure(f"{sums.answered:,}", "cards answered", f"{sums.known:,} known, {sums.new_cards:,} new")
    again = f"of {sums.asked_again:,}; target {percent(RETENTION)}"
    yield Figure(percent(sums.known_share), "still known", again if sums.asked_again else "none came back yet")
    yield Figure(f"{minutes(sums.card_seconds):,} min", "on cards")
    solved = f"of {sums.attempts:,} begun" if sums.attempts else "none begun"
    yield Figure(f"{sums.solved:,}", "drills solved", solved)
    yield Figure(f"{sums.drops:,}", "moves in drills", f"{sums.wrong_drops:,} of them wrong" if sums.drops else "")
    hints = f"with {count(sums.hints, 'hint', 'hints')}" if sums.hints else "without a hint"
    yield Figure(percent(sums.right_share), "moves right", hints if sums.drops else "none made yet")
    yield Figure(f"{minutes(sums.drill_seconds):,} min", "on solved drills")


def _steps(report: Report) -> Part:
    intro = () if report.steps else ("Nothing is due today, and everything is begun.",)
    return Part("next", "What to do next", intro=intro, steps=report.steps)


def _activity(report: Report) -> Part:
    chart = activity_chart(report.bins)
    if chart is None:
        here = "Nothing was done in these days." if report.has_begun else "Nothing was done yet."
        text = f"{here} A chart of the cards that were answered and the moves that were made will stand here."
        return Part("activity", "Activity", intro=(text,))
    unit = report.bins[0].unit
    head = (_UNITS[unit], "Answered", "Known", "New", "Moves", "Right", "Solved", "Minutes")
    many_years = report.span.first.year != report.span.last.year
    rows = tuple(_activity_row(one, with_year=many_years) for one in report.bins if one.totals.active_days)
    table = Table(f"Activity by {unit}; a {unit} without any is left out", head, rows, beside_chart=True)
    return Part("activity", "Activity", charts=(chart,), tables=(table,))


def _activity_row(one: Bin, *, with_year: bool) -> tuple[str, ...]:
    is_short = one.unit in (Unit.DAY, Unit.WEEK)
    name = f"{one.label} {one.span.first.year}" if is_short and with_year else one.label
    sums = one.totals
    right = sums.drops - sums.wrong_drops
    spent = minutes(sums.card_seconds + sums.drill_seconds)
    numbers = (sums.answered, sums.known, sums.new_cards, sums.drops, right, sums.solved, spent)
    return (unbroken(name), *(f"{number:,}" for number in numbers))

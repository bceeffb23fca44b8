"""A report as one flat table for spreadsheets, one figure a row, so that a pivot table can turn it any way.

The columns:

- `kind`: what the row is about: `report`, `total`, `day`, `section`, `drill`, `rule`, `mix-up` or `next`;
- `id`: of the section, drill, rule or both ends of a mix-up, the day, or the number of the next step;
- `title`: the same in words;
- `section`: id of the section of the course, where there is one; several of a drill are joined by spaces;
- `day`: of a `day`, else the last on which the drill was worked at or the rule was broken, as `2026-03-02`;
- `figure`: what is counted, such as `cards_answered`;
- `value`: the number. Shares are 0 to 1, times are minutes; empty where there is none yet.

`total` and `day` rows are about the span of the report, the others about everything until its last day. Text that
a spreadsheet would take for a formula begins with an apostrophe.
"""

import csv
import io
from collections.abc import Iterator, Mapping

from trainer.progress.binning import Unit
from trainer.progress.mix_ups import pair_words
from trainer.progress.report import Report
from trainer.progress.span import Span
from trainer.progress.totals import Totals, sum_up

COLUMNS = ("kind", "id", "title", "section", "day", "figure", "value")

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
Value = str | float | None
Row = tuple[str, str, str, str, str, str, Value]


def to_csv(report: Report) -> str:
    """The table with its head; lines end as RFC 4180 has it."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for row in _rows(report):
        writer.writerow([_cell(value) for value in row])
    return text.getvalue()


def _cell(value: Value) -> str:
    """A cell as text that no spreadsheet takes for a formula; numbers stay numbers."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return str(round(value, 4))


def _rows(report: Report) -> Iterator[Row]:
    yield from _report_rows(report)
    yield from _each("total", "", "", "", "", _sums(report.totals))
    for total in report.days:
        day = total.study_day.isoformat()
        sums = sum_up([total], Span(total.study_day, total.study_day))
        yield from _each(Unit.DAY, day, "", "", day, _sums(sums))
    for section in report.sections:
        values = {"cards": section.cards, "learnt": section.learnt, "recall": section.recall, "due": section.due}
        yield from _each("section", section.id, section.title, section.id, "", values)
    for drill in report.drills:
        figures = {"attempts": drill.attempts, "solved": drill.solved, "unaided": drill.unaided, "best": drill.best}
        where = " ".join(drill.sections)
        yield from _each("drill", drill.id, drill.title, where, drill.last_day.isoformat(), figures)
    for mistake in report.mistakes:
        last = mistake.last_day.isoformat()
        yield from _each("rule", mistake.rule, mistake.statement, "", last, {"times": mistake.times})
    for pair in report.mix_ups:
        figures = {"times": pair.times, "sure": pair.sure}
        ends, last = f"{pair.asked} {pair.took}", pair.last_day.isoformat()
        yield from _each("mix-up", ends, pair_words(pair), "", last, figures)
    for number, step in enumerate(report.steps, start=1):
        yield ("next", str(number), step, "", "", "", None)


def _report_rows(report: Report) -> Iterator[Row]:
    days = {"first_day": report.span.first, "last_day": report.span.last, "made_on": report.made_on}
    if report.name:
        yield ("report", "name", report.name, "", "", "", None)
    for name, day in days.items():
        yield ("report", name, "", "", day.isoformat(), "", None)
    yield ("report", "simulated", "", "", "", "simulated_events", report.simulated)


def _each(kind: str, id_: str, title: str, section: str, day: str, values: Mapping[str, Value]) -> Iterator[Row]:
    for figure, value in values.items():
        yield (kind, id_, title, section, day, figure, value)


def _sums(sums: Totals) -> Mapping[str, Value]:
    return {
        "days": sums.days,
        "active_days": sums.active_days,
        "cards_answered": sums.answered,
        "cards_known": sums.known,
        "new_cards": sums.new_cards,
        "asked_again": sums.asked_again,
        "known_again": sums.known_again,
        "card_minutes": sums.card_seconds / 60,
        "moves": sums.drops,
        "wrong_moves": sums.wrong_drops,
        "hints": sums.hints,
        "drills_begun": sums.attempts,
        "drills_solved": sums.solved,
        "drill_minutes": sums.drill_seconds / 60,
    }

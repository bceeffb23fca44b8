"""A report: everything that its writers say about a learner, as plain values."""

import unicodedata
from dataclasses import dataclass
from datetime import date

from trainer.library.shelf import Library
from trainer.progress.binning import Bin, gather
from trainer.progress.drill_results import DrillResult, drill_results
from trainer.progress.mistakes import Mistake, find_mistakes
from trainer.progress.mix_ups import MixUp, strongest_pairs
from trainer.progress.next_steps import first_steps, next_steps
from trainer.progress.recall import Coverage, SectionRecall, cover, recall_by_section
from trainer.progress.span import MONTH, Span, span_until
from trainer.progress.totals import Totals, sum_up
from trainer.store.day_total import DayTotal
from trainer.store.opening import Store

NAME_SETTING = "report_name"
"""Under this key the name that stands on reports is kept."""

LONGEST_NAME = 120
MOST_MIX_UPS = 10


@dataclass(frozen=True, slots=True)
class Report:
    """How a learner did in a span of days, and where everything stands on its last day.

    Attributes:
        name: whose report it is, in their own words; empty where they did not say.
        days: of the span, those on which anything was done.
        bins: the same gathered into days, weeks, months or years, the empty ones too.
        has_begun: anything was ever done.
        simulated: events of the span that nobody lived through.
        simulated_before: the same of all days before the span.
        drills_left: drills that were never begun.
        mix_ups: the strongest of the last half year, whatever the span.
    """

    name: str
    span: Span
    made_on: date
    has_begun: bool
    totals: Totals
    days: tuple[DayTotal, ...]
    bins: tuple[Bin, ...]
    sections: tuple[SectionRecall, ...]
    coverage: Coverage
    drills: tuple[DrillResult, ...]
    drills_left: int
    mistakes: tuple[Mistake, ...]
    steps: tuple[str, ...]
    simulated: int
    simulated_before: int
    mix_ups: tuple[MixUp, ...] = ()


def make_report(library: Library, store: Store, today: date, *, days: int = MONTH, name: str = "") -> Report:
    """Reads everything that a report says.

    Args:
        library: the course and the drills.
        store: what the learner did.
        today: the study day of now.
        days: up to today; `EVERYTHING` for all.
        name: whose report it is.

    Raises:
        UserError: when the store cannot be read.
        ValueError: when the number of days makes no report.
    """
    lived = store.day_totals(date.min, today)
    span = span_until(today, days, lived[0].study_day if lived else None)
    states = store.item_states()
    sections_of = store.sections_of_items()
    sections = recall_by_section(library, sections_of, states, today, store.parameter_sets())
    drills = drill_results(library, store.drill_states(), store.boards())
    mistakes = find_mistakes(library, store)
    due_skills = [state.uid for state in store.due_skills(today)]
    steps = next_steps(library, sections, drills, mistakes, due_skills) if lived else first_steps(library)
    inside = tuple(day for day in lived if day.study_day in span)
    return Report(
        name=clean_name(name),
        span=span,
        made_on=today,
        has_begun=bool(lived),
        totals=sum_up(lived, span),
        days=inside,
        bins=gather(inside, span),
        sections=sections,
        coverage=cover(library, sections, states.keys() & sections_of.keys()),
        drills=drills,
        drills_left=len(library.summaries) - sum(drill.is_known for drill in drills),
        mistakes=mistakes,
        steps=steps,
        simulated=sum(day.simulated for day in inside),
        simulated_before=sum(day.simulated for day in lived if day.study_day < span.first),
        mix_ups=strongest_pairs(store, today, MOST_MIX_UPS),
    )


def clean_name(name: str) -> str:
    """A name in one line, without characters that no file may hold."""
    spaced = "".join(" " if char.isspace() else char for char in name)
    visible = "".join(char for char in spaced if unicodedata.category(char) not in ("Cc", "Cs", "Co", "Cn"))
    return " ".join(visible.split())[:LONGEST_NAME].rstrip()

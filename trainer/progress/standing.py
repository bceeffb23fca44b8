"""From a report to the document that says it: the parts about where everything stands on its last day."""

from trainer.learning.scheduler import RETENTION
from trainer.progress.charts import recall_charts
from trainer.progress.document import Exhibit, Part, Table
from trainer.progress.drill_results import DrillResult
from trainer.progress.mistakes import MOST_PICTURES, Mistake
from trainer.progress.mix_ups import LOOK_BACK, pair_words
from trainer.progress.report import Report
from trainer.progress.words import count, full_date, percent, table_date

_GONE = "There is no picture: the drill has changed since, or is no longer in the program."


def recall_part(report: Report) -> Part:
    """How much of each section is remembered."""
    heading, covered = "Recall by section", report.coverage
    if not covered.learnt:
        text = (
            f"No card was answered yet. For each of {count(covered.sections, 'section', 'sections')} with cards, how "
            "much of it is remembered today will stand here."
        )
        return Part("recall", heading, intro=(text,))
    intro = (
        f"{covered.learnt:,} of {count(covered.cards, 'card is', 'cards are')} learnt, in {covered.begun} of "
        f"{count(covered.sections, 'section', 'sections')} with cards; they ask for {covered.facts_asked:,} of the "
        f"{covered.facts:,} facts of the course. Recall is how likely a learnt card is known today, as FSRS-6 "
        f"predicts it; a card comes back when that has fallen to {percent(RETENTION)}."
    )
    rows = tuple(
        (row.title, f"{row.learnt:,} of {row.cards:,}", percent(row.recall), f"{row.due:,}") for row in report.sections
    )
    table = Table("Cards by section, today", ("Section", "Learnt", "Recall", "Due"), rows, beside_chart=True)
    return Part("recall", heading, intro=(intro,), charts=recall_charts(report.sections), tables=(table,))


def drills_part(report: Report) -> Part:
    """How far each drill is."""
    if not report.drills:
        text = "No drill was begun yet. Attempts, best scores and what was solved without help will stand here."
        return Part("drills", "Drills", intro=(text,))
    left = report.drills_left
    more = f" {count(left, 'drill was', 'drills were')} never begun." if left else ""
    what = "Counted since the beginning: attempts solved of those begun"
    intro = f"{what}. Unaided means without a wrong move and without a hint.{more}"
    head = ("Drill", "Solved", "Unaided", "Best", "Last day")
    table = Table("Drills, since the beginning", head, tuple(_drill_row(drill) for drill in report.drills))
    return Part("drills", "Drills", intro=(intro,), tables=(table,))


def _drill_row(drill: DrillResult) -> tuple[str, ...]:
    state = " (left open)" if drill.left_open else "" if drill.is_known else " (no longer in the program)"
    solved = f"{drill.solved:,} of {drill.attempts:,}"
    return (drill.title + state, solved, f"{drill.unaided:,}", percent(drill.best), table_date(drill.last_day))


def rules_part(report: Report) -> Part:
    """What was done wrong most often, with pictures."""
    heading = "Rules most often broken"
    if not report.mistakes:
        text = "No rule was broken yet. One that is will stand here, with a picture of what was wrong."
        return Part("rules", heading, intro=(text,))
    rows = tuple((one.statement, f"{one.times:,}", table_date(one.last_day)) for one in report.mistakes)
    table = Table("Broken rules, since the beginning", ("Rule", "Times", "Last day"), rows)
    intro = "Counted since the beginning. A picture shows what this learner built, right after the last wrong move."
    exhibits = tuple(_exhibit(mistake) for mistake in report.mistakes[:MOST_PICTURES])
    return Part("rules", heading, intro=(intro,), tables=(table,), exhibits=exhibits)


def mix_ups_parts(report: Report) -> tuple[Part, ...]:
    """What was taken for what, the strongest first; no part where nothing was."""
    if not report.mix_ups:
        return ()
    rows = tuple(
        (pair_words(pair), f"{pair.times:,}", f"{pair.sure:,}", table_date(pair.last_day)) for pair in report.mix_ups
    )
    table = Table("What was mixed up", ("Pair", "Times", "Sure of it", "Last day"), rows)
    intro = (
        f"Counted over the last {LOOK_BACK.days} days, in cards and drills. What this learner was sure of weighs most, "
        "and what is long ago least."
    )
    return (Part("mix-ups", "Mixed up", intro=(intro,), tables=(table,)),)


def _exhibit(mistake: Mistake) -> Exhibit:
    example = mistake.example
    return Exhibit(
        title=mistake.statement,
        count=_how_often(mistake),
        why=mistake.why,
        caption=f"{example.title}: {example.message}" if example else _GONE,
        picture=example.picture if example else None,
    )


def _how_often(mistake: Mistake) -> str:
    if mistake.times == 1:
        return f"Broken once, on {full_date(mistake.last_day)}"
    return f"Broken {mistake.times:,} times, last on {full_date(mistake.last_day)}"

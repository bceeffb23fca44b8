"""Charts as values, and where painters put them: nothing leaves the plot, nothing covers anything else."""

from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.examples import quick
from trainer.layout.geometry import Rect
from trainer.progress.bar_plan import plan_bars
from trainer.progress.binning import gather
from trainer.progress.chart_svg import draw_chart
from trainer.progress.chart_text import SMALL, break_lines, width_of
from trainer.progress.charts import MOST_BARS, activity_chart, recall_charts
from trainer.progress.column_plan import plan_columns
from trainer.progress.recall import SectionRecall
from trainer.progress.span import span_until
from trainer.store.day_total import DayTotal
from trainer.tokens import THEMES

TODAY = date(2026, 3, 2)
NEAR = 1e-6

widths = st.sampled_from([280, 320, 479, 480, 640, 720, 1000])
titles = st.text("AWS Lambda-<&>é\"' ", min_size=1, max_size=90)
shares = st.none() | st.floats(0, 1)
sections = st.lists(
    st.builds(SectionRecall, st.just("x"), titles, st.just(9), st.just(4), shares, st.just(0)), max_size=70
)


@st.composite
def lives(draw):
    """A span, and some days of it with answers and drops."""
    span = span_until(TODAY, draw(st.integers(1, 3000)), None)
    days = draw(st.lists(st.integers(0, span.days - 1), unique=True, min_size=1, max_size=30))
    totals = []
    for ago in days:
        answers, drops = draw(st.integers(0, 20_000)), draw(st.integers(0, 50))
        known, wrong = draw(st.integers(0, answers)), draw(st.integers(0, drops))
        day = TODAY - timedelta(days=ago)
        totals.append(DayTotal(day, reviews=answers, passed=known, drops=drops, wrong_drops=wrong))
    return span, totals


def inside(outer, inner):
    grown = Rect(outer.x - NEAR, outer.y - NEAR, outer.width + 2 * NEAR, outer.height + 2 * NEAR)
    return grown.contains(inner)


@quick
@given(sections, widths)
def test_bars_lie_inside_the_plot_in_the_order_of_the_course(rows, width):
    charts = recall_charts(rows)
    learnt = [row for row in rows if row.recall is not None]

    assert [bar.label for chart in charts for bar in chart.bars] == [row.title for row in learnt]
    for chart in charts:
        plan = plan_bars(chart, width)
        assert 0 < len(plan.rows) <= MOST_BARS
        assert all(inside(plan.plot, row.rect) for row in plan.rows)
        assert all(upper.rect.bottom < lower.rect.y for upper, lower in pairwise(plan.rows))
        assert all(later > earlier for earlier, later in pairwise(plan.ticks))
        assert plan.ticks[0] == plan.plot.x < plan.target < plan.plot.right <= width
        lengths = {row.bar.value: row.rect.width for row in plan.rows}
        assert sorted(lengths.values()) == [length for _, length in sorted(lengths.items())]


@quick
@given(sections, widths)
def test_plots_of_charts_that_stand_together_align(rows, width):
    plots = {(plan.plot.x, plan.plot.width) for plan in (plan_bars(chart, width) for chart in recall_charts(rows))}

    assert len(plots) <= 1


@quick
@given(lives(), widths)
def test_columns_stand_inside_the_plot_in_the_order_of_days(life, width):
    span, days = life
    chart = activity_chart(gather(days, span))
    if chart is None:
        assert not any(day.reviews or day.drops for day in days)
        return
    plan = plan_columns(chart, width)

    for panel in plan.panels:
        assert all(inside(panel.plot, part) for column in panel.columns for part in (column.solid, column.hollow))
        assert all(abs(column.hollow.bottom - column.solid.y) < NEAR for column in panel.columns)
        assert all(left.solid.right < right.solid.x for left, right in pairwise(panel.columns))
        assert panel.ticks[0] == panel.plot.bottom
    assert all(upper.plot.bottom < lower.plot.y for upper, lower in pairwise(plan.panels))


@quick
@given(lives(), widths)
def test_days_on_the_axis_do_not_touch_and_are_not_cut_off(life, width):
    span, days = life
    chart = activity_chart(gather(days, span))
    if chart is None:
        return
    halves = [(at, width_of(label, SMALL) / 2) for label, at in plan_columns(chart, width).labels]
    spots = [(at - half, at + half) for at, half in halves]

    assert spots
    assert all(start >= 0 and end <= width for start, end in spots)
    assert all(end < start for (_, end), (start, _) in pairwise(spots))


@quick
@given(lives())
def test_charts_add_up_to_the_totals(life):
    span, days = life
    chart = activity_chart(gather(days, span))
    told = {"Cards answered": (sum(day.reviews for day in days), sum(day.passed for day in days))}
    told["Moves in drills"] = (sum(day.drops for day in days), sum(day.drops - day.wrong_drops for day in days))
    shown = {
        panel.title: (sum(one.total for one in panel.columns), sum(one.solid for one in panel.columns))
        for panel in (chart.panels if chart else ())
    }

    assert shown == {title: sums for title, sums in told.items() if sums[0]}


@quick
@given(sections, lives(), widths)
def test_drawings_are_well_formed_and_carry_their_words(rows, life, width):
    span, days = life
    charts = [*recall_charts(rows)[:1], *filter(None, [activity_chart(gather(days, span))])]
    for chart in charts:
        root = ET.fromstring(draw_chart(chart, width, THEMES["light"]))
        words = {child.tag.rpartition("}")[2]: child.text for child in root[:2]}
        assert words == {"title": chart.title, "desc": chart.told}
        assert root.get("role") == "img"


@quick
@given(titles, st.floats(20, 300), st.integers(1, 3))
def test_labels_are_broken_to_fit(text, width, at_most):
    lines = break_lines(text, width, at_most)

    assert 1 <= len(lines) <= at_most
    assert all(width_of(line) <= max(width, width_of("…")) for line in lines)


def test_a_bar_says_its_section_share_and_cards():
    (chart,) = recall_charts([SectionRecall("elb", "Elastic Load Balancing", 9, 1, 0.876, 0)])

    assert chart.told == "Elastic Load Balancing: 88% of 1 learnt card."
    assert chart.bars[0].text == "88%"
    assert chart.target == 90


def test_a_column_says_its_day():
    chart = activity_chart(gather([DayTotal(TODAY, reviews=3, passed=2)], span_until(TODAY, 7, None)))

    assert [panel.title for panel in chart.panels] == ["Cards answered"]
    assert chart.panels[0].columns[-1].told == "2 March 2026: 2 known, 1 not known."
    assert chart.told == "Cards answered: 3 in all, 2 known and 1 not known."

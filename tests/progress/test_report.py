"""The figures of a small life, counted by hand (see `tests/fakes/lived.py`)."""

from datetime import date

import pytest

from tests.fakes.lived import TODAY, begin
from tests.store.card_events import note, pack, review
from trainer.learning.scheduler import default_scheduler
from trainer.progress.composing import compose, tell
from trainer.progress.report import LONGEST_NAME, clean_name, make_report
from trainer.progress.span import EVERYTHING
from trainer.store.events import Origin


def test_the_totals_are_those_counted_by_hand(report):
    sums = report.totals

    assert (sums.days, sums.active_days) == (30, 3)
    assert (sums.answered, sums.known, sums.new_cards) == (6, 4, 3)
    assert (sums.asked_again, sums.known_again, sums.known_share) == (2, 1, 0.5)
    assert (sums.drops, sums.wrong_drops, sums.right_share, sums.hints) == (6, 3, 0.5, 1)
    assert (sums.attempts, sums.solved) == (2, 1)
    assert sums.card_seconds == 30
    assert sums.drill_seconds > 0


def test_only_the_days_of_the_span_count(library, lived):
    two_days = make_report(library, lived, TODAY, days=2)

    assert (two_days.span.first, two_days.span.last) == (date(2026, 3, 1), TODAY)
    assert (two_days.totals.answered, two_days.totals.new_cards, two_days.totals.active_days) == (2, 0, 2)
    assert two_days.drills == make_report(library, lived, TODAY).drills


def test_everything_begins_with_the_first_active_day(library, lived):
    span = make_report(library, lived, TODAY, days=EVERYTHING).span

    assert (span.first, span.days) == (date(2026, 2, 27), 4)


def test_recall_is_the_mean_over_the_learnt_cards_of_a_section(report, lived):
    vpc, elb, others = report.sections
    recall, states = default_scheduler().recall, lived.item_states()
    wanted = [recall(states[uid].memory, TODAY) for uid in ("igw#front", "nat#front")]

    assert (vpc.id, vpc.cards, vpc.learnt, vpc.due) == ("vpc-intro", 3, 2, 1)
    assert vpc.recall == pytest.approx(sum(wanted) / 2)
    assert (elb.id, elb.cards, elb.learnt, elb.due) == ("elb", 1, 1, 0)
    assert (others.id, others.title, others.cards, others.learnt, others.recall) == ("", "Other cards", 1, 0, None)


def test_coverage_counts_cards_and_sections_of_the_course(report):
    covered = report.coverage

    assert (covered.cards, covered.learnt) == (5, 3)
    assert (covered.sections, covered.begun) == (2, 2)


def test_drills_have_their_record(report):
    mini, flagship = report.drills

    assert (mini.id, mini.attempts, mini.solved, mini.unaided, mini.best) == ("first-vpc", 1, 1, 0, 1.0)
    assert (mini.last_day, mini.left_open) == (date(2026, 3, 1), False)
    assert (flagship.attempts, flagship.solved, flagship.best, flagship.left_open) == (1, 0, None, True)


def test_rules_come_by_how_often_they_were_broken(report):
    worst, other = report.mistakes

    assert (worst.rule, worst.times, worst.last_day) == ("nat-in-public-subnet", 2, TODAY)
    assert (other.rule, other.times, other.last_day) == ("igw-attached-to-vpc", 1, date(2026, 3, 1))
    assert worst.statement
    assert worst.why


def test_the_next_steps_are_what_is_due_open_and_weak(report):
    steps = "\n".join(report.steps)

    assert report.steps[0] == "Answer the 1 card that is due."
    assert "Finish “Three-tier web app across two Availability Zones”, left open on 2 March 2026." in report.steps
    assert "went wrong most often, 2 times: “A zonal, public NAT gateway" in steps


def test_an_empty_life_is_told_what_will_stand_here(library, store):
    report = make_report(library, store, TODAY, days=EVERYTHING)
    document = compose(report)

    assert not report.has_begun
    assert report.span.days == 1
    assert report.totals.known_share is None
    assert all(part.intro for part in document.parts if not part.steps)
    assert "Begin with “Your first VPC”" in report.steps[0]
    assert "Nothing was done yet." in tell(report)


def test_a_quiet_week_after_a_life_says_so(library, lived):
    report = make_report(library, lived, date(2026, 5, 1), days=7)

    assert report.has_begun
    assert report.totals.active_days == 0
    assert "Nothing was done in these days." in compose(report).parts[2].intro[0]


def test_simulated_events_are_told(library, store):
    store.import_pack(pack(note("igw")))
    store.append(review("igw#front", origin=Origin.SIMULATED))
    now, later = (compose(make_report(library, store, day, days=7)) for day in (TODAY, date(2026, 4, 1)))

    assert now.notice.startswith("This report contains simulated data: 1 event was made up")
    assert "since the beginning contains simulated data" in later.notice


def test_a_lived_report_has_no_notice(report):
    assert compose(report).notice == ""


def test_the_whole_is_told_in_words(report):
    told = tell(report)

    assert "Progress report of Maria Gonzalez" in told
    assert "active days: 3 of 30." in told


def test_days_that_are_yet_to_come_are_left_out(library, lived):
    assert make_report(library, lived, date(2026, 2, 28)).totals.answered == 4


def test_a_drill_left_open_while_empty_is_not_to_be_finished(library, store):
    session = begin(library, store, "first-vpc")
    session.place("igw", "vpc")
    session.take_back("igw", "vpc")

    assert not make_report(library, store, TODAY).drills[0].left_open


def test_a_negative_number_of_days_makes_no_report(library, store):
    with pytest.raises(ValueError, match="-1 days"):
        make_report(library, store, TODAY, days=-1)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("  Maria \n Gonzalez ", "Maria Gonzalez"),
        ("\x00\x1b[31mred\udcff", "[31mred"),
        ("山田 😀", "山田 😀"),
        ("x" * 500, "x" * LONGEST_NAME),
    ],
)
def test_a_name_is_one_line_of_characters_that_files_hold(given, kept):
    assert clean_name(given) == kept

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.card_events import review
from trainer.progress.composing import compose
from trainer.progress.csv_table import to_csv
from trainer.progress.mix_ups import GUESSED, HALF_LIFE_DAYS, SURE, UNKNOWN, pairs_of
from trainer.progress.report import make_report
from trainer.store.confusion import Confusion

TODAY = date(2026, 3, 2)
ENDS = st.sampled_from(["nat", "igw", "vgw"])
CONFUSIONS = st.lists(
    st.builds(
        lambda ago, ends, sure, number: Confusion(
            f"d-{number}/0", TODAY - timedelta(ago), f"c{number % 3}#choice", *ends, sure
        ),
        st.integers(0, 180),
        st.tuples(ENDS, ENDS).filter(lambda ends: ends[0] != ends[1]),
        st.sampled_from([True, False, None]),
        st.integers(1, 10_000),
    ),
    max_size=20,
)


def one(asked="nat", took="igw", ago=0, sure=None, item="c#choice"):
    return Confusion("d-1/0", TODAY - timedelta(ago), item, asked, took, sure)


@pytest.mark.parametrize(
    ("confusion", "weight"),
    [
        (one(sure=True), SURE),
        (one(), UNKNOWN),
        (one(sure=False), GUESSED),
        (one(sure=True, ago=HALF_LIFE_DAYS), SURE / 2),
        (one(ago=2 * HALF_LIFE_DAYS), UNKNOWN / 4),
    ],
)
def test_sure_and_recent_confusions_weigh_more(confusion, weight):
    (pair,) = pairs_of([confusion], TODAY)

    assert pair.weight == pytest.approx(weight)


def test_both_directions_are_one_pair_that_remembers_them():
    (pair,) = pairs_of([one(ago=3), one(), one("igw", "nat", sure=True, ago=90, item="other#choice")], TODAY)

    assert (pair.asked, pair.took, pair.times, pair.other_way, pair.sure) == ("nat", "igw", 3, 1, 1)
    assert pair.is_mutual
    assert pair.last_day == TODAY
    assert pair.items == ("c#choice", "other#choice")


def test_one_direction_is_told_as_such():
    (pair,) = pairs_of([one(), one(ago=1)], TODAY)

    assert not pair.is_mutual


def test_the_strongest_comes_first():
    pairs = pairs_of([one("alb", "nlb", ago=60), one("alb", "nlb", ago=60), one("nat", "igw", sure=True)], TODAY)

    assert [pair.asked for pair in pairs] == ["nat", "alb"]


@given(CONFUSIONS)
def test_every_confusion_is_counted_once_in_whatever_order_they_come(confusions):
    pairs = pairs_of(confusions, TODAY)

    assert sum(pair.times for pair in pairs) == len(confusions)
    assert [pair.weight for pair in pairs] == sorted((pair.weight for pair in pairs), reverse=True)
    again = {frozenset((pair.asked, pair.took)): pair for pair in pairs_of(confusions[::-1], TODAY)}
    for pair in pairs:
        other = again[frozenset((pair.asked, pair.took))]
        assert (other.times, other.sure, other.last_day) == (pair.times, pair.sure, pair.last_day)
        assert other.weight == pytest.approx(pair.weight)
        assert pair.other_way < pair.times


def test_a_report_has_a_part_for_mix_ups_where_there_are_any(library, store):
    report = make_report(library, store, TODAY)
    assert "mix-ups" not in {part.id for part in compose(report).parts}
    store.append(review("c#choice", "again", TODAY, said={"confused": [["nat-gateway", "internet-gateway"]]}))

    report = make_report(library, store, TODAY)

    part = compose(report).parts[-1]
    assert part.tables[0].rows[0][:3] == ("Internet gateway, taken for NAT gateway", "1", "0")
    assert "mix-up,nat-gateway internet-gateway," in to_csv(report)

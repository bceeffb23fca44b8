import pytest

from tests.fakes.drills import make_drill, make_piece
from trainer.cloud.coverage import rules_about
from trainer.cloud.grading import broken_conventions, grade
from trainer.cloud.rule import RuleClass
from trainer.cloud.rules import ALL_RULES

CONVENTIONS = [rule.id for rule in ALL_RULES.values() if rule.kind is RuleClass.CONVENTION]


@pytest.fixture
def drill():
    pieces = (
        make_piece("db", "rds", role="primary", name="RDS primary"),
        make_piece("server", "ec2-instance", role="active", name="Active server"),
        make_piece("nat", "nat-gateway"),
    )
    return make_drill(*pieces, rules=CONVENTIONS)


def test_a_habit_is_told_and_never_graded(drill):
    placement = {"db": ("data-b",), "server": ("app-b",), "nat": ("public-b",)}
    told = broken_conventions(drill, placement)

    assert len(told) == len(CONVENTIONS) == 3
    assert all("Availability Zone B" in text for text in told)
    assert grade(drill, placement).findings == ()


def test_who_draws_as_usual_is_told_nothing(drill):
    assert broken_conventions(drill, {"db": ("data-a",), "server": ("app-a",), "nat": ("public-a",)}) == ()
    assert broken_conventions(drill, {}) == ()


def test_a_habit_trains_no_skill(drill):
    assert not {rule.id for _, rule in rules_about(drill, "db")} & set(CONVENTIONS)

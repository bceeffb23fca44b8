import json
from dataclasses import replace
from random import Random

import pytest

from trainer.cloud.soundness import check_soundness


@pytest.fixture(scope="module", params=["first-vpc", "three-tier-two-zones"])
def drill(request, library):
    return library.drill(request.param)


def check(drill, library, seed=1):
    return check_soundness(drill, library.curriculum.facts, random=Random(seed), samples=200)


def test_a_drill_that_comes_with_the_program_is_sound(drill, library):
    report = check(drill, library)

    assert report.is_sound, "\n".join(report.lines())


def test_the_report_is_the_same_for_the_same_seed(drill, library):
    assert check(drill, library, seed=2) == check(drill, library, seed=2)


def test_the_report_is_plain_json_and_plain_text(drill, library):
    report = check(drill, library)
    document = json.loads(json.dumps(report.document()))

    assert document["is_sound"] is True
    assert document["failures"] == []
    assert 0 < document["guess_rate"] < 0.35
    assert next(report.lines()) == f"{drill.id}: sound"


def test_every_failure_is_in_text_and_json(drill, library):
    broken = replace(drill, solution={**drill.solution, "igw": ("region",)})
    report = check(broken, library)

    assert not report.is_sound
    assert set(report.failures) <= {line.strip() for line in report.lines()}
    assert report.document()["failures"] == list(report.failures)


def test_rules_that_contradict_each_other_are_told(drill, library):
    impossible = replace(drill, pieces={"igw": replace(drill.pieces["igw"], spans=2)}, solution={}, rules=())
    report = check(impossible, library)

    assert report.accepted == 0
    assert "No complete placement is right: the rules contradict each other." in report.failures

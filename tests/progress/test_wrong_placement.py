"""A wrong placement is the learner's own, as it was right after the move."""

import json

import pytest

from tests.fakes.lived import TODAY, begin, solve_with_errors
from trainer.library.shelf import Library
from trainer.progress.composing import compose
from trainer.progress.picture import draw_picture
from trainer.progress.report import make_report
from trainer.progress.wrong_placement import find_wrong_placement
from trainer.tokens import THEMES

RULE = "nat-in-public-subnet"


def found(library, store, rule=RULE):
    return find_wrong_placement(library, store, rule, store.rule_breaks()[rule].last_event)


def changed(library, change):
    """The library with other drills: `change` takes the text of their documents."""
    content = dict(library._content)
    return Library({**content, "drills": json.loads(change(json.dumps(content["drills"])))})


def tiles(wrong):
    return {tile.piece: tile.container for tile in wrong.picture.geometry.tiles}


@pytest.fixture
def played(library, store):
    solve_with_errors(library, store)
    return store


def test_it_is_as_it_was_right_after_the_move(library, played):
    wrong = found(library, played)

    assert tiles(wrong) == {"igw": "vpc", "nat": "private-a", "update-servers": "internet"}
    assert wrong.picture.wrong == ("nat",)
    assert "NAT gateway" in wrong.message


def test_what_was_undone_before_the_move_is_left_out(library, store):
    session = begin(library, store, "first-vpc")
    session.place("instance", "private-a")
    session.undo()
    session.place("nat", "private-a")

    assert tiles(found(library, store)) == {"nat": "private-a", "update-servers": "internet"}


def test_other_attempts_at_the_drill_are_left_out(library, store):
    begin(library, store, "first-vpc").place("igw", "vpc")
    session = begin(library, store, "first-vpc")
    session.restart()
    session.place("nat", "private-a")

    assert tiles(found(library, store)) == {"nat": "private-a", "update-servers": "internet"}


def test_the_wrong_piece_alone_is_marked(library, played):
    svg = draw_picture(found(library, played).picture, THEMES["light"])

    assert svg.count(THEMES["light"]["error"]) == 2  # its outline and its badge
    assert THEMES["light"]["success"] not in svg


def test_a_wrong_line_is_marked(library, store):
    session = begin(library, store, "orders-backend")
    session.place("line:shop", "api")
    session.place("line:api", "process")
    wrong = found(library, store, "flow-needed")

    assert wrong.picture.wrong_lines == (("api", "process"),)
    assert wrong.message.startswith("Amazon API Gateway → Process order: If the function is called at once")
    svg = draw_picture(wrong.picture, THEMES["light"])
    assert svg.count(THEMES["light"]["error"]) == 3  # the line, its head and its badge
    assert svg.endswith("</svg>\n")


def test_a_drill_that_is_gone_has_no_picture(library, played):
    other = changed(
        library, lambda text: text.replace('"first-vpc": {', '"other": {').replace('"id": "first-vpc"', '"id": "other"')
    )
    other._content["folders"] = {**other._content["folders"], "other": "networking"}

    assert found(other, played) is None
    report = make_report(other, played, TODAY)
    assert (report.drills[0].title, report.drills[0].is_known) == ("first-vpc", False)
    assert "no longer in the program" in compose(report).parts[5].exhibits[0].caption


def test_a_renamed_drill_is_found(library, played):
    other = changed(
        library, lambda text: text.replace('"first-vpc": {', '"other": {').replace('"id": "first-vpc"', '"id": "other"')
    )
    other.renames = {"drill:first-vpc": "drill:other"}

    assert found(other, played).drill == "other"


@pytest.mark.parametrize(
    ("before", "after"),
    [('"private-a"', '"another-a"'), ('"id": "igw"', '"id": "gateway"'), ('"nat-in-public-subnet", ', "")],
)
def test_a_drill_that_changed_has_no_picture(library, played, before, after):
    other = changed(library, lambda text: text.replace(before, after))

    assert found(other, played) is None


def test_an_event_that_is_unknown_has_no_picture(library, store):
    assert find_wrong_placement(library, store, RULE, "nobody-7") is None


def test_a_rule_that_is_gone_is_told_by_its_name(library, played, monkeypatch):
    monkeypatch.setattr("trainer.progress.mistakes.ALL_RULES", {})
    monkeypatch.setattr("trainer.progress.mistakes.find_wrong_placement", lambda *_: None)
    mistakes = {mistake.rule: mistake for mistake in make_report(library, played, TODAY).mistakes}

    assert mistakes[RULE].statement == "Nat in public subnet"

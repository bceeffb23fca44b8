import json


def test_the_path_is_printed_by_course_and_week(trainer, tmp_path):
    done = trainer("learn", "--data-dir", tmp_path / "data")
    lines = done.out.splitlines()

    assert done.code == 0
    assert lines[0] == "AWS Cloud Technical Essentials, week 1"
    routing = next(line for line in lines if line.startswith("  vpc-routing-security  "))
    assert "not begun" in routing
    assert "better after: Introduction to Amazon VPC" in routing


def test_the_path_as_json(trainer, tmp_path):
    rows = json.loads(trainer("learn", "--json", "--data-dir", tmp_path / "data").out)
    row = next(row for row in rows if row["section"] == "elb")

    assert (row["week"], row["primer"], row["begun"]) == (4, True, 0)
    assert "scaling-web-tier" in row["drills"]


def test_a_primer_is_printed_without_marks(trainer):
    done = trainer("learn", "elb")

    assert done.code == 0
    assert done.out.startswith("Elastic Load Balancing\n\n")
    assert "  - A listener is the port and protocol" in done.out
    assert "**" not in done.out
    assert done.out.endswith("AWS documentation: What is Elastic Load Balancing?\n")
    assert json.loads(trainer("learn", "elb", "--json").out)["title"] == "Elastic Load Balancing"


def test_a_section_that_is_not_there_is_told_with_the_nearest(trainer):
    done = trainer("learn", "elbo")

    assert (done.code, done.err) == (2, "trainer: there is no section 'elbo'; did you mean 'elb'?\n")


def test_a_section_without_a_primer_says_so(trainer, monkeypatch):
    monkeypatch.setattr("trainer.library.shelf.Library.primer", lambda *_: None)
    done = trainer("learn", "elb")

    assert (done.code, done.out) == (1, "Elastic Load Balancing: there is no primer yet.\n")

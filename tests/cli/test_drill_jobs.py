import io
import json
import sys

import pytest

FLAGSHIP = "three-tier-two-zones"
SOLVED = {
    "igw": "vpc",
    "nat-a": "public-a",
    "nat-b": "public-b",
    "alb": ["public-a", "public-b"],
    "web": ["app-a", "app-b"],
    "db-primary": "data-a",
    "db-standby": "data-b",
}


@pytest.fixture
def placement(tmp_path):
    def write(document):
        file = tmp_path / "placement.json"
        file.write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
        return file

    return write


def test_list_names_every_drill_the_easiest_first(trainer):
    result = trainer("drill", "list", "--json")

    assert next(row["id"] for row in json.loads(result.out)) == "first-vpc"
    assert FLAGSHIP in result.out


def test_show_has_what_the_command_line_promises(trainer):
    document = json.loads(trainer("drill", "show", FLAGSHIP, "--json").out)

    assert {"containers", "pieces", "rules", "links", "modes", "architecture", "solution", "alternatives"} <= set(
        document
    )
    assert {"parent", "kind", "access"} <= set(document["containers"][0])
    assert {"service", "role", "decoy", "spans"} <= set(document["pieces"][0])
    assert document["solution"] == SOLVED


def test_the_solution_is_right_and_exits_with_0(trainer, placement):
    result = trainer("drill", "grade", FLAGSHIP, "--placement", placement(SOLVED), "--json")
    verdict = json.loads(result.out)

    assert result.code == 0
    assert verdict["correct"] is True
    assert verdict["score"] == 1.0
    assert set(verdict["pieces"].values()) == {"right"}


def test_primary_and_standby_may_swap_zones(trainer, placement):
    swapped = SOLVED | {"db-primary": "data-b", "db-standby": "data-a"}

    assert trainer("drill", "grade", FLAGSHIP, "--placement", placement(swapped)).code == 0


def test_a_wrong_placement_exits_with_1_and_names_rule_pieces_and_facts(trainer, placement):
    same_zone = SOLVED | {"db-standby": "data-a"}
    result = trainer("drill", "grade", FLAGSHIP, "--placement", placement(same_zone), "--json")
    finding = json.loads(result.out)["findings"][0]

    assert result.code == 1
    assert finding["rule"] == "different-zones"
    assert set(finding["pieces"]) == {"db-primary", "db-standby"}
    assert "Availability Zone A" in finding["message"]
    assert finding["facts"]
    assert finding["why"]


def test_an_empty_placement_is_incomplete_and_has_no_errors(trainer, placement):
    result = trainer("drill", "grade", FLAGSHIP, "--placement", placement({}), "--json")
    verdict = json.loads(result.out)

    assert result.code == 1
    assert verdict["findings"] == []
    assert verdict["complete"] is False


@pytest.mark.parametrize(
    ("document", "told"),
    [
        ("{", "not JSON"),
        ("[1]", "found a list"),
        ('{"igw": "moon"}', "no container 'moon'"),
        ('{"ufo": "vpc"}', "no piece 'ufo'"),
        ('{"igw": 3}', "found a number"),
        ('{"igw": ["vpc", "region"]}', "belongs in one container"),
        ('{"alb": ["public-a", "public-a"]}', "twice"),
        ('{"igw": "vpc", "igw": "region"}', "given twice"),
        ("[" * 100_000, "nests too deeply"),
    ],
)
def test_unusable_placements_exit_with_2_and_one_line(trainer, placement, document, told):
    result = trainer("drill", "grade", FLAGSHIP, "--placement", placement(document))

    assert result.code == 2
    assert result.out == ""
    assert told in result.err
    assert result.err.count("\n") == 1
    assert "Traceback" not in result.err


def test_a_placement_file_that_is_not_there_is_one_line(trainer, tmp_path):
    result = trainer("drill", "grade", FLAGSHIP, "--placement", tmp_path / "none.json")

    assert result.code == 2
    assert "none.json" in result.err
    assert result.err.count("\n") == 1


def test_bytes_that_are_no_text_are_one_line(trainer, tmp_path):
    file = tmp_path / "bytes.json"
    file.write_bytes(b"\xff\xfe\x00")
    result = trainer("drill", "grade", FLAGSHIP, "--placement", file)

    assert result.code == 2
    assert "not UTF-8" in result.err


def test_lines_give_one_verdict_a_line(trainer, monkeypatch):
    lines = "\n".join([json.dumps(SOLVED), "{}", '{"igw": "moon"}'])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    result = trainer("drill", "grade", FLAGSHIP, "--placement", "-", "--lines")
    verdicts = [json.loads(line) for line in result.out.splitlines()]

    assert result.code == 2
    assert [verdict.get("correct") for verdict in verdicts] == [True, False, None]
    assert verdicts[2]["line"] == 3


@pytest.mark.parametrize(
    "words",
    [("drill", "show", "first-vcp"), ("drill", "check", "first-vcp"), ("drill", "render", "first-vcp", "-o", "x.svg")],
)
def test_an_unknown_drill_is_one_line_with_the_nearest_id(trainer, words):
    result = trainer(*words)

    assert result.code == 2
    assert result.err == "trainer: there is no drill 'first-vcp'; did you mean 'first-vpc'?\n"


@pytest.mark.parametrize("words", [("fly",), ("drill",), ("drill", "grade", "first-vpc"), ("rule", "show")])
def test_wrong_words_are_one_line(trainer, words):
    result = trainer(*words)

    assert result.code == 2
    assert result.err.count("\n") == 1


def test_every_drill_is_sound(trainer):
    result = trainer("drill", "check", "--json")

    assert result.code == 0, result.out
    assert len(json.loads(result.out)) >= 2


def test_render_draws_the_solution_as_svg(trainer, tmp_path):
    file = tmp_path / "picture.svg"
    result = trainer("drill", "render", FLAGSHIP, "-o", file, "--solution")
    text = file.read_text(encoding="utf-8")

    assert result.code == 0
    assert text.lstrip().startswith(("<svg", "<?xml"))
    assert "RDS standby" in text


def test_render_refuses_an_unknown_format(trainer, tmp_path):
    result = trainer("drill", "render", FLAGSHIP, "-o", tmp_path / "picture.bmp")

    assert result.code == 2
    assert ".svg, .png, .pdf or .dot" in result.err


def test_render_says_when_the_picture_cannot_be_written(trainer, tmp_path):
    result = trainer("drill", "render", FLAGSHIP, "-o", tmp_path / "nowhere" / "picture.svg")

    assert result.code == 2
    assert result.err.count("\n") == 1

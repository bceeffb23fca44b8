"""Code, tables, pictures and links in the markup of cards; any text is valid, and nothing leads outside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.learning.markup import (
    LONGEST,
    MOST_ROWS,
    Block,
    BlockKind,
    Run,
    links_of,
    parse_markup,
    plain_lines,
    plain_text,
)
from trainer.learning.picture import DrillView, FileView, Stage, parse_target

TABLE = "| | Standby | Replica |\n|---|:--|--:|\n| Copied | at **once** | later |\n| Reads | `no` |"


def kinds(text):
    return [block.kind for block in parse_markup(text)]


def test_fenced_code_keeps_its_lines_and_marks():
    before, code, after = parse_markup("Routes:\n```text\n10.0.0.0/16  local\n\n**0.0.0.0/0** `igw`\n```\nSo.")

    assert code == Block((Run("10.0.0.0/16  local\n\n**0.0.0.0/0** `igw`", code=True),), kind=BlockKind.CODE)
    assert (before.text, after.text) == ("Routes:", "So.")


def test_a_fence_without_an_end_goes_to_the_end():
    assert [block.text for block in parse_markup("A\n```\nb\n\nc")] == ["A", "b\n\nc"]


def test_a_table_has_equally_long_rows_of_cells_with_marks():
    (table,) = parse_markup(TABLE)

    assert table.kind is BlockKind.TABLE
    assert [["".join(run.text for run in cell) for cell in row] for row in table.rows] == [
        ["", "Standby", "Replica"],
        ["Copied", "at once", "later"],
        ["Reads", "no", ""],
    ]
    assert table.rows[1][1] == (Run("at "), Run("once", strong=True))
    assert table.rows[2][1] == (Run("no", code=True),)


def test_a_table_is_told_row_by_row_and_drawn_in_columns():
    assert plain_text(TABLE) == "Copied: Standby at once, Replica later; Reads: Standby no"
    assert list(plain_lines(TABLE)) == [
        "       | Standby | Replica",
        "-------+---------+--------",
        "Copied | at once | later",
        "Reads  | no      |",
    ]


@pytest.mark.parametrize("text", ["| a | b |", "| a | b |\n| c | d |", "| a | b |\n|---|\n| c | d |"])
def test_lines_with_bars_are_no_table_without_a_line_of_dashes_that_fits(text):
    assert set(kinds(text)) == {BlockKind.TEXT}


def test_a_bar_can_stand_in_a_cell():
    (table,) = parse_markup("| a |\n|---|\n| x \\| y |")

    assert table.rows[1][0] == (Run("x | y"),)


def test_what_is_too_large_for_a_table_stays_text():
    assert BlockKind.TABLE not in kinds("| a |\n|---|\n" + "| b |\n" * MOST_ROWS)


def test_a_picture_stands_on_a_line_of_its_own_and_is_told_by_what_it_shows():
    picture, text = parse_markup("![The VPC](drill:first-vpc)\nHere ![b](c.svg) not.")

    assert (picture.kind, picture.text, picture.target) == (BlockKind.PICTURE, "The VPC", "drill:first-vpc")
    assert text == Block((Run("Here ![b](c.svg) not."),))
    assert list(plain_lines("![The VPC](drill:first-vpc)")) == ["[The VPC]"]


def test_links_lead_to_drills_only():
    text = "See [it](drill:first-vpc), [web](https://example.com), [x](javascript:1) and [y](file:///etc)."
    runs = [run for block in parse_markup(text) for run in block.runs]

    assert [run for run in runs if run.target] == [Run("it", target="drill:first-vpc")]
    assert links_of("[a](drill:first-vpc), **[b](drill:x)**\n\n| [c](drill:x) |\n|---|\n") == ("first-vpc", "x")
    assert "https://example.com" in plain_text(text)


@pytest.mark.parametrize(
    ("target", "view"),
    [
        ("drill:first-vpc", DrillView("first-vpc")),
        ("drill:first-vpc?empty", DrillView("first-vpc", Stage.EMPTY)),
        ("drill:first-vpc#nat", DrillView("first-vpc", Stage.COVERED, "nat")),
        ("plan-a.svg", FileView("plan-a.svg")),
        ("plan.png", FileView("plan.png")),
        *(
            (target, None)
            for target in (
                "https://example.com/a.svg",
                "//example.com/a.png",
                "../ids.svg",
                "a/b.svg",
                ".svg",
                "a.svgz",
                "file:///a.png",
                "data:image/png;base64,x",
                "drill:",
                "a.SVG",
            )
        ),
    ],
)
def test_a_picture_is_a_drill_or_a_file_beside_the_decks(target, view):
    assert parse_target(target) == view


def test_html_stands_for_itself():
    text = '<img src="http://example.com/x.png"> <script>alert(1)</script>'

    assert parse_markup(text) == (Block((Run(text),)),)


def test_a_text_of_any_length_is_read_to_a_limit():
    assert len(plain_text("**a" * LONGEST)) <= LONGEST


HOSTILE = st.lists(
    st.sampled_from(
        ["```", "|", "|---|", "![", "](", ")", "[", "drill:a", "**", "`", "- ", "\n", "\\|", "<", "a", " "]
    ),
    max_size=60,
).map("".join)


@given(HOSTILE | st.text(max_size=80))
def test_any_text_is_read_and_tables_are_rectangles(text):
    for block in parse_markup(text):
        assert len({len(row) for row in block.rows}) <= 1
        assert (block.kind is BlockKind.TABLE) == bool(block.rows)
        assert all(run.target.startswith("drill:") for run in block.runs if run.target)
    assert "\n" not in plain_text(text)
    list(plain_lines(text))

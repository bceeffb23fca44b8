"""The table reads back, and no cell is taken for a formula."""

import csv
import io
from dataclasses import replace

import pytest

from tests.fakes.lived import TODAY
from trainer.progress.csv_table import COLUMNS, to_csv
from trainer.progress.formats import Format, write_as
from trainer.progress.report import make_report


def read(text):
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert all(None not in row and None not in row.values() for row in rows)
    return rows


def figures(rows, kind, id_=""):
    return {row["figure"]: row["value"] for row in rows if (row["kind"], row["id"]) == (kind, id_)}


@pytest.fixture(scope="module")
def rows(report):
    return read(to_csv(report))


def test_it_reads_back_with_all_columns(rows):
    assert tuple(rows[0]) == COLUMNS
    kinds = {"report", "total", "day", "section", "drill", "rule", "mix-up", "next"}
    assert {row["kind"] for row in rows} == kinds


def test_totals_and_days_hold_what_was_counted(rows):
    totals = figures(rows, "total")

    assert (totals["cards_answered"], totals["cards_known"], totals["new_cards"]) == ("6", "4", "3")
    assert (totals["moves"], totals["wrong_moves"], totals["card_minutes"]) == ("6", "3", "0.5")
    days = [row for row in rows if row["kind"] == "day" and row["figure"] == "cards_answered"]
    assert [(row["day"], row["value"]) for row in days] == [
        ("2026-02-27", "4"),
        ("2026-03-01", "2"),
        ("2026-03-02", "0"),
    ]


def test_sections_drills_and_rules_have_their_figures(rows):
    assert figures(rows, "section", "elb")["cards"] == "1"
    assert 0 < float(figures(rows, "section", "vpc-intro")["recall"]) < 1
    assert figures(rows, "drill", "three-tier-two-zones") == {
        "attempts": "1",
        "solved": "0",
        "unaided": "0",
        "best": "",
    }
    assert figures(rows, "rule", "nat-in-public-subnet") == {"times": "2"}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_formulas_become_text(report, sign):
    evil = f'{sign}HYPERLINK("x";"y")'
    changed = replace(report, name=evil, steps=(evil,), drills=(replace(report.drills[0], title=evil),))
    rows = read(to_csv(changed))
    titles = [row["title"] for row in rows if "HYPERLINK" in row["title"]]

    assert titles
    assert set(titles) == {f"'{evil}"}


def test_the_file_says_that_it_is_utf_8(report):
    content = write_as(replace(report, name="Zoë"), Format.CSV)

    assert content.startswith(b"\xef\xbb\xbfkind,")
    assert "Zoë" in content.decode("utf-8-sig")


def test_an_empty_life_has_zeros(library, store):
    totals = figures(read(to_csv(make_report(library, store, TODAY))), "total")

    assert (totals["days"], totals["active_days"], totals["cards_answered"]) == ("30", "0", "0")

"""`trainer report`, as the shell would run it."""

import csv
import io
from contextlib import closing

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.lived import live_three_days
from trainer.library.shelf import open_library
from trainer.paths import data_dir
from trainer.store.clock import SystemClock
from trainer.store.opening import open_store


@pytest.fixture
def lived():
    """A data folder with three days of learning, which a report on everything holds."""
    clock = FakeClock()
    with closing(open_store(data_dir(), clock=clock)) as store:
        live_three_days(open_library(), store, clock)
        store.set_setting("report_name", "Zoë from the settings")


def figures(text):
    rows = csv.DictReader(io.StringIO(text.removeprefix("\N{BOM}"), newline=""))
    return {row["figure"]: row["value"] for row in rows if row["kind"] == "total"}


@pytest.mark.parametrize(
    ("name", "begins"), [("r.pdf", b"%PDF-"), ("r.html", b"<!doctype html>"), ("r.csv", b"\xef\xbb\xbfkind")]
)
def test_the_name_says_the_format(trainer, lived, tmp_path, name, begins):
    result = trainer("report", "-o", tmp_path / name, "--days", "0")

    assert (result.code, result.out, result.err) == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_html_and_csv_go_to_standard_output(trainer, lived):
    html = trainer("report", "-o", "-", "--format", "html", "--days", "0")
    table = trainer("report", "-o", "-", "--format", "csv", "--days", "0")

    assert html.out.startswith("<!doctype html>")
    assert figures(table.out)["cards_answered"] == "6"


def test_the_name_is_the_one_given_or_the_one_of_the_settings(trainer, lived):
    kept = trainer("report", "-o", "-", "--format", "html")
    given = trainer("report", "-o", "-", "--format", "html", "--name", "Maria <b>")
    nobody = trainer("report", "-o", "-", "--format", "html", "--name", "")

    assert "Zoë from the settings" in kept.out
    assert "Maria &lt;b&gt;" in given.out
    assert '<p class="name">' not in nobody.out


def test_a_new_data_folder_gives_a_friendly_report(trainer, tmp_path):
    result = trainer("report", "-o", "-", "--format", "html", "--data-dir", tmp_path / "new")

    assert result.code == 0
    assert "Nothing was done yet." in result.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-o", "report.txt"], "a report's name ends in .pdf, .html or .csv"),
        (["-o", "report"], "a report's name ends in"),
        (["-o", "report.pdf", "--format", "csv"], "make the two agree"),
        (["-o", "-"], "needs --format html or --format csv"),
        (["-o", "-", "--format", "pdf"], "name a file with -o"),
        (["-o", "none/report.pdf"], "there is no folder none"),
        (["-o", "report.pdf", "--days", "-1"], "is no number between 0 and 36500"),
        (["-o", "report.pdf", "--days", "ten"], "'ten' is no number"),
        ([], "required: -o/--output"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(trainer, tmp_path, monkeypatch, arguments, told):
    monkeypatch.chdir(tmp_path)
    result = trainer("report", *arguments)

    assert result.code == 2
    assert told in result.err
    assert result.err.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_a_folder_in_use_is_told_as_everywhere(trainer, tmp_path):
    with closing(open_store(data_dir(), clock=SystemClock())):
        result = trainer("report", "-o", tmp_path / "r.pdf")

    assert result.code == 2
    assert "is in use by another window or run of this program" in result.err
    assert not (tmp_path / "r.pdf").exists()


def test_the_number_of_days_may_be_large(trainer, lived):
    result = trainer("report", "-o", "-", "--format", "csv", "--days", "36500")

    assert figures(result.out)["days"] == "36500"

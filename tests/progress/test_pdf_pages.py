"""The PDF: tagged, titled, in a language, and set from values alone."""

import re
import struct
from dataclasses import replace

import pytest

from tests.fakes.lived import TODAY
from trainer.errors import UserError
from trainer.progress import pdf_pages
from trainer.progress.pdf_pages import to_pages, to_pdf
from trainer.progress.report import make_report


def names_of(pdf, key):
    """What stands behind a key, such as `/Alt (...)`."""
    return re.findall(rb"/" + key + rb"\s*\(([^)]*)", pdf)


@pytest.fixture(scope="module")
def pdf(report):
    return to_pdf(report)


def test_it_is_tagged_and_says_so(pdf):
    assert pdf.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in pdf
    assert re.search(rb"/Marked\s+true", pdf)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf


def test_it_has_a_title_that_is_shown_and_a_language(pdf):
    assert b"Progress report of Maria Gonzalez</rdf:li>" in pdf
    assert re.search(rb"/DisplayDocTitle\s+true", pdf)
    assert names_of(pdf, b"Lang") == [b"en"]


def test_its_structure_has_headings_tables_and_figures(pdf):
    roles = [role.decode() for role in re.findall(rb"/S\s*/([A-Za-z0-9]+)", pdf)]

    assert roles.count("Title") == 1
    assert roles.count("H1") == 7
    assert roles.count("Table") == roles.count("THead") == 5
    assert roles.count("Figure") == 4  # two charts, two placements


def test_every_figure_has_words(pdf):
    words = names_of(pdf, b"Alt")

    assert len(words) == 4
    assert words[0].startswith(b"Activity by day. Cards answered: 6 in all")
    assert all(len(text) > 20 for text in words)


def test_the_same_report_gives_the_same_bytes(report, pdf):
    assert to_pdf(report) == pdf


def test_text_is_never_markup(report):
    hostile = '#panic("boom") *bold* $x$ @ref <label> \\ `raw`'
    mistake = replace(report.mistakes[0], statement=hostile, why=hostile)
    steps = (hostile,)

    pdf = to_pdf(replace(report, name=hostile, mistakes=(mistake,), steps=steps))

    assert b'#panic("boom") *bold* $x$ @ref' in pdf.replace(b"&quot;", b'"')


@pytest.mark.parametrize("name", ["山田太郎", "Zoë 😀", "بقلم", "Ω ≥ ✓", "x" * 120, "word " * 24])
def test_every_name_makes_a_tagged_pdf(library, store, name):
    pdf = to_pdf(make_report(library, store, TODAY, name=name))

    assert b"/StructTreeRoot" in pdf


def test_pages_are_pictures_of_the_wanted_width(report):
    pages = to_pages(report, 300)
    sizes = [struct.unpack(">II", page[16:24]) for page in pages]

    assert len(pages) > 1
    assert all(page.startswith(b"\x89PNG") for page in pages)
    assert all(abs(width - 300) <= 1 and abs(height - 300 * 297 / 210) <= 2 for width, height in sizes)


def test_an_empty_life_fits_on_one_page(library, store):
    assert len(to_pages(make_report(library, store, TODAY), 200)) == 1


def test_a_template_that_cannot_be_set_is_told_plainly(report, monkeypatch, tmp_path):
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "report.typ").write_text("#nonsense", encoding="utf-8")
    monkeypatch.setattr(pdf_pages, "assets_dir", lambda: tmp_path)

    with pytest.raises(UserError, match="the pages could not be set: unknown variable: nonsense"):
        to_pdf(report)

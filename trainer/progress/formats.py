"""The formats of reports, and which one a file's name asks for."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePath

from trainer.errors import UserError
from trainer.progress.report import Report


class Format(StrEnum):
    """What a report is written as."""

    PDF = "pdf"
    HTML = "html"
    CSV = "csv"


_ENDINGS: Mapping[str, Format] = {
    ".pdf": Format.PDF,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".csv": Format.CSV,
}


def format_for(file: PurePath, chosen: Format | None = None) -> Format:
    """The format that a file is to have: the one that was chosen, else the one that its name ends in.

    Raises:
        UserError: when the two contradict each other, or nothing says which it is.
    """
    named = _ENDINGS.get(file.suffix.lower())
    if chosen is None and named is None:
        raise UserError(f"{file}: a report's name ends in .pdf, .html or .csv, unless --format says what it is")
    if chosen is not None and named not in (None, chosen):
        raise UserError(f"{file}: the name ends in {file.suffix} and the format is {chosen}: make the two agree")
    return chosen or named or Format.PDF


def write_as(report: Report, form: Format) -> bytes:
    """The report as the content of a file; each format loads what it needs.

    Raises:
        UserError: when it cannot be made.
    """
    match form:
        case Format.PDF:
            from trainer.progress.pdf_pages import to_pdf  # noqa: PLC0415  # typst

            return to_pdf(report)
        case Format.HTML:
            from trainer.progress.html_page import to_html  # noqa: PLC0415  # Jinja2

            return to_html(report).encode()
        case Format.CSV:
            from trainer.progress.csv_table import to_csv  # noqa: PLC0415

            return to_csv(report).encode("utf-8-sig")

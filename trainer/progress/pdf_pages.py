"""A report as a tagged PDF, and the same pages as pictures for the preview; set by typst."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import lru_cache
from typing import Any

import typst

from trainer.errors import UserError
from trainer.layout.font_metrics import REGULAR
from trainer.paths import assets_dir, font_files
from trainer.progress.chart_svg import draw_chart
from trainer.progress.composing import compose
from trainer.progress.document import Document, Part
from trainer.progress.picture import draw_picture
from trainer.progress.report import Report
from trainer.tokens import FONT_FAMILY, THEMES

CHART_WIDTH = 640
"""Px of a chart; set across the page they come out at three quarters of their size."""

PAGE_WIDTH_IN = 210 / 25.4
"""The width of a page (A4) in inches."""

_LETTERS = frozenset("".join(REGULAR.values()))
"""Letters that the text face has for certain."""

_ACCESSIBLE = ["ua-1"]
"""PDF/UA-1: typst refuses what a screen reader could not read."""


def to_pdf(report: Report) -> bytes:
    """The PDF; the same for the same report.

    Raises:
        UserError: when it cannot be set.
    """
    made_at = datetime.combine(report.made_on, time.min, UTC)
    files = _files(report)

    def set_pages(fonts: typst.Fonts, standards: Any) -> bytes:
        return typst.compile(files, font_paths=fonts, format="pdf", pdf_standards=standards, timestamp=made_at)

    try:
        return set_pages(_fonts_for(files), _ACCESSIBLE)
    except typst.TypstError:  # no font at hand has all the letters: then a page with gaps is better than none
        return _told_plainly(lambda: set_pages(_fonts(with_system=True), []))


def to_pages(report: Report, width_px: float) -> tuple[bytes, ...]:
    """Each page of the PDF as a PNG, so many px wide.

    Raises:
        UserError: when it cannot be set.
    """
    files = _files(report)
    ppi = width_px / PAGE_WIDTH_IN
    pages = _told_plainly(lambda: typst.compile(files, font_paths=_fonts_for(files), format="png", ppi=ppi))
    return tuple(pages) if isinstance(pages, list) else (pages,)


def _told_plainly(set_pages: Callable[[], Any]) -> Any:
    try:
        return set_pages()
    except typst.TypstError as error:
        raise UserError(f"the pages could not be set: {error.message}") from error


def _fonts_for(files: Mapping[str, bytes]) -> typst.Fonts:
    """The text face alone, so that pages are the same everywhere; the system's fonts too where it may lack letters."""
    return _fonts(with_system=not _LETTERS.issuperset(files["report.json"].decode()))


@lru_cache(maxsize=2)
def _fonts(*, with_system: bool) -> typst.Fonts:
    folder = str(font_files()["Regular"].parent)
    return typst.Fonts(include_system_fonts=with_system, include_embedded_fonts=False, font_paths=[folder])


def _files(report: Report) -> Any:
    """Everything that typst reads, by name: the template, the texts as JSON, and the pictures."""
    document = compose(report)
    pictures: dict[str, bytes] = {}
    texts = {
        "document": _texts(document, pictures),
        "date": [report.made_on.year, report.made_on.month, report.made_on.day],
        "colors": dict(THEMES["light"]),
        "font": FONT_FAMILY,
    }
    template = (assets_dir() / "reports" / "report.typ").read_bytes()
    return {"main.typ": template, "report.json": json.dumps(texts, ensure_ascii=False).encode(), **pictures}


def _texts(document: Document, pictures: dict[str, bytes]) -> dict[str, Any]:
    parts = [_texts_of_part(part, pictures) for part in document.parts]
    head = (document.title, document.heading, document.name, document.when, document.made, document.notice)
    return {**dict(zip(("title", "heading", "name", "when", "made", "notice"), head, strict=True)), "parts": parts}


def _texts_of_part(part: Part, pictures: dict[str, bytes]) -> Mapping[str, Any]:
    """A part as JSON values; its charts and pictures become files, each with its text alternative."""
    theme = THEMES["light"]

    def keep(svg: str, told: str) -> dict[str, str]:
        file = f"{len(pictures)}.svg"
        pictures[file] = svg.encode()
        return {"file": file, "told": told}

    return {
        "heading": part.heading,
        "intro": part.intro,
        "figures": [asdict(figure) for figure in part.figures],
        "steps": part.steps,
        "charts": [keep(draw_chart(one, CHART_WIDTH, theme), f"{one.title}. {one.told}") for one in part.charts],
        "exhibits": [
            {
                "title": one.title,
                "count": one.count,
                "why": one.why,
                "caption": one.caption,
                "picture": keep(draw_picture(one.picture, theme), one.picture.title) if one.picture else None,
                "is_tall": one.picture is not None and one.picture.is_tall,
            }
            for one in part.exhibits
        ],
        "tables": [asdict(table) for table in part.tables],
    }

"""The page: whole in itself, well formed, and safe whatever titles and names hold."""

from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from tests.fakes.lived import TODAY
from trainer.progress.html_page import to_html
from trainer.progress.recall import SectionRecall
from trainer.progress.report import make_report

HOSTILE = "</title><script>alert(1)</script>\"'&{{ 7*7 }}<img src=x onerror=alert(1)>"
VOID = {"meta", "br", "img", "link", "input", "hr"}


class Page(HTMLParser):
    """Everything of a page that tests ask about; fails where tags do not match."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.text, self._open = [], "", []
        self.feed(text)
        assert not self._open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        self.text += data

    def of(self, *names):
        return [attributes for tag, attributes in self.tags if tag in names]


@pytest.fixture(scope="module")
def html(report):
    return to_html(report)


@pytest.fixture(scope="module")
def page(html):
    return Page(html)


def test_nothing_is_fetched_from_anywhere(html, page):
    assert not [tag for tag, _ in page.tags if tag in ("script", "link", "img", "iframe", "object", "base", "image")]
    values = [(name, value or "") for _, attributes in page.tags for name, value in attributes.items()]
    assert not [name for name, _ in values if name in ("src", "href", "xlink:href", "srcset") or name.startswith("on")]
    assert {value for _, value in values if "://" in value} == {"http://www.w3.org/2000/svg"}  # a name, no address
    assert "url(" not in html
    assert "@import" not in html


def test_it_has_a_language_a_title_and_one_heading(page):
    assert page.of("html") == [{"lang": "en"}]
    assert "Progress report of Maria Gonzalez" in page.text
    levels = [int(tag[1]) for tag, _ in page.tags if tag in ("h1", "h2", "h3")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_ids_are_unique_and_labels_lead_to_them(page):
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]

    assert len(ids) == len(set(ids))
    assert {attributes["aria-labelledby"] for attributes in page.of("section")} == set(ids)


def test_every_picture_has_a_title_and_every_table_its_heads(page):
    pictures = page.of("svg")

    assert all(attributes["role"] == "img" for attributes in pictures)
    assert len(page.of("title")) > len(pictures)
    assert len(page.of("caption")) == len(page.of("table")) == 5
    assert {attributes["scope"] for attributes in page.of("th")} == {"col", "row"}


def test_what_scrolls_is_reached_by_keyboard(page):
    scrolling = [attributes for attributes in page.of("div") if attributes.get("class") == "scroll"]

    assert scrolling
    assert all(attributes["tabindex"] == "0" and attributes["aria-label"] for attributes in scrolling)


def test_pictures_follow_the_theme_of_the_reader(html):
    assert "prefers-color-scheme: dark" in html
    assert 'fill="var(--tile-fill)"' in html
    assert html.count("--tile-fill:") == 2


def test_each_chart_is_drawn_for_wide_and_narrow_pages(html):
    assert html.count('class="wide"') == html.count('class="narrow"') == 2


def test_hostile_names_and_titles_stay_text(report):
    section = SectionRecall("x", HOSTILE, 3, 2, 0.5, 1)
    mistake = replace(report.mistakes[0], statement=HOSTILE, why=HOSTILE)
    hostile = replace(
        report,
        name=HOSTILE,
        sections=(section,),
        mistakes=(mistake,),
        drills=(replace(report.drills[0], title=HOSTILE),),
        steps=(HOSTILE,),
    )
    page = Page(to_html(hostile))

    assert not page.of("script", "img")
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
    assert page.text.count("{{ 7*7 }}") > 6


def test_an_empty_life_makes_a_page_without_charts(library, store):
    page = Page(to_html(make_report(library, store, TODAY)))

    assert not page.of("svg", "table")
    assert page.text.count("will stand here") == 4

from xml.etree import ElementTree as ET

import pytest

from tests.layout.topologies import FLAGSHIP, FLAGSHIP_SOLUTION, USERS
from trainer.layout.svg import to_svg
from trainer.tokens import THEMES

SVG = "{http://www.w3.org/2000/svg}"
ICON = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M1 1h2"/></svg>\n'


@pytest.fixture
def drawn(laid_out):
    def draw(states=None, theme="light", title="Three tiers"):
        topology, pieces, _, _ = FLAGSHIP
        geometry = laid_out(FLAGSHIP, FLAGSHIP_SOLUTION)
        text = to_svg(
            geometry,
            topology,
            pieces,
            USERS,
            icons=lambda _: ICON,
            states=states,
            theme=THEMES[theme],
            title=title,
        )
        return text, ET.fromstring(text)

    return draw


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_uses_only_what_qt_can_draw(drawn, theme):
    _, root = drawn(theme=theme)

    allowed = {"svg", "title", "desc", "rect", "text", "path", "polygon", "circle", "g"}
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= allowed
    assert not any("class" in element.attrib for element in root.iter())


def test_it_tells_what_it_shows(drawn):
    _, root = drawn(title="A < B")

    assert root.findtext(f"{SVG}title") == "A < B"
    assert "Subnet 10.0.1.0/24; 0.0.0.0/0 → igw: NAT gateway, Application Load Balancer." in root.findtext(f"{SVG}desc")


def test_every_tile_has_its_symbol_without_the_root_of_its_file(drawn):
    text, root = drawn()

    assert len([path for path in root.iter(f"{SVG}path") if path.get("d") == "M1 1h2"]) == 10
    assert text.count("<svg") == 1


def test_badges_are_drawn_for_pieces_that_are_judged(drawn):
    _, plain = drawn()
    _, judged = drawn(states={"igw": "right", "alb": "wrong", "web": "pending", "nat-a": "missing"})

    assert len(list(plain.iter(f"{SVG}circle"))) == 0
    assert len(list(judged.iter(f"{SVG}circle"))) == 1 + 2 + 2 * (1 + 3)


def test_links_have_heads_and_plates(drawn):
    _, root = drawn()

    assert len(list(root.iter(f"{SVG}polygon"))) == 11
    assert [text.text for text in root.iter(f"{SVG}text")].count("80") == 2


def test_qt_reads_it_silently(drawn, qapp):
    from PySide6.QtCore import QByteArray
    from PySide6.QtSvg import QSvgRenderer

    text, _ = drawn(states={"igw": "right"})

    assert QSvgRenderer(QByteArray(text.encode())).isValid()

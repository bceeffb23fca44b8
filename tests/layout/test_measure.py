from importlib.resources import files

import pytest

from trainer.layout.measure import table_measure


def test_width_grows_with_size():
    assert table_measure("Subnet", 26) == pytest.approx(2 * table_measure("Subnet", 13))


def test_semibold_is_wider():
    assert table_measure("Availability Zone A", 13, semibold=True) > table_measure("Availability Zone A", 13)


def test_an_unknown_character_takes_room():
    assert table_measure("漢", 10) > 0


@pytest.mark.parametrize(("style", "semibold"), [("Regular", False), ("Semibold", True)])
def test_the_table_is_that_of_the_font(style, semibold):
    fonts = pytest.importorskip("fontTools.ttLib")
    font = fonts.TTFont(str(files("font_source_sans_pro") / "files" / f"SourceSansPro-{style}.ttf"))
    text = "Subnet 10.0.1.0/24 → igw · é … “x” ≥"

    names, advances = font.getBestCmap(), font["hmtx"]
    width = sum(advances[names[ord(char)]][0] for char in text) * 13 / font["head"].unitsPerEm

    assert table_measure(text, 13, semibold) == pytest.approx(width, abs=0.5)

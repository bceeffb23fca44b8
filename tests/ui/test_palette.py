import pytest
from PySide6.QtCore import Qt

from trainer.library.shelf import open_library
from trainer.ui.drill.palette import PaletteModel, palette_rows


@pytest.fixture(scope="module")
def flagship():
    return open_library().drill("three-tier-two-zones")


def test_alike_pieces_share_a_row(flagship):
    rows = {row.name: row.left for row in palette_rows(flagship, {})}

    assert rows["NAT gateway"] == 2
    assert rows["Application Load Balancer"] == 2
    assert rows["Internet gateway"] == 1


def test_a_row_gives_the_piece_that_is_left(flagship):
    rows = {row.name: row for row in palette_rows(flagship, {"nat-a": ("public-a",)})}

    assert rows["NAT gateway"].piece == "nat-b"
    assert rows["NAT gateway"].left == 1


def test_decoys_look_like_every_other_piece(flagship):
    names = [row.name for row in palette_rows(flagship, flagship.solution)]

    assert names == ["Virtual private gateway", "NAT instance"]


def test_the_model_keeps_qts_contract(flagship, qtmodeltester, qapp):
    model = PaletteModel()
    model.show_rows(palette_rows(flagship, {}))

    qtmodeltester.check(model)


def test_a_screen_reader_hears_how_many_are_left(flagship, qapp):
    model = PaletteModel()
    model.show_rows(palette_rows(flagship, {}))

    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "NAT gateway, 2 left"


def test_purposes_are_told_where_the_drill_guides_and_nowhere_else(flagship):
    plain, guided = palette_rows(flagship, {}), palette_rows(flagship, {}, guided=True)

    assert {row.purpose for row in plain} == {""}
    assert all(row.purpose.endswith(".") for row in guided)

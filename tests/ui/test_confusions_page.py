from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from trainer.library.shelf import Summary
from trainer.study.confusions import Material, MixUp
from trainer.ui.confusions.page import ConfusionsPage
from trainer.ui.confusions.words import sure_words, told

DAY = date(2026, 3, 2)
DRILL = Summary("first-vpc", "Your first VPC", ("vpc-intro",), "networking", None, 1, 3)


def pair(asked="nat-gateway", took="internet-gateway", times=3, other_way=0, sure=0):
    return MixUp(asked, took, times, other_way, sure, DAY, 1.0, ("c#choice",))


@pytest.fixture
def page(qtbot, qapp):
    page = ConfusionsPage()
    qtbot.addWidget(page)
    page.setMinimumSize(800, 650)
    with qtbot.waitActive(page):
        page.show()
    return page


@pytest.mark.parametrize(
    ("pair", "text", "sure"),
    [
        (pair(), "You took internet gateway for NAT gateway 3 times.", ""),
        (
            pair(other_way=1, sure=2),
            "You mixed up NAT gateway and internet gateway 3 times.",
            "You were sure of it 2 times.",
        ),
        (pair(times=1, sure=1), "You took internet gateway for NAT gateway once.", "You were sure of it."),
        (pair("n|Two", "n|Three"), "You took “Three” for “Two” 3 times.", ""),
    ],
)
def test_a_pair_is_told_in_a_sentence(qapp, pair, text, sure):
    assert (told(pair), sure_words(pair)) == (text, sure)


def test_without_mix_ups_the_page_says_what_it_is_for(page):
    page.show_pairs(())

    assert page.empty.isVisible()
    assert not page.table.isVisible()
    assert not page.side.isVisible()


def test_the_strongest_pair_is_selected_and_arrows_go_on(page, qtbot):
    rows = []
    page.pair_selected.connect(rows.append)
    page.show_pairs([pair(), pair("rds-standby", "read-replica")])
    page.table.setFocus()

    QTest.keyClick(page.table, Qt.Key.Key_Down)

    assert rows == [0, 1]
    cells = [page.table.item(1, column).text() for column in range(4)]
    assert cells == ["RDS standby", "Read replica", "3", "0"]


def test_the_same_row_of_a_new_list_is_told_again(page):
    rows = []
    page.show_pairs([pair()])
    page.pair_selected.connect(rows.append)

    page.show_pairs([pair("rds-standby", "read-replica")])

    assert rows[-1] == 0


def test_the_buttons_lead_to_exactly_the_cards_and_to_the_drill(page):
    wanted = []
    page.show_pairs([pair()])
    page.side.cards_wanted.connect(wanted.append)
    page.side.drill_wanted.connect(wanted.append)
    page.side.show_pair(pair(), Material(("a", "b"), ("a#choice", "b#cloze-1", "b#cloze-2"), (DRILL,)))
    shown = [button for button in page.side.drill_buttons if button.isVisible()]

    assert page.side.cards_button.text() == "See the 3 cards"
    QTest.mouseClick(page.side.cards_button, Qt.MouseButton.LeftButton)
    assert [button.text() for button in shown] == ["Diagram: Your first VPC"]
    QTest.mouseClick(shown[0], Qt.MouseButton.LeftButton)

    assert wanted == ["id:a,b", "first-vpc"]


def test_a_pair_without_material_says_so(page):
    page.show_pairs([pair()])
    page.side.show_pair(pair(), Material())

    assert page.side.nothing.isVisible()
    assert not page.side.cards_button.isVisible()

"""Pairs to match on the study page, by real key and mouse events."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.fakes.card_session import basic, matching
from trainer.learning.grade import Grade

SPACE, ENTER, DOWN, TAB = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Tab
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def asked(open_page):
    """A page that asks what belongs to two left sides, then a basic card; the menus offer Zone, then Region."""
    desk = open_page(matching(), basic())
    desk.list = desk.sheet.card.pairs
    return desk


def choose(desk, *keys):
    """Opens the menu that has the focus and goes down it by keys."""
    desk.press(SPACE)
    view = next(menu.view() for menu in desk.list.menus if menu.view().isVisible())
    for key in (*keys, ENTER):
        QTest.keyClick(view, key)


def test_every_left_side_has_a_menu_with_its_name(asked):
    assert [menu.accessibleName() for menu in asked.list.menus] == ["VPC", "Subnet"]
    assert [menu.itemText(1) for menu in asked.list.menus] == ["Zone", "Zone"]
    assert asked.list.menus[0].hasFocus()
    assert asked.sheet.reveal_button._name.text() == "Show answer"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # lists that pop up, without a screen
def test_menus_are_worked_by_keys_and_enter_checks(asked):
    choose(asked, DOWN, DOWN)
    asked.list.menus[1].setFocus()
    choose(asked, DOWN)
    assert asked.list.given == (0, 1)
    assert asked.sheet.reveal_button._name.text() == "Check"

    asked.list.menus[1].setFocus()
    asked.press(ENTER)

    assert asked.sheet.grades.button(Grade.GOOD).hasFocus()
    asked.press(ENTER)
    assert asked.session.answers == [(Grade.GOOD, 0.0, "matching", (0, 1))]


def test_a_wrong_match_is_named_and_proposes_forgot(asked):
    asked.list.menus[0].setCurrentIndex(1)
    asked.click(asked.sheet.reveal_button)

    assert [menu.accessibleName() for menu in asked.list.menus] == ["VPC: Zone. Wrong", "Subnet: Choose…. Wrong"]
    assert not any(menu.isEnabled() for menu in asked.list.menus)
    assert asked.sheet.card.answer.isVisible()
    assert asked.sheet.grades.button(Grade.AGAIN).hasFocus()
    asked.press(Qt.Key.Key_2)
    assert asked.session.answers == [(Grade.GOOD, 0.0, "matching", (1, -1))]


def test_undo_hides_what_was_matched(asked):
    asked.list.menus[0].setCurrentIndex(1)
    asked.press(ENTER, ENTER)
    asked.press(Qt.Key.Key_Z, modifiers=CTRL)

    assert asked.list.given == (-1, -1)
    assert asked.list.is_open
    assert all(menu.isEnabled() for menu in asked.list.menus)

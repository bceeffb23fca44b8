"""Steps to order on the study page, by real key and mouse events."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.fakes.card_session import basic, ordering
from trainer.learning.grade import Grade

SPACE, ENTER, DOWN, UP = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Up
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def asked(open_page):
    """A page that asks to order C, A, B, then a basic card."""
    desk = open_page(ordering(), basic())
    desk.list = desk.sheet.card.steps
    return desk


def order(desk):
    return "".join(button.step.text for button in desk.list.buttons)


def test_steps_are_shown_at_once_and_tell_their_places(asked):
    assert order(asked) == "CAB"
    assert asked.list.buttons[0].hasFocus()
    assert [button.accessibleName() for button in asked.list.buttons] == ["1 of 3: C", "2 of 3: A", "3 of 3: B"]


def test_alt_with_arrows_moves_a_step_and_arrows_move_the_focus(asked):
    asked.press(DOWN)
    asked.press(UP, modifiers=ALT)
    assert order(asked) == "ACB"
    assert asked.list.buttons[0].hasFocus()
    assert asked.list.buttons[0].accessibleName() == "1 of 3: A"

    asked.press(UP, modifiers=ALT)

    assert order(asked) == "ACB"


@pytest.mark.parametrize("keys", [[Qt.Key.Key_1, Qt.Key.Key_3], [SPACE, DOWN, DOWN, SPACE]])
def test_a_step_is_picked_and_then_its_place(asked, keys):
    asked.press(*keys)

    assert order(asked) == "ABC"
    assert not any(button.isChecked() for button in asked.list.buttons)


def test_two_clicks_move_a_step(asked):
    asked.click(asked.list.buttons[0])
    asked.click(asked.list.buttons[2])

    assert order(asked) == "ABC"


def test_a_step_is_dragged_to_its_place(asked):
    first, last = asked.list.buttons[0], asked.list.buttons[2]
    spot = last.mapToGlobal(QPoint(40, 20))
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(first, left, pos=first.rect().center())
    for _ in range(2):
        QTest.mouseMove(first, first.mapFromGlobal(spot))
    QTest.mouseRelease(first, left, pos=first.rect().center())

    assert order(asked) == "ABC"
    assert not first.isChecked()


def test_the_right_order_proposes_knew_it(asked):
    asked.press(DOWN, DOWN, modifiers=ALT)
    asked.press(ENTER)
    assert {button.property("kind") for button in asked.list.buttons} == {"right"}
    assert asked.sheet.grades.button(Grade.GOOD).hasFocus()

    asked.press(ENTER)

    assert asked.session.answers == [(Grade.GOOD, 0.0, "ordering", (0, 1, 2))]


def test_a_wrong_order_says_where_each_step_belongs_and_proposes_forgot(asked):
    asked.press(Qt.Key.Key_2, Qt.Key.Key_3, ENTER)

    names = [button.accessibleName() for button in asked.list.buttons]
    assert names == ["1 of 3: C. Belongs at 3", "2 of 3: B. Right", "3 of 3: A. Belongs at 1"]
    assert asked.sheet.card.answer.isVisible()
    assert asked.sheet.grades.button(Grade.AGAIN).hasFocus()
    asked.press(Qt.Key.Key_2)
    assert asked.session.answers == [(Grade.GOOD, 0.0, "ordering", (2, 1, 0))]


def test_a_checked_order_cannot_be_changed(asked):
    asked.press(ENTER)
    asked.click(asked.list.buttons[0])
    asked.click(asked.list.buttons[2])

    assert order(asked) == "CAB"


def test_undo_hides_how_steps_were_ordered(asked):
    asked.press(DOWN, DOWN, modifiers=ALT)
    asked.press(ENTER, ENTER)
    asked.press(Qt.Key.Key_Z, modifiers=CTRL)

    assert order(asked) == "CAB"
    assert asked.list.is_open
    assert not asked.sheet.card.answer.isVisible()

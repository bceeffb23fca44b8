"""Cards with several right options on the study page, by real key and mouse events."""

import pytest
from PySide6.QtCore import Qt

from tests.fakes.card_session import basic, multi
from trainer.learning.grade import Grade

SPACE, ENTER, DOWN = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Down
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def asked(open_page):
    """A page that asks a multi card, whose options B and D are right, then a basic one."""
    desk = open_page(multi(), basic())
    desk.list = desk.sheet.card.multi
    return desk


def picked(desk):
    return [button._letter for button in desk.list.buttons if button.isChecked()]


def test_options_are_shown_at_once_with_how_many_are_right(asked):
    assert [button.isVisible() for button in asked.list.buttons] == [True] * 4
    assert asked.list.wanted.text() == asked.list.accessibleName() == "Choose 2 answers."
    assert asked.list.buttons[1].accessibleName() == "B: A subnet"
    assert asked.sheet.reveal_button._name.text() == "Show answer"


@pytest.mark.parametrize("before", [basic(), multi()])
def test_options_have_their_height_at_once_after_another_card(open_page, qtbot, before):
    desk = open_page(before, multi())
    desk.sheet.show_front(before, "")
    qtbot.wait(1)

    desk.sheet.show_front(multi(), "")
    assert all(button.isVisible() for button in desk.sheet.card.multi.buttons)
    qtbot.wait(1)

    inside, options = desk.sheet.card._inside, desk.sheet.card.multi
    assert inside.height() >= desk.sheet.card._column.totalHeightForWidth(inside.width())
    assert min(button.height() for button in options.buttons) >= options.buttons[0].sizeHint().height()


def test_space_alone_picks_and_checks_nothing(asked):
    asked.press(SPACE, SPACE)

    assert picked(asked) == []
    assert asked.list.is_open


@pytest.mark.parametrize(
    "keys",
    [
        [Qt.Key.Key_B, Qt.Key.Key_D],
        [Qt.Key.Key_4, Qt.Key.Key_2],
        [DOWN, DOWN, SPACE, DOWN, DOWN, SPACE],
        [Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_D, Qt.Key.Key_A],
    ],
)
def test_options_are_picked_by_letter_number_or_arrows_and_checked_by_enter(asked, keys):
    asked.press(*keys)
    assert picked(asked) == ["B", "D"]
    assert asked.sheet.reveal_button._name.text() == "Check"

    asked.press(ENTER)

    assert [button.kind for button in asked.list.buttons] == ["", "right", "", "right"]
    assert asked.sheet.grades.button(Grade.GOOD).hasFocus()
    asked.press(ENTER)
    assert asked.session.answers == [(Grade.GOOD, 0.0, "options", (0, 1))]


def test_clicks_pick_and_check(asked):
    asked.click(asked.list.buttons[1])
    asked.click(asked.list.buttons[3])
    asked.click(asked.sheet.reveal_button)
    asked.click(asked.sheet.grades.button(Grade.GOOD))

    assert asked.grades == [Grade.GOOD]


def test_a_wrong_answer_proposes_forgot_and_explains_every_option(asked):
    asked.press(Qt.Key.Key_A, Qt.Key.Key_B, ENTER)
    names = [button.accessibleName() for button in asked.list.buttons]

    assert [button.kind for button in asked.list.buttons] == ["wrong", "right", "", "right"]
    assert names[0] == "A: A VPC. Wrong. It spans all zones of its Region"
    assert names[1] == "B: A subnet. Right. It is made in one zone"
    assert names[3] == "D: A NAT gateway. Right, but not chosen. A zonal one is made in a subnet"
    assert all(button._because.isVisible() for button in asked.list.buttons)
    assert asked.sheet.grades.button(Grade.AGAIN).hasFocus()
    asked.press(Qt.Key.Key_1)
    assert asked.session.answers == [(Grade.AGAIN, 0.0, "options", (0, 3))]


def test_an_answer_is_checked_once(asked):
    asked.press(Qt.Key.Key_A, ENTER)
    asked.click(asked.list.buttons[1])

    assert [button.kind for button in asked.list.buttons] == ["wrong", "right", "", "right"]


def test_undo_hides_what_was_chosen(asked):
    asked.press(Qt.Key.Key_A, Qt.Key.Key_B, ENTER, ENTER)
    assert not asked.list.isVisible()
    asked.press(Qt.Key.Key_Z, modifiers=CTRL)

    assert asked.list.is_open
    assert picked(asked) == []
    assert {button.kind for button in asked.list.buttons} == {""}


def test_letters_mean_nothing_after_the_check(asked):
    asked.press(Qt.Key.Key_B, ENTER, Qt.Key.Key_C)

    assert asked.session.answers == []

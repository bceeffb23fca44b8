"""Typed cards on the study page, by real key events."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.fakes.card_session import basic, prompt, typed
from trainer.learning.grade import Grade

ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def asked(open_page):
    """A page that asks a typed card, then a basic one; `type_in` types and checks."""
    desk = open_page(typed(), basic())
    desk.line = desk.sheet.card.typed.line

    def type_in(text):
        QTest.keyClicks(QApplication.focusWidget(), text)
        desk.press(ENTER)

    desk.type_in = type_in
    return desk


def test_a_typed_card_takes_letters_at_once(asked):
    assert asked.line.isVisible()
    assert asked.line.hasFocus()
    assert asked.line.accessibleName() == "Your answer"
    assert asked.sheet.reveal_button._name.text() == "Show answer"

    QTest.keyClicks(asked.line, "2 words")

    assert asked.line.text() == "2 words"
    assert asked.sheet.reveal_button._name.text() == "Check"
    assert asked.session.answers == []


@pytest.mark.parametrize("text", ["nat gateway", "NAT GW"])
def test_a_right_answer_proposes_knew_it(asked, text):
    asked.type_in(text)

    assert asked.sheet.card.typed.verdict.text() == "Right"
    assert asked.sheet.card.answer.isVisible()
    assert asked.sheet.grades.button(Grade.GOOD).hasFocus()
    asked.press(ENTER)
    assert asked.session.answers == [(Grade.GOOD, 0.0, "typed", text)]


def test_a_slip_is_right_and_shows_the_spelling(asked):
    asked.type_in("NAT gatewya")

    assert asked.sheet.card.typed.remark.text() == "It is written NAT gateway."
    assert "spelling" in asked.line.accessibleName()
    assert asked.sheet.grades.button(Grade.GOOD).hasFocus()


def test_a_wrong_answer_proposes_forgot_and_leaves_the_choice(asked):
    asked.type_in("internet gateway")
    assert asked.sheet.card.typed.verdict.text() == "Wrong"
    assert asked.line.text() == "internet gateway"
    assert asked.sheet.grades.button(Grade.AGAIN).hasFocus()
    assert [name for name, _ in asked.offered] == ["Forgot", "Knew it"]

    asked.press(Qt.Key.Key_2)

    assert asked.session.answers == [(Grade.GOOD, 0.0, "typed", "internet gateway")]


def test_an_outdated_answer_says_what_became_of_it_and_is_forgotten(asked):
    asked.type_in("nat instance")
    assert asked.sheet.card.typed.verdict.text() == "Outdated"
    assert asked.sheet.card.typed.remark.text() == "AWS recommends gateways now."
    assert asked.offered == [("Go on", "again today")]

    asked.press(ENTER)

    assert asked.session.answers == [(Grade.AGAIN, 0.0, "typed", "nat instance")]


@pytest.mark.parametrize("text", ["internet gateway", ""])
def test_after_an_outdated_answer_only_todays_value_is_known(open_page, text):
    desk = open_page(replace(prompt(typed()), owes=True), basic())
    QTest.keyClicks(QApplication.focusWidget(), text)
    desk.press(ENTER)

    assert "once you type today's value" in desk.sheet.card.typed.remark.text()
    assert "once you type today's value" in desk.sheet.card.typed.line.accessibleName()
    assert desk.offered == [("Go on", "again today")]


def test_after_an_outdated_answer_todays_value_is_known(open_page):
    desk = open_page(replace(prompt(typed()), owes=True), basic())
    QTest.keyClicks(QApplication.focusWidget(), "NAT gateway")
    desk.press(ENTER)

    assert not desk.sheet.card.typed.remark.isVisible()
    assert [name for name, _ in desk.offered] == ["Forgot", "Knew it"]


def test_enter_on_an_empty_line_shows_the_answer_and_proposes_forgot(asked):
    asked.press(ENTER)

    assert asked.sheet.card.answer.text() == "NAT gateway"
    assert not asked.sheet.card.typed.verdict.isVisible()
    assert asked.sheet.grades.button(Grade.AGAIN).hasFocus()


def test_a_click_checks_too(asked):
    QTest.keyClicks(asked.line, "NAT gateway")
    asked.click(asked.sheet.reveal_button)
    asked.click(asked.sheet.grades.button(Grade.GOOD))

    assert asked.grades == [Grade.GOOD]


def test_a_checked_line_cannot_be_changed(asked):
    asked.type_in("NAT")
    asked.line.setFocus()
    QTest.keyClicks(asked.line, "x")

    assert asked.line.text() == "NAT"


def test_undo_hides_what_was_typed(asked):
    asked.type_in("internet gateway")
    asked.press(ENTER)
    assert not asked.line.isVisible()

    asked.press(Qt.Key.Key_Z, modifiers=CTRL)

    assert asked.line.isVisible()
    assert (asked.line.text(), asked.line.isReadOnly(), asked.line.property("kind")) == ("", False, "")
    assert asked.line.hasFocus()
    assert not asked.sheet.card.answer.isVisible()


def test_undo_takes_back_typing_first_and_the_last_answer_where_nothing_is_typed(open_page):
    desk = open_page(basic(), typed())
    desk.press(Qt.Key.Key_Space, Qt.Key.Key_Space)
    line = desk.sheet.card.typed.line
    QTest.keyClicks(line, "abc")
    desk.press(Qt.Key.Key_Z, modifiers=CTRL)
    assert (line.text(), len(desk.session.answers)) == ("", 1)

    desk.press(Qt.Key.Key_Z, modifiers=CTRL)

    assert desk.session.answers == []


def test_escape_leaves_the_line_for_the_page_of_the_day(asked, qtbot):
    with qtbot.waitSignal(asked.page.back_wanted):
        asked.press(Qt.Key.Key_Escape)


@pytest.mark.parametrize("size", [(820, 600), (1424, 1000)])
def test_the_question_and_the_line_never_move(open_page, size):
    desk = open_page(typed(why="Because."), size=size)
    parts = desk.sheet.card.question, desk.sheet.card.typed.line
    before = [desk.top_of(part) for part in parts]
    QTest.keyClicks(desk.sheet.card.typed.line, "NAT instance")
    desk.press(ENTER)
    QApplication.processEvents()

    assert [desk.top_of(part) for part in parts] == before

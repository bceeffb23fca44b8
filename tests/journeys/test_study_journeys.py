"""Cards and skills in the real window, by mouse and key events."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from trainer.learning.grade import Grade
from trainer.store.events import EventKind
from trainer.study.card_session import Prompt
from trainer.study.new_order import FIRST_SECTION

TEN = 10


def prompt(robot):
    return robot.window.study_presenter.session.prompt


@pytest.fixture
def study(robot):
    robot.window.store.set_setting("cards.new_limit", TEN)
    robot.window.store.set_setting(FIRST_SECTION, "vpc-intro")
    robot.window.open_page("study")
    robot.settle()
    robot.pass_primer()
    return robot


def reviews(robot):
    return [event for event in robot.window._store.events() if event.kind == EventKind.REVIEW]


def test_ten_new_cards_are_studied_to_the_end(study):
    for _ in range(TEN):
        study.answer()

    assert prompt(study) is None
    assert study.study.sheet.ending.isVisible()
    assert [event.payload["grade"] for event in reviews(study)] == ["good"] * TEN


def test_space_and_numbers_alone_study_a_card(study):
    while prompt(study).card.options:
        study.answer()
    study.pass_primer()
    before = len(reviews(study))
    study.press(study.window.focusWidget(), Qt.Key.Key_Space)
    study.press(study.window.focusWidget(), Qt.Key.Key_2)

    assert len(reviews(study)) == before + 1


def test_what_was_forgotten_is_asked_again_in_the_same_sitting(study):
    forgotten = prompt(study).card.item
    study.answer(known=False)
    asked = []
    while isinstance(prompt(study), Prompt):
        asked.append(prompt(study).card.item)
        study.answer()

    assert asked.count(forgotten) == 1
    assert asked.index(forgotten) == 5


def test_an_answer_is_taken_back_and_given_again(study):
    first = prompt(study).card.item
    study.answer()
    second = prompt(study).card.item
    study.press(study.study, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert prompt(study).card.item == first
    study.press(study.study, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert prompt(study).card.item == second


def test_who_leaves_finds_the_same_card_again(open_trainer, study):
    for _ in range(3):
        study.answer()
    card = prompt(study).card
    study.window.open_page("drills")
    study.window.open_page("study")

    assert prompt(study).card == card
    study.window.close()
    study.window._store.close()
    again = open_trainer()
    again.window.open_page("study")
    assert prompt(again).card == card
    again.press(again.study, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert prompt(again).card != card


def test_today_leads_to_the_cards_and_counts_what_is_left(study):
    study.answer()
    study.window.open_page("today")
    study.press(study.window.focusWidget(), Qt.Key.Key_Space)

    assert study.study.isVisible()
    assert "9" in study.study.sheet.split.text()


def test_hard_and_easy_come_with_their_setting(robot):
    robot.window.open_page("settings")
    buttons = robot.window._pages["settings"].choices["four_grades"].findChildren(QPushButton)
    robot.press(buttons[1], Qt.Key.Key_Space)
    robot.window.open_page("study")
    while prompt(robot).card.options:
        robot.answer()
    robot.reveal()

    assert robot.study.sheet.grades.button(Grade.HARD).isVisible()
    assert robot.study.sheet.grades.button(Grade.EASY).isVisible()


def test_a_card_leads_to_its_drill(study):
    study.window._store.set_setting("cards.new_limit", 60)
    study.window._store.set_setting("plan", {"minutes": 60})
    study.window.open_page("study")
    while not prompt(study).card.drill:
        study.answer()
    drill = prompt(study).card.drill
    study.reveal()
    if prompt(study).card.options:
        study.choose(prompt(study).card.options[0].number)
    study.study.sheet.card.drill_button.click()

    assert study.window.drill_presenter.session.drill.id == drill

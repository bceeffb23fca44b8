"""The Cards page in the real window, on the real deck."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from trainer.store.doctor import examine
from trainer.ui.cards.page import CardsPage


@pytest.fixture
def cards(robot):
    button = next(
        button for button in robot.window.sidebar.findChildren(QPushButton) if button.accessibleName() == "Cards"
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    robot.settle()
    return robot.window.findChild(CardsPage)


def test_a_card_is_found_rewritten_and_asked_in_the_learners_words(robot, cards):
    store = robot.window.store
    (first,) = store.new_cards(1)
    note = first.partition("#")[0]
    cards.table.setFocus()
    QTest.keyClick(cards.table, Qt.Key.Key_Return)
    box = next(iter(cards.editor.boxes.values()))
    box.setPlainText(f"Zanzibar: {box.toPlainText()}")
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(cards.search, "zanzi")
    robot.settle()

    assert cards.model.rowCount() >= 1
    assert cards.model.card(0).note == note
    assert examine(store).is_healthy

    robot.window.open_page("study")
    robot.settle()
    assert robot.study.sheet.card.question.text().startswith("Zanzibar: ")


def test_what_was_searched_for_is_still_there_on_coming_back(robot, cards):
    QTest.keyClicks(cards.search, "subnet")
    robot.settle()
    count = cards.model.rowCount()
    robot.window.open_page("today")
    robot.window.open_page("cards")
    robot.settle()

    assert cards.model.rowCount() == count > 0
    assert cards.search.text() == "subnet"

"""The Cards page in the real window, on the real deck."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from trainer.store.doctor import examine
from trainer.store.search.finding import Page
from trainer.store.search.query import parse_query
from trainer.study.confusions import MixUp
from trainer.ui.cards.page import CardsPage
from trainer.ui.confusions.page import ConfusionsPage

CTRL = Qt.KeyboardModifier.ControlModifier


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
    robot.pass_primer()
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


def test_cards_are_kept_in_order_by_keyboard_alone(robot, cards):
    """Search, select, suspend, undo, write, edit, delete, undo."""
    store, keys = robot.window.store, Keys(robot)
    keys.press(Qt.Key.Key_F, CTRL)
    keys.type("NAT gateway")
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_A, CTRL)
    count = cards.model.rowCount()
    keys.press(Qt.Key.Key_J, CTRL)
    assert len(store.marks()) == count > 1
    assert robot.window.notice.text == f"Suspended: {count} cards."
    keys.press(Qt.Key.Key_Z, CTRL)
    assert store.marks() == {}
    assert robot.window.notice.text == f"Undone: suspending {count} cards."

    keys.press(Qt.Key.Key_N, CTRL)
    keys.type("Which way does a NAT gateway let nobody in?")
    keys.press(Qt.Key.Key_Tab)
    keys.type("From the internet.")
    keys.press(Qt.Key.Key_Return, CTRL)
    assert robot.window.notice.text == "The new card is saved."
    (own,) = [uid for uid in store.found_uids(parse_query("nobody"), Page()) if uid.startswith("own-")]
    keys.press(Qt.Key.Key_F2)
    keys.press(Qt.Key.Key_End, CTRL)
    keys.type(" Say why.")
    keys.press(Qt.Key.Key_Return, CTRL)
    note = own.partition("#")[0]
    assert store.note(note).note.fields["front"].endswith("in? Say why.")

    keys.press(Qt.Key.Key_Delete)
    assert own not in store.found_uids(parse_query(""), Page())
    assert robot.window.notice.button.isVisible()
    keys.press(Qt.Key.Key_Z, CTRL)
    assert own in store.found_uids(parse_query(""), Page())
    assert examine(store).is_healthy

    for page in ("reports", "today", "study", "cards"):  # a card of one's own is at home everywhere
        robot.window.open_page(page)
        robot.settle()


def test_undo_is_offered_in_the_notice_and_goes_with_the_page(robot, cards):
    store = robot.window.store
    cards.table.setFocus()
    robot.press(cards.table, Qt.Key.Key_Delete)
    assert len(store.found_uids(parse_query("is:deleted"), Page())) >= 1
    QTest.mouseClick(robot.window.notice.button, Qt.MouseButton.LeftButton)
    robot.settle()

    assert store.found_uids(parse_query("is:deleted"), Page()) == []
    assert robot.window.notice.text == "Undone: deleting 1 note."
    assert not robot.window.notice.button.isVisible()
    robot.window.open_page("today")
    assert robot.window.notice.text == ""


class Keys:
    """Presses keys wherever the keyboard is."""

    def __init__(self, robot):
        self._robot = robot

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)
        self._robot.settle()

    def type(self, text):
        QTest.keyClicks(QApplication.focusWidget(), text)
        self._robot.settle()


def test_what_was_mixed_up_leads_to_the_cards_that_tell_it_apart(robot):
    robot.window.open_page("study")
    robot.settle()
    while robot.window.study_presenter.session.prompt.card.kind != "choice":
        robot.answer()
    robot.reveal()
    options = robot.study.sheet.card.options.buttons
    QTest.mouseClick(next(button for button in options if not button.option.right), Qt.MouseButton.LeftButton)
    QTest.keyClick(robot.window.focusWidget(), Qt.Key.Key_2)
    robot.window.open_page("confusions")
    page = robot.window.findChild(ConfusionsPage)
    assert page.table.rowCount() == 1
    assert [page.table.item(0, column).text() for column in (2, 3)] == ["1", "1"]
    assert page.all_button.isVisible()

    page.side.cards_button.setFocus()
    QTest.keyClick(page.side.cards_button, Qt.Key.Key_Return)
    robot.settle()

    cards = robot.window.findChild(CardsPage)
    assert cards.isVisible()
    assert cards.search.text().startswith("id:")
    assert cards.model.rowCount() >= 1
    assert examine(robot.window.store).is_healthy


def test_where_only_diagrams_were_mixed_up_no_cards_are_offered_to_practise(robot, monkeypatch):
    pair = MixUp("n|A chip", "n|Another", 1, 0, 0, robot.window.store.today(), 1.0, ("drill:first-vpc",))
    monkeypatch.setattr("trainer.ui.confusions.presenter.strongest_pairs", lambda *_: (pair,))
    robot.window.open_page("confusions")
    page = robot.window.findChild(ConfusionsPage)

    assert page.side.drill_buttons[0].isVisible()
    assert not page.all_button.isVisible()


def test_a_card_is_not_rewritten_over_another_that_is_being_written(robot, cards):
    QTest.keyClick(cards.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    robot.settle()
    assert cards.is_editing

    robot.window.open_page("study")
    robot.settle()
    robot.pass_primer()
    QTest.keyClick(robot.window.focusWidget(), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    robot.settle()

    assert cards.is_editing
    assert "Save or leave" in robot.window.notice.text

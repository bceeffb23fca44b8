"""The Cards page on a real store, by real key and mouse events."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QTableView

from tests.store.card_events import note, review
from trainer.store.search.finding import Order
from trainer.ui.cards.model import DUE
from trainer.ui.cards.page import CardsPage
from trainer.ui.cards.presenter import CardsPresenter
from trainer.ui.look import Look

CTRL = Qt.KeyboardModifier.ControlModifier


def test_all_cards_are_shown_and_the_first_is_selected_with_both_its_sides(desk):
    assert len(desk.questions()) == 5
    assert desk.page.count.text() == "5 cards"
    assert desk.side.card.question.text() == "What is igw?"
    assert desk.side.card.answer.text() == "It is igw."
    assert desk.side.card.answer.isVisible()


def test_cards_are_found_while_somebody_types(desk, search):
    search("gatew")

    assert desk.questions() == ["What lets visitors in?"]
    assert desk.page.count.text() == "1 card"
    assert [button.option.text for button in desk.side.card.options.buttons if button.kind == "right"] == [
        "An internet gateway"
    ]


def test_a_mistake_is_told_under_the_field_and_what_was_found_stays(desk, search):
    search("is:late")

    assert desk.page.mistake.isVisible()
    assert desk.page.mistake.text().startswith("There is no is:late (at character 1)")
    assert len(desk.questions()) == 5

    search("is:due")
    assert not desk.page.mistake.isVisible()
    assert desk.questions() == ["What is nat?"]


def test_nothing_found_is_said(desk, search):
    search("mainframe")

    assert desk.page.nothing.isVisible()
    assert not desk.page.table.isVisible()
    assert desk.side.currentWidget() is desk.side._empty


def test_a_deck_without_cards_is_said(qtbot, store):
    page = CardsPage(Look("light", motion=False), {})
    qtbot.addWidget(page)
    CardsPresenter(page, store, today=store.today).refresh()

    assert page.nothing.text() == "There are no cards yet."


def test_a_header_and_the_menu_sort(desk, qtbot):
    header = desk.page.table.horizontalHeader()
    at = header.sectionViewportPosition(DUE) + 8
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=header.viewport().rect().topLeft() + _at(at))

    assert desk.questions()[0] == "What is nat?"
    assert desk.page.orders.currentData() == (Order.DUE.value, False)
    assert header.sortIndicatorSection() == DUE


def _at(x):
    from PySide6.QtCore import QPoint

    return QPoint(x, 8)


def test_a_card_is_found_edited_and_given_back_by_keyboard_alone(desk, search):
    desk.press(Qt.Key.Key_F, CTRL)
    search("igw")
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)

    assert desk.page.is_editing
    assert QApplication.focusWidget() is desk.page.editor.boxes["front"]
    desk.press(Qt.Key.Key_A, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "Mine?")
    desk.press(Qt.Key.Key_Return, CTRL)

    assert not desk.page.is_editing
    assert desk.store.note("igw").note.fields["front"] == "Mine?"
    assert [event.kind for event in desk.store.events()][-1] == "note-edited"
    assert desk.side.card.question.text() == "Mine?"
    assert desk.side.own.text() == "In your own words: question."

    desk.side.give_back_button.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert desk.store.note("igw").note == desk.store.note("igw").base
    assert desk.side.card.question.text() == "What is igw?"
    assert not desk.side.give_back_button.isVisible()
    assert desk.faults == []


def test_escape_leaves_the_editor_and_changes_nothing(desk):
    desk.page.focus_table()
    desk.press(Qt.Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "Nonsense ")
    desk.press(Qt.Key.Key_Escape)

    assert not desk.page.is_editing
    assert desk.page.search.isEnabled()
    assert desk.page.table.hasFocus()
    assert len(list(desk.store.events())) == 1


def test_what_would_spoil_a_card_is_not_saved(desk, search):
    search("subnet")
    desk.side.edit_button.click()
    desk.page.editor.boxes["text"].setPlainText("No gaps.")
    desk.page.editor.save_button.click()

    assert desk.page.is_editing
    assert "{{1::...}}, {{2::...}}" in desk.page.editor.form.places["text"].mistake.text()


def test_everything_that_takes_the_keyboard_has_a_name(desk):
    desk.side.edit_button.click()
    kinds = (QLineEdit, QPlainTextEdit, QPushButton, QTableView)
    nameless = [
        widget
        for kind in kinds
        for widget in desk.page.findChildren(kind)
        if widget.isVisible() and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]

    assert nameless == []


def test_the_preview_says_why_a_card_comes_back_on_its_day_and_takes_reports(open_desk, store):
    desk = open_desk(note("igw", front="What is it?", back="A gate."))
    reported = []
    desk.presenter.fault_wanted.connect(lambda *told: reported.append(told))

    desk.side.date_button.click()
    assert desk.side.why.text().startswith("This card is new")
    store.append(review("igw#front"))
    desk.side.date_button.click()
    desk.side.fault_button.click()

    assert "You will remember this with about" in desk.side.why.text()
    assert reported == [("card:igw#front", "What is it?\nA gate.")]

"""How long a day: the question of the first start, its answer, and what comes of it, in the real window."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.store.card_events import review


def panel(robot):
    return robot.window.today_page.plan_panel


def click(robot, button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    robot.settle()


def button_of(choice, text):
    return next(button for button in choice.findChildren(QPushButton) if button.text() == text)


@pytest.fixture
def first(robot, qtbot):
    qtbot.waitUntil(lambda: bool(panel(robot).promise.text()))
    return robot


def test_the_first_start_asks_one_question_and_waits_for_no_answer(first):
    assert panel(first).title.text() == "How long a day would you like to learn?"
    assert "all by" in panel(first).promise.text().lower()
    assert not panel(first).change_button.isVisible()
    assert first.window.focusWidget().text() == "Start"


def test_minutes_are_chosen_by_keyboard_and_the_dates_follow(first, open_trainer):
    before = panel(first).promise.text()
    chosen = button_of(panel(first).minutes, "20 min")
    chosen.setFocus()
    first.press(chosen, Qt.Key.Key_Right)
    first.press(first.window.focusWidget(), Qt.Key.Key_Space)

    assert panel(first).title.text() == "40 minutes a day"
    assert panel(first).promise.text() != before
    assert first.window.focusWidget().text() == "40 min"
    click(first, panel(first).change_button)
    assert not panel(first).minutes.isVisible()

    first.window.close()
    first.window.store.close()
    again = open_trainer()
    assert panel(again).title.text() == "40 minutes a day"
    assert not panel(again).minutes.isVisible()
    click(again, panel(again).change_button)
    assert panel(again).minutes.isVisible()


def test_an_exam_that_is_too_near_offers_ways_out_to_click(first, qtbot):
    click(first, button_of(panel(first).minutes, "10 min"))
    click(first, button_of(panel(first).dated, "Exam on"))
    near = date.today() + timedelta(days=22)  # noqa: DTZ011  # as the window's own clock
    panel(first).exam.setDate(QDate(near.year, near.month, near.day))
    panel(first).exam.editingFinished.emit()
    first.settle()

    qtbot.waitUntil(lambda: bool(panel(first).way_buttons))
    assert "does not fit" in panel(first).fit.text()
    more = next(button for button in panel(first).way_buttons if button.text().endswith("minutes a day"))
    click(first, more)
    assert "That fits" in panel(first).fit.text()
    assert not panel(first).way_buttons
    click(first, button_of(panel(first).dated, "No exam date"))
    assert panel(first).fit.text() == ""


def test_after_a_break_one_click_spreads_what_waits(first, qtbot):
    window = first.window
    store = window.store
    store.append_all([review(uid, due=store.today(), seconds=12.0) for uid in store.new_cards(100)])
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE item_state SET last_day = '2026-01-01'")
        connection.exec_driver_sql("DELETE FROM day_total")
        connection.exec_driver_sql("UPDATE event SET study_day = '2026-01-01'")
    store.set_setting("plan", {"minutes": 5})
    window.open_page("today")
    row = window.today_page.catch_up
    qtbot.waitUntil(row.isVisible)
    click(first, next(button for button in row.buttons if button.text().startswith("In 7 days")))

    row = window.today_page.catch_up
    qtbot.waitUntil(row.isVisible)
    assert row.title.text().startswith("Catching up until")
    click(first, row.buttons[0])
    row = window.today_page.catch_up
    qtbot.waitUntil(row.isVisible)
    assert row.title.text() == "100 cards have been waiting"


def test_a_section_is_begun_before_its_turn_and_what_it_builds_on_is_said(first, qtbot):
    click(first, button_of(panel(first).minutes, "20 min"))
    menu = panel(first).sections
    assert menu.isVisible()
    at = menu.findData("w3-ecs-nat")
    menu.setCurrentIndex(at)
    menu.activated.emit(at)
    qtbot.waitUntil(lambda: "builds on" in panel(first).builds_on.text())

    assert "VPC routing and security" in panel(first).builds_on.text()
    first.window.open_page("study")
    first.settle()
    assert first.window.study_presenter.session.prompt.card.section == "w3-ecs-nat"


def test_a_click_on_the_day_of_the_exam_lets_it_be_typed(first):
    click(first, button_of(panel(first).dated, "Exam on"))
    field = panel(first).exam
    field.setDate(QDate(field.date().year() + 1, 1, 24))

    QTest.mouseClick(field.lineEdit(), Qt.MouseButton.LeftButton, pos=QPoint(12, field.lineEdit().height() // 2))
    QTest.keyClicks(field, "12")
    QTest.keyClick(field, Qt.Key.Key_Return)
    first.settle()

    assert "exam on 12 January" in panel(first).title.text()


def test_the_page_ends_where_its_words_end(first):
    page = first.window.today_page
    inside = page.widget()

    assert inside.height() == max(inside.heightForWidth(inside.width()), page.viewport().height())

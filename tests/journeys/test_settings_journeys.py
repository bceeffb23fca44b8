"""Fitting in the real window: it ends with parameters that are used, or is dropped when the window closes."""

import multiprocessing

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.fakes.forgetful import FORGETFUL, live, write_down
from trainer.learning.parameters import Scope
from trainer.store.doctor import examine


def open_settings(robot):
    store = robot.window.store
    write_down(store, store.new_cards(60), live(FORGETFUL, cards=60))
    robot.window.open_page("settings")
    return robot.window._stack.currentWidget()


def reckoning():
    return [process for process in multiprocessing.active_children() if process.name == "aside"]


def test_parameters_are_fitted_shown_and_used_for_the_next_answer(robot, qtbot):
    page = open_settings(robot)
    QTest.mouseClick(page.fitting.fit_button, Qt.MouseButton.LeftButton)
    busy = page.fitting.status.text()
    qtbot.waitUntil(lambda: robot.window.is_settled, timeout=60_000)
    chosen = robot.window.store.parameter_sets().current(Scope.CARDS)

    robot.window.open_page("study")
    robot.reveal()
    robot.answer()

    assert busy == "Fitting to your answers..."
    assert page.fitting.status.text().startswith("Fitted on ")
    assert list(robot.window.store.events())[-1].payload["parameters"] == chosen.id != "default"
    assert examine(robot.window.store).is_healthy


def test_closing_the_window_drops_what_is_being_reckoned(robot, qtbot):
    page = open_settings(robot)
    QTest.mouseClick(page.fitting.fit_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(reckoning()), timeout=20_000)

    robot.window.close()

    assert reckoning() == []
    assert robot.window.store.parameter_sets().choices == {}


def test_the_theme_can_change_under_the_boxes_of_the_settings(robot):
    robot.window.open_page("settings")
    page = robot.window._stack.currentWidget()
    for theme in ("Dark", "Light", "Dark"):
        (button,) = [one for one in page.findChildren(QPushButton) if one.text() == theme]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        robot.look()

    assert robot.window.store.get_setting("theme") == "dark"
    assert [box.currentData() for box in page.week.days] == ["normal"] * 7

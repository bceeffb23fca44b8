"""The settings on a real store, by real keys and clicks."""

from contextlib import closing

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.fakes.clock import FakeClock
from trainer.learning.balancing import Ease
from trainer.learning.parameters import Scope, make_set
from trainer.learning.scheduler import default_scheduler
from trainer.store.opening import open_store
from trainer.store.parameter_sets import choose_set
from trainer.study.fitting import Status, read_status
from trainer.ui.settings.fitter import Fitter
from trainer.ui.settings.page import SettingsPage
from trainer.ui.settings.presenter import SettingsPresenter
from trainer.ui.settings.words import fitting_words, workload_words
from trainer.ui.stylesheet import style_sheet

WEIGHTS = default_scheduler().weights
OTHER = make_set((*WEIGHTS[:8], 1.5, *WEIGHTS[9:]))


def choose(store, scope=Scope.CARDS):
    losses = {"loss": 0.312, "loss_before": 0.334, "loss_default": 0.334}
    return store.append(choose_set(scope, OTHER, losses, {"reviews": 992, "held_back": 248}))


class Desk:
    def __init__(self, qtbot, store):
        self.qtbot, self.store = qtbot, store
        self.page = SettingsPage("/home/ann/trainer")
        self.fitter = Fitter(store, lambda: True, self.page)
        self.presenter = SettingsPresenter(self.page, store, self.fitter)
        self.themes, self.faults = [], []
        self.presenter.theme_wanted.connect(self.themes.append)
        self.presenter.failed.connect(self.faults.append)

    def open(self):
        self.presenter.refresh("light")
        with self.qtbot.waitActive(self.page):
            self.page.show()
        self.settle()

    def settle(self):
        self.qtbot.waitUntil(lambda: not self.presenter.is_busy, timeout=20_000)

    def button(self, name):
        (found,) = [one for one in self.page.findChildren(QPushButton) if one.accessibleName().startswith(name)]
        return found

    def click(self, name):
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)


@pytest.fixture
def desk(qtbot, qapp, tmp_path):
    qapp.setStyleSheet(style_sheet("light"))
    with closing(open_store(tmp_path / "data", clock=FakeClock())) as store:
        desk = Desk(qtbot, store)
        desk.page.resize(860, 640)
        desk.open()
        yield desk
        desk.presenter.close()
        desk.fitter.close()
        desk.page.close()
        shiboken6.delete(desk.page)  # Qt 6.11 stumbles later over boxes that stood there when the sheet was taken away
    qapp.setStyleSheet("")


def test_what_is_clicked_is_kept(desk):
    desk.click("How much you want to remember: 85%")
    desk.click("Never more due cards than: 100")
    desk.click("Never more new cards than: 5")
    desk.click("Hard and Easy buttons: With Hard and Easy")
    desk.settle()

    get = desk.store.get_setting
    kept = get("cards.retention"), get("cards.due_limit"), get("cards.new_limit"), get("four_grades")
    assert kept == (0.85, 100, 5, True)
    assert desk.faults == []


def test_what_was_kept_is_shown(desk):
    desk.store.set_setting("cards.retention", 0.95)
    desk.store.set_setting("cards.easy_days", ["normal"] * 5 + ["fewer", "none"])
    desk.store.choose_rollover(2)
    desk.presenter.refresh("light")

    assert desk.button("How much you want to remember: 95%").isChecked()
    assert [box.currentData() for box in desk.page.week.days] == ["normal"] * 5 + ["fewer", "none"]
    assert desk.page.hour.currentData() == 2


def test_the_theme_is_wanted_not_kept_here(desk):
    desk.click("Theme: Dark")

    assert desk.themes == ["dark"]


def test_easy_days_are_chosen_by_keyboard(desk):
    sunday = desk.page.week.days[6]
    sunday.setFocus()
    QTest.keyClick(sunday, Qt.Key.Key_Down)

    assert desk.store.get_setting("cards.easy_days")[6] == Ease.FEWER


def test_not_every_day_can_be_free(desk):
    for box in desk.page.week.days:
        QTest.keyClick(box, Qt.Key.Key_End)

    assert desk.store.get_setting("cards.easy_days") == ["none"] * 6 + ["normal"]
    assert desk.page.week.days[6].currentData() == "normal"


def test_the_hour_counts_at_once(desk):
    QTest.keyClick(desk.page.hour, Qt.Key.Key_Home)

    assert desk.store.rollover_hour == 0
    assert desk.page.hour.accessibleName() == "A new day begins at"


def test_the_wheel_scrolls_the_page_and_changes_nothing(desk):
    middle = QPointF(desk.page.hour.rect().center())
    turn = QWheelEvent(
        middle,
        QPointF(desk.page.hour.mapToGlobal(middle)),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(desk.page.hour, turn)

    assert desk.store.rollover_hour == 4


def test_tab_reaches_every_setting(desk):
    reached = set()
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget() or desk.page, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())

    assert {*desk.page.week.days, desk.page.hour} <= reached
    assert all(any(choice.isAncestorOf(one) for one in reached if one) for choice in desk.page.choices.values())


def test_each_retention_says_what_it_asks(desk):
    assert desk.button("How much you want to remember: 90%").accessibleName().endswith("a day")
    assert desk.page.workload.text().startswith("90%: about ")


def test_without_answers_fitting_says_how_many_are_missing(desk):
    assert desk.page.fitting.status.text().startswith("Needs 400 more answers")
    assert not desk.page.fitting.fit_button.isEnabled()
    assert desk.page.fitting.undo_button.isHidden()


def test_a_fitted_set_is_told_and_can_be_taken_back(desk):
    choose(desk.store)
    desk.presenter.refresh("light")
    told = desk.page.fitting.status.text()

    QTest.mouseClick(desk.page.fitting.undo_button, Qt.MouseButton.LeftButton)
    desk.settle()

    assert told.startswith("Fitted on 992 answers; predicts better: 0.312 against 0.334 with the defaults")
    assert read_status(desk.store, Scope.CARDS).choice is None
    assert desk.page.fitting.undo_button.isHidden()


def test_words_for_what_was_tried_in_vain():
    cards = Status(answers=900, missing=0, choice=None, tried=880, is_due=False)
    drills = Status(answers=0, missing=400, choice=None, tried=0, is_due=False)

    assert fitting_words(cards, drills).startswith(
        "Tried with 880 answers: the usual parameters foretell yours as well"
    )


def test_words_for_the_workload():
    answers = {0.8: 20.2, 0.85: 26.3, 0.9: 37.6, 0.95: 70.0}

    assert workload_words(answers, 0.9, 12.0) == (
        "90%: about 38 answers a day over the next three months, 8 min; 85%: about 27; 95%: about 70."
    )
    assert workload_words({}, 0.9, 12.0) == "Reckoning what each would ask of you..."

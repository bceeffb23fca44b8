import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

from trainer.ui.drills.card import GalleryEntry
from trainer.ui.drills.page import DrillsPage
from trainer.ui.look import Look


def entry(name, standing="new", topic="networking", words=""):
    return GalleryEntry(name, name.title(), "Section", standing, standing, "", topic, f"{name} {words}".lower())


@pytest.fixture
def drawn():
    return []


@pytest.fixture
def page(qtbot, drawn):
    def picture_of(drill, size: QSize):
        drawn.append(drill)
        return QPixmap(size)

    shown = DrillsPage(Look("light", motion=False), picture_of)
    qtbot.addWidget(shown)
    shown.resize(900, 700)
    entries = [
        entry("first", "mastered", words="internet gateway"),
        entry("second", "due", "databases", "internet"),
        entry("third", "new", "databases"),
        *(entry(f"more-{number}") for number in range(30)),
    ]
    shown.show_entries(entries, {"networking": "Networking", "databases": "Databases"})
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def test_every_word_that_is_typed_has_to_be_there(page):
    QTest.keyClicks(page.search, "INTERNET gate")

    assert list(page.cards()) == ["first"]


def test_a_topic_and_a_state_narrow_it_down(page):
    page.topics.setCurrentIndex(page.topics.findData("databases"))
    assert list(page.cards()) == ["second", "third"]
    page.standings.chosen.emit("due")
    assert list(page.cards()) == ["second"]


def test_enter_opens_the_one_drill_that_was_found(page, qtbot):
    QTest.keyClicks(page.search, "internet gate")

    with qtbot.waitSignal(page.drill_wanted) as wanted:
        QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert wanted.args == ["first"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_the_keyboard_goes_from_the_search_to_what_was_found(page, key):
    page.search.setFocus()
    QTest.keyClicks(page.search, "internet")
    QTest.keyClick(page.search, key)

    assert page.window().focusWidget() is page.cards()["first"]


def test_nothing_found_is_said(page):
    QTest.keyClicks(page.search, "mainframe")

    assert page.cards() == {}
    assert page.nothing.isVisible()
    QTest.keyClick(page.search, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.search, Qt.Key.Key_Delete)
    assert len(page.cards()) == 33


def test_only_pictures_in_view_are_drawn_and_the_others_when_they_come(page, qtbot, drawn):
    qtbot.waitUntil(lambda: not page._next_picture.isActive() and bool(drawn))
    assert 0 < len(drawn) < 15

    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: "more-29" in drawn)


def test_ctrl_f_goes_to_the_search(page):
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert page.search.hasFocus()

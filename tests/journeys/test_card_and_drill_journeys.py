"""From a card to its drill and back, and from a solved drill to its cards, in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from trainer.study.new_order import FIRST_SECTION
from trainer.ui.cards.page import CardsPage


def shown(robot):
    return robot.window._stack.currentWidget()


@pytest.fixture
def study(robot):
    """A card with its answer, which offers a drill."""
    robot.window.store.set_setting(FIRST_SECTION, "vpc-intro")
    robot.window.open_page("study")
    robot.settle()
    robot.pass_primer()
    robot.study.sheet.card.show_whole(robot.window.study_presenter.session.prompt.card)
    robot.settle()
    return robot


@pytest.mark.parametrize("way", ["back_wanted", "next_wanted"])
def test_a_drill_that_a_card_led_to_leads_back_to_that_card(study, way):
    session = study.window.study_presenter.session
    item = session.prompt.card.item
    QTest.mouseClick(study.study.sheet.card.drill_button, Qt.MouseButton.LeftButton)
    study.settle()
    assert shown(study) is study.page
    getattr(study.page, way).emit()
    study.settle()

    assert shown(study) is study.study
    assert study.window.study_presenter.session is session
    assert session.prompt.card.item == item
    assert study.study.sheet.card.is_revealed
    assert not study.window.notice.isVisible()


def test_a_drill_that_was_opened_otherwise_leads_to_all_drills(study):
    QTest.mouseClick(study.study.sheet.card.drill_button, Qt.MouseButton.LeftButton)
    study.window.open_page("today")
    study.window.open_drill("first-vpc")
    study.page.back_wanted.emit()
    study.settle()

    assert shown(study) is study.window._pages["drills"]


def test_only_a_drill_with_cards_offers_them(robot):
    library = robot.window.library
    with_cards = {drill for drill in library.drill_ids() if library.has_cards_on(drill)}

    assert "first-vpc" in with_cards
    for drill in ("first-vpc", next(drill for drill in library.drill_ids() if drill not in with_cards)):
        robot.open_drill(drill)
        robot.page.show_solved(solved=True)
        assert robot.page.panel.cards_button.isVisible() == (drill in with_cards)


def test_a_solved_drill_offers_the_cards_on_it(robot):
    robot.open_drill("first-vpc")
    button = robot.page.panel.cards_button
    assert not button.isVisible()
    for piece, place in (("igw", "vpc"), ("nat", "public-a"), ("instance", "private-a")):
        robot.drag_to(piece, place)
    robot.page.finish_button.click()
    robot.settle()
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    robot.settle()
    page = robot.window.findChild(CardsPage)

    assert shown(robot) is page
    assert page.search.text() == "drill:first-vpc"
    notes = {note.uid: note for note in robot.window.library.notes()}
    found = [notes[page.model.card(row).note] for row in range(page.model.rowCount())]
    assert found
    assert all("first-vpc" in (note.drill, *note.drills) for note in found)

"""Cards with diagrams, pictures and links, on the study page by real key and mouse events."""

from dataclasses import replace
from importlib import import_module
from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap

from tests.fakes.card_session import FakeSession, basic, prompt
from tests.fakes.desk import Desk
from trainer.learning.card import make_card
from trainer.learning.grade import Grade
from trainer.learning.note import NoteKind, items_of
from trainer.learning.picture import DrillView, Stage
from trainer.library.shelf import open_library
from trainer.ui.look import Look
from trainer.ui.study.card_sources import CardSources
from trainer.ui.study.page import StudyPage
from trainer.ui.study.picture_dialog import PictureDialog

SPACE = Qt.Key.Key_Space


@pytest.fixture(scope="module")
def library():
    return open_library()


@pytest.fixture(scope="module")
def hidden(library):
    """The card of a NAT gateway that is hidden."""
    note = next(
        note
        for note in library.notes()
        if note.kind is NoteKind.OCCLUDED and note.fields["hidden"][0]["name"] == "NAT gateway"
    )
    return make_card(note, items_of(note)[0], Random(0))


@pytest.fixture
def open_cards(qtbot, qapp, library):
    import_module("trainer.layout.drill_picture")  # the first diagram of all is drawn after its words

    def open_it(*cards, size=(1180, 800)):
        look = Look("light", motion=False)
        page = StudyPage(look, lambda _, wanted: QPixmap(wanted), CardSources(library, look))
        qtbot.addWidget(page)
        page.setMinimumSize(600, 400)
        page.resize(*size)
        desk = Desk(page, FakeSession(*map(prompt, cards)))
        desk.look, desk.card = look, page.sheet.card
        with qtbot.waitActive(page):
            page.show()
        return desk

    return open_it


def test_the_piece_is_hidden_until_the_answer_is_shown_in_its_place(open_cards, hidden):
    desk = open_cards(hidden)
    before = desk.card.picture.size(), desk.top_of(desk.card.picture), desk.card.picture.grab().toImage()

    assert desk.card.picture.view == DrillView(hidden.drill, Stage.COVERED, hidden.picture.node)
    assert "NAT gateway" not in desk.card.picture.accessibleName()
    assert ": ?" in desk.card.picture.accessibleName()
    desk.press(SPACE)
    assert desk.card.picture.view == DrillView(hidden.drill, Stage.SHOWN, hidden.picture.node)
    assert desk.card.answer.text() == "NAT gateway"
    assert ": NAT gateway" in desk.card.picture.accessibleName()
    assert (desk.card.picture.size(), desk.top_of(desk.card.picture)) == before[:2]
    assert desk.card.picture.grab().toImage() != before[2]
    desk.press(SPACE)
    assert desk.grades == [Grade.GOOD]


def test_the_next_card_shows_no_diagram(open_cards, hidden):
    desk = open_cards(hidden, basic())
    desk.press(SPACE, SPACE)

    assert not desk.card.picture.isVisible()
    assert desk.card.width() <= 760


def test_the_diagram_follows_the_theme(open_cards, hidden):
    desk = open_cards(hidden)
    before = desk.card.picture.grab().toImage()
    desk.look.choose("dark")

    assert desk.card.picture.grab().toImage() != before


def test_z_shows_the_diagram_large_and_escape_leads_back(open_cards, hidden, qtbot):
    desk = open_cards(hidden)
    desk.press(Qt.Key.Key_Z)
    dialog = desk.page.window().findChild(PictureDialog)
    before = dialog.scale
    qtbot.keyClick(dialog, Qt.Key.Key_Plus)

    assert dialog.scale > before
    assert dialog.canvas.accessibleName() == desk.card.picture.accessibleName()
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not desk.card.is_revealed


def test_a_large_diagram_lets_the_words_come_first(open_cards, hidden, monkeypatch, qtbot):
    monkeypatch.setattr(CardSources, "is_quick", lambda *_: False)
    desk = open_cards(basic(), hidden)
    desk.press(SPACE, SPACE)

    assert desk.card.question.text() == hidden.question
    assert desk.card.picture.drawing is None
    qtbot.waitUntil(lambda: desk.card.picture.drawing is not None)
    assert desk.card.picture.height() > 200


def test_a_diagram_that_is_gone_is_told_in_words(open_cards, hidden):
    desk = open_cards(replace(hidden, picture=DrillView("no-such-drill", Stage.COVERED, "nat")))

    assert desk.card.picture.drawing is None
    assert "no-such-drill" in desk.card.picture._fault
    desk.press(SPACE)
    assert desk.card.answer.text() == "NAT gateway"


@pytest.mark.parametrize(
    "target", ["drill:first-vpc", "drill:first-vpc?empty", "drill:first-vpc#nat", "four-24-in-a-22.svg"]
)
def test_pictures_stand_between_the_words(open_cards, target):
    desk = open_cards(basic(question=f"Before.\n\n![What it shows]({target})\n\nAfter."))
    (picture,) = desk.card.question.pictures

    assert picture.drawing is not None
    assert picture.accessibleName() == "What it shows"
    assert desk.card.question.written == "Before.\nAfter."
    assert desk.card.question.text() == "Before. What it shows After."


def test_pictures_from_elsewhere_are_told_and_never_loaded(open_cards):
    desk = open_cards(basic(question="![Evil](https://example.com/a.png)\n![Up](../../ids.svg)"))

    assert desk.card.question.pictures == ()
    assert desk.card.question.text() == "Evil Up"


def test_a_table_and_code_are_drawn_and_told(open_cards):
    desk = open_cards(basic(why="| a | b |\n|---|---|\n| c | **d** |\n\nThen:\n\n```\nx  y\nz\n```\nEnd."))
    desk.press(SPACE)

    assert desk.card.why.text() == "c: b d Then: x y z End."
    assert "x  y\nz" in desk.card.why.written
    assert desk.card.why.height() > 100


def test_links_and_the_drill_that_trains_it_are_offered_after_the_answer(open_cards, qtbot):
    card = basic(why="See [it](drill:way-of-a-request).", drill=None, drills=("first-vpc", "sg-three-tier"))
    desk = open_cards(card)
    assert not desk.card.foot.isVisible()
    desk.press(SPACE)
    shown = [button for button in desk.card.foot.drill_buttons if button.isVisible()]

    assert [button.text() for button in shown] == [
        "Show in a drill: The way of a request, and of its answer",
        "Show in a drill: Your first VPC",
    ]
    assert shown[0].accessibleName() == shown[0].text()
    with qtbot.waitSignal(desk.page.drill_wanted) as caught:
        desk.click(shown[1])
    assert caught.args == ["first-vpc"]


def test_a_link_in_the_words_is_clicked(open_cards, qtbot):
    desk = open_cards(basic(question="[Here](drill:first-vpc)"))
    label = desk.card.question._parts[0]
    with qtbot.waitSignal(desk.page.drill_wanted) as caught:
        qtbot.mouseClick(label, Qt.MouseButton.LeftButton, pos=QPoint(8, label.height() // 2))

    assert caught.args == ["first-vpc"]


def test_a_drill_that_is_gone_is_not_offered(open_cards):
    desk = open_cards(basic(drill="gone-since"))
    desk.press(SPACE)

    assert not any(button.isVisible() for button in desk.card.foot.drill_buttons)

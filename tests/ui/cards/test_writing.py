"""New cards, copies, and what the course changed, through the editor and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.store.card_events import note, pack
from tests.ui.cards.conftest import CHOICE
from trainer.learning.note import Note, NoteKind
from trainer.store.doctor import examine
from trainer.ui.cards.model import SECTION
from trainer.ui.cards.words import MADE_KINDS

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def writing(desk, qtbot):
    desk.page.focus_table()
    desk.press(Qt.Key.Key_N, CTRL)
    QApplication.processEvents()
    desk.settle = lambda: qtbot.waitUntil(lambda: not desk.presenter.is_busy)
    return desk


def choose_kind(desk, key):
    menu = desk.page.editor.kind
    menu.setCurrentIndex(menu.findData(key))
    menu.activated.emit(menu.currentIndex())


def test_a_card_is_written_by_keyboard_alone_and_undone(writing):
    assert QApplication.focusWidget() is writing.page.editor.boxes["front"]
    writing.type("What is mine?")
    writing.press(Qt.Key.Key_Tab)
    writing.type("This.")
    writing.settle()
    assert writing.side.card.question.text() == "What is mine?"
    assert writing.side.card.answer.text() == "This."
    writing.press(Qt.Key.Key_Return, CTRL)

    assert writing.store.note("own-1").note == Note(
        "own-1", NoteKind.BASIC, "vpc-intro", {"front": "What is mine?", "back": "This."}
    )
    assert writing.questions()[-1] == "What is mine?"
    assert writing.table.currentIndex().row() == 5
    assert writing.done == ["The new card is saved."]
    assert writing.table.hasFocus()

    writing.press(Qt.Key.Key_Z, CTRL)
    assert len(writing.questions()) == 5
    assert writing.told == ["Undone: the new card."]
    writing.press(Qt.Key.Key_Y, CTRL)
    assert writing.questions()[-1] == "What is mine?"
    assert examine(writing.store).is_healthy


def test_a_card_that_does_not_fit_the_search_is_shown_all_the_same(desk, search):
    search("igw")
    desk.page.new_button.click()
    QApplication.processEvents()
    desk.type("What is mine?")
    desk.press(Qt.Key.Key_Tab)
    desk.type("This.")
    desk.press(Qt.Key.Key_Return, CTRL)
    assert desk.page.search.text() == ""
    assert desk.side.card.question.text() == "What is mine?"
    assert desk.page.model.card(desk.table.currentIndex().row()).note == "own-1"


def test_what_makes_no_card_is_told_at_its_place(writing):
    writing.type("What is mine?")
    writing.press(Qt.Key.Key_Return, CTRL)

    editor = writing.page.editor
    assert writing.page.is_editing
    assert editor.form.places["back"].mistake.text() == "Write the answer."
    assert editor.boxes["back"].accessibleDescription() == "Write the answer."
    assert editor.form.places["front"].mistake.isHidden()
    assert QApplication.focusWidget() is editor.boxes["back"]
    assert writing.side.currentWidget() is writing.side._empty


def test_that_it_is_asked_already_is_pointed_out_and_not_forbidden(writing):
    writing.type("What is IGW?")
    writing.press(Qt.Key.Key_Tab)
    writing.type("A gateway.")
    writing.settle()
    assert writing.page.editor.alike.isVisible()

    writing.press(Qt.Key.Key_Return, CTRL)
    assert writing.store.note("own-1").note.fields["front"] == "What is IGW?"


@pytest.mark.parametrize("key", MADE_KINDS)
def test_every_kind_can_be_chosen_and_shows_its_fields_and_asks_for_them(writing, key):
    writing.type("What?")
    choose_kind(writing, key)

    boxes = writing.page.editor.boxes
    assert next(iter(boxes.values())).toPlainText() == "What?"
    assert list(boxes)[-1] == "why"
    writing.page.editor.save_button.click()
    assert writing.page.is_editing


def test_options_are_added_removed_and_marked(writing):
    choose_kind(writing, "choice")
    form = writing.page.editor.form
    form.boxes["question"].setPlainText("Which?")
    form.adders["options"].click()
    assert QApplication.focusWidget() is form.boxes["options.4.text"]
    for number, text in enumerate(("a", "b", "", "d", "e")):
        form.boxes[f"options.{number}.text"].setPlainText(text)
    form.rights[1].click()
    form.rights[3].click()
    assert [number for number, button in form.rights.items() if button.isChecked()] == [3]
    writing.settle()
    right = [button.option.text for button in writing.side.card.options.buttons if button.kind == "right"]
    assert right == ["d"]

    form._change_rows("options", 0)
    writing.page.editor.save_button.click()

    options = writing.store.note("own-1").note.fields["options"]
    assert [(option["text"], option.get("right", False)) for option in options] == [
        ("b", False),
        ("d", True),
        ("e", False),
    ]


def test_an_empty_row_does_not_shift_where_a_mistake_is_told(writing):
    choose_kind(writing, "ordering")
    form = writing.page.editor.form
    form.adders["steps"].click()
    for key, text in (("question", "Order?"), ("steps.0", "a"), ("steps.2", "b"), ("steps.3", "a")):
        form.boxes[key].setPlainText(text)
    writing.page.editor.save_button.click()

    assert form.places["steps.3"].mistake.text() == "Another step says the same."


def test_a_note_with_several_cards_shows_each_of_them(writing):
    choose_kind(writing, "cloze")
    writing.page.editor.boxes["text"].setPlainText("{{1::One}} and {{2::two}}.")
    writing.settle()

    assert writing.side.next_button.text() == "Card 1 of 2: show the next"
    writing.side.next_button.click()
    assert writing.side.next_button.text() == "Card 2 of 2: show the next"


def test_a_card_is_duplicated_with_all_that_belongs_to_it(desk):
    desk.page.focus_table()
    desk.press(Qt.Key.Key_E, CTRL | ALT)
    desk.press(Qt.Key.Key_End, CTRL)
    desk.type(" Again.")
    desk.press(Qt.Key.Key_Return, CTRL)

    copy = desk.store.note("own-1").note
    assert copy.fields["front"] == "What is igw? Again."
    assert copy.facts == desk.store.note("igw").note.facts
    assert desk.store.note("igw").note == desk.store.note("igw").base


def test_the_editor_changes_section_and_tags_too(desk):
    desk.page.focus_table()
    desk.press(Qt.Key.Key_Return)
    editor = desk.page.editor
    assert not editor.kind.isVisible()
    editor.section.setCurrentIndex(editor.section.findData("elb"))
    editor.tags.setText("mine, Zones")
    editor.save_button.click()

    shown = desk.store.note("igw").note
    assert (shown.section, shown.tags) == ("elb", ("mine", "zones"))
    assert len(desk.store.desk_steps().undo) == 2
    assert desk.side.own.text() == "In your own words: section, tags."
    assert desk.column(SECTION)[0] == "Load balancing"


def test_an_option_of_the_courses_card_can_be_removed_and_given_back(desk, search):
    search("visitors")
    desk.side.edit_button.click()
    desk.page.editor.form.adders["options"].click()
    desk.page.editor.boxes["options.2.text"].setPlainText("A door")
    desk.page.editor.save_button.click()
    assert len(desk.store.note("way-in").note.fields["options"]) == 3

    desk.side.give_back_button.click()
    assert desk.store.note("way-in").note == CHOICE


@pytest.fixture
def outdated(desk):
    desk.store.edit_note("igw", "back", "It is my way out.")
    newer = note("igw", front="What is igw?", back="It is the way out.")
    desk.store.import_pack(pack(newer, note("nat"), CHOICE))
    desk.presenter.refresh()
    return desk


def test_the_courses_new_text_is_shown_beside_ones_own(outdated):
    view = outdated.side.difference

    assert view.isVisible()
    (text,) = view.texts
    assert "<s" in text.text()
    assert "<u" in text.text()
    assert text.accessibleName() == "Answer. Only in yours: my. Only in the new one: the."
    assert not outdated.side.give_back_button.isVisible()


def test_a_section_that_the_course_changed_is_told_by_its_title(desk):
    desk.store.edit_note("nat", "section", "elb")
    desk.store.import_pack(pack(note("igw"), note("nat", section="storage"), CHOICE))
    desk.presenter.refresh()
    desk.page.select_row(1)

    (text,) = desk.side.difference.texts
    assert text.accessibleName() == "Section. Only in yours: Load balancing. Only in the new one: storage."


def test_ones_own_words_are_kept_and_the_hint_goes(outdated, search):
    search("is:outdated")
    assert outdated.questions() == ["What is igw?"]
    outdated.side.difference.keep_button.click()

    assert outdated.store.note("igw").note.fields["back"] == "It is my way out."
    assert not outdated.store.note("igw").outdated
    assert not outdated.side.difference.isVisible()
    assert outdated.page.nothing.isVisible()
    assert outdated.done == ["Your words stay."]


def test_the_courses_words_are_taken(outdated):
    outdated.side.difference.take_button.click()

    assert outdated.side.card.answer.text() == "It is the way out."
    assert not outdated.side.difference.isVisible()
    outdated.page.undo_button.click()
    assert outdated.side.card.answer.text() == "It is my way out."
    assert outdated.side.difference.isVisible()


def test_a_new_card_is_shown_behind_all_others(open_desk, qtbot):
    desk = open_desk(*(note(f"n{number}") for number in range(120)))
    desk.page.focus_table()
    desk.press(Qt.Key.Key_N, CTRL)
    QApplication.processEvents()
    desk.type("What is mine?")
    desk.press(Qt.Key.Key_Tab)
    desk.type("This.")
    desk.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not desk.presenter.is_busy)

    assert desk.table.currentIndex().row() == desk.page.model.rowCount() - 1 == 120
    assert desk.side.card.question.text() == "What is mine?"
    assert desk.table.hasFocus()

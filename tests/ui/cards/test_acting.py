"""What is done with the selected cards, by keys, by the bar and by the menu."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.store.card_events import note
from trainer.store.doctor import examine
from trainer.store.item_mark import ItemMark
from trainer.ui.cards.actions import Deed
from trainer.ui.cards.model import PAGE, QUESTION

NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT, ALT = (getattr(Qt.KeyboardModifier, f"{name}Modifier") for name in ("Control", "Shift", "Alt"))
MANY = 450
OFFSCREEN_POPUPS = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def keys(desk):
    desk.page.focus_table()
    return desk


def test_the_bar_says_how_many_cards_are_selected(keys):
    assert keys.bar.count.text() == "1 card"

    keys.press(Qt.Key.Key_Down, SHIFT)
    assert keys.bar.count.text() == "2 cards"
    keys.press(Qt.Key.Key_A, CTRL)
    assert keys.bar.count.text() == "5 cards"
    keys.press(Qt.Key.Key_Down)
    assert keys.bar.count.text() == "1 card"


def test_several_cards_are_suspended_and_brought_back_and_stay_selected(keys):
    keys.press(Qt.Key.Key_Down, SHIFT)
    keys.press(Qt.Key.Key_J, CTRL)

    assert keys.states()[:3] == ["Suspended", "Suspended", "New"]
    assert keys.done == ["Suspended: 2 cards."]
    assert keys.bar.count.text() == "2 cards"
    assert keys.bar.buttons[Deed.SUSPEND].text() == "Bring back"
    assert keys.side.standing.text() == "Suspended: it is not asked until you bring it back."

    keys.press(Qt.Key.Key_J, CTRL)
    assert keys.states()[:2] == ["New", "Due"]
    assert keys.store.marks() == {}


def test_undo_and_redo_are_told_in_words(keys):
    keys.press(Qt.Key.Key_J, CTRL)
    keys.press(Qt.Key.Key_2, CTRL)
    keys.press(Qt.Key.Key_Z, CTRL)
    keys.press(Qt.Key.Key_Z, CTRL)
    keys.press(Qt.Key.Key_Y, CTRL)
    keys.press(Qt.Key.Key_Z, CTRL | SHIFT)

    undone = ["Undone: the flag on 1 card.", "Undone: suspending 1 card."]
    assert keys.told == [*undone, "Done again: suspending 1 card.", "Done again: the flag on 1 card."]
    assert keys.store.marks() == {"igw#front": ItemMark("igw#front", suspended=True, flag=2)}


def test_where_there_is_nothing_to_undo_that_is_said(open_desk):
    desk = open_desk(note("a"))
    desk.page.undo_button.click()
    desk.page.redo_button.click()

    assert desk.told == ["There is nothing to undo.", "There is nothing to do again."]


def test_a_flag_is_shown_with_its_number_and_taken_away_by_the_same_key(keys):
    keys.press(Qt.Key.Key_3, CTRL)

    index = keys.page.model.index(0, QUESTION)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Question: What is igw?, flag 3"
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert keys.side.standing.text() == "Flag 3."

    keys.press(Qt.Key.Key_3, CTRL)
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_a_card_is_put_off_until_tomorrow(keys):
    keys.press(Qt.Key.Key_J, CTRL | SHIFT)

    assert keys.states()[0] == "Put off"
    assert keys.bar.buttons[Deed.PUT_OFF].text() == "Ask today"
    assert "igw#front" not in keys.store.new_cards(9)


def test_a_deleted_note_goes_with_all_its_cards_is_found_and_restored(keys, search):
    search("subnet")
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Delete)
    assert keys.page.nothing.isVisible()
    assert not keys.bar.isVisible()
    assert keys.done == ["Deleted: 1 note, with all cards."]

    search("is:deleted")
    assert keys.states() == ["Deleted", "Deleted"]
    keys.press(Qt.Key.Key_Down)
    assert keys.bar.buttons[Deed.DELETE].text() == "Restore"
    keys.press(Qt.Key.Key_Delete)

    assert keys.store.notes(["gaps"])
    search("subnet")
    assert len(keys.questions()) == 2
    assert examine(keys.store).is_healthy


def test_when_nothing_is_left_ctrl_z_still_brings_the_deleted_back(keys, search):
    search("subnet")
    keys.page.focus_table()
    keys.press(Qt.Key.Key_A, CTRL)
    keys.press(Qt.Key.Key_Delete)
    assert keys.page.nothing.isVisible()

    keys.press(Qt.Key.Key_Z, CTRL)

    assert keys.page.search.text() == "subnet"
    assert keys.page.model.rowCount() > 0


def test_delete_in_the_search_field_deletes_a_letter_and_no_card(keys, search, qtbot):
    search("igw")
    keys.page.search.setFocus()
    keys.press(Qt.Key.Key_Home)
    keys.press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not keys.presenter.is_busy)

    assert keys.page.search.text() == "gw"
    assert keys.done == []


@OFFSCREEN_POPUPS
def test_tags_are_added_to_several_cards_and_taken_away(keys):
    keys.press(Qt.Key.Key_A, CTRL)
    keys.press(Qt.Key.Key_A, CTRL | SHIFT)
    keys.type("My Own, zones")
    keys.press(Qt.Key.Key_Return)

    assert keys.done == ["Tagged: 4 notes."]
    assert keys.store.tags() == ("my-own", "zones")
    assert keys.table.hasFocus()

    keys.press(Qt.Key.Key_A, CTRL | SHIFT)
    keys.type("zones")
    keys.press(Qt.Key.Key_Escape)  # the completions
    keys.bar.remove_button.click()
    assert keys.store.note("igw").note.tags == ("my-own",)


@OFFSCREEN_POPUPS
def test_a_tag_is_completed_from_what_exists(keys, qtbot):
    keys.store.edit_notes({"nat": {"tags": ["gateways"]}})
    keys.press(Qt.Key.Key_A, CTRL | SHIFT)
    keys.type("new, gat")
    keys.bar.tags._completer.activated.emit("gateways")

    assert keys.bar.tags.tags == ("new", "gateways")
    keys.press(Qt.Key.Key_Escape)
    keys.press(Qt.Key.Key_Escape)
    assert keys.table.hasFocus()
    assert keys.done == []


def test_a_note_is_moved_to_another_section(keys):
    keys.press(Qt.Key.Key_D, CTRL)
    keys.bar.section.setCurrentIndex(keys.bar.section.findData("elb"))
    keys.bar.move_button.click()

    assert keys.done == ["Moved: 1 note."]
    assert keys.store.note("igw").note.section == "elb"
    assert keys.table.hasFocus()


def test_cards_are_moved_to_a_day_and_started_anew(keys):
    keys.press(Qt.Key.Key_A, CTRL)
    keys.press(Qt.Key.Key_D, CTRL | SHIFT)
    keys.press(Qt.Key.Key_Up)
    keys.press(Qt.Key.Key_Return)

    assert keys.store.item_state("nat#front").due == date(2026, 3, 3)
    assert keys.done == ["Due on 3 Mar 2026: 1 card; what was never answered stays new."]

    keys.press(Qt.Key.Key_N, CTRL | ALT)
    assert keys.done[1:] == ["New again: 1 card."]
    assert keys.store.item_states() == {}
    keys.press(Qt.Key.Key_N, CTRL | ALT)
    assert keys.told == ["There was nothing to change."]


def test_of_many_cards_none_is_read_and_all_are_one_step(open_desk, qtbot):
    desk = open_desk(*(note(f"n{number}") for number in range(MANY)))
    desk.page.focus_table()
    desk.press(Qt.Key.Key_A, CTRL)
    desk.press(Qt.Key.Key_J, CTRL)

    assert desk.bar._work.text() == f"{MANY} cards take a while …"
    assert not desk.page.search.isEnabled()
    qtbot.waitUntil(lambda: not desk.presenter.is_busy, timeout=60_000)
    assert desk.done == [f"Suspended: {MANY} cards."]
    assert desk.bar.count.text() == f"{MANY} cards"
    assert len(desk.page.model._pages) < MANY / 100
    assert desk.table.hasFocus()

    desk.press(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: not desk.presenter.is_busy, timeout=60_000)
    assert desk.told == [f"Undone: suspending {MANY} cards."]
    assert desk.store.marks() == {}


def test_cards_that_changed_elsewhere_are_not_mistaken_for_others(open_desk, qtbot):
    desk = open_desk(*(note(f"n{number}") for number in range(MANY)))
    desk.store.delete_notes(["n3"])
    desk.page.focus_table()
    desk.press(Qt.Key.Key_A, CTRL)
    desk.press(Qt.Key.Key_J, CTRL)
    qtbot.waitUntil(lambda: not desk.presenter.is_busy, timeout=60_000)

    assert desk.faults == ["The cards that fit are others by now; look at the selection once more."]
    assert desk.store.marks() == {}
    assert desk.page.model.rowCount() == MANY - 1


@OFFSCREEN_POPUPS
def test_the_menu_key_shows_all_that_can_be_done(keys):
    place = keys.table.viewport().rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, keys.table.mapToGlobal(place))
    QApplication.sendEvent(keys.table, event)

    menu = next(menu for menu in keys.page.findChildren(QMenu) if menu.isVisible())
    names = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert names[:3] == ["Suspend", "Put off until tomorrow", "Flag"]
    assert names[-2:] == ["Duplicate", "Delete"]
    menu.close()


def test_ctrl_a_selects_all_though_only_the_first_are_known(open_desk):
    desk = open_desk(*(note(f"n{number}") for number in range(MANY)))
    assert desk.page.model.rowCount() == PAGE
    assert desk.page.count.text() == f"{PAGE}+ cards"

    desk.page.focus_table()
    desk.press(Qt.Key.Key_A, CTRL)

    assert desk.bar.count.text() == desk.page.count.text() == f"{MANY} cards"


def test_what_is_done_beyond_the_first_page_is_seen_by_the_next_key(open_desk, qtbot):
    desk = open_desk(*(note(f"n{number}") for number in range(MANY)))
    qtbot.waitUntil(lambda: not desk.presenter.is_busy)
    desk.page.focus_table()
    desk.page.select_row(200)
    desk.press(Qt.Key.Key_Down, SHIFT)
    first, *_ = desk.page.model.loaded([200])

    desk.press(Qt.Key.Key_J, CTRL)
    desk.press(Qt.Key.Key_J, CTRL)
    assert desk.done == ["Suspended: 2 cards.", "Brought back: 2 cards."]
    desk.press(Qt.Key.Key_2, CTRL)
    qtbot.waitUntil(lambda: not desk.presenter.is_busy)
    assert desk.table.rows == (range(200, 202),)
    assert [card.flag for card in desk.page.model.loaded([199, 200, 201, 202])] == [0, 2, 2, 0]

    desk.press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not desk.presenter.is_busy)
    assert desk.page.model.rowCount() == MANY - 2
    assert desk.table.row_count == 1
    assert first.uid not in {card.uid for card in desk.page.model.loaded(range(190, 210))}


def test_what_was_looked_for_before_a_change_is_not_shown_after_it(open_desk, qtbot):
    desk = open_desk(*(note(f"n{number}") for number in range(PAGE + 1)))
    desk.page.focus_table()
    desk.press(Qt.Key.Key_Down, SHIFT)
    desk.press(Qt.Key.Key_Down, SHIFT)
    desk.press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not desk.presenter.is_busy)

    assert desk.page.model.rowCount() == PAGE - 2
    assert desk.page.count.text() == f"{PAGE - 2} cards"


def test_cards_that_fit_no_more_leave_one_card_selected(keys, search):
    search("-is:suspended")
    keys.page.focus_table()
    keys.press(Qt.Key.Key_Down, SHIFT)
    keys.press(Qt.Key.Key_J, CTRL)

    current = keys.table.currentIndex().row()
    assert len(keys.questions()) == 3
    assert keys.table.rows == (range(current, current + 1),)

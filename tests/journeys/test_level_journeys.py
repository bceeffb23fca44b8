"""Levels, the two moments of feedback, questions, slips and pictures, in the real window by events."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from trainer.cloud.drill import Feedback
from trainer.cloud.lines import is_line
from trainer.store.level import Level
from trainer.tokens import THEMES

FLAGSHIP = "three-tier-two-zones"
FIRST = "first-vpc"
BOARD = "shared-responsibility"


def session(robot):
    return robot.window.drill_presenter.session


def notes(robot):
    return robot.page.feedback.notes()


def badges(robot):
    return {key: item.state for key, item in robot.page.view.diagram._tiles.items() if item.state}


def solve(robot):
    for piece, places in session(robot).drill.solution.items():
        for place in places:
            if not is_line(piece) and place not in session(robot).placement.get(piece, ()):
                robot.drag_to(piece, place)


def test_a_drill_is_watched_step_by_step_and_then_built(robot):
    robot.window.open_drill(FIRST)
    asking = robot.page.asking

    assert session(robot).level == Level.WATCH
    for number in range(1, 4):
        robot.press_asked(0)
        assert asking.title.text().startswith(f"{number}/3: ")
        assert asking.text.text()
        assert len(robot.page.view.diagram._tiles) == number + 1
    robot.press_asked(0)

    assert session(robot).level == Level.BUILD
    assert not asking.isVisible()
    robot.drag_to("igw", "vpc")
    assert notes(robot)[0].title == "Internet gateway: right"


def test_enter_presses_the_button_that_has_the_keyboard(robot):
    robot.window.open_drill(FIRST)
    for number in range(1, 4):
        assert robot.window.focusWidget() is robot.page.asking.buttons[0]
        robot.press(robot.page.asking.buttons[0], Qt.Key.Key_Return)
        assert robot.page.asking.title.text().startswith(f"{number}/3: ")

    robot.page.table_button.setFocus()
    robot.press(robot.page.table_button, Qt.Key.Key_Enter)
    assert robot.page.shows_table


def test_keys_work_wherever_the_keyboard_was_left(robot):
    sidebar = robot.window.sidebar
    robot.open_drill(FIRST)
    theme = sidebar._theme
    theme.setFocus()
    robot.press(theme, Qt.Key.Key_H)
    assert notes(robot)[0].title.startswith("Hint")

    robot.window.open_page("drills")
    theme.setFocus()
    robot.press(theme, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert robot.window.focusWidget() is robot.window._pages["drills"].search


def test_what_is_only_watched_is_not_to_be_finished(robot):
    robot.window.open_drill(FIRST)
    for _ in range(3):
        robot.press_asked(0)

    assert robot.page.status.text() == "3 placed"
    assert not robot.page.finish_button.isEnabled()


def test_watching_can_be_skipped(robot):
    robot.window.open_drill(FIRST)
    robot.press_asked(1)

    assert session(robot).level > Level.WATCH


def test_half_is_in_place_at_level_one_and_stays_there(robot):
    robot.open_drill(FLAGSHIP, Level.COMPLETE)
    given = dict(session(robot).placement)
    piece, places = next(iter(given.items()))
    robot.move_tile(piece, places[0], "region")

    assert given
    assert session(robot).placement == given
    solve(robot)
    robot.page.finish_button.click()
    assert session(robot).finished


def test_nothing_is_judged_before_check_at_level_three(robot):
    robot.open_drill(FLAGSHIP, Level.TRANSFER)

    assert session(robot).feedback is Feedback.CHECK
    assert robot.page.finish_button.text() == "Check"
    robot.drag_to("igw", "region")
    assert badges(robot) == {}
    assert notes(robot)[0].kind == "plain"
    robot.press(robot.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert badges(robot) == {("igw", "region"): "wrong"}
    assert notes(robot)[0].kind == "wrong"
    robot.move_tile("igw", "region", "vpc")
    assert badges(robot) == {}
    solve(robot)
    robot.page.finish_button.click()
    assert session(robot).finished


def test_a_variant_has_other_words_and_the_same_solution(robot):
    robot.open_drill(FLAGSHIP, Level.TRANSFER)
    drill = robot.window.library.drill(FLAGSHIP)

    assert session(robot).drill.topology.keys() == drill.topology.keys()
    labels = {container.label for container in session(robot).drill.topology.values()}
    assert labels != {container.label for container in drill.topology.values()}
    assert robot.page.brief.text() == session(robot).drill.brief


def test_a_classify_board_is_judged_as_a_whole(robot):
    robot.open_drill(BOARD)
    solve(robot)

    assert badges(robot) == {}
    robot.page.finish_button.click()
    assert session(robot).finished


def fail(robot, piece, places):
    """Drops a piece wrongly, in one place after the other."""
    robot.drag_to(piece, places[0])
    for here, there in pairwise(places):
        robot.move_tile(piece, here, there)


def test_the_second_wrong_drop_asks_why_before_the_piece_may_move(robot):
    robot.open_drill(FLAGSHIP)
    fail(robot, "igw", ["region", "public-a"])
    question = session(robot).question
    robot.move_tile("igw", "public-a", "vpc")

    assert question is not None
    assert session(robot).placement["igw"] == ("public-a",)
    robot.answer_question(question.right)
    robot.move_tile("igw", "public-a", "vpc")
    assert session(robot).placement["igw"] == ("vpc",)


@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_2])
def test_a_reason_is_chosen_by_its_letter_or_number(robot, key):
    robot.open_drill(FLAGSHIP)
    fail(robot, "igw", ["region", "public-a"])
    right = session(robot).question.right
    options = robot.page.asking.options
    brief = robot.page.brief.isVisible()
    assert robot.window.focusWidget() is options

    robot.press(options, key)
    assert options.buttons[1].kind == ("right" if right == 1 else "wrong")
    assert robot.page.brief.isVisible() is brief
    assert robot.window.focusWidget() is robot.page.asking.buttons[0]


def test_tab_goes_through_the_reasons_and_enter_chooses_one(robot):
    robot.open_drill(FLAGSHIP)
    fail(robot, "igw", ["region", "public-a"])
    options = robot.page.asking.options
    robot.press(options, Qt.Key.Key_Tab)
    assert robot.window.focusWidget() is options.buttons[0]

    robot.press(options.buttons[0], Qt.Key.Key_Return)
    assert session(robot).question is None


def test_no_hint_and_no_check_is_spent_behind_a_question(robot):
    robot.open_drill(FLAGSHIP)
    fail(robot, "igw", ["region", "public-a"])
    page, asked = robot.page, session(robot).question
    before = len(session(robot)._log.events)

    assert not page.hint_button.isEnabled()
    assert not page.finish_button.isEnabled()
    page.hint_wanted.emit()
    page.finish_wanted.emit()
    assert len(session(robot)._log.events) == before

    QTest.mouseClick(page.asking.options.buttons[asked.right], Qt.MouseButton.LeftButton)
    assert page.hint_button.isEnabled()
    page.hint_wanted.emit()
    assert page.feedback.isVisible()
    assert notes(robot)[0].title.startswith("Hint")


def test_an_answer_is_told_right_or_wrong_with_the_true_reason(robot):
    robot.open_drill(FLAGSHIP)
    fail(robot, "igw", ["region", "public-a"])
    question = session(robot).question
    options = robot.page.asking.options.buttons
    options[(question.right + 1) % 3].click()
    robot.settle()

    assert [button.kind for button in options].count("wrong") == 1
    assert options[question.right].kind == "right"


def test_the_third_wrong_drop_shows_how_it_goes(robot):
    robot.open_drill(FLAGSHIP)
    fail(robot, "igw", ["region", "public-a"])
    robot.answer_question(0)
    robot.move_tile("igw", "public-a", "zone-b")

    assert robot.page.asking.isVisible()
    assert "VPC" in robot.page.asking.text.text()


def test_a_slip_goes_back_and_does_not_count(robot):
    robot.open_drill(FIRST)
    robot.drag_to("nat", "private-a")
    assert robot.page.slip_button.isVisible()
    robot.page.slip_button.click()
    robot.settle()

    assert "nat" not in session(robot).placement
    assert not robot.page.slip_button.isVisible()
    solve(robot)
    robot.page.finish_button.click()
    assert notes(robot)[0].text == "Without a hint and without an error."


def test_the_menu_begins_another_level_and_moment(robot):
    robot.open_drill(FLAGSHIP)
    robot.page.options._levels[Level.TRANSFER].trigger()
    assert session(robot).level == Level.TRANSFER
    robot.page.options._moments[Feedback.DROP].trigger()
    assert session(robot).feedback is Feedback.DROP


def test_the_moment_that_holds_already_begins_no_new_attempt(robot):
    robot.open_drill(FIRST)
    robot.drag_to("igw", "vpc")
    robot.page.options._moments[Feedback.DROP].trigger()

    assert session(robot).placement == {"igw": ("vpc",)}


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("theme", ["dark", "light"])
def test_menus_and_file_dialogs_have_the_colours_of_the_theme(robot, qtbot, theme):
    robot.open_drill(FIRST)
    robot.window._choose_theme("light" if theme == "dark" else "dark")
    robot.window._choose_theme(theme)
    dialog = QFileDialog(robot.window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)

    dialog.show()

    assert dialog.grab().toImage().pixelColor(2, 2).name() == THEMES[theme]["panel"]
    assert QApplication.palette().color(QPalette.ColorRole.Text).name() == THEMES[theme]["text"]


@pytest.mark.parametrize("ending", ["svg", "png", "pdf", "dot"])
def test_the_picture_of_a_solved_drill_is_saved(robot, monkeypatch, tmp_path, ending):
    monkeypatch.setattr("trainer.ui.drill.exporting.ask_for_picture", lambda *_: tmp_path / f"picture.{ending}")
    robot.open_drill(FIRST)
    solve(robot)
    robot.page.finish_button.click()
    robot.page.options.export_wanted.emit(ending)
    beginnings = {"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF", "dot": b"digraph"}

    assert (tmp_path / f"picture.{ending}").read_bytes().startswith(beginnings[ending])
    assert "Saved as" in robot.window.notice.text
    robot.window.open_page("drills")
    assert not robot.window.notice.text


def test_a_picture_that_cannot_be_saved_is_told(robot, monkeypatch, tmp_path):
    monkeypatch.setattr("trainer.ui.drill.exporting.ask_for_picture", lambda *_: tmp_path / "no" / "picture.svg")
    robot.open_drill(FIRST)
    robot.drag_to("igw", "vpc")
    robot.page.options.export_wanted.emit("svg")

    assert "picture.svg" in robot.window.notice.text
    robot.window.open_page("drills")
    assert "picture.svg" in robot.window.notice.text

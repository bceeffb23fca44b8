"""Drawing arrows, and the table, in the real window by mouse and key events."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from trainer.cloud.lines import drawn_lines
from trainer.store.level import Level

BACKEND = "orders-backend"
FLAGSHIP = "three-tier-two-zones"
OFFSCREEN_POPUPS = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""A list that pops up asks for more than the offscreen platform has."""


def lines(robot):
    return list(drawn_lines(robot.window.drill_presenter.session.placement))


def notes(robot):
    return robot.page.feedback.notes()


@pytest.fixture
def board(robot):
    robot.open_drill(BACKEND)
    robot.settle()
    return robot


def ends(robot):
    """The two ends of a line that is right."""
    link = robot.window.drill_presenter.session.drill.links[0]
    return link.source, link.target


def test_the_keyboard_is_in_the_diagram_where_there_is_no_palette(board):
    assert board.window.focusWidget() is board.page.view


def test_a_line_is_drawn_by_two_clicks(board):
    source, target = ends(board)
    board.click_node(source)
    board.click_node(target)

    assert lines(board) == [(source, target)]
    assert notes(board)[0].title.endswith(": right")


def test_a_line_is_drawn_by_keyboard_alone(board):
    source, target = ends(board)
    view = board.page.view
    view.setFocus()
    for node in (source, target):
        view.move_cursor(node)
        board.press(view, Qt.Key.Key_Return)

    assert lines(board) == [(source, target)]


def test_arrow_keys_go_from_piece_to_piece(board):
    view = board.page.view
    view.setFocus()
    view.start_at_cursor()
    first = view.cursor_place
    board.press(view, Qt.Key.Key_Down)

    assert view.cursor_place != first
    assert view.cursor_place in board.page.view.diagram.node_names()


def test_a_line_that_runs_backwards_is_explained(board):
    source, target = ends(board)
    board.draw_line(target, source)

    assert "points the wrong way" in notes(board)[0].text


def test_escape_lets_go_of_a_begun_line(board):
    source, target = ends(board)
    board.click_node(source)
    board.press(board.page.view, Qt.Key.Key_Escape)
    board.click_node(target)
    board.press(board.page.view, Qt.Key.Key_Escape)

    assert lines(board) == []


def test_a_clicked_line_is_taken_away_by_delete_and_comes_back_by_undo(board):
    source, target = ends(board)
    board.draw_line(source, target)
    view = board.page.view
    item = next(iter(view.diagram._links.values()))
    at = view.mapFromScene(item._line.pointAtPercent(0.5))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    board.press(view, Qt.Key.Key_Delete)

    assert lines(board) == []
    board.press(board.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert lines(board) == [(source, target)]


def test_lines_are_there_after_leaving_and_coming_back(open_trainer, board):
    source, target = ends(board)
    board.draw_line(source, target)
    board.window.close()
    board.window._store.close()
    again = open_trainer()
    again.open_drill(BACKEND)

    assert lines(again) == [(source, target)]


@OFFSCREEN_POPUPS
def test_the_table_draws_and_removes_arrows(board):
    source, target = ends(board)
    board.page.toggle_table()
    table = board.page.table
    choose(table, f"line:{source}", None, target)

    assert lines(board) == [(source, target)]
    choose(table, f"line:{source}", target, "")
    assert lines(board) == []


@OFFSCREEN_POPUPS
def test_the_table_places_moves_and_takes_back_pieces(robot):
    robot.open_drill(FLAGSHIP)
    robot.press(robot.page, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    table = robot.page.table
    choose(table, "igw", None, "public-a")

    assert notes(robot)[0].kind == "wrong"
    assert table.item(table.row_of("igw", "public-a"), 2).text() == "not right"
    choose(table, "igw", "public-a", "vpc")
    assert table.item(table.row_of("igw", "vpc"), 2).text() == "right"
    choose(table, "igw", "vpc", "")
    assert "igw" not in robot.window.drill_presenter.session.placement


@OFFSCREEN_POPUPS
def test_the_table_shows_what_is_in_place_not_what_was_refused(robot):
    robot.open_drill(BACKEND, Level.COMPLETE)
    session = robot.window.drill_presenter.session
    robot.page.toggle_table()
    table = robot.page.table
    given = {(piece, place) for piece, places in session.prefilled.items() for place in places}
    menus = {(row.piece, row.place): table.menu(number) for number, row in enumerate(table._rows)}

    assert {key for key, menu in menus.items() if not menu.isEnabled()} == given
    piece, place = next(iter(given))
    menus[piece, place].setEnabled(True)
    choose(table, piece, place, "")
    assert session.placement == session.prefilled
    assert table.menu(table.row_of(piece, place)).currentData() == place


@OFFSCREEN_POPUPS
def test_a_question_holds_its_piece_in_the_table_too(robot):
    robot.open_drill(FLAGSHIP)
    robot.page.toggle_table()
    table = robot.page.table
    choose(table, "igw", None, "region")
    choose(table, "igw", "region", "public-a")
    assert not table.menu(table.row_of("igw", "public-a")).isEnabled()

    robot.answer_question(0)
    assert table.menu(table.row_of("igw", "public-a")).isEnabled()


def choose(table, piece, place, wanted):
    """Chooses from a menu of the table by keys, as somebody without a mouse does."""
    menu = table.menu(table.row_of(piece, place))
    menu.setFocus()
    rows = menu.findData(wanted) - menu.currentIndex()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    view = menu.view()
    for _ in range(abs(rows)):
        QTest.keyClick(view, Qt.Key.Key_Down if rows > 0 else Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Return)


def test_undo_and_redo_go_across_the_modes(robot):
    robot.open_drill("ha-active-passive")
    session = robot.window.drill_presenter.session
    for piece, places in session.drill.solution.items():
        if piece in session.drill.pieces:
            for place in places:
                robot.drag_to(piece, place)
    assert robot.page.view.connects
    link = session.drill.links[0]
    robot.draw_line(link.source, link.target)
    full = dict(session.placement)

    robot.press(robot.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert lines(robot) == []
    assert robot.page.view.connects
    robot.press(robot.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not robot.page.view.connects
    for _ in range(2):
        robot.press(robot.page, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert session.placement == full
    assert robot.page.view.connects

"""Whole journeys through the real window, by mouse and key events."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from trainer.cloud.lines import is_line, source_of
from trainer.library.shelf import open_library

FLAGSHIP = "three-tier-two-zones"


def placement(robot):
    return robot.window.drill_presenter.session.placement


def notes(robot):
    return robot.page.feedback.notes()


def states(robot):
    return {piece: str(state) for piece, state in robot.window.drill_presenter.session.verdict.pieces.items()}


@pytest.mark.parametrize("drill", open_library().drill_ids())
def test_a_drill_is_solved_by_dragging(robot, drill):
    robot.open_drill(drill)
    for piece, places in open_library().drill(drill).solution.items():
        for place in places:
            if is_line(piece):
                robot.draw_line(source_of(piece), place)
            else:
                robot.drag_to(piece, place)
    robot.page.finish_button.click()

    assert notes(robot)[0].title == "Solved"
    assert not robot.page.finish_button.isEnabled()


def test_a_new_user_gets_a_first_right_drop_from_the_first_button(robot):
    robot.press(robot.window.focusWidget(), Qt.Key.Key_Space)
    robot.press_asked(1)
    robot.drag_to("igw", "vpc")

    assert notes(robot)[0].title == "Internet gateway: right"
    assert "attached to the VPC" in notes(robot)[0].text


def test_a_wrong_drop_says_which_rule_and_why(robot):
    robot.open_drill(FLAGSHIP)
    robot.drag_to("db-primary", "data-a")
    robot.drag_to("db-standby", "data-a")
    note = notes(robot)[0]

    assert note.kind == "wrong"
    assert "Availability Zone A" in note.text
    assert note.why
    assert any("AWS documentation" in line for line in note.sources)


def test_a_tile_moves_by_dragging_and_goes_back_to_the_palette(robot):
    robot.open_drill("first-vpc")
    robot.drag_to("nat", "private-a")
    robot.move_tile("nat", "private-a", "public-a")

    assert placement(robot) == {"nat": ("public-a",)}

    robot.move_tile("nat", "public-a", None)

    assert placement(robot) == {}


def test_a_drag_that_ends_nowhere_changes_nothing(robot):
    robot.open_drill("first-vpc")
    viewport = robot.page.palette_list.viewport()
    start = robot.page.palette_list.row_rect("igw").center()
    robot.drag(viewport, start, robot.window.sidebar.mapToGlobal(QPoint(20, 400)))

    assert placement(robot) == {}
    assert robot.page.ghost.isHidden()


def test_click_a_piece_then_its_place(robot):
    robot.open_drill("first-vpc")
    robot.click_piece("igw")
    robot.click_place("vpc")

    assert placement(robot) == {"igw": ("vpc",)}


def test_click_a_tile_then_another_place(robot):
    robot.open_drill("first-vpc")
    robot.click_piece("nat")
    robot.click_place("private-a")
    robot.click_tile("nat", "private-a")
    robot.click_place("public-a")

    assert placement(robot) == {"nat": ("public-a",)}


def test_escape_lets_go_of_a_picked_piece(robot):
    robot.open_drill("first-vpc")
    robot.click_piece("nat")
    robot.press(robot.page.palette_list, Qt.Key.Key_Escape)
    robot.click_place("public-a")

    assert placement(robot) == {}


def test_the_keyboard_alone_solves_the_first_drill(robot):
    robot.open_drill("first-vpc")
    page = robot.page
    for piece, place in (("igw", "vpc"), ("nat", "10.0.1"), ("instance", "10.0.11")):
        page.palette_list.setFocus()
        assert page.palette_list.currentIndex().data(Qt.ItemDataRole.UserRole).piece == piece
        robot.press(page.palette_list, Qt.Key.Key_Return)
        QTest.keyClicks(page.view, place)
        robot.press(page.view, Qt.Key.Key_Return)
    robot.press(page.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert notes(robot)[0].title == "Solved"


def test_arrow_keys_go_from_place_to_place(robot):
    robot.open_drill("first-vpc")
    view = robot.page.view
    view.setFocus()
    view.move_cursor("public-a")
    robot.press(view, Qt.Key.Key_Down)

    assert view.cursor_place == "private-a"


def test_delete_takes_a_piece_back(robot):
    robot.open_drill("first-vpc")
    robot.drag_to("nat", "private-a")
    robot.page.view.setFocus()
    robot.page.view.move_cursor("private-a")
    robot.press(robot.page.view, Qt.Key.Key_Delete)

    assert placement(robot) == {}


def test_the_outline_is_in_step_and_places_too(robot):
    robot.open_drill("first-vpc")
    page = robot.page
    robot.press(page, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    robot.click_piece("nat")
    tree = page.outline
    for index in tree._walk(tree.rootIndex()):
        if index.data(Qt.ItemDataRole.UserRole) == ("private-a",):
            tree.setCurrentIndex(index)
    robot.press(tree, Qt.Key.Key_Return)
    texts = [index.data() for index in tree._walk(tree.rootIndex())]

    assert placement(robot) == {"nat": ("private-a",)}
    assert "NAT gateway: not right" in texts


def test_the_outline_says_nothing_of_what_is_not_judged_yet(robot):
    robot.open_drill("shared-responsibility")
    piece, places = next(iter(placement_of_solution(robot).items()))
    robot.press(robot.page, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    robot.drag_to(piece, places[0])
    tree = robot.page.outline
    name = robot.window.drill_presenter.session.drill.pieces[piece].name

    assert name in [index.data() for index in tree._walk(tree.rootIndex())]


def placement_of_solution(robot):
    return robot.window.drill_presenter.session.drill.solution


def test_undo_and_redo_by_keys(robot):
    robot.open_drill("first-vpc")
    robot.drag_to("igw", "vpc")
    robot.press(robot.page.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert placement(robot) == {}

    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    robot.press(robot.page.view, Qt.Key.Key_Z, both)

    assert placement(robot) == {"igw": ("vpc",)}


def test_the_keyboard_goes_on_to_finish_when_the_palette_is_empty(robot):
    robot.open_drill("first-vpc")
    for piece, place in (("igw", "vpc"), ("nat", "public-a"), ("instance", "private-a")):
        robot.drag_to(piece, place)

    assert robot.page.finish_button.hasFocus()
    assert robot.page.view.cursor_place is None


def test_hints_come_in_three_steps(robot):
    robot.open_drill("first-vpc")
    titles = []
    for _ in range(3):
        robot.page.hint_button.click()
        titles.append(notes(robot)[0].title)

    assert titles == ["Hint: where to look", "Hint: the rule", "Hint: the move"]


def test_the_legend_names_the_lines_that_are_there(robot):
    robot.open_drill(FLAGSHIP)
    robot.drag_to("igw", "vpc")

    assert robot.page.legend.accessibleName() == "Lines: traffic"

    robot.drag_to("db-primary", "data-a")
    robot.drag_to("db-standby", "data-b")

    assert robot.page.legend.accessibleName() == "Lines: traffic, replication"


def test_right_so_far_names_the_rule_that_is_open_for_the_piece(robot):
    robot.open_drill(FLAGSHIP)
    robot.drag_to("db-primary", "data-a")

    assert notes(robot)[0].title == "RDS primary: right so far"
    assert "different Availability Zones" in notes(robot)[0].text


def test_finish_says_what_is_missing(robot):
    robot.open_drill("first-vpc")
    robot.drag_to("igw", "vpc")
    robot.page.finish_button.click()

    assert notes(robot)[0].title == "Not complete yet"
    assert "NAT gateway, EC2 instance" in notes(robot)[0].text


def test_a_spanning_piece_lights_red_only_where_it_is_wrong(robot):
    robot.open_drill(FLAGSHIP)
    robot.drag_to("alb", "public-a")
    robot.drag_to("alb", "app-b")
    tiles = robot.page.view.diagram._tiles

    assert tiles["alb", "app-b"].state == "wrong"
    assert tiles["alb", "public-a"].state == "pending"


def test_leaving_and_coming_back_finds_the_drill_as_it_was(open_trainer, tmp_path):
    first = open_trainer(tmp_path / "kept")
    first.open_drill(FLAGSHIP)
    first.drag_to("igw", "vpc")
    first.drag_to("nat-a", "app-a")
    first.window.close()
    first.window._store.close()
    second = open_trainer(tmp_path / "kept")
    second.press(second.window.focusWidget(), Qt.Key.Key_Space)

    assert placement(second) == {"igw": ("vpc",), "nat-a": ("app-a",)}
    assert notes(second)[0].kind == "wrong"
    assert second.page.undo_button.isEnabled()


def test_the_theme_is_kept(open_trainer, tmp_path):
    first = open_trainer(tmp_path / "kept")
    first.window.sidebar.theme_wanted.emit("dark")
    first.window.close()
    first.window._store.close()
    second = open_trainer(tmp_path / "kept")

    assert second.window._look.name == "dark"


def test_the_gallery_opens_a_drill_by_click_and_by_key(robot):
    robot.window.open_page("drills")
    robot.settle()
    page = robot.window._pages["drills"]
    QTest.mouseClick(page.cards()[FLAGSHIP], Qt.MouseButton.LeftButton)

    assert robot.page.title.text().startswith("Three-tier")

    robot.window.open_page("drills")
    QTest.keyClick(page.cards()["first-vpc"], Qt.Key.Key_Return)

    assert robot.page.title.text() == "Your first VPC"


def test_everything_that_can_be_focused_has_a_name(robot):
    from PySide6.QtWidgets import QAbstractButton, QWidget

    robot.open_drill(FLAGSHIP)
    nameless = [
        (type(widget).__name__, widget.objectName(), widget.parentWidget())
        for widget in robot.window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]

    assert nameless == []


def test_a_store_that_fails_tells_and_keeps_what_is_shown(robot, monkeypatch):
    from trainer.errors import UserError

    def fail(_new):
        raise UserError("The disk is full; make room and try again.")

    robot.open_drill("first-vpc")
    robot.drag_to("igw", "vpc")
    monkeypatch.setattr(robot.window._store, "append", fail)
    robot.drag_to("nat", "public-a")

    assert robot.window.notice.text == "The disk is full; make room and try again."
    assert placement(robot) == {"igw": ("vpc",)}
    assert robot.page.palette_list.row_rect("nat").isValid()

"""Uses the window as a person does: with mouse and key events. The demo, screenshots and journeys go through it."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from trainer.learning.grade import Grade
from trainer.store.level import Level
from trainer.ui.drill.page import DrillPage
from trainer.ui.main_window import MainWindow
from trainer.ui.study.page import StudyPage

_STEPS = 6
_PATIENCE = 1000
_PICTURES_MS = 150
_RIM = 5.0
_PARTS = 24


def _spread(start: float, length: float) -> list[float]:
    """Evenly spread positions inside a stretch."""
    return [start + length * part / _PARTS for part in range(1, _PARTS)]


class Robot:
    """Drives a shown main window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def page(self) -> DrillPage:
        """The drill page."""
        page = self.window.findChild(DrillPage)
        assert page is not None
        return page

    @property
    def study(self) -> StudyPage:
        """The study page."""
        page = self.window.findChild(StudyPage)
        assert page is not None
        return page

    def open_drill(self, drill: str, level: int = Level.BUILD) -> None:
        """Opens a drill at a level, where no attempt is open."""
        self.window.open_drill(drill, level)
        self.settle()

    def answer_question(self, number: int) -> None:
        """Clicks one of the reasons that the drill asks to choose from, then goes on."""
        QTest.mouseClick(self.page.asking.options.buttons[number], Qt.MouseButton.LeftButton)
        self.press_asked(0)

    def press_asked(self, number: int) -> None:
        """Clicks a button of the card that asks or shows something beside the diagram."""
        QTest.mouseClick(self.page.asking.buttons[number], Qt.MouseButton.LeftButton)
        self.settle()

    def settle(self) -> None:
        """Lets everything that is under way come to rest."""
        for _ in range(_PATIENCE):
            QApplication.processEvents()
            if self.window.is_settled:
                return
            QTest.qWait(2)

    def look(self) -> None:
        """Lets the pictures of topologies come, which are drawn a moment after everything else."""
        self.settle()
        QTest.qWait(_PICTURES_MS)
        self.settle()

    def drag_to(self, piece: str, container: str) -> None:
        """Drags a piece from the palette into a container: press, move in steps, release."""
        viewport = self.page.palette_list.viewport()
        rect = self.page.palette_list.row_rect(piece)
        assert not rect.isNull(), f"{piece} is not in the palette"
        self.drag(viewport, rect.center(), self._global_free_spot(container))

    def move_tile(self, piece: str, source: str, target: str | None) -> None:
        """Drags a tile to another container, or back to the palette for None."""
        view = self.page.view
        rect = view.diagram.tile_rect((piece, source))
        assert rect is not None, f"{piece} is not in {source}"
        start = view.mapFromScene(rect.center())
        panel = self.page.palette_list
        end = self._global_free_spot(target) if target else panel.mapToGlobal(QPoint(panel.width() // 2, 8))
        self.drag(view.viewport(), start, end)

    def draw_line(self, source: str, target: str) -> None:
        """Drags a line from one piece or fixture to another."""
        view = self.page.view
        keys = {key[0]: key for key in view.diagram.nodes()}
        start, end = (view.diagram.tile_rect(keys[node]) for node in (source, target))
        assert start is not None
        assert end is not None
        to = view.viewport().mapToGlobal(view.mapFromScene(end.center()))
        self.drag(view.viewport(), view.mapFromScene(start.center()), to)

    def click_node(self, node: str) -> None:
        """Clicks a piece or fixture where lines are drawn."""
        key = next(key for key in self.page.view.diagram.nodes() if key[0] == node)
        self.click_tile(*key)

    def drag(self, source: QWidget, start: QPoint, end: QPoint) -> None:
        """One drag.

        Args:
            source: the widget where the button goes down.
            start: where, in its coordinates.
            end: where it is let go, in global coordinates.
        """
        QTest.mousePress(source, Qt.MouseButton.LeftButton, pos=start)
        here = source.mapToGlobal(start)
        for step in range(1, _STEPS + 1):
            self._move(source, here + (end - here) * step / _STEPS)
        self.release(source, end)
        self.settle()

    @staticmethod
    def _move(source: QWidget, at: QPoint) -> None:
        local = QPointF(source.mapFromGlobal(at))
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            local,
            QPointF(at),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(source, event)
        QApplication.processEvents()

    @staticmethod
    def release(source: QWidget, at: QPoint) -> None:
        """Lets the button go at a global position."""
        QTest.mouseRelease(source, Qt.MouseButton.LeftButton, pos=source.mapFromGlobal(at))

    def click_piece(self, piece: str) -> None:
        """Clicks a piece in the palette."""
        rect = self.page.palette_list.row_rect(piece)
        QTest.mouseClick(self.page.palette_list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
        self.settle()

    def click_tile(self, piece: str, container: str) -> None:
        """Clicks a tile in the diagram."""
        view = self.page.view
        rect = view.diagram.tile_rect((piece, container))
        assert rect is not None
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.mapFromScene(rect.center()))
        self.settle()

    def click_place(self, container: str) -> None:
        """Clicks a free spot of a container."""
        view = self.page.view
        at = view.viewport().mapFromGlobal(self._global_free_spot(container))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        self.settle()

    def press(
        self, widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Presses a key."""
        QTest.keyClick(widget, key, modifiers)
        self.settle()

    def pass_primer(self) -> None:
        """Presses Space on a primer, where one is offered."""
        if self.study.sheet.is_priming:
            self.press(self.study, Qt.Key.Key_Space)

    def reveal(self) -> None:
        """Presses Space for the answer of a card, or for its options; a primer before it is passed."""
        self.pass_primer()
        self.press(self.study.sheet.reveal_button, Qt.Key.Key_Space)

    def choose(self, number: int) -> None:
        """Clicks an option of a choice card, by its number in the note."""
        button = next(button for button in self.study.sheet.card.options.buttons if button.option.number == number)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def grade(self, grade: Grade) -> None:
        """Clicks the button that gives a grade."""
        QTest.mouseClick(self.study.sheet.grades.button(grade), Qt.MouseButton.LeftButton)
        self.settle()

    def answer(self, *, known: bool = True) -> None:
        """Answers the card that is asked, as somebody does who knows it or not."""
        self.reveal()
        if not self.study.sheet.is_choosing:
            self.grade(Grade.GOOD if known else Grade.AGAIN)
            return
        buttons = self.study.sheet.card.options.buttons
        self.choose(next(button.option.number for button in buttons if button.option.right is known))
        self.press(self.study, Qt.Key.Key_2 if known else Qt.Key.Key_1)

    def _global_free_spot(self, container: str) -> QPoint:
        """A spot of a container where no tile and no inner container is."""
        view = self.page.view
        diagram = view.diagram
        rect = diagram.container_rect(container)
        across = [rect.left() + _RIM, rect.right() - _RIM, *_spread(rect.left(), rect.width())]
        down = [rect.top() + _RIM, rect.bottom() - _RIM, *_spread(rect.top(), rect.height())]
        spots = (QPointF(x, y) for y in reversed(down) for x in reversed(across))
        for spot in spots:
            if diagram.container_at(spot) == container and diagram.tile_at(spot) is None:
                at = view.mapFromScene(spot)
                if view.viewport().rect().contains(at):
                    return view.viewport().mapToGlobal(at)
        raise AssertionError(f"no free spot in {container}")

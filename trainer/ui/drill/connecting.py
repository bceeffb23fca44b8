"""Drawing lines between pieces: by drag, by two clicks, or by keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint

from trainer.cloud.lines import line_key, name_of
from trainer.study.drill_session import DrillSession, Step
from trainer.ui.diagram.view import DiagramView

Deed = Callable[[], Step | None]


class LineDrawer:
    """Turns what the learner does to tiles and lines into moves of lines.

    Args:
        view: where lines are drawn while `view.connects`.
        session: takes the lines.
        act: does something that writes, and shows what came of it.
        tell: says what to do next, on screen and to a screen reader.
    """

    def __init__(
        self, view: DiagramView, session: DrillSession, act: Callable[[Deed], None], tell: Callable[[str], None]
    ) -> None:
        self._view = view
        self._session = session
        self._act = act
        self._tell = tell
        self._start: str | None = None
        self._dragged = False

    @property
    def is_busy(self) -> bool:
        """Whether a line was begun, or one is picked."""
        return self._start is not None

    def choose(self, node: str) -> None:
        """A piece was clicked or entered: the line begins there, or ends."""
        if self._session.finished:
            return
        start = self._start
        if start is None:
            self._begin(node)
        elif start == node:
            self.cancel()
        else:
            self.cancel()
            self._act(lambda: self._session.place(line_key(start), node))

    def begin_drag(self, node: str, at: QPoint) -> None:
        """A line is dragged off a piece."""
        if self._session.finished:
            return
        self._begin(node)
        self._dragged = True
        self.move_drag(at)

    def move_drag(self, at: QPoint) -> None:
        """The line follows the pointer."""
        if self._dragged:
            over = self._view.node_under(at)
            self._view.diagram.light_nodes(self._start, over if over != self._start else None)
            self._view.diagram.stretch(self._start, self._view.scene_point(at))

    def end_drag(self, at: QPoint) -> None:
        """The line is let go: on a piece it stays."""
        start, node = self._start, self._view.node_under(at)
        dragged, self._dragged = self._dragged, False
        self.cancel()
        if dragged and start is not None and node is not None and node != start:
            self._act(lambda: self._session.place(line_key(start), node))

    def pick(self, source: str, target: str) -> None:
        """A line was clicked: Delete takes it away."""
        self.cancel()
        if self._session.finished:
            return
        self._view.pick_line((source, target))
        self._tell(self._tr("{line}: Delete takes it away.").format(line=self._words(source, target)))

    def take_back(self, source: str, target: str) -> None:
        """Takes a line away; without a target, the last one that leads away from a piece."""
        self.cancel()
        drawn = self._session.placement.get(line_key(source), ())
        end = target or (drawn[-1] if drawn else "")
        if end:
            self._act(lambda: self._session.take_back(line_key(source), end))

    def cancel(self) -> None:
        """Lets go of everything."""
        self._start, self._dragged = None, False
        self._view.pick_line(None)
        self._view.diagram.stretch(None)
        self._view.diagram.light_nodes(None, self._view.cursor_place)

    def _begin(self, node: str) -> None:
        self._view.pick_line(None)
        self._start = node
        self._view.diagram.light_nodes(node, None)
        name = name_of(self._session.drill, node)
        self._tell(self._tr("From {name}: now choose where the arrow leads. Esc lets go.").format(name=name))

    def _words(self, source: str, target: str) -> str:
        drill = self._session.drill
        return f"{name_of(drill, source)} → {name_of(drill, target)}"

    @staticmethod
    def _tr(text: str) -> str:
        return QCoreApplication.translate("LineDrawer", text)

"""What cards show beside their own words: drills, drawn from their models, and pictures beside the decks."""

from sys import modules

from PySide6.QtCore import QByteArray, QCoreApplication

from trainer.errors import UserError
from trainer.learning.picture import DRILL, DrillView, FileView, Stage
from trainer.library.pictures import read_picture
from trainer.library.shelf import Library
from trainer.ui.look import Look, measure_text

_DRAWING = "trainer.layout.drill_picture"

_BLACK = b"#000000"
"""In a picture beside the decks it stands for the colour of text, so that both themes can show it."""


class CardSources:
    """Draws what is asked for, when it is asked for.

    Args:
        library: has the drills.
        look: for the colours.
    """

    def __init__(self, library: Library, look: Look) -> None:
        self._library = library
        self._look = look

    def current_id(self, drill: str) -> str:
        """What a drill is called today, for one that may have another name since."""
        return self._library.renames.get(f"{DRILL}{drill}", f"{DRILL}{drill}").removeprefix(DRILL)

    def title_of(self, drill: str) -> str | None:
        """The title of a drill; None when there is none any more."""
        wanted = self.current_id(drill)
        return next((summary.title for summary in self._library.summaries if summary.id == wanted), None)

    def primer_title(self, section: str) -> str | None:
        """The title of a section that has a primer; None for others."""
        if section not in self._library.primer_sections:
            return None
        return self._library.curriculum.sections[section].title

    def is_quick(self, view: DrillView | FileView) -> bool:
        """Whether it is drawn at once; else the words of its card are shown first."""
        if isinstance(view, FileView):
            return True
        if _DRAWING not in modules:
            return False  # the first diagram brings Graphviz and the rules along
        from trainer.layout.worker import NODES_IN_PROCESS  # noqa: PLC0415  # most cards show no diagram

        try:
            drill = self._library.drill(self.current_id(view.drill))
        except UserError:
            return True  # what is wrong is told at once, too
        return len(drill.topology) + len(drill.pieces) + len(drill.fixtures) <= NODES_IN_PROCESS

    def draw(self, view: DrillView | FileView) -> QByteArray:
        """An SVG or PNG in the colours of now.

        Raises:
            UserError: when there is nothing to draw, or it cannot be laid out.
        """
        if isinstance(view, FileView):
            content = read_picture(view.name)
            if content is None:
                raise UserError(_tr("The picture {name} cannot be shown.").format(name=view.name))
            is_svg = view.name.endswith(".svg")
            return QByteArray(content.replace(_BLACK, self._look.hex("text").encode()) if is_svg else content)
        return QByteArray(self._draw_drill(view).replace(", sans-serif", "").encode())

    def _draw_drill(self, view: DrillView) -> str:
        from trainer.layout.drill_picture import draw_drill, draw_hidden  # noqa: PLC0415  # as above

        drill = self._library.drill(self.current_id(view.drill))
        if view.stage in (Stage.SOLVED, Stage.EMPTY):
            placement = drill.solution if view.stage is Stage.SOLVED else {}
            return draw_drill(drill, placement, theme=self._look.name, measure=measure_text)
        try:
            shown = view.stage is Stage.SHOWN
            title = _tr("A diagram with one piece hidden")
            return draw_hidden(drill, view.node, shown=shown, theme=self._look.name, measure=measure_text, title=title)
        except ValueError as error:
            raise UserError(_tr("The diagram has changed, and what was hidden is not in it any more.")) from error


def _tr(text: str) -> str:
    return QCoreApplication.translate("CardSources", text)

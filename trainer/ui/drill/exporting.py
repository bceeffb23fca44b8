"""Saves the diagram of an attempt as a picture."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer.layout.drill_picture import draw_drill, write_drill_dot
from trainer.progress.saving import save_file
from trainer.study.drill_session import DrillSession
from trainer.ui.picture import write_picture
from trainer.ui.reports.asking import documents_folder

_SCALE = 2.0
_TEXTS = (".svg", ".dot")


def ask_for_picture(parent: QWidget, name: str, ending: str) -> Path | None:
    """Asks where to save a picture; None when the learner thinks better of it."""
    title = QCoreApplication.translate("Exporting", "Save the picture")
    suggestion = documents_folder() / f"{name}.{ending}"
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggestion), f"{ending.upper()} (*.{ending})")
    if not chosen:
        return None
    file = Path(chosen)
    return file if file.suffix else file.with_suffix(f".{ending}")


def save_picture(session: DrillSession, file: Path, theme: str) -> None:
    """Saves what is in place, with what may be said of it; the format follows from the file's name.

    Raises:
        UserError: when it cannot be drawn or written.
    """
    drill, placement = session.drill, session.placement
    if file.suffix.lower() == ".dot":
        save_file(file, write_drill_dot(drill, placement).encode())
        return
    svg = draw_drill(drill, placement, verdict=session.shown_verdict, theme=theme)
    if file.suffix.lower() in _TEXTS:
        save_file(file, svg.encode())
    else:
        write_picture(svg, file, scale=_SCALE)

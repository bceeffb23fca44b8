"""Drills as pixels."""

import os
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtSvg import QSvgRenderer

from trainer.cloud.drill import Drill
from trainer.errors import UserError
from trainer.layout.svg import to_svg
from trainer.layout.worker import lay_out_safely
from trainer.paths import icon_file
from trainer.tokens import THEMES
from trainer.ui.look import Look, load_fonts, measure_text, render_svg

_LARGEST_PX = 12_000


def thumbnail(drill: Drill, look: Look, size: QSize) -> QPixmap:
    """The empty topology of a drill, as large as fits into a size (px at scale 1)."""
    svg = to_svg(
        lay_out_safely(drill.topology, {}, drill.pieces, fixtures=drill.fixtures, links=(), measure=measure_text),
        drill.topology,
        drill.pieces,
        drill.fixtures,
        icons=lambda service: icon_file(service).read_text(encoding="utf-8"),
        states=None,
        theme=THEMES[look.name],
        title=drill.title,
    ).encode()
    natural = QSvgRenderer(QByteArray(svg)).defaultSize()
    return render_svg(svg, natural.scaled(size, Qt.AspectRatioMode.KeepAspectRatio))


def write_png(svg: str, out: Path, *, scale: float) -> int:
    """Writes an SVG as PNG.

    Args:
        svg: the picture.
        out: where to.
        scale: pixels per unit.

    Raises:
        UserError: when the scale makes no sense or the file cannot be written.
    """
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        application = QGuiApplication([])
        load_fonts()
    else:
        application = QGuiApplication.instance()
    data = svg.encode()
    size = QSvgRenderer(QByteArray(data)).defaultSize()
    if not 0 < scale * max(size.width(), size.height()) <= _LARGEST_PX:
        raise UserError(f"a scale of {scale:g} gives no usable picture; take one between 0.1 and 10")
    picture = render_svg(data, size, scale)
    assert application is not None
    if not picture.save(str(out), "PNG"):
        raise UserError(f"{out}: the picture cannot be written there; choose another folder")
    return 0

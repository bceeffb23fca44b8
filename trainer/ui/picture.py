"""Drills as pixels."""

import os
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSize, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QPageSize, QPainter, QPdfWriter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from trainer.cloud.drill import Drill
from trainer.errors import UserError
from trainer.layout.drill_picture import draw_drill
from trainer.ui.look import Look, load_fonts, measure_text, render_svg

_LARGEST_PX = 12_000


def thumbnail(drill: Drill, look: Look, size: QSize) -> QPixmap:
    """The empty topology of a drill, as large as fits into a size (px at scale 1)."""
    svg = draw_drill(drill, {}, theme=look.name, measure=measure_text).encode()
    natural = QSvgRenderer(QByteArray(svg)).defaultSize()
    return render_svg(svg, natural.scaled(size, Qt.AspectRatioMode.KeepAspectRatio))


def write_picture(svg: str, out: Path, *, scale: float) -> int:
    """Writes an SVG as PNG, or as a PDF page of its size.

    Args:
        svg: the picture.
        out: where to.
        scale: pixels per unit, for PNG.

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
    if out.suffix.lower() == ".pdf":
        return _write_page(data, size, out)
    if not 0 < scale * max(size.width(), size.height()) <= _LARGEST_PX:
        raise UserError(f"a scale of {scale:g} gives no usable picture; take one between 0.1 and 10")
    picture = render_svg(data, size, scale)
    assert application is not None
    if not picture.save(str(out), "PNG"):
        raise UserError(f"{out}: the picture cannot be written there; choose another folder")
    return 0


def _write_page(svg: bytes, size: QSize, out: Path) -> int:
    """One PDF page as large as the picture: a unit is a point, and lines and texts stay what they are."""
    memory = QBuffer()
    memory.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(memory)
    writer.setCreator("Trainer")
    writer.setTitle(out.stem)
    writer.setPageSize(QPageSize(QSizeF(size), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    QSvgRenderer(QByteArray(svg)).render(painter)
    painter.end()
    try:
        out.write_bytes(memory.data().data())
    except OSError as error:
        raise UserError(f"{out}: the picture cannot be written: {error.strerror or error}") from error
    return 0

"""What the lines of a diagram stand for."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from trainer.cloud.drill import LinkKind
from trainer.tokens import TEXT_SMALL
from trainer.ui.diagram.items import LINE_STYLES
from trainer.ui.look import Look, measure_text, text_font

_SAMPLE, _GAP, _BETWEEN, _HEIGHT = 26, 6, 16, 22


class Legend(QWidget):
    """A sample and a word for each kind of line in the diagram; empty where there is none."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._kinds: tuple[LinkKind, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_kinds(self, kinds: Sequence[LinkKind]) -> None:
        """Explains these kinds of line, in their fixed order."""
        wanted = tuple(kind for kind in LinkKind if kind in kinds)
        if wanted != self._kinds:
            self._kinds = wanted
            self.setAccessibleName(self.tr("Lines: {kinds}").format(kinds=", ".join(map(_name, wanted))))
            self.setVisible(bool(wanted))
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        widths = (_SAMPLE + _GAP + measure_text(_name(kind), TEXT_SMALL) for kind in self._kinds)
        return QSize(round(sum(widths)) + _BETWEEN * len(self._kinds), _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font(TEXT_SMALL))
        metrics = painter.fontMetrics()
        middle = self.height() / 2
        left = 0.0
        for kind in self._kinds:
            painter.setPen(QPen(self._look.color(f"link.{kind}"), 1.8, LINE_STYLES[kind]))
            painter.drawLine(QLineF(left, middle, left + _SAMPLE, middle))
            left += _SAMPLE + _GAP
            painter.setPen(QPen(self._look.color("text.muted"), 1, Qt.PenStyle.SolidLine))
            painter.drawText(QPointF(left, middle + metrics.capHeight() / 2), _name(kind))
            left += measure_text(_name(kind), TEXT_SMALL) + _BETWEEN


def _name(kind: LinkKind) -> str:
    names = {
        LinkKind.TRAFFIC: QCoreApplication.translate("Legend", "traffic"),
        LinkKind.REPLICATION: QCoreApplication.translate("Legend", "replication"),
        LinkKind.TRIGGER: QCoreApplication.translate("Legend", "trigger"),
    }
    return names[kind]

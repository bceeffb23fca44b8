"""How the program looks now: theme, fonts, icons and motion, handed to every widget that paints."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyle

from trainer.paths import font_files, icon_file
from trainer.tokens import FONT_FAMILY, TEXT_BASE, THEMES

SYSTEM = "system"
_SCALE = 2
"""Pixmaps of icons are made at twice their size, so that they stay crisp on dense screens."""


def load_fonts() -> None:
    """Makes the text face known to Qt; without it the system's own face stands in."""
    for file in font_files().values():
        QFontDatabase.addApplicationFont(str(file))


def text_font(size: int = TEXT_BASE, *, semibold: bool = False) -> QFont:
    """The text face.

    Args:
        size: in px at scale 1.
        semibold: for headings and labels.
    """
    font = QFont(FONT_FAMILY)
    font.setPixelSize(size)
    if semibold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


@lru_cache(maxsize=16)
def _metrics(size: float, semibold: bool) -> QFontMetricsF:  # noqa: FBT001  # a cache key
    font = text_font(1, semibold=semibold)
    font.setPixelSize(max(1, round(size)))
    return QFontMetricsF(font)


@lru_cache(maxsize=4096)
def measure_text(text: str, size: float, semibold: bool = False) -> float:  # noqa: FBT001, FBT002  # layout's own form
    """The width of a text in px, for `layout/`."""
    return _metrics(size, semibold).horizontalAdvance(text)


class Look(QObject):
    """The theme in use, with everything that depends on it.

    Signals:
        changed: the theme is another one; whoever painted with its colours paints again.
    """

    changed = Signal()

    def __init__(self, wanted: str = SYSTEM, *, motion: bool | None = None) -> None:
        super().__init__()
        self._wanted = wanted
        self._motion = motion
        self._icons: dict[tuple[str, str, int], QPixmap] = {}
        self._colors: dict[str, QColor] = {}
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def wanted(self) -> str:
        """What the learner chose: `light`, `dark` or `system`."""
        return self._wanted

    @property
    def name(self) -> str:
        """The theme in use: `light` or `dark`."""
        if self._wanted in THEMES:
            return self._wanted
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def choose(self, wanted: str) -> None:
        """Takes another theme."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._forget()

    def color(self, token: str) -> QColor:
        """The colour of a design token in the theme in use."""
        if token not in self._colors:
            self._colors[token] = QColor(THEMES[self.name][token])
        return self._colors[token]

    def hex(self, token: str) -> str:
        """The same as a text, for style sheets and SVG."""
        return THEMES[self.name][token]

    def palette(self) -> QPalette:
        """The theme as Qt's own palette: menus and file dialogs are painted with it, not by the style sheet."""
        palette, role = QPalette(), QPalette.ColorRole
        for token, roles in {
            "panel": (role.Window, role.AlternateBase),
            "raised": (role.Base, role.Button, role.ToolTipBase),
            "text": (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText),
            "text.muted": (role.PlaceholderText,),
            "accent": (role.HighlightedText, role.Link, role.LinkVisited),
            "accent.tint": (role.Highlight,),
            "border": (role.Light, role.Midlight),
            "border.strong": (role.Mid, role.Dark),
        }.items():
            for one in roles:
                palette.setColor(one, self.color(token))
        for one in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, one, self.color("text.muted"))
        return palette

    @property
    def glides(self) -> bool:
        """Whether things may move: off where the system or the learner asks for reduced motion."""
        if self._motion is not None:
            return self._motion
        hints = QGuiApplication.styleHints().accessibility()
        preference = getattr(hints, "motionPreference", None)  # since Qt 6.12
        if preference is not None:
            return preference().name != "ReducedMotion"
        return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0

    def glyph(self, name: str, tone: str = "text", size: int = 20) -> QPixmap:
        """An interface symbol in the colour of the token `tone`; `size` in px at scale 1."""
        key = (f"ui/{name}", tone, size)
        if key not in self._icons:
            svg = icon_file(f"ui/{name}").read_text(encoding="utf-8").replace("#000000", self.hex(tone))
            self._icons[key] = render_svg(svg.encode(), QSize(size, size))
        return self._icons[key]

    def icon(self, name: str, tone: str = "text", size: int = 20) -> QIcon:
        """An interface symbol as an icon for buttons, paler where disabled."""
        icon = QIcon(self.glyph(name, tone, size))
        icon.addPixmap(self.glyph(name, "border.strong", size), QIcon.Mode.Disabled)
        return icon

    def service_icon(self, service: str, category: str, size: int = 36) -> QPixmap:
        """A service's white symbol on the rounded square of its category."""
        key = (service, category, size)
        if key not in self._icons:
            pixmap = QPixmap(QSize(size, size) * _SCALE)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.color(f"category.{category}"))
            whole = QRectF(pixmap.rect())
            painter.drawRoundedRect(whole, whole.width() * 0.2, whole.width() * 0.2)
            QSvgRenderer(str(icon_file(service))).render(painter, whole)
            painter.end()
            pixmap.setDevicePixelRatio(_SCALE)
            self._icons[key] = pixmap
        return self._icons[key]

    def _follow_system(self) -> None:
        if self._wanted == SYSTEM:
            self._forget()

    def _forget(self) -> None:
        self._icons.clear()
        self._colors.clear()
        self.changed.emit()


def render_svg(svg: bytes, size: QSize, scale: float = _SCALE) -> QPixmap:
    """An SVG as a pixmap of a size in px at scale 1."""
    pixmap = QPixmap((size.toSizeF() * scale).toSize())
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    svg = svg.replace(b", sans-serif", b"")  # QtSvg takes a list of families for the name of one
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap

"""Draws every service symbol and interface glyph into one picture per theme, so that a weak one is seen.

Run `python packaging/contact_sheet.py` after a change in `assets/icons`; it writes
`docs/contact-sheet-light.png` and `docs/contact-sheet-dark.png`, and fails when an icon is missing,
cannot be drawn or leaves its margin.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt  # noqa: E402
from PySide6.QtGui import (  # noqa: E402
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPainter,
)
from PySide6.QtSvg import QSvgRenderer  # noqa: E402

from trainer.cloud.catalogue import CATALOGUE  # noqa: E402
from trainer.cloud.service import Category  # noqa: E402
from trainer.paths import assets_dir, font_files, icon_file  # noqa: E402
from trainer.tokens import FONT_FAMILY, RADIUS, TEXT_BASE, TEXT_SMALL, TEXT_TITLE, THEMES  # noqa: E402

INK = "#000000"  # what an interface glyph is drawn in, and so what is exchanged for a theme's colour
GRID = 32  # units of every icon's viewBox
MARGIN = 4  # units that a symbol keeps free on each side
SIZES = (48, 32, 20)
APP_SIZES = (64, 48, 32, 24, 16)
GLYPH_SIZES = (24, 16)
SHEET_WIDTH, EDGE, GAP = 1200, 40, 16
SERVICE_COLUMNS, SERVICE_HEIGHT = 6, 112
GLYPH_COLUMNS, GLYPH_HEIGHT = 10, 76
LARGEST_FILE = 400_000
TABLE = 256  # colours of a picture
COARSE = 0xFFF8F8F8  # the bits of a colour that tell shades apart


@dataclass(frozen=True, slots=True)
class Symbol:
    """A service symbol, ready to be drawn."""

    id: str
    name: str
    category: Category
    svg: QSvgRenderer


def renderer(path: Path, ink: str | None = None) -> QSvgRenderer:
    """The icon in a file, its ink exchanged when asked for.

    Raises:
        SystemExit: when the file is missing or is not an SVG that Qt can draw.
    """
    if not path.is_file():
        raise SystemExit(f"missing icon: {path}")
    source = path.read_text(encoding="utf-8")
    svg = QSvgRenderer(QByteArray((source.replace(INK, ink) if ink else source).encode()))
    if not svg.isValid():
        raise SystemExit(f"not an SVG that Qt can draw: {path}")
    return svg


def glyph_files() -> list[Path]:
    """The interface glyphs, by name."""
    return sorted((assets_dir() / "icons" / "ui").glob("*.svg"))


def symbols() -> list[Symbol]:
    """Every service symbol in the catalogue's order, so that kin stand side by side."""
    return [
        Symbol(service.id, service.name, service.category, renderer(icon_file(service.id)))
        for service in CATALOGUE.values()
    ]


def inked_box(svg: QSvgRenderer) -> QRectF:
    """The box around what an icon paints, in units of the grid, to an eighth."""
    scale = 8
    image = QImage(GRID * scale, GRID * scale, QImage.Format.Format_Alpha8)
    image.fill(0)
    painter = QPainter(image)
    svg.render(painter, QRectF(image.rect()))
    painter.end()
    half = 127
    rows = [bytes(image.constScanLine(y))[: image.width()] for y in range(image.height())]
    inked = [(x, y) for y, row in enumerate(rows) for x, alpha in enumerate(row) if alpha > half]
    left, right = min(x for x, _ in inked), max(x for x, _ in inked) + 1
    top, bottom = min(y for _, y in inked), max(y for _, y in inked) + 1
    return QRectF(QPointF(left, top) / scale, QPointF(right, bottom) / scale)


def outside_margin(icons: Iterator[tuple[str, QSvgRenderer]]) -> list[str]:
    """The icons that paint into the free margin."""
    allowed = QRectF(MARGIN, MARGIN, GRID - 2 * MARGIN, GRID - 2 * MARGIN)
    return [name for name, svg in icons if not allowed.contains(inked_box(svg))]


class Sheet:
    """One contact sheet while it is drawn.

    Attributes:
        y: where the next section starts.
    """

    def __init__(self, colours: Mapping[str, str], height: int, scale: float) -> None:
        self.colours = colours
        self.y = EDGE
        self.image = QImage(round(SHEET_WIDTH * scale), round(height * scale), QImage.Format.Format_RGB32)
        self.image.setDevicePixelRatio(scale)
        self.image.fill(QColor(colours["canvas"]))
        self.painter = QPainter(self.image)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def text(self, x: float, y: float, text: str, colour: str, size: int = TEXT_BASE, *, bold: bool = False) -> None:
        """Writes one line with its top at `y`."""
        font = self.font(size, bold=bold)
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(QPointF(x, y + QFontMetricsF(font).ascent()), text)

    @staticmethod
    def font(size: int, *, bold: bool = False) -> QFont:
        """The text face in a size in px."""
        font = QFont(FONT_FAMILY)
        font.setPixelSize(size)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def name(self, text: str, box: QRectF) -> None:
        """Writes a name from the top of a box, in as many lines as it needs."""
        self.painter.setFont(self.font(TEXT_SMALL))
        self.painter.setPen(QColor(self.colours["text"]))
        self.painter.drawText(box, Qt.TextFlag.TextWordWrap, text)

    def panel(self, box: QRectF, fill: str, radius: float, outline: str | None = None) -> None:
        """Fills a rounded rectangle, with a hairline around it when asked for."""
        self.painter.setPen(QColor(outline) if outline else Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(fill))
        half = 0.5 if outline else 0
        self.painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)

    def heading(self, title: str, note: str) -> None:
        """Starts a section."""
        self.text(EDGE, self.y, title, self.colours["text"], TEXT_TITLE, bold=True)
        self.text(EDGE, self.y + 28, note, self.colours["text.muted"])
        self.y += 60

    def cells(self, count: int, columns: int, height: int) -> Iterator[QRectF]:
        """Panels in rows, each painted and then handed out; moves on below the last one."""
        width = (SHEET_WIDTH - 2 * EDGE - (columns - 1) * GAP) / columns
        for place in range(count):
            row, column = divmod(place, columns)
            box = QRectF(EDGE + column * (width + GAP), self.y + row * (height + GAP), width, height)
            self.panel(box, self.colours["panel"], RADIUS, self.colours["border"])
            yield box
        self.y += -(-count // columns) * (height + GAP) + 24

    def tile(self, symbol: Symbol, x: float, y: float, size: int) -> None:
        """One symbol on its category's colour, as the diagrams show it."""
        box = QRectF(x, y, size, size)
        self.panel(box, self.colours[f"category.{symbol.category}"], size / 5)
        symbol.svg.render(self.painter, box)

    def services(self, category: Category, shown: list[Symbol]) -> None:
        """The section of one category's service symbols."""
        self.heading(f"{category.title()} services", f"{len(shown)} symbols, each at 48, 32 and 20 px.")
        for symbol, cell in zip(shown, self.cells(len(shown), SERVICE_COLUMNS, SERVICE_HEIGHT), strict=True):
            x = cell.left() + 16
            for size in SIZES:
                self.tile(symbol, x, cell.top() + 38 - size // 2, size)
                x += size + 16
            self.name(symbol.name, cell.adjusted(16, 70, -8, 0))

    def glyphs(self, files: list[Path]) -> None:
        """The section of the interface glyphs."""
        self.heading("Interface glyphs", "Each at 24 and 16 px, in the theme's text colour.")
        for file, cell in zip(files, self.cells(len(files), GLYPH_COLUMNS, GLYPH_HEIGHT), strict=True):
            svg = renderer(file, self.colours["text"])
            x = cell.left() + 12
            for size in GLYPH_SIZES:
                svg.render(self.painter, QRectF(x, cell.top() + 28 - size // 2, size, size))
                x += size + 14
            self.text(cell.left() + 12, cell.top() + 50, file.stem, self.colours["text.muted"], TEXT_SMALL)

    def app_mark(self) -> None:
        """The section of the program's own mark."""
        self.heading("The program's mark", "At 64, 48, 32, 24 and 16 px.")
        svg, x = renderer(icon_file("app")), EDGE
        for size in APP_SIZES:
            svg.render(self.painter, QRectF(x, self.y + 32 - size // 2, size, size))
            x += size + 24
        self.y += 64 + EDGE


def draw(colours: Mapping[str, str], scale: float) -> QImage:
    """The whole sheet in one theme's colours."""
    shown = symbols()

    def attempt(height: int) -> Sheet:
        sheet = Sheet(colours, height, scale)
        for category in Category:
            sheet.services(category, [symbol for symbol in shown if symbol.category is category])
        sheet.glyphs(glyph_files())
        sheet.app_mark()
        sheet.painter.end()
        return sheet

    return attempt(attempt(1).y).image


def with_few_colours(image: QImage) -> QImage:
    """The picture with a table of its most usual colours, in a third of the bytes; like shades share an entry."""
    usual: dict[int, int] = {}
    for colour, _ in Counter(image.constBits().cast("I")).most_common():
        usual.setdefault(colour & COARSE, colour)
    table = list(usual.values())[:TABLE]
    return image.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.AvoidDither)


def main() -> int:
    """Draws both sheets.

    Returns:
        1 when an icon leaves its margin or a sheet has grown too large, else 0.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "docs", help="folder for the pictures")
    parser.add_argument("--scale", type=float, default=1, help="device pixels per pixel")
    chosen = parser.parse_args()
    application = QGuiApplication(sys.argv[:1])
    for file in font_files().values():
        QFontDatabase.addApplicationFont(str(file))
    icons = [(symbol.id, symbol.svg) for symbol in symbols()]
    icons += [(f"ui/{file.stem}", renderer(file)) for file in glyph_files()]
    faults = [f"{name} paints into its margin" for name in outside_margin(iter(icons))]
    chosen.out.mkdir(parents=True, exist_ok=True)
    for theme, colours in THEMES.items():
        target = chosen.out / f"contact-sheet-{theme}.png"
        with_few_colours(draw(colours, chosen.scale)).save(str(target))
        print(f"{target}: {target.stat().st_size // 1000} kB")
        if chosen.scale == 1 and target.stat().st_size > LARGEST_FILE:
            faults.append(f"{target.name} is larger than {LARGEST_FILE // 1000} kB")
    del application
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

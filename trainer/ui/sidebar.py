"""The sidebar: the pages, and the theme."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from trainer.paths import icon_file
from trainer.tokens import SPACE
from trainer.ui.labels import make_button, make_label
from trainer.ui.look import SYSTEM, Look, render_svg

_WIDE, _RAIL = 176, 60
_NEXT_THEME = {SYSTEM: "light", "light": "dark", "dark": SYSTEM}


class Sidebar(QWidget):
    """Names of the pages; a rail of symbols in a narrow window.

    Signals:
        page_wanted: the id of a page.
        theme_wanted: light, dark or system.
    """

    page_wanted = Signal(str)
    theme_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._names = {
            "today": self.tr("Today"),
            "learn": self.tr("Learn"),
            "study": self.tr("Study"),
            "drills": self.tr("Drills"),
            "cards": self.tr("Cards"),
            "confusions": self.tr("Mix-ups"),
            "reports": self.tr("Reports"),
            "settings": self.tr("Settings"),
        }
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE + 2, 3 * SPACE, 2 * SPACE + 2, 3 * SPACE)
        column.setSpacing(SPACE)
        mark = QHBoxLayout()
        mark.setContentsMargins(SPACE + 2, 0, 0, 3 * SPACE)
        mark.setSpacing(2 * SPACE)
        logo = QLabel(self)
        logo.setPixmap(render_svg(icon_file("app").read_bytes(), QSize(24, 24)))
        self._brand = make_label(self.tr("Trainer"), "large")
        mark.addWidget(logo)
        mark.addWidget(self._brand, 1)
        column.addLayout(mark)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for page, name in self._names.items():
            button = make_button(name, lambda page=page: self.page_wanted.emit(page), role="nav", parent=self)
            button.setCheckable(True)
            button.setAccessibleName(name)
            button.setIconSize(QSize(20, 20))
            self._group.addButton(button)
            self._buttons[page] = button
            column.addWidget(button)
        column.addStretch(1)
        self._theme = make_button("", self._next_theme, role="nav", parent=self)
        self._theme.setIconSize(QSize(20, 20))
        column.addWidget(self._theme)
        self._rail = False
        self.setFixedWidth(_WIDE)
        self._paint()
        look.changed.connect(self._paint)

    def mark_page(self, page: str) -> None:
        """Shows which page is open."""
        self._buttons[page].setChecked(True)
        self._paint()

    def shrink(self, *, rail: bool) -> None:
        """Becomes a rail of symbols, or wide again."""
        if rail == self._rail:
            return
        self._rail = rail
        self.setFixedWidth(_RAIL if rail else _WIDE)
        self._brand.setVisible(not rail)
        for page, button in self._buttons.items():
            button.setText("" if rail else self._names[page])
            button.setToolTip(self._names[page] if rail else "")
        self._paint()

    def _next_theme(self) -> None:
        self.theme_wanted.emit(_NEXT_THEME[self._look.wanted])
        self._paint()

    def _paint(self) -> None:
        for page, button in self._buttons.items():
            button.setIcon(self._look.icon(page, "accent" if button.isChecked() else "text"))
        wanted = self._look.wanted
        name = {"light": self.tr("Light"), "dark": self.tr("Dark")}.get(wanted, self.tr("System theme"))
        self._theme.setIcon(self._look.icon(f"theme-{wanted}"))
        self._theme.setText("" if self._rail else name)
        self._theme.setToolTip(self.tr("Theme: {name}. Click for the next one.").format(name=name))
        self._theme.setAccessibleName(self.tr("Theme: {name}").format(name=name))

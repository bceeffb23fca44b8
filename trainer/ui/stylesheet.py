"""The style sheet of the widgets, made from the design tokens."""

from string import Template

from trainer.tokens import RADIUS, RADIUS_LARGE, TEXT_BASE, TEXT_HERO, TEXT_LARGE, TEXT_SMALL, TEXT_TITLE, THEMES

_SHEET = Template("""
* { font-family: "Source Sans Pro"; font-size: ${base}px; color: $text; outline: none; }
QMainWindow, QWidget#page { background: $canvas; }
QWidget#sidebar, QWidget#bar, QWidget#panel { background: $panel; }
QWidget#sidebar { border-right: 1px solid $border; }
QWidget#bar { border-bottom: 1px solid $border; }
QWidget#footer { background: $panel; border-top: 1px solid $border; }
QWidget#panel { border-left: 1px solid $border; }
QWidget#outlinePanel { background: $panel; border-right: 1px solid $border; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="hero"] { font-size: ${hero}px; font-weight: 600; }
QLabel[role="heading"] { font-size: ${base}px; font-weight: 600; color: $text_muted; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="large"] { font-size: ${large}px; font-weight: 600; }
QLabel[role="muted"] { color: $text_muted; }
QLabel[role="small"] { color: $text_muted; font-size: ${small}px; }
QLabel[role="figure"] { font-size: ${hero}px; font-weight: 600; }

QPushButton { background: $raised; border: 1px solid $border_strong; border-radius: ${radius}px;
  padding: 6px 14px; font-weight: 600; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $focus; padding: 5px 13px; }
QPushButton:disabled { color: $border_strong; border-color: $border; }
QPushButton[role="primary"] { background: $accent; border-color: $accent; color: $on_accent; }
QPushButton[role="primary"]:hover { background: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $border; border-color: $border; color: $text_muted; }
QPushButton[role="link"] { background: transparent; border: none; color: $accent; padding: 2px;
  text-align: left; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 2px solid $focus; border-radius: 4px; padding: 0; }
QPushButton[role="nav"] { background: transparent; border: none; border-radius: ${radius}px; padding: 9px 10px;
  text-align: left; font-weight: 500; }
QPushButton[role="nav"]:hover { background: $hover; }
QPushButton[role="nav"]:checked { background: $accent_tint; color: $accent; font-weight: 600; }
QPushButton[role="nav"]:focus { border: 2px solid $focus; padding: 7px 8px; }
QPushButton[role="choice"] { padding: 5px 12px; font-weight: 500; border-color: $border; }
QPushButton[role="choice"]:checked { background: $accent_tint; color: $accent; border-color: $accent;
  font-weight: 600; }
QPushButton[role="choice"]:focus { border: 2px solid $focus; padding: 4px 11px; }
QPushButton[role="grade"] { border-radius: 10px; padding: 0; }
QPushButton[role="grade"][kind="again"] { border-color: $error; }
QPushButton[role="grade"][kind="hard"] { border-color: $warning; }
QPushButton[role="grade"][kind="good"] { border-color: $success; }
QPushButton[role="grade"][kind="easy"], QPushButton[role="grade"][kind="go-on"] { border-color: $accent; }
QPushButton[role="grade"][kind="again"] QLabel[role="strong"] { color: $error; }
QPushButton[role="grade"][kind="hard"] QLabel[role="strong"] { color: $warning; }
QPushButton[role="grade"][kind="good"] QLabel[role="strong"] { color: $success; }
QPushButton[role="grade"][kind="easy"] QLabel[role="strong"] { color: $accent; }
QPushButton[role="grade"][kind="go-on"] QLabel[role="strong"] { color: $accent; }
QPushButton[role="grade"]:focus { border: 2px solid $focus; padding: 0; }
QPushButton[role="grade"] QLabel[role="small"] { font-weight: 400; }
QPushButton[role="option"] { border-radius: 10px; padding: 0; }
QPushButton[role="option"]:checked { background: $accent_tint; border-color: $accent; }
QPushButton[role="option"][kind="other"] { background: transparent; border-color: $border; }
QPushButton[role="option"][kind="right"] { background: $success_tint; border-color: $success; }
QPushButton[role="option"][kind="wrong"] { background: $error_tint; border-color: $error; }
QPushButton[role="option"]:focus { border: 2px solid $focus; padding: 0; }
QLabel[role="key"] { color: $text_muted; font-size: ${small}px; font-weight: 400; border: 1px solid $border_strong;
  border-radius: 4px; padding: 0 5px; }
QLabel[role="badge"] { color: $text_muted; font-size: ${small}px; font-weight: 600; border: 1px solid $border_strong;
  border-radius: 6px; }
QLabel[role="badge"][kind="other"] { border-color: $border; }
QLabel[role="badge"][kind="right"] { border-color: $success; background: $raised; }
QLabel[role="badge"][kind="wrong"] { border-color: $error; background: $raised; }
QLabel[role="verdict"] { font-weight: 600; }
QLabel[role="verdict"][kind="right"] { color: $success; }
QLabel[role="verdict"][kind="wrong"] { color: $error; }
QLabel[role="verdict"][kind="outdated"] { color: $warning; }
QLabel[role="disc"] { background: $accent_tint; border-radius: 26px; }
QLabel[role="disc"][kind="success"] { background: $success_tint; }
QTableView { background: $raised; border: 1px solid $border; border-radius: 10px; outline: 0; }
QTableView::item { padding: 0 10px; border-bottom: 1px solid $border; }
QTableView::item:selected { background: $accent_tint; color: $text; }
QTableView:focus { border: 2px solid $focus; }
QWidget#fields { background: $raised; }
QPlainTextEdit { background: $raised; border: 1px solid $border_strong; border-radius: ${radius}px; padding: 3px 6px;
  selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit:focus { border: 2px solid $focus; padding: 2px 5px; }
QLabel[role="mistake"] { color: $error; }
QHeaderView { background: $raised; }
QHeaderView::section { background: $raised; color: $text_muted; font-weight: 600; border: none;
  border-bottom: 1px solid $border; padding: 6px 10px; text-align: left; }
QComboBox { background: $raised; color: $text; border: 1px solid $border_strong; border-radius: 6px;
  padding: 3px 10px; }
QComboBox:hover { background: $hover; }
QComboBox:focus { border: 2px solid $focus; padding: 2px 9px; }
QComboBox:disabled { color: $text_muted; border-color: $border; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 22px; }
QTableWidget QComboBox { margin: 3px 0; }
QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $border_strong;
  selection-background-color: $accent_tint; selection-color: $accent; outline: 0; }
QFrame[role="line"] { background: $border; border: none; }
QLineEdit { background: $raised; border: 1px solid $border_strong; border-radius: ${radius}px; padding: 6px 10px;
  selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $text_muted; }
QLineEdit:focus { border: 2px solid $focus; padding: 5px 9px; }
QDateEdit { background: $raised; border: 1px solid $border_strong; border-radius: ${radius}px; padding: 2px;
  selection-background-color: $accent; selection-color: $on_accent; }
QDateEdit:focus { border: 2px solid $focus; padding: 1px; }
QLineEdit[kind="right"] { background: $success_tint; border-color: $success; }
QLineEdit[kind="wrong"] { background: $error_tint; border-color: $error; }
QLineEdit[kind="outdated"] { background: $warning_tint; border-color: $warning; }
QDateEdit::up-button { subcontrol-origin: border; subcontrol-position: top right; width: 1px; border: none; }
QDateEdit::down-button { subcontrol-origin: border; subcontrol-position: bottom right; width: 1px; border: none; }
QDateEdit QLineEdit { background: transparent; border: none; padding: 0; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 5px; }
QToolButton:hover { background: $hover; }
QToolButton:checked { background: $accent_tint; }
QToolButton:focus { border: 2px solid $focus; padding: 4px; }

QFrame[role="card"] { background: $raised; border: 1px solid $border; border-radius: ${radius_large}px; }
QFrame[role="card"][kind="right"] { background: $success_tint; border-color: $success; }
QFrame[role="card"][kind="wrong"] { background: $error_tint; border-color: $error; }
QFrame[role="card"][kind="pending"] { background: $pending_tint; border-color: $pending; }
QFrame[role="card"][kind="hint"] { background: $warning_tint; border-color: $warning; }
QFrame[role="card"][interactive="true"]:hover { border-color: $accent; }
QFrame[role="card"][interactive="true"]:focus { border: 2px solid $focus; }
QFrame#notice { background: $warning_tint; border-bottom: 1px solid $warning; }
QFrame#notice[kind="error"] { background: $error_tint; border-bottom: 1px solid $error; }
QFrame#notice[kind="success"] { background: $success_tint; border-bottom: 1px solid $success; }

QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollArea#pages { border: 2px solid transparent; border-radius: ${radius}px; }
QScrollArea#pages:focus { border-color: $focus; }
QListView, QTreeView { background: transparent; border: none; }
QListView#completions { background: $raised; color: $text; border: 1px solid $border_strong; outline: 0;
  selection-background-color: $accent_tint; selection-color: $accent; }
QTreeView::item { padding: 4px 2px; border-radius: 4px; }
QTreeView::item:selected { background: $accent_tint; color: $text; }
QTreeView:focus { border: 2px solid $focus; border-radius: 6px; }
QTreeView#path:focus { border: none; }
QGraphicsView { background: $canvas; border: none; }
QToolTip { background: $raised; color: $text; border: 1px solid $border_strong; padding: 4px 6px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $border_strong; border-radius: 4px; min-height: 28px; min-width: 28px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def style_sheet(theme: str) -> str:
    """The sheet of a theme, `light` or `dark`."""
    colors = {name.replace(".", "_").replace("-", "_"): value for name, value in THEMES[theme].items()}
    return _SHEET.substitute(
        colors,
        base=TEXT_BASE,
        small=TEXT_SMALL,
        large=TEXT_LARGE,
        title=TEXT_TITLE,
        hero=TEXT_HERO,
        radius=RADIUS,
        radius_large=RADIUS_LARGE,
    )

"""Starts the window: application, data folder, library, first paint."""

import gc
import json
import logging
import os
import sys
import time
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QLocale, QObject, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from trainer.app import open_app
from trainer.errors import UserError
from trainer.paths import assets_dir, data_dir, icon_file
from trainer.store.errors import StoreInUse
from trainer.store.opening import Store
from trainer.ui.look import SYSTEM, Look, load_fonts, text_font
from trainer.ui.main_window import MainWindow
from trainer.ui.screen import missing_screen

_log = logging.getLogger("window")
_DEFAULT_SIZE = (1360, 860)
_PATIENCE_MS = 20_000


def make_application() -> QApplication:
    """The Qt application with its name, icon and text face."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication(sys.argv[:1])
    application.setApplicationName("trainer")
    application.setApplicationDisplayName("Trainer")
    application.setDesktopFileName("trainer")
    application.setStyle("Fusion")
    translator = QTranslator(application)
    if translator.load(QLocale(), "trainer", "_", str(assets_dir() / "i18n")):
        application.installTranslator(translator)
    load_fonts()
    application.setFont(text_font())
    application.setWindowIcon(QIcon(str(icon_file("app"))))
    return application


def open_window(folder: Path, *, motion: bool | None = None) -> tuple[MainWindow, Store]:
    """The main window on a data folder; the caller closes the store.

    Raises:
        UserError: when the folder or the content cannot be used.
    """
    app = open_app(folder)
    store = app.store
    try:
        look = Look(store.get_setting("theme") or SYSTEM, motion=motion)
        window = MainWindow(look, app.library, store, app.clock)
    except BaseException:
        store.close()
        raise
    size = store.get_setting("window")
    window.resize(*(size if isinstance(size, list) and len(size) == len(_DEFAULT_SIZE) else _DEFAULT_SIZE))
    return window, store


def run_window(chosen: Path | None, drill: str | None = None, *, page: str | None = None) -> int:
    """Opens the window and stays until it is closed; there has to be a screen.

    Args:
        chosen: the data folder, if one was named.
        drill: id of a drill to open at once.
        page: to open instead of the day's.

    Raises:
        UserError: when the data folder cannot be used.
    """
    folder = data_dir(chosen)
    application = make_application()
    try:
        window, store = open_window(folder)
    except StoreInUse:
        from trainer.ui.one_window import raise_first_window  # noqa: PLC0415

        if raise_first_window(folder):
            return 0
        raise
    _catch_unforeseen(window, folder)
    window.show()
    if drill is not None:
        window.open_drill(drill)
    elif page is not None:
        window.open_page(page)
    QTimer.singleShot(0, lambda: _answer_later_starts(window, folder))
    try:
        return application.exec()
    finally:
        store.close()


def _answer_later_starts(window: MainWindow, folder: Path) -> None:
    gc.enable()
    from trainer.ui.one_window import DoorBell  # noqa: PLC0415  # after the first paint

    bell = DoorBell(folder, window)
    bell.rung.connect(window.come_to_front)


def _catch_unforeseen(window: MainWindow, folder: Path) -> None:
    """Faults of ours are written to a file and told in the window; what was done is already committed."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        if isinstance(error, UserError):
            window.notice.tell(str(error))
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        _log.error("unforeseen: %s", text)
        report = folder / "fault.txt"
        try:
            report.write_text(text, encoding="utf-8")
        except OSError:
            sys.stderr.write(text)
        window.notice.tell(
            f"Something went wrong that should not have. What you did is saved; the details are in {report}."
        )

    sys.excepthook = hook


class _FirstPaint(QObject):
    """Notes when the first paint of a widget has ended, and quits."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self._application = application
        self.ended_ns: int | None = None
        self._seen = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self._seen:
            self._seen = True
            QTimer.singleShot(0, self._end)  # runs when the whole window is painted
        return False

    def _end(self) -> None:
        self.ended_ns = time.monotonic_ns()
        self._application.quit()


def measure_start(chosen: Path | None) -> int:
    """Opens the real window, prints the phases of the start in ms as JSON, and quits.

    Phases count from the creation of the process, as the operating system knows it (in steps of 10 ms). Without a
    screen the window is painted offscreen; `platform` says which it was.
    """
    before_main_ms = _process_age_ms()
    started = time.monotonic_ns()
    marks: dict[str, float | str] = {"until_imported_ms": before_main_ms}
    if missing_screen() is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"

    def mark(name: str, since: int) -> int:
        now = time.monotonic_ns()
        marks[name] = round((now - since) / 1e6, 1)
        return now

    application = make_application()
    at = mark("application_ms", started)
    window, store = open_window(data_dir(chosen))
    at = mark("store_library_window_ms", at)
    marks["platform"] = application.platformName()
    first = _FirstPaint(application)
    sheet = window.today_page.widget()
    assert sheet is not None
    sheet.installEventFilter(first)
    QTimer.singleShot(_PATIENCE_MS, application, application.quit)
    window.show()
    application.exec()
    gc.enable()
    store.close()
    if first.ended_ns is None:
        raise UserError(f"the window was not painted within {_PATIENCE_MS // 1000} s; is the screen locked?")
    marks["show_and_paint_ms"] = round((first.ended_ns - at) / 1e6, 1)
    marks["first_paint_ms"] = round(before_main_ms + (first.ended_ns - started) / 1e6, 1)
    sys.stdout.write(json.dumps(marks, indent=2) + "\n")
    return 0


def _process_age_ms() -> float:
    """How long ago this process was created, in ms; on other systems than Linux, its processor time so far."""
    try:
        fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        created = int(fields[19]) / os.sysconf("SC_CLK_TCK")
        return round((time.clock_gettime(time.CLOCK_BOOTTIME) - created) * 1000, 1)
    except (OSError, AttributeError, ValueError, IndexError):
        return round(time.process_time() * 1000, 1)

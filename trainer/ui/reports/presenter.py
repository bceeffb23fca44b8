"""The presenter of reports: makes the preview and the file in the background, and shows what came of it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from trainer.errors import UserError
from trainer.library.shelf import Library
from trainer.progress.composing import tell
from trainer.progress.formats import Format, format_for, write_as
from trainer.progress.report import NAME_SETTING, Report, clean_name, make_report
from trainer.progress.saving import save_file
from trainer.progress.span import MONTH
from trainer.store.opening import Store
from trainer.ui.reports.asking import ask_for_file, documents_folder, open_folder
from trainer.ui.reports.background import Background
from trainer.ui.reports.page import ReportsPage

Preview = tuple[Report, list[QImage]]


class ReportsPresenter(QObject):
    """Drives the page.

    Args:
        page: belongs to this presenter.
        library: the course and the drills.
        store: what the learner did.
        today: tells the study day.
        choose_file: asks where to save; None when nowhere.
        show_folder: opens a folder; False when that cannot be done.

    Signals:
        failed: something foreseen went wrong; the text tells the learner what to do.
    """

    failed = Signal(str)

    def __init__(
        self,
        page: ReportsPage,
        library: Library,
        store: Store,
        *,
        today: Callable[[], date],
        choose_file: Callable[[QWidget, Path, Format], Path | None] = ask_for_file,
        show_folder: Callable[[Path], bool] = open_folder,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._library = library
        self._store = store
        self._today = today
        self._choose_file = choose_file
        self._show_folder = show_folder
        self._days, self._name, self._form = MONTH, "", Format.PDF
        self._folder: Path | None = None
        self._preview = Background(self._show_preview, self._lose_preview, self)
        self._saving = Background(self._show_saved, self._lose_file, self)
        self._soon = QTimer(self)  # the page has its size only once it is on screen
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._make_preview)
        page.span_chosen.connect(self._choose_days)
        page.name_typed.connect(self._choose_name)
        page.format_chosen.connect(self._choose_format)
        page.save_wanted.connect(self._save)
        page.folder_wanted.connect(self._open_folder)
        page.resized.connect(self._make_preview)

    @property
    def is_busy(self) -> bool:
        """Whether a preview or a file is being made."""
        return self._soon.isActive() or self._preview.is_busy or self._saving.is_busy

    def refresh(self) -> None:
        """Shows everything as it is now.

        Raises:
            UserError: when the store cannot be read.
        """
        self._name = str(self._store.get_setting(NAME_SETTING, ""))
        self._page.side.show_values(days=self._days, name=self._name, form=self._form)
        self._page.show_making()
        self._soon.start()

    def close(self) -> None:
        """Waits for what is under way, so that the store can be closed."""
        self._soon.stop()
        self._preview.close()
        self._saving.close()

    def _choose_days(self, days: int) -> None:
        self._days = days
        self._make_preview()

    def _choose_name(self, name: str) -> None:
        name = clean_name(name)
        if name == self._name:
            return
        self._name = name
        self._make_preview()
        try:
            self._store.set_setting(NAME_SETTING, name)
        except UserError as error:
            self.failed.emit(str(error))

    def _choose_format(self, form: Format) -> None:
        self._form = form
        self._page.side.show_format(form)

    def _make_preview(self) -> None:
        self._page.show_making()
        make = self._maker()
        width = self._page.pages.wanted_width

        def job() -> Preview:
            from trainer.progress.pdf_pages import to_pages  # noqa: PLC0415  # typst, when the page is first visited

            report = make()
            return report, [QImage.fromData(page) for page in to_pages(report, width)]

        self._preview.do(job)

    def _maker(self) -> Callable[[], Report]:
        """Makes the report as it is chosen now, later and in another thread."""
        library, store, today, days, name = self._library, self._store, self._today(), self._days, self._name
        return lambda: make_report(library, store, today, days=days, name=name)

    def _show_preview(self, preview: Preview) -> None:
        report, pages = preview
        self._page.show_pages(pages, tell(report))

    def _lose_preview(self, why: str) -> None:
        self._page.show_failed()
        self.failed.emit(why)

    def _save(self) -> None:
        folder = self._folder or documents_folder()
        suggestion = folder / f"progress-{self._today().isoformat()}.{self._form}"
        file = self._choose_file(self._page, suggestion, self._form)
        if file is None:
            return
        try:
            form = format_for(file, self._form)
        except UserError as error:
            self.failed.emit(str(error))
            return
        make = self._maker()

        def job() -> Path:
            save_file(file, write_as(make(), form))
            return file

        self._page.side.show_saving()
        self._saving.do(job)

    def _show_saved(self, file: Path) -> None:
        self._folder = file.parent
        self._page.side.show_saved(str(file))

    def _lose_file(self, why: str) -> None:
        self._page.side.show_saved(None)
        self.failed.emit(why)

    def _open_folder(self) -> None:
        if self._folder is not None and not self._show_folder(self._folder):
            self.failed.emit(self.tr("The folder {folder} could not be opened.").format(folder=self._folder))

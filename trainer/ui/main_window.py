"""The main window: the sidebar, the pages, and the way from one to another."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from trainer.errors import UserError
from trainer.learning.study_day import Clock, study_day
from trainer.library.shelf import Library
from trainer.store.opening import Store
from trainer.study.today import plan_today
from trainer.ui.look import Look
from trainer.ui.notice import NoticeBar
from trainer.ui.sidebar import Sidebar
from trainer.ui.stylesheet import style_sheet
from trainer.ui.today.page import TodayPage

_RAIL_BELOW = 1180
_SMALLEST = QSize(880, 600)


class MainWindow(QMainWindow):
    """Everything that is on screen. Pages are built on their first visit."""

    def __init__(self, look: Look, library: Library, store: Store, clock: Clock) -> None:
        super().__init__()
        self._look = look
        self._library = library
        self._store = store
        self._clock = clock
        self._pages: dict[str, QWidget] = {}
        self._presenter = None
        self._study_presenter = None
        self._reports_presenter = None
        self._cards_presenter = None
        self.setWindowTitle(self.tr("Trainer"))
        self.setMinimumSize(_SMALLEST)
        self.sidebar = Sidebar(look)
        self.notice = NoticeBar(look)
        self._stack = QStackedWidget()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.notice)
        right.addWidget(self._stack, 1)
        middle = QWidget(self)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(right, 1)
        self.setCentralWidget(middle)
        self.sidebar.page_wanted.connect(self.open_page)
        self.sidebar.theme_wanted.connect(self._choose_theme)
        look.changed.connect(self._restyle)
        self._restyle()
        self.open_page("today")
        if library.faults:
            self.notice.tell(library.faults[0], error=False)

    def open_page(self, page: str) -> None:
        """Goes to a page: today, study, drills, cards, reports or settings."""
        show = {
            "today": self._show_today,
            "study": self._show_study,
            "drills": self._show_drills,
            "cards": self._show_cards,
            "reports": self._show_reports,
            "settings": self._show_settings,
        }[page]
        self.notice.pass_on()
        try:
            show()
        except UserError as error:
            self.notice.tell(str(error))
        self.sidebar.mark_page(page)
        self._stack.setCurrentWidget(self._pages[page])

    def open_drill(
        self, drill_id: str, level: int | None = None, *, again: bool = False, variant: int | None = None
    ) -> None:
        """Opens a drill as it was left.

        Args:
            drill_id: which.
            level: of a new attempt; None for the one that the history proposes.
            again: begins another attempt where the last one is finished.
            variant: of a new attempt; None for the usual one of its level.
        """
        from trainer.study.drill_session import DrillSession  # noqa: PLC0415  # the first drill pays for it
        from trainer.ui.drill.presenter import DrillPresenter  # noqa: PLC0415

        self.notice.pass_on()
        try:
            session = DrillSession(self._library.drill(drill_id), self._store, level=level, variant=variant)
            if again and session.finished:
                session.restart(variant=variant)
        except UserError as error:
            self.notice.tell(str(error))
            return
        page = self._drill_page()
        if self._presenter is not None:
            self._presenter.close()
            self._presenter.deleteLater()
        self.sidebar.mark_page("drills")
        self._stack.setCurrentWidget(page)
        self._presenter = DrillPresenter(page, session, self._look, lambda: self._library.curriculum)
        self._presenter.failed.connect(self.notice.tell)
        self._presenter.export_wanted.connect(self._export_drill)

    def _open_due(self, drill_id: str, variant: int | None) -> None:
        """Opens a drill that is to be built again."""
        self.open_drill(drill_id, again=True, variant=variant)

    def _export_drill(self, ending: str) -> None:
        """Saves the diagram as it stands, where the learner says."""
        from trainer.ui.drill.exporting import ask_for_picture, save_picture  # noqa: PLC0415

        assert self._presenter is not None
        session = self._presenter.session
        file = ask_for_picture(self, session.drill.id, ending)
        if file is None:
            return
        try:
            save_picture(session, file, self._look.name)
        except UserError as error:
            self.notice.tell(str(error))
            return
        self.notice.confirm(self.tr("Saved as {file}").format(file=file))

    @property
    def library(self) -> Library:
        """The content that is shown."""
        return self._library

    @property
    def store(self) -> Store:
        """What the learner did."""
        return self._store

    @property
    def today_page(self) -> TodayPage:
        """The page of the day."""
        page = self._page("today", lambda: TodayPage(self._look, self._picture_of))
        assert isinstance(page, TodayPage)
        return page

    @property
    def is_settled(self) -> bool:
        """Whether nothing is on its way: on the drill page, in the preview of a report, or in the search."""
        is_drawn = self._presenter is None or self._presenter.is_settled
        busy = (self._reports_presenter, self._cards_presenter)
        return is_drawn and not any(presenter is not None and presenter.is_busy for presenter in busy)

    def come_to_front(self) -> None:
        """Shows the window to somebody who started the program once more."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()

    def _page(self, name: str, make: Callable[[], QWidget]) -> QWidget:
        if name not in self._pages:
            self._pages[name] = make()
            self._stack.addWidget(self._pages[name])
        return self._pages[name]

    def _show_today(self) -> None:
        new = "today" not in self._pages
        page = self.today_page
        now = self._clock.now()
        page.show_today(plan_today(self._library, self._store, study_day(now.at, now.utc_offset_min)))
        page.focus_primary()
        if new:
            page.drill_wanted.connect(self.open_drill)
            page.drill_due.connect(self._open_due)
            page.study_wanted.connect(lambda: self.open_page("study"))
            page.drills_wanted.connect(lambda: self.open_page("drills"))

    def _show_study(self) -> None:
        from trainer.learning.scheduler import default_scheduler  # noqa: PLC0415  # the first card pays for FSRS
        from trainer.study.card_session import CardSession  # noqa: PLC0415
        from trainer.ui.study.presenter import StudyPresenter  # noqa: PLC0415

        page = self._study_page()
        session = CardSession(self._library, self._store, default_scheduler())
        if self._study_presenter is not None:
            self._study_presenter.close()
            self._study_presenter.deleteLater()
        four_grades = self._store.get_setting("four_grades", default=False)
        self._study_presenter = StudyPresenter(page, session, today=self._store.today, four_grades=four_grades)
        self._study_presenter.failed.connect(self.notice.tell)

    def _study_page(self):  # noqa: ANN202  # the page's class is imported with the first card
        from trainer.ui.study.page import StudyPage  # noqa: PLC0415

        new = "study" not in self._pages
        page = self._page("study", lambda: StudyPage(self._look, self._picture_of))
        assert isinstance(page, StudyPage)
        if new:
            page.drill_wanted.connect(self.open_drill)
            page.drill_due.connect(self._open_due)
            page.drills_wanted.connect(lambda: self.open_page("drills"))
            page.back_wanted.connect(lambda: self.open_page("today"))
        return page

    def _show_reports(self) -> None:
        from trainer.ui.reports.page import ReportsPage  # noqa: PLC0415
        from trainer.ui.reports.presenter import ReportsPresenter  # noqa: PLC0415

        page = self._page("reports", lambda: ReportsPage(self._look))
        assert isinstance(page, ReportsPage)
        if self._reports_presenter is None:
            self._reports_presenter = ReportsPresenter(page, self._library, self._store, today=self._store.today)
            self._reports_presenter.failed.connect(self.notice.tell)
        self._reports_presenter.refresh()

    def _show_cards(self) -> None:
        from trainer.ui.cards.page import CardsPage  # noqa: PLC0415
        from trainer.ui.cards.presenter import CardsPresenter  # noqa: PLC0415

        titles = {section.id: section.title for section in self._library.curriculum.sections.values()}
        page = self._page("cards", lambda: CardsPage(self._look, titles))
        assert isinstance(page, CardsPage)
        if self._cards_presenter is None:
            self._cards_presenter = CardsPresenter(page, self._store, today=self._store.today)
            self._cards_presenter.failed.connect(self.notice.tell)
            self._cards_presenter.done.connect(self._confirm_cards)
            self._cards_presenter.told.connect(self.notice.confirm)
            self._cards_presenter.moved_on.connect(self.notice.pass_on)
            page.side.drill_wanted.connect(self.open_drill)
        self._cards_presenter.refresh()
        if not page.is_editing:
            page.focus_table()

    def _confirm_cards(self, text: str) -> None:
        """Says what was done with cards, with the way back beside it."""
        assert self._cards_presenter is not None
        self.notice.confirm(text, offer=self.tr("Undo"), deed=self._cards_presenter.undo)

    def _show_settings(self) -> None:
        from trainer.study.card_queue import NEW_PER_DAY  # noqa: PLC0415
        from trainer.ui.settings.page import SettingsPage  # noqa: PLC0415

        new = "settings" not in self._pages
        page = self._page("settings", lambda: SettingsPage(str(self._store.folder)))
        assert isinstance(page, SettingsPage)
        get = self._store.get_setting
        values = {"new_per_day": get("new_per_day", NEW_PER_DAY), "four_grades": get("four_grades", default=False)}
        page.show_values({**values, "theme": self._look.wanted})
        if new:
            page.changed.connect(self._change_setting)

    def _change_setting(self, key: str, value: object) -> None:
        if key == "theme":
            self._choose_theme(str(value))
            return
        try:
            self._store.set_setting(key, value)
        except UserError as error:
            self.notice.tell(str(error))

    def _show_drills(self) -> None:
        from trainer.ui.drills.gallery import gallery_entries, topic_names  # noqa: PLC0415
        from trainer.ui.drills.page import DrillsPage  # noqa: PLC0415

        new = "drills" not in self._pages
        page = self._page("drills", lambda: DrillsPage(self._look, self._picture_of))
        assert isinstance(page, DrillsPage)
        page.show_entries(gallery_entries(self._library, self._store), topic_names(self._library))
        if new:
            page.drill_wanted.connect(self.open_drill)

    def _drill_page(self):  # noqa: ANN202  # the page's class is imported with the first drill
        from trainer.ui.drill.page import DrillPage  # noqa: PLC0415

        new = "drill" not in self._pages
        page = self._page("drill", lambda: DrillPage(self._look))
        assert isinstance(page, DrillPage)
        if new:
            page.back_wanted.connect(lambda: self.open_page("drills"))
            page.next_wanted.connect(lambda: self.open_page("today"))
        return page

    def _picture_of(self, drill_id: str, size: QSize) -> QPixmap:
        from trainer.ui.picture import thumbnail  # noqa: PLC0415

        return thumbnail(self._library.drill(drill_id), self._look, size)

    def _choose_theme(self, wanted: str) -> None:
        self._look.choose(wanted)
        try:
            self._store.set_setting("theme", wanted)
        except UserError as error:
            self.notice.tell(str(error))

    def _restyle(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setPalette(self._look.palette())
        application.setStyleSheet(style_sheet(self._look.name))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard: outside of dialogs Qt leaves that to Space."""
        button = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if is_enter and is_plain and not event.isAutoRepeat() and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sidebar.shrink(rail=self.width() < _RAIL_BELOW)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._reports_presenter is not None:
            self._reports_presenter.close()
        if self._cards_presenter is not None:
            self._cards_presenter.close()
        with suppress(UserError):  # the size of the window is not worth a word when the disk is full
            self._store.set_setting("window", [self.width(), self.height()])
        super().closeEvent(event)

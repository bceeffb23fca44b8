"""The main window: the sidebar, the pages, and the way from one to another."""

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
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
from trainer.learning.study_day import Clock
from trainer.library.shelf import Library
from trainer.store.opening import Store
from trainer.study.new_order import FIRST_SECTION
from trainer.study.planning.catch_up import KEY as CATCH_UP
from trainer.study.planning.catch_up import CatchUp, write_catch_up
from trainer.study.planning.wish import KEY as WISH
from trainer.study.planning.wish import Wish, write_wish
from trainer.study.today import Today, plan_today
from trainer.ui.look import Look
from trainer.ui.notice import NoticeBar
from trainer.ui.sidebar import Sidebar
from trainer.ui.stylesheet import style_sheet
from trainer.ui.today.page import TodayPage

if TYPE_CHECKING:
    from trainer.study.session import Session

_RAIL_BELOW = 1180
_SMALLEST = QSize(880, 600)
_FIRST_LOOK_MS = 60_000
"""After the start, when the learner has come to what they came for."""
_AHEAD_AFTER_MS = 20
"""After Today was opened, when it has been painted."""

_BESIDE_STUDY = ("practice", "diagnostic", "exam")


class MainWindow(QMainWindow):
    """Everything that is on screen. Pages are built on their first visit."""

    def __init__(self, look: Look, library: Library, store: Store, clock: Clock) -> None:
        super().__init__()
        self._look = look
        self._library = library
        self._store = store
        self._clock = clock
        self._pages: dict[str, QWidget] = {}
        self._is_closed = self._looks_ahead = False
        self._presenter = None
        self._study_presenter = None
        self._reports_presenter = None
        self._cards_presenter = None
        self._ways = None
        self._confusions_presenter = None
        self._settings_presenter = None
        self._card_page: str | None = None
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
        QTimer.singleShot(_FIRST_LOOK_MS, self, self._look_whether_to_fit)
        if library.faults:
            self.notice.tell(library.faults[0], error=False)

    def open_page(self, page: str) -> None:
        """Goes to a page: today, study, drills, cards, confusions, reports, settings, or another kind of session."""
        show = {
            "today": self._show_today,
            "study": self._show_study,
            **{way: partial(self._show_beside, way) for way in _BESIDE_STUDY},
            "drills": self._show_drills,
            "cards": self._show_cards,
            "confusions": self._show_confusions,
            "reports": self._show_reports,
            "settings": self._show_settings,
        }[page]
        self.notice.pass_on()
        self._card_page = None
        try:
            show()
        except UserError as error:
            self.notice.tell(str(error))
        self.sidebar.mark_page("study" if page in _BESIDE_STUDY else page)
        if page in self._pages:
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
        page.panel.has_cards = self._library.has_cards_on(drill_id)
        self._card_page = None
        if self._presenter is not None:
            self._presenter.close()
            self._presenter.deleteLater()
        self.sidebar.mark_page("drills")
        self._stack.setCurrentWidget(page)
        self._presenter = DrillPresenter(page, session, self._look, lambda: self._library.curriculum)
        self._presenter.failed.connect(self.notice.tell)
        self._presenter.export_wanted.connect(self._export_drill)
        self._presenter.fault_wanted.connect(self.report_fault)

    def _open_from_card(self, drill_id: str, page: str) -> None:
        """Opens a drill that a card leads to; from there the way leads back to that card."""
        self.open_drill(drill_id)
        self._card_page = page

    def _leave_drill(self, page: str) -> None:
        """Goes back to the card that led to the drill, as it was left; or, where none did, to a page."""
        from_card, self._card_page = self._card_page, None
        if from_card == "study" and self._study_presenter is not None:
            self.notice.pass_on()
            self.sidebar.mark_page("study")
            self._stack.setCurrentWidget(self._pages["study"])
            self._study_presenter.come_back()
        else:
            self.open_page(from_card or page)

    def _show_cards_on(self, drill_id: str) -> None:
        """Opens the Cards page with what a drill trains."""
        self.open_page("cards")
        self._cards_page().search.setText(f"drill:{drill_id}")

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
        """Whether nothing is on its way: on the page of the day or a drill, in a report, the search or the settings."""
        is_drawn = (self._presenter is None or self._presenter.is_settled) and not self._looks_ahead
        busy = (self._reports_presenter, self._cards_presenter, self._settings_presenter)
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
        today = plan_today(self._library, self._store, self._store.today())
        page.show_today(today)
        page.focus_primary()
        self._looks_ahead = True
        QTimer.singleShot(_AHEAD_AFTER_MS, self, lambda: self._guarded(lambda: self._show_prospect(today)))
        if new:
            page.wish_changed.connect(lambda wish: self._soon(lambda: self._change_wish(wish)))
            page.section_chosen.connect(lambda section: self._soon(lambda: self._begin_section(section)))
            page.catch_up_wanted.connect(lambda days: self._soon(lambda: self._catch_up(days)))
            page.drill_wanted.connect(self.open_drill)
            page.drill_due.connect(self._open_due)
            page.study_wanted.connect(lambda: self.open_page("study"))
            page.drills_wanted.connect(lambda: self.open_page("drills"))
            page.way_wanted.connect(self.open_page)
            page.learn_wanted.connect(self._learn_again)

    @property
    def _other_ways(self):  # noqa: ANN202  # its class is imported when one of them is gone
        if self._ways is None:
            from trainer.ui.other_ways import OtherWays  # noqa: PLC0415

            self._ways = OtherWays(
                self._look,
                self._library,
                self._store,
                page=self._page,
                study=self._study,
                go=self.open_page,
                failed=self.notice.tell,
            )
        return self._ways

    def _show_beside(self, way: str) -> None:
        """Shows practice, the diagnostic, which is a session on the study page, or the mock exam."""
        ways = self._other_ways
        {"practice": ways.show_practice, "diagnostic": ways.show_diagnostic, "exam": ways.show_exam}[way]()

    def practise(self, query: str) -> None:
        """Opens the page of practice for the cards that a query finds."""
        self.open_page("practice")
        self._other_ways.show_practice(query)

    def _learn_again(self) -> None:
        from trainer.study.course_mode import Mode, choose_mode  # noqa: PLC0415  # once in a course

        try:
            choose_mode(self._store, Mode.LEARN)
        except UserError as error:
            self.notice.tell(str(error))
            return
        self.open_page("today")

    def _show_prospect(self, today: Today) -> None:
        """Works out the dates once everything else is on screen."""
        self._looks_ahead = False
        from trainer.study.planning.prospect import look_ahead  # noqa: PLC0415  # the first paint needs none of it
        from trainer.study.sections import section_choices  # noqa: PLC0415

        page = self.today_page
        page.show_prospect(look_ahead(self._store, today.plan, today.due, today.backlog))
        first = self._store.get_setting(FIRST_SECTION) or ""
        page.plan_panel.show_sections(section_choices(self._library, self._store), first)

    def _begin_section(self, section: str) -> None:
        """New cards come from a section first; empty for the order of the course."""
        self._store.set_setting(FIRST_SECTION, section or None)
        self._replan()

    def _change_wish(self, wish: Wish) -> None:
        """Keeps what the learner wants a day, and shows at once what comes of it."""
        self._store.set_setting(WISH, write_wish(wish))
        self._replan()

    def _replan(self) -> None:
        """Shows the day anew to a learner who is at the panel of the plan."""
        today = plan_today(self._library, self._store, self._store.today())
        self.today_page.show_today(today, planning=True)
        self._show_prospect(today)

    def _catch_up(self, days: int) -> None:
        """Spreads what is overdue over some days from today on; 0 stops that."""
        chosen = write_catch_up(CatchUp(self._store.today(), days)) if days else None
        self._store.set_setting(CATCH_UP, chosen)
        self._show_today()

    def _soon(self, deed: Callable[[], None]) -> None:
        """Reads or writes once what is under way has ended, so that a button may have its own page replaced."""
        QTimer.singleShot(0, self, lambda: self._guarded(deed))

    def _guarded(self, deed: Callable[[], None]) -> None:
        """Does something that reads or writes; where that fails, the learner is told why."""
        if self._is_closed:
            return
        try:
            deed()
        except UserError as error:
            self.notice.tell(str(error))

    def _show_study(self) -> None:
        from trainer.study.card_session import CardSession  # noqa: PLC0415  # the first card pays for FSRS
        from trainer.study.scheduling import card_scheduler  # noqa: PLC0415

        self._study(CardSession(self._library, self._store, card_scheduler(self._store)), self.tr("Study"))

    def _study(self, session: "Session", title: str) -> None:
        """Shows a session on the study page."""
        from trainer.ui.study.presenter import StudyPresenter  # noqa: PLC0415

        page = self._study_page()
        page.show_title(title)
        if self._study_presenter is not None:
            self._study_presenter.close()
            self._study_presenter.deleteLater()
        four_grades = self._store.get_setting("four_grades", default=False)
        self._study_presenter = StudyPresenter(page, session, today=self._store.today, four_grades=four_grades)
        self._study_presenter.failed.connect(self.notice.tell)
        self._study_presenter.told.connect(self.notice.confirm)
        self._study_presenter.moved_on.connect(self.notice.pass_on)
        self._study_presenter.fault_wanted.connect(self.report_fault)
        self.sidebar.mark_page("study")
        self._stack.setCurrentWidget(page)

    def _study_page(self):  # noqa: ANN202  # the page's class is imported with the first card
        from trainer.ui.study.page import StudyPage  # noqa: PLC0415

        new = "study" not in self._pages
        page = self._page("study", lambda: StudyPage(self._look, self._picture_of, self._card_sources()))
        assert isinstance(page, StudyPage)
        if new:
            page.drill_wanted.connect(lambda drill: self._open_from_card(drill, "study"))
            page.drill_due.connect(self._open_due)
            page.drills_wanted.connect(lambda: self.open_page("drills"))
            page.back_wanted.connect(lambda: self.open_page("today"))
            page.edit_wanted.connect(self._edit_card)
            page.topic_wanted.connect(lambda section: self.search_cards(f"section:{section}"))
        return page

    def report_fault(self, about: str, shown: str) -> None:
        """Asks what is wrong with a card or a finding, and keeps it; `about` is as in `FaultReport`."""
        from trainer.ui.fault_dialog import FaultDialog  # noqa: PLC0415  # few open it

        dialog = FaultDialog(self._store, about, shown, self)
        dialog.told.connect(self.notice.confirm)
        dialog.open()

    def _edit_card(self, uid: str) -> None:
        """Opens a card on the Cards page, to be rewritten."""
        self.open_page("cards")
        if self._cards_presenter is not None:
            self._cards_presenter.edit(uid)

    def search_cards(self, query: str) -> None:
        """Shows on the Cards page what a query finds."""
        self.open_page("cards")
        if self._cards_presenter is not None:
            self._cards_presenter.search_for(query)

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
        from trainer.ui.cards.presenter import CardsPresenter  # noqa: PLC0415

        page = self._cards_page()
        if self._cards_presenter is None:
            self._cards_presenter = CardsPresenter(page, self._store, today=self._store.today)
            self._cards_presenter.failed.connect(self.notice.tell)
            self._cards_presenter.done.connect(self._confirm_cards)
            self._cards_presenter.fault_wanted.connect(self.report_fault)
            self._cards_presenter.told.connect(self.notice.confirm)
            self._cards_presenter.moved_on.connect(self.notice.pass_on)
            page.side.drill_wanted.connect(lambda drill: self._open_from_card(drill, "cards"))
            page.practise_wanted.connect(self.practise)
        self._cards_presenter.refresh()
        if not page.is_editing:
            page.focus_table()

    def _confirm_cards(self, text: str) -> None:
        """Says what was done with cards, with the way back beside it."""
        assert self._cards_presenter is not None
        self.notice.confirm(text, offer=self.tr("Undo"), deed=self._cards_presenter.undo)

    def _cards_page(self):  # noqa: ANN202  # the page's class is imported with its first visit
        from trainer.ui.cards.page import CardsPage  # noqa: PLC0415

        titles = {section.id: section.title for section in self._library.curriculum.sections.values()}
        page = self._page("cards", lambda: CardsPage(self._look, titles, self._card_sources()))
        assert isinstance(page, CardsPage)
        return page

    def _card_sources(self):  # noqa: ANN202  # as above
        from trainer.ui.study.card_sources import CardSources  # noqa: PLC0415

        return CardSources(self._library, self._look)

    def _show_confusions(self) -> None:
        from trainer.ui.confusions.page import ConfusionsPage  # noqa: PLC0415
        from trainer.ui.confusions.presenter import ConfusionsPresenter  # noqa: PLC0415

        page = self._page("confusions", ConfusionsPage)
        assert isinstance(page, ConfusionsPage)
        if self._confusions_presenter is None:
            self._confusions_presenter = ConfusionsPresenter(page, self._library, self._store, today=self._store.today)
            self._confusions_presenter.failed.connect(self.notice.tell)
            self._confusions_presenter.practise_wanted.connect(self.practise)
            page.side.cards_wanted.connect(self.search_cards)
            page.side.drill_wanted.connect(self.open_drill)
        self._confusions_presenter.refresh()

    def _show_settings(self) -> None:
        from trainer.ui.settings.page import SettingsPage  # noqa: PLC0415
        from trainer.ui.settings.presenter import SettingsPresenter  # noqa: PLC0415

        page = self._page("settings", lambda: SettingsPage(str(self._store.folder)))
        assert isinstance(page, SettingsPage)
        if self._settings_presenter is None:
            self._settings_presenter = SettingsPresenter(page, self._store, self.fitter)
            self._settings_presenter.failed.connect(self.notice.tell)
            self._settings_presenter.theme_wanted.connect(self._choose_theme)
        self._settings_presenter.refresh(self._look.wanted)

    def _look_whether_to_fit(self) -> None:
        self.fitter.look()

    @cached_property
    def fitter(self):  # noqa: ANN201  # its class is imported a while after the start
        """Fits FSRS's parameters to what was answered, beside everything else."""
        from trainer.ui.settings.fitter import Fitter  # noqa: PLC0415

        at_work = ("study", "drill")
        fitter = Fitter(self._store, lambda: self._stack.currentWidget() not in map(self._pages.get, at_work), self)
        fitter.failed.connect(self.notice.tell)
        return fitter

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
            page.back_wanted.connect(lambda: self._leave_drill("drills"))
            page.next_wanted.connect(lambda: self._leave_drill("today"))
            page.cards_wanted.connect(lambda: self._presenter and self._show_cards_on(self._presenter.session.drill.id))
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
        self._is_closed = True
        for presenter in (self._reports_presenter, self._cards_presenter, self._settings_presenter):
            if presenter is not None:
                presenter.close()
        if "fitter" in self.__dict__:
            self.fitter.close()
        if self._ways is not None:
            with suppress(UserError):
                self._ways.close()
        with suppress(UserError):  # the size of the window is not worth a word when the disk is full
            self._store.set_setting("window", [self.width(), self.height()])
        super().closeEvent(event)

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
from trainer.ui.look import Look
from trainer.ui.notice import NoticeBar
from trainer.ui.sidebar import Sidebar
from trainer.ui.stylesheet import style_sheet
from trainer.ui.today.page import TodayPage
from trainer.ui.today.presenter import TodayPresenter

if TYPE_CHECKING:
    from trainer.ui.drill.presenter import DrillPresenter
    from trainer.ui.study.presenter import StudyPresenter

_RAIL_BELOW = 1180
_SMALLEST = QSize(880, 600)
_FIRST_LOOK_MS = 60_000
"""After the start, when the learner has come to what they came for."""
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
        self._reports_presenter = None
        self._confusions_presenter = None
        self._settings_presenter = None
        self._today_presenter = None
        self._came_from: str | None = None
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
        """Goes to a page of the sidebar, or to another kind of session."""
        show = {
            "today": self._show_today,
            "learn": self._show_learn,
            "study": self._show_study,
            **{way: partial(self._show_beside, way) for way in _BESIDE_STUDY},
            "drills": self._show_drills,
            "cards": self._show_cards,
            "confusions": self._show_confusions,
            "reports": self._show_reports,
            "settings": self._show_settings,
        }[page]
        self.notice.pass_on()
        self._came_from = None
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
        if self._drilling.open(drill_id, level, again=again, variant=variant) is not None:
            self._came_from = None

    def _open_from(self, page: str, drill_id: str) -> None:
        """Opens a drill that a card or a primer leads to; from there the way leads back to it."""
        self.open_drill(drill_id)
        self._came_from = page

    def _leave_drill(self, page: str) -> None:
        """Goes back to the card or primer that led to the drill, as it was left; or, where none did, to a page."""
        came_from, self._came_from = self._came_from, None
        if came_from == "primer":
            self._priming.come_back()
        elif came_from != "study" or not self._studying.come_back():
            self.open_page(came_from or page)

    def _show_cards_on_drill(self) -> None:
        """Opens the Cards page with what the drill trains."""
        if self.drill_presenter is not None:
            drill_id = self.drill_presenter.session.drill.id
            self.open_page("cards")
            self._browsing.page.search.setText(f"drill:{drill_id}")

    def _open_due(self, drill_id: str, variant: int | None) -> None:
        """Opens a drill that is to be built again."""
        self.open_drill(drill_id, again=True, variant=variant)

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
        is_drawn = self.drill_presenter is None or self.drill_presenter.is_settled
        return is_drawn and not any(presenter.is_busy for presenter in self._busy_presenters())

    @property
    def drill_presenter(self) -> "DrillPresenter | None":
        """The presenter of the drill that was opened last."""
        return self._drilling.presenter if "_drilling" in self.__dict__ else None

    @property
    def study_presenter(self) -> "StudyPresenter | None":
        """The presenter of the session with cards that was opened last."""
        return self._studying.presenter if "_studying" in self.__dict__ else None

    def come_to_front(self) -> None:
        """Shows the window to somebody who started the program once more."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()

    @cached_property
    def _frame(self):  # noqa: ANN202  # its class is imported with the first page that needs it
        from trainer.ui.frame import Frame  # noqa: PLC0415

        return Frame(
            self,
            self._look,
            self._library,
            self._store,
            self.notice,
            self._page,
            self._show_page,
            self.open_page,
            self.report_fault,
        )

    def _page(self, name: str, make: Callable[[], QWidget]) -> QWidget:
        if name not in self._pages:
            self._pages[name] = make()
            self._stack.addWidget(self._pages[name])
        return self._pages[name]

    def _show_page(self, name: str, entry: str) -> None:
        """Brings a page to the front as it was left, under an entry of the sidebar."""
        self.sidebar.mark_page(entry)
        self._stack.setCurrentWidget(self._pages[name])

    def _busy_presenters(self):  # noqa: ANN202  # their classes are imported with their pages
        """Those that may have something under way."""
        cards = self._browsing.presenter if "_browsing" in self.__dict__ else None
        some = (self._today_presenter, self._reports_presenter, cards, self._settings_presenter)
        return [presenter for presenter in some if presenter is not None]

    def _show_today(self) -> None:
        page = self.today_page
        if self._today_presenter is None:
            self._today_presenter = TodayPresenter(page, self._library, self._store)
            self._today_presenter.failed.connect(self.notice.tell)
            page.drill_wanted.connect(self.open_drill)
            page.drill_due.connect(self._open_due)
            page.study_wanted.connect(lambda: self.open_page("study"))
            page.drills_wanted.connect(lambda: self.open_page("drills"))
            page.way_wanted.connect(self.open_page)
        self._today_presenter.refresh()

    def _show_learn(self) -> None:
        self._learning.show()

    @cached_property
    def _learning(self):  # noqa: ANN202  # its class is imported with the first visit
        from trainer.ui.learn.opening import LearnOpening  # noqa: PLC0415

        learning = LearnOpening(self._frame, lambda: self.study_presenter and self.study_presenter.session)
        side = learning.page.side
        side.primer_wanted.connect(lambda section: self.read_primer(section, "learn", lambda: self.open_page("learn")))
        side.practise_wanted.connect(lambda section: self.practise(f"section:{section}"))
        side.drill_wanted.connect(partial(self._open_from, "learn"))
        return learning

    @cached_property
    def _other_ways(self):  # noqa: ANN202  # its class is imported when one of them is gone
        from trainer.ui.other_ways import OtherWays  # noqa: PLC0415

        return OtherWays(
            self._look,
            self._library,
            self._store,
            page=self._page,
            study=self._studying.open,
            go=self.open_page,
            failed=self.notice.tell,
        )

    def _show_beside(self, way: str) -> None:
        """Shows practice, the diagnostic, which is a session on the study page, or the mock exam."""
        ways = self._other_ways
        {"practice": ways.show_practice, "diagnostic": ways.show_diagnostic, "exam": ways.show_exam}[way]()

    def practise(self, query: str) -> None:
        """Opens the page of practice for the cards that a query finds."""
        self.open_page("practice")
        self._other_ways.show_practice(query)

    def _show_study(self) -> None:
        self._studying.open_cards(self.tr("Study"))

    @cached_property
    def _studying(self):  # noqa: ANN202  # its class is imported with the first card, which pays for FSRS
        from trainer.ui.study.opening import StudyOpening  # noqa: PLC0415

        studying = StudyOpening(self._frame, self._picture_of)
        page = studying.page
        page.drill_wanted.connect(lambda drill: self._open_from("study", drill))
        page.drill_due.connect(self._open_due)
        page.drills_wanted.connect(lambda: self.open_page("drills"))
        page.back_wanted.connect(lambda: self.open_page("today"))
        page.edit_wanted.connect(self._edit_card)
        page.topic_wanted.connect(lambda section: self.search_cards(f"section:{section}"))
        page.primer_wanted.connect(lambda section: self.read_primer(section, "study", studying.come_back))
        return studying

    def report_fault(self, about: str, shown: str) -> None:
        """Asks what is wrong with a card or a finding, and keeps it; `about` is as in `FaultReport`."""
        from trainer.ui.fault_dialog import FaultDialog  # noqa: PLC0415  # few open it

        dialog = FaultDialog(self._store, about, shown, self)
        dialog.told.connect(self.notice.confirm)
        dialog.open()

    def _edit_card(self, uid: str) -> None:
        """Opens a card on the Cards page, to be rewritten."""
        self.open_page("cards")
        self._browsing.presenter.edit(uid)

    def search_cards(self, query: str) -> None:
        """Shows on the Cards page what a query finds."""
        self.open_page("cards")
        self._browsing.presenter.search_for(query)

    def read_primer(self, section: str, entry: str, back: Callable[[], object]) -> None:
        """Opens the primer of a section.

        Args:
            section: its id.
            entry: of the sidebar, under which it is read.
            back: leads to where it was asked for.
        """
        self._priming.open(section, entry, back)

    @cached_property
    def _priming(self):  # noqa: ANN202  # its class is imported with the first primer
        from trainer.ui.primer.opening import PrimerOpening  # noqa: PLC0415

        priming = PrimerOpening(self._frame)
        priming.page.view.drill_wanted.connect(partial(self._open_from, "primer"))
        return priming

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
        self._browsing.show()

    @cached_property
    def _browsing(self):  # noqa: ANN202  # its class is imported with the first visit
        from trainer.ui.cards.opening import CardsOpening  # noqa: PLC0415

        browsing = CardsOpening(self._frame)
        browsing.page.side.drill_wanted.connect(lambda drill: self._open_from("cards", drill))
        browsing.page.practise_wanted.connect(self.practise)
        browsing.page.side.primer_wanted.connect(
            lambda section: self.read_primer(section, "cards", lambda: self._frame.show("cards", "cards"))
        )
        return browsing

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

    @cached_property
    def _drilling(self):  # noqa: ANN202  # its class is imported with the first drill
        from trainer.ui.drill.opening import DrillOpening  # noqa: PLC0415

        drilling = DrillOpening(
            self._frame,
            lambda section: self.read_primer(section, "drills", lambda: self._frame.show("drill", "drills")),
        )
        page = drilling.page
        page.back_wanted.connect(lambda: self._leave_drill("drills"))
        page.next_wanted.connect(lambda: self._leave_drill("today"))
        page.cards_wanted.connect(self._show_cards_on_drill)
        return drilling

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
        for presenter in self._busy_presenters():
            presenter.close()
        if "fitter" in self.__dict__:
            self.fitter.close()
        if "_other_ways" in self.__dict__:
            with suppress(UserError):
                self._other_ways.close()
        with suppress(UserError):  # the size of the window is not worth a word when the disk is full
            self._store.set_setting("window", [self.width(), self.height()])
        super().closeEvent(event)

"""The presenter of settings: shows what is set, keeps what is chosen, and reckons beside it what that means."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from trainer.errors import UserError
from trainer.learning.parameters import Scope
from trainer.store.opening import Store
from trainer.study.aside import Aside, Dropped
from trainer.study.card_queue import NEW_PER_DAY
from trainer.study.fitting import read_status, take_back
from trainer.study.limits import DUE_LIMIT_SETTING, NEW_LIMIT_SETTING
from trainer.study.pace import seconds_a_card
from trainer.study.scheduling import RETENTION_SETTING, WEEK_SETTING, wanted_retention
from trainer.study.workload import reckon_workload
from trainer.ui.reports.background import Background
from trainer.ui.settings.fitter import Fitter
from trainer.ui.settings.page import ROLLOVER, SettingsPage

_CHANGE_WORKLOAD = ("new_per_day", NEW_LIMIT_SETTING)


class SettingsPresenter(QObject):
    """Drives the page.

    Args:
        page: belongs to this presenter.
        store: what the learner did and chose.
        fitter: fits parameters.

    Signals:
        theme_wanted: its name.
        failed: something foreseen went wrong; the text tells the learner what to do.
    """

    theme_wanted = Signal(str)
    failed = Signal(str)

    def __init__(self, page: SettingsPage, store: Store, fitter: Fitter) -> None:
        super().__init__(page)
        self._page = page
        self._store = store
        self._fitter = fitter
        self._theme = ""
        self._answers: Mapping[float, float] = {}
        self._aside = Aside()
        self._workload = Background(self._show_workload, self.failed.emit, self)
        page.changed.connect(self._change)
        page.fitting.fit_wanted.connect(fitter.fit)
        page.fitting.undo_wanted.connect(self._go_back)
        fitter.changed.connect(self._take_fit)

    @property
    def is_busy(self) -> bool:
        """Whether something is being reckoned."""
        return self._workload.is_busy or self._fitter.is_busy

    def refresh(self, theme: str) -> None:
        """Shows everything as it is now.

        Args:
            theme: the one that is wanted.

        Raises:
            UserError: when the store cannot be read.
        """
        self._theme = theme
        get = self._store.get_setting
        self._page.show_values(
            {
                "new_per_day": get("new_per_day", NEW_PER_DAY),
                NEW_LIMIT_SETTING: get(NEW_LIMIT_SETTING),
                DUE_LIMIT_SETTING: get(DUE_LIMIT_SETTING),
                "four_grades": get("four_grades", default=False),
                RETENTION_SETTING: wanted_retention(self._store),
                ROLLOVER: self._store.rollover_hour,
                WEEK_SETTING: get(WEEK_SETTING),
                "theme": theme,
            }
        )
        self._show_answers()
        self._show_fitting()
        self._reckon()

    def close(self) -> None:
        """Drops what is under way, so that the store can be closed."""
        self._aside.drop()
        self._workload.close()

    def _change(self, key: str, value: object) -> None:
        if key == "theme":
            self._theme = str(value)
            self.theme_wanted.emit(self._theme)
            return
        try:
            if key == ROLLOVER:
                assert isinstance(value, int)
                self._store.choose_rollover(value)
            else:
                self._store.set_setting(key, value)
            if key == RETENTION_SETTING:
                self._show_answers()
            if key in _CHANGE_WORKLOAD:
                self._reckon()
        except UserError as error:
            self.failed.emit(str(error))

    def _take_fit(self) -> None:
        try:
            self._show_fitting()
            if not self._fitter.is_busy:
                self._reckon()
        except UserError as error:
            self.failed.emit(str(error))

    def _go_back(self) -> None:
        try:
            any(take_back(self._store, scope) for scope in Scope)  # the set of drills when cards have none
            self._show_fitting()
            self._reckon()
        except UserError as error:
            self.failed.emit(str(error))

    def _show_fitting(self) -> None:
        cards, drills = (read_status(self._store, scope) for scope in Scope)
        self._page.show_fitting(cards, drills, busy=self._fitter.is_busy)

    def _reckon(self) -> None:
        self._workload.do(self._reckoned)

    def _reckoned(self) -> Mapping[float, float]:
        try:
            return reckon_workload(self._store, self._aside.run)
        except Dropped:
            return {}

    def _show_workload(self, answers: Mapping[float, float]) -> None:
        self._answers = answers
        self._show_answers()

    def _show_answers(self) -> None:
        wanted = wanted_retention(self._store)
        self._page.show_workload(self._answers, wanted, seconds_a_card(self._store, self._store.today()))

"""The reports page on a real store, by real key and mouse events."""

from contextlib import closing
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.fakes.clock import FakeClock
from tests.fakes.lived import TODAY, live_three_days
from trainer.errors import UserError
from trainer.library.shelf import open_library
from trainer.progress.formats import Format
from trainer.store.opening import open_store
from trainer.ui.look import Look
from trainer.ui.reports import presenter as presenter_module
from trainer.ui.reports.background import Background
from trainer.ui.reports.page import ReportsPage
from trainer.ui.reports.presenter import ReportsPresenter
from trainer.ui.stylesheet import style_sheet

TAB = Qt.Key.Key_Tab


class Desk:
    """A page on screen with its presenter; files go where `target` says."""

    def __init__(self, qtbot, page, library, store):
        self.qtbot, self.page, self.side = qtbot, page, page.side
        self.target = None
        self.asked, self.opened, self.faults = [], [], []
        self.presenter = ReportsPresenter(
            page, library, store, today=lambda: TODAY, choose_file=self._choose, show_folder=self._open
        )
        self.presenter.failed.connect(self.faults.append)

    def _choose(self, _parent, suggestion, form):
        self.asked.append((suggestion.name, form))
        return self.target

    def _open(self, folder):
        self.opened.append(folder)
        return True

    def settle(self):
        self.qtbot.waitUntil(lambda: not self.presenter.is_busy)

    def click(self, text):
        (button,) = [one for one in self.page.findChildren(QAbstractButton) if one.text() == text]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    @property
    def told(self):
        return self.page.pages.accessibleDescription()


@pytest.fixture(scope="module")
def library():
    return open_library()


@pytest.fixture
def store(library, tmp_path):
    clock = FakeClock()
    with closing(open_store(tmp_path / "data", clock=clock)) as opened:
        live_three_days(library, opened, clock)
        yield opened


@pytest.fixture
def desk(qtbot, qapp, library, store):
    qapp.setStyleSheet(style_sheet("light"))
    page = ReportsPage(Look("light", motion=False))
    qtbot.addWidget(page)
    page.setMinimumSize(600, 400)
    page.resize(964, 700)
    desk = Desk(qtbot, page, library, store)
    desk.presenter.refresh()
    with qtbot.waitActive(page):
        page.show()
    desk.settle()
    yield desk
    desk.presenter.close()
    qapp.setStyleSheet("")


def test_the_preview_shows_the_pages_at_the_pixels_of_the_screen(desk):
    pages = desk.page.pages

    assert len(pages.pages) > 1
    assert all(abs(page.width() - pages.wanted_width) <= 1 for page in pages.pages)
    assert desk.page.status.text() == f"{len(pages.pages)} pages"


def test_the_preview_is_told_in_words(desk):
    assert desk.page.pages.accessibleName() == f"Preview, {len(desk.page.pages.pages)} pages"
    assert "active days: 3 of 30." in desk.told
    assert "cards answered: 6." in desk.told


def test_another_span_makes_another_preview(desk):
    desk.click("7 days")
    assert desk.page.status.text() == "Making the preview..."
    desk.settle()

    assert "active days: 3 of 7." in desk.told
    desk.click("Everything")
    desk.settle()
    assert "active days: 3 of 4." in desk.told


def test_the_name_is_kept_and_stands_on_the_report(desk, store):
    desk.side.name.setFocus()
    QTest.keyClicks(desk.side.name, "  Maria  Gonzalez ")
    desk.qtbot.waitUntil(lambda: "Progress report of Maria Gonzalez" in desk.told)

    assert store.get_setting("report_name") == "Maria Gonzalez"
    desk.presenter.refresh()
    desk.settle()
    assert desk.side.name.text() == "Maria Gonzalez"


def test_a_wider_window_makes_the_pages_anew(desk):
    before = desk.page.pages.pages[0].width()
    desk.page.resize(1100, 700)
    desk.qtbot.waitUntil(lambda: desk.page.pages.pages[0].width() > before + 100)

    assert abs(desk.page.pages.pages[0].width() - desk.page.pages.wanted_width) <= 1


@pytest.mark.parametrize(
    ("button", "begins"), [("PDF", b"%PDF-"), ("HTML", b"<!doctype"), ("CSV", b"\xef\xbb\xbfkind")]
)
def test_a_report_is_saved_where_the_learner_says(desk, tmp_path, button, begins):
    ending = button.lower()
    desk.target = tmp_path / f"mine.{ending}"
    desk.click(button)
    desk.click("Save the report...")
    desk.settle()

    assert desk.asked == [(f"progress-2026-03-02.{ending}", Format(ending))]
    assert desk.target.read_bytes().startswith(begins)
    assert desk.side.saved_label.text() == f"Saved as {desk.target}"
    assert QApplication.focusWidget() is desk.side.folder_button
    desk.click("Open the folder")
    assert desk.opened == [tmp_path]
    assert desk.faults == []


def test_a_dialog_that_is_closed_saves_nothing(desk):
    desk.click("Save the report...")

    assert not desk.presenter.is_busy
    assert not desk.side.saved.isVisible()


@pytest.mark.parametrize(
    ("name", "told"), [("none/mine.pdf", "there is no folder"), ("mine.csv", "make the two agree")]
)
def test_what_cannot_be_saved_is_told_and_can_be_tried_again(desk, tmp_path, name, told):
    desk.target = tmp_path / name
    desk.click("Save the report...")
    desk.settle()

    assert len(desk.faults) == 1
    assert told in desk.faults[0]
    assert desk.side.save_button.isEnabled()
    assert not desk.side.saved.isVisible()


def test_a_folder_that_cannot_be_shown_is_told(desk, tmp_path):
    desk.presenter._show_folder = lambda _: False
    desk.target = tmp_path / "mine.csv"
    desk.click("CSV")
    desk.click("Save the report...")
    desk.settle()
    desk.click("Open the folder")

    assert desk.faults == [f"The folder {tmp_path} could not be opened."]


def test_a_preview_that_cannot_be_made_is_told(desk, monkeypatch):
    def fail(*_, **__):
        raise UserError("The disk is gone.")

    monkeypatch.setattr(presenter_module, "make_report", fail)
    desk.click("7 days")
    desk.settle()

    assert desk.faults == ["The disk is gone."]
    assert desk.page.status.text() == "There is no preview."


def test_everything_is_reached_by_tab_in_the_order_in_which_it_is_read(desk):
    first = next(one for one in desk.page.findChildren(QAbstractButton) if one.text() == "7 days")
    first.setFocus()
    reached = []
    for _ in range(12):
        focused = QApplication.focusWidget()
        reached.append(focused.accessibleName() or focused.text())
        QTest.keyClick(focused, TAB)
        if QApplication.focusWidget() is first:
            break

    wanted = ["Days: 7 days", "Name on the report", "Format: PDF", "Save the report...", "Preview"]
    places = [next(at for at, name in enumerate(reached) if name.startswith(want)) for want in wanted]
    assert places == sorted(places)


def test_nothing_is_done_in_the_thread_of_the_window(desk, monkeypatch):
    threads = []
    make = presenter_module.make_report

    def note(*arguments, **options):
        threads.append(current_thread())
        return make(*arguments, **options)

    monkeypatch.setattr(presenter_module, "make_report", note)
    desk.click("7 days")
    desk.settle()

    assert threads
    assert main_thread() not in threads


class TestBackground:
    @pytest.fixture
    def results(self):
        return []

    @pytest.fixture
    def background(self, desk, results):
        made = Background(results.append, lambda why: results.append(f"failed: {why}"), desk.page)
        yield made
        made.close()

    def wait(self, desk, background):
        desk.qtbot.waitUntil(lambda: not background.is_busy)

    def test_of_jobs_that_wait_only_the_newest_is_done(self, desk, background, results):
        gate, done = Event(), []
        background.do(lambda: gate.wait(5))
        for number in range(3):
            background.do(lambda number=number: done.append(number) or number)
        gate.set()
        self.wait(desk, background)

        assert done == results == [2]

    def test_what_a_learner_can_mend_is_told(self, desk, background, results):
        def job():
            raise UserError("Make room.")

        background.do(job)
        self.wait(desk, background)

        assert results == ["failed: Make room."]

    def test_a_fault_of_ours_is_raised_in_the_window(self, desk, background):
        with desk.qtbot.captureExceptions() as faults:
            background.do(lambda: 1 / 0)
            self.wait(desk, background)

        assert [kind for kind, *_ in faults] == [ZeroDivisionError]

    def test_closing_waits_and_forgets(self, background, results):
        gate, ended = Event(), []
        background.do(lambda: gate.wait(5) and ended.append(True))
        gate.set()
        background.close()
        QTest.qWait(40)

        assert ended == [True]
        assert results == []
        assert not background.is_busy

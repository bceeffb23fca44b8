"""The Cards page on a real store, driven by real events."""

from contextlib import closing
from datetime import date
from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.fakes.clock import FakeClock
from tests.store.card_events import note, pack, review
from trainer.learning.note import Note, NoteKind
from trainer.store.opening import open_store
from trainer.ui.cards.model import QUESTION, STATE
from trainer.ui.cards.page import CardsPage
from trainer.ui.cards.presenter import CardsPresenter
from trainer.ui.look import Look

CHOICE = Note(
    "way-in",
    NoteKind.CHOICE,
    "elb",
    {
        "question": "What lets visitors in?",
        "options": [
            {"text": "A NAT gateway", "because": "It lets nobody in."},
            {"text": "An internet gateway", "because": "It leads both ways.", "right": True},
        ],
    },
)


class Desk:
    def __init__(self, page, store):
        self.page, self.side, self.store, self.table, self.bar = page, page.side, store, page.table, page.bar
        numbers = count(1)
        self.presenter = CardsPresenter(page, store, today=store.today, new_uid=lambda: f"own-{next(numbers)}")
        self.faults, self.told, self.done = [], [], []
        self.presenter.failed.connect(self.faults.append)
        self.presenter.told.connect(self.told.append)
        self.presenter.done.connect(self.done.append)

    def column(self, column):
        return [self.page.model.index(row, column).data() for row in range(self.page.model.rowCount())]

    def questions(self):
        return self.column(QUESTION)

    def states(self):
        return self.column(STATE)

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)

    def type(self, text):
        QTest.keyClicks(QApplication.focusWidget(), text)


@pytest.fixture
def store(tmp_path):
    with closing(open_store(tmp_path / "data", clock=FakeClock())) as opened:
        yield opened


@pytest.fixture
def open_desk(qtbot, store):
    def open_it(*notes):
        store.import_pack(pack(*notes))
        page = CardsPage(Look("light", motion=False), {"elb": "Load balancing", "vpc-intro": "Networks"})
        qtbot.addWidget(page)
        page.setMinimumSize(600, 400)
        page.resize(964, 700)
        opened = Desk(page, store)
        opened.presenter.refresh()
        with qtbot.waitActive(page):
            page.show()
        return opened

    return open_it


@pytest.fixture
def desk(open_desk, store):
    opened = open_desk(note("igw"), note("nat"), note("gaps", text="A {{1::subnet}} lies in {{2::one zone}}."), CHOICE)
    store.append(review("nat#front", due=date(2026, 3, 2)))
    opened.presenter.refresh()
    return opened


@pytest.fixture
def search(desk, qtbot):
    def run(text):
        desk.page.search.clear()
        QTest.keyClicks(desk.page.search, text)
        qtbot.waitUntil(lambda: not desk.presenter.is_busy)

    return run

from datetime import date

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from trainer.learning.grade import Grade
from trainer.store.search.finding import FoundCard
from trainer.ui.cards.model import DUE, PAGE, QUESTION, SECTION, STATE, CardsModel

TODAY = date(2026, 3, 2)
MANY = 100_000


def card(number, due=None, grade=None, *, retired=False):
    uid = f"n{number}"
    return FoundCard(f"{uid}#front", uid, "vpc", "basic", f"Question {number}?", due, grade, None, False, retired)


class Shelf:
    """Cards by pages; remembers which pages were read."""

    def __init__(self, count):
        self.count, self.read = count, []

    def fetch(self, offset, limit):
        self.read.append(offset)
        return tuple(card(number) for number in range(offset, min(self.count, offset + limit)))


def filled(qapp, shelf):
    model = CardsModel({"vpc": "Networks"})
    model.show_first(shelf.fetch(0, PAGE), TODAY)
    model.show_all(shelf.count, shelf.fetch)
    return model


@pytest.mark.parametrize("count", [0, 1, PAGE, PAGE + 1])
def test_the_model_keeps_qts_rules(qapp, qtmodeltester, count):
    qtmodeltester.check(filled(qapp, Shelf(count)))


def test_of_any_number_of_cards_only_the_wanted_pages_are_read(qapp):
    shelf = Shelf(MANY)
    model = filled(qapp, shelf)

    assert model.rowCount() == MANY
    assert model.index(MANY - 1, QUESTION).data() == f"Question {MANY - 1}?"
    assert model.index(MANY - 2, SECTION).data() == "Networks"
    assert shelf.read == [0, MANY - PAGE]


def test_what_is_shown_stays_while_the_rest_becomes_known(qapp, qtbot):
    shelf = Shelf(MANY)
    model = CardsModel({})
    model.show_first(shelf.fetch(0, PAGE), TODAY)
    second = QPersistentModelIndex(model.index(1, QUESTION))

    assert model.rowCount() == PAGE
    with qtbot.waitSignal(model.rowsInserted):
        model.show_all(MANY, shelf.fetch)
    assert model.rowCount() == MANY
    assert second.isValid()
    assert second.data() == "Question 1?"


def test_a_page_that_can_no_longer_be_read_is_empty(qapp):
    model = filled(qapp, Shelf(PAGE * 2))
    model._fetch = lambda *_: ()

    assert model.index(PAGE, QUESTION).data() is None


@pytest.mark.parametrize(
    ("shown", "state"),
    [
        (card(1), "New"),
        (card(1, date(2026, 3, 2), Grade.GOOD), "Due"),
        (card(1, date(2026, 3, 9), Grade.GOOD), "Learnt"),
        (card(1, date(2026, 3, 2), Grade.AGAIN), "Failed"),
        (card(1, date(2026, 3, 2), Grade.GOOD, retired=True), "Retired"),
    ],
)
def test_a_state_is_told_in_a_word(qapp, shown, state):
    model = CardsModel({})
    model.show_first((shown,), TODAY)

    assert model.index(0, STATE).data() == state
    assert model.index(0, STATE).data(Qt.ItemDataRole.AccessibleTextRole) == f"State: {state}"
    assert model.headerData(DUE, Qt.Orientation.Horizontal) == "Due"

"""What a start does to what was learnt, when the content changed since the last one."""

import pytest

from tests.fakes.content import DECK, make_checkout
from trainer.app import open_app
from trainer.learning.grade import Grade
from trainer.learning.scheduler import default_scheduler
from trainer.study.card_session import CardSession

LEARNT = "subnet-in-one-zone#front"


@pytest.fixture
def decks(tmp_path, monkeypatch):
    return make_checkout(tmp_path / "checkout", monkeypatch) / "assets" / "decks"


@pytest.fixture
def start(tmp_path, decks):
    """Starts the program on one data folder, after one card was learnt there."""
    started = []

    def open_again():
        while started:
            started.pop().store.close()
        started.append(open_app(tmp_path / "data"))
        return started[-1]

    app = open_again()
    session = CardSession(app.library, app.store, default_scheduler())
    assert session.prompt.card.item == LEARNT
    session.answer(Grade.GOOD, seconds=3.0, how="buttons")
    yield open_again
    for app in started:
        app.store.close()


def change(decks, *changes):
    text = DECK
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    (decks / "vpc-intro.yaml").write_text(text, encoding="utf-8")


def test_a_changed_text_is_shown_at_the_next_start_and_the_memory_stays(decks, start):
    before = start().store.item_state(LEARNT)
    change(decks, ("Exactly **one**.", "Just **one**."))
    app = start()

    assert app.store.note("subnet-in-one-zone").note.fields["back"] == "Just **one**."
    assert app.store.item_state(LEARNT) == before


def test_an_added_card_is_new_at_the_next_start(decks, start):
    app = start()
    count = app.store.new_count()
    added = "  - {id: added, kind: basic, facts: [vpc-intro.11], front: a?, back: b, source: S, difficulty: 1}\n"
    change(decks, ("notes:\n", "notes:\n" + added))

    assert start().store.new_count() == count + 1


def test_a_removed_card_is_no_longer_asked_and_its_history_stays(decks, start):
    text = DECK[: DECK.index("  - id: subnet-in-one-zone")] + DECK[DECK.index("  - id: addresses-of-a-24") :]
    (decks / "vpc-intro.yaml").write_text(text, encoding="utf-8")
    app = start()

    assert app.store.note("subnet-in-one-zone").retired
    assert LEARNT not in app.store.cards([LEARNT])
    assert app.store.item_state(LEARNT) is not None
    (decks / "vpc-intro.yaml").write_text(DECK, encoding="utf-8")
    assert LEARNT in start().store.cards([LEARNT])


def test_a_renamed_card_goes_on_under_its_new_name(decks, start):
    before = start().store.item_state(LEARNT)
    change(decks, ("id: subnet-in-one-zone", "id: zones-of-a-subnet"))
    (decks.parent / "renames.yaml").write_text("renames: {subnet-in-one-zone: zones-of-a-subnet}\nretired: []\n")
    app = start()
    after = app.store.item_state("zones-of-a-subnet#front")

    assert (after.memory, after.due, after.seen) == (before.memory, before.due, before.seen)


def test_a_deck_with_a_fault_changes_nothing_that_was_learnt(decks, start):
    change(decks, ("kind: basic", "kind: basics"))
    app = start()

    assert app.library.faults
    assert not app.store.note("subnet-in-one-zone").retired
    assert LEARNT in app.store.cards([LEARNT])


def test_nothing_is_written_when_nothing_changed(decks, start, monkeypatch):
    start()
    monkeypatch.setattr("trainer.store.store.import_pack", lambda *_: pytest.fail("imported again"))

    start()

import pytest

from tests.store.card_events import note, pack, review
from trainer.store.events import EventKind
from trainer.study.undoing import Step, Undoing


@pytest.fixture
def cards(store):
    store.import_pack(pack(*(note(f"n{number}") for number in range(60))))
    return store


def test_each_step_is_told_in_words_back_and_forth(cards):
    undoing = Undoing(cards)
    cards.append(review("n1#front"))
    cards.mark_cards(EventKind.SUSPENDED, ["n1#front", "n2#front"], value=True)
    cards.mark_cards(EventKind.FLAGGED, ["n2#front"], 2)
    cards.delete_notes(["n3"])
    cards.edit_notes({"n4": {"tags": ["a"]}, "n5": {"tags": ["a"]}})

    told = ["the edit", "deleting 1 note", "the flag on 1 card", "suspending 2 cards", "the answer"]
    assert [undoing.undo().words for _ in told] == told
    assert undoing.undo() is None
    assert undoing.peek() == (None, Step("the answer", "n1#front"))
    assert [undoing.redo().words for _ in told] == told[::-1]
    assert undoing.redo() is None


def test_a_step_undone_and_redone_twice_is_still_what_it_was(cards):
    undoing = Undoing(cards)
    cards.reset_cards([f"n{number}#front" for number in range(50)])

    for _ in range(3):
        assert undoing.undo().words == "starting 50 cards anew"
        assert undoing.redo().words == "starting 50 cards anew"

import pytest

from tests.store.drill_events import DRILL, hint, move, start, undo
from trainer.store.history import History, NotUndoable


@pytest.fixture
def moves(store):
    store.append(start())
    return [store.append(move(piece)) for piece in ("igw", "nat", "web")]


def test_nothing_to_undo_before_the_first_move(store):
    assert store.undoable(DRILL, "a1") == History()
    store.append_all([start(), hint()])
    assert store.undoable(DRILL, "a1") == History()


def test_the_last_move_is_undone_first(store, moves):
    assert store.undoable(DRILL, "a1") == History(undo=tuple(moves))


def test_the_last_undo_is_redone_first(store, moves):
    undone = [store.append(undo(moves[2].uid)), store.append(undo(moves[1].uid))]

    assert store.undoable(DRILL, "a1") == History(undo=(moves[0],), redo=tuple(undone))

    store.append(undo(undone[1].uid))
    assert store.undoable(DRILL, "a1") == History(undo=tuple(moves[:2]), redo=(undone[0],))


def test_what_was_redone_can_be_undone_again(store, moves):
    first = store.append(undo(moves[2].uid))
    store.append(undo(first.uid))
    second = store.append(undo(moves[2].uid))

    assert store.undoable(DRILL, "a1") == History(undo=tuple(moves[:2]), redo=(second,))


def test_a_new_move_ends_redo(store, moves):
    store.append(undo(moves[2].uid))
    new = store.append(move("db"))

    assert store.undoable(DRILL, "a1") == History(undo=(*moves[:2], new))


def test_a_hint_does_not_end_redo(store, moves):
    undone = store.append(undo(moves[2].uid))
    store.append(hint())

    assert store.undoable(DRILL, "a1").redo == (undone,)


def test_only_the_latest_attempt_can_be_undone(store, moves):
    store.append(start("a2"))

    assert store.undoable(DRILL, "a1") == History()
    with pytest.raises(NotUndoable):
        store.append(undo(moves[0].uid))


def test_nothing_is_undone_twice(store, moves):
    store.append(undo(moves[2].uid))

    with pytest.raises(NotUndoable, match="already"):
        store.append(undo(moves[2].uid))


def test_only_moves_and_undos_can_be_undone(store, moves):
    hinted = store.append(hint())

    for uid in (hinted.uid, "nobody-1", f"{store.device}-1"):
        with pytest.raises(NotUndoable):
            store.append(undo(uid))
    assert len(list(store.events())) == 5
    assert store.undoable(DRILL, "a1").undo == tuple(moves)

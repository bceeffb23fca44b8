from datetime import timedelta

from tests.store.drill_events import DRILL, check, finish, hint, move, start, undo
from trainer.store.board_state import move as moved


def test_a_drill_never_begun_has_no_board(store):
    assert store.board(DRILL) is None
    assert store.boards() == {}


def test_the_board_is_the_drill_as_it_was_left(store, clock):
    begun = store.append(start(prefilled={"nat": ["public"]}))
    clock.advance(minutes=5)
    store.append_all([move("igw", None, "vpc"), hint(), check()])

    board = store.board(DRILL)

    assert board.placement == {"igw": ("vpc",), "nat": ("public",)}
    assert board.prefilled == {"nat": ("public",)}
    assert (board.attempt, board.level, board.feedback, board.variant) == ("a1", 2, "drop", None)
    assert (board.hints, board.moves, board.finished, board.correct) == (1, 1, False, False)
    assert (board.started_at, board.touched_at) == (begun.at, begun.at + timedelta(minutes=5))
    assert store.boards() == {DRILL: board}


def test_a_new_attempt_clears_the_board(store):
    store.append_all([start(), move(), hint(), finish(), start("a2")])

    board = store.board(DRILL)

    assert (board.attempt, board.placement, board.hints, board.finished) == ("a2", {}, 0, False)


def test_events_of_an_older_attempt_leave_the_board(store):
    store.append_all([start("a1"), start("a2"), move(attempt="a1"), finish("a1")])

    assert store.board(DRILL).placement == {}
    assert not store.board(DRILL).finished


def test_a_finished_board_says_how(store):
    store.append_all([start(), move(), finish(correct=True)])

    assert (store.board(DRILL).finished, store.board(DRILL).correct) == (True, True)


def test_undo_takes_back_the_move(store):
    store.append(start())
    store.append(move("igw", None, "vpc"))
    second = store.append(move("igw", "vpc", "region"))

    store.append(undo(second.uid))

    assert store.board(DRILL).placement == {"igw": ("vpc",)}
    assert store.board(DRILL).moves == 1


def test_redo_restores_the_move(store):
    store.append(start())
    first = store.append(move("igw", None, "vpc"))
    back = store.append(undo(first.uid))

    store.append(undo(back.uid))

    assert store.board(DRILL).placement == {"igw": ("vpc",)}


def step(where, source, target):
    return moved({"alb": where}, {"piece": "alb", "from": source, "to": target}).get("alb")


def test_tiles_keep_their_order():
    assert step(("a", "b"), "a", "c") == ("c", "b")
    assert step(("a",), None, "b") == ("a", "b")
    assert step(("a", "b"), "a", None) == ("b",)
    assert step(("a",), "a", None) is None


def test_moves_that_make_no_sense_still_have_a_meaning():
    assert step(("a", "b"), "a", "b") == ("b",)
    assert step(("a", "b"), None, "a") == ("a", "b")
    assert step(("a",), "x", "b") == ("a", "b")
    assert step(("a",), "x", None) == ("a",)
    assert step(("a",), "a", "a") == ("a",)

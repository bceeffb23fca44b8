import json
import sqlite3
from contextlib import closing

import pytest

from tests.store.drill_events import DRILL, finish, hint, move, start, undo
from trainer.store.doctor import examine, repair
from trainer.store.errors import StoreDamaged
from trainer.store.opening import DATABASE, open_store
from trainer.store.tables import SCHEMA_VERSION


@pytest.fixture
def filled(folder, clock):
    with closing(open_store(folder, clock=clock)) as store:
        store.append(start())
        moved = store.append(move())
        store.append_all([undo(moved.uid), move("nat"), hint(), finish()])
    return folder


@pytest.fixture
def tamper(filled):
    def run(statement):
        with closing(sqlite3.connect(filled / DATABASE)) as connection, connection:
            connection.execute(statement)

    return run


@pytest.fixture
def found(filled, clock):
    def run():
        with closing(open_store(filled, clock=clock)) as store:
            return examine(store)

    return run


def test_an_empty_store_is_healthy(store):
    examination = examine(store)

    assert examination.is_healthy
    assert (examination.events, examination.schema_version) == (0, SCHEMA_VERSION)


def test_a_filled_store_is_healthy(found):
    examination = found()

    assert examination.is_healthy, examination.lines()
    assert examination.events == 6
    assert json.loads(json.dumps(examination.document()))["is_healthy"] is True


@pytest.mark.parametrize(
    ("edit", "broken"),
    [
        ("UPDATE event SET payload = replace(payload, 'vpc', 'region') WHERE seq = 2", 2),
        ("UPDATE event SET at = replace(at, '12:', '13:') WHERE seq = 3", 3),
        ("UPDATE event SET study_day = '2026-03-03' WHERE seq = 1", 1),
        ("UPDATE event SET origin = 'simulated' WHERE seq = 6", 6),
        ("DELETE FROM event WHERE seq = 5", 6),
        ("UPDATE event SET uid = 'x-4', hash = hash WHERE seq = 4", None),
    ],
)
def test_the_chain_shows_an_edit(tamper, found, edit, broken):
    tamper(edit)

    examination = found()

    assert not examination.chain_ok
    assert not examination.is_healthy
    expected = "x-4" if broken is None else f"-{broken}"
    assert examination.broken_event.endswith(expected)
    assert f"broken at event {examination.broken_event}" in "\n".join(examination.lines())


@pytest.mark.parametrize(
    ("edit", "table", "key"),
    [
        ("UPDATE board SET placement = '{}'", "board", DRILL),
        ("UPDATE day_total SET drops = 99", "day_total", "2026-03-02"),
        ("DELETE FROM drill_state", "drill_state", DRILL),
        ("UPDATE item_state SET stability = 99 WHERE uid LIKE 'drill:%'", "item_state", f"drill:{DRILL}"),
        ("UPDATE item_state SET due = '2027-01-01' WHERE uid LIKE 'drill:%'", "item_state", f"drill:{DRILL}"),
    ],
)
def test_a_cache_that_differs_is_found_and_repaired(filled, clock, tamper, edit, table, key):
    tamper(edit)
    with closing(open_store(filled, clock=clock)) as store:
        ill = examine(store)
        repair(store)
        well = examine(store)

    assert [(difference.table, difference.key) for difference in ill.differences] == [(table, key)]
    assert ill.chain_ok
    assert not ill.caches_ok
    assert well.is_healthy, well.lines()


def test_learning_goes_on_after_a_repair(store):
    store.append_all([start(), move()])
    repair(store)
    store.append_all([move("nat"), finish()])

    assert examine(store).is_healthy


@pytest.mark.parametrize("payload", ["no JSON", '{"v":1}', "[]"])
def test_an_event_that_cannot_be_replayed_is_named(filled, clock, tamper, payload):
    tamper(f"UPDATE event SET payload = '{payload}' WHERE seq = 2")
    with closing(open_store(filled, clock=clock)) as store:
        examination = examine(store)
        with pytest.raises(StoreDamaged):
            repair(store)

    assert examination.unreadable == f"event {examination.broken_event}"
    assert not examination.is_healthy


def test_rows_that_refer_to_nothing_are_found(tamper, found):
    tamper("INSERT INTO item SELECT learner, 'lost#front', 'lost', 1, 0 FROM owner")

    assert found().orphans == ("item",)


def test_a_cache_row_that_cannot_be_read_is_told_plainly(filled, clock, tamper):
    tamper("UPDATE board SET placement = 'no JSON'")
    with closing(open_store(filled, clock=clock)) as store, pytest.raises(StoreDamaged):
        store.board(DRILL)

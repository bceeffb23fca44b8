import json

from trainer.cloud.drill import Drill
from trainer.library.shelf import open_library
from trainer.paths import data_dir
from trainer.store.clock import SystemClock
from trainer.store.opening import open_store
from trainer.study.drill_session import DrillSession


def play(drill: Drill) -> None:
    store = open_store(data_dir(), clock=SystemClock())
    session = DrillSession(drill, store)
    session.place("igw", "vpc")
    session.place("nat", "private-a")
    session.undo()
    store.close()


def test_a_healthy_log_exits_with_0(trainer):
    play(open_library().drill("first-vpc"))
    result = trainer("doctor", "--json")

    assert result.code == 0, result.out + result.err
    assert json.loads(result.out)["repaired"] is False


def test_a_new_data_folder_is_healthy(trainer, tmp_path):
    assert trainer("doctor", "--data-dir", tmp_path / "new").code == 0


def test_a_folder_that_cannot_be_made_is_one_line(trainer, tmp_path):
    (tmp_path / "file").touch()
    result = trainer("doctor", "--data-dir", tmp_path / "file" / "below")

    assert result.code == 2
    assert result.err.count("\n") == 1


def test_a_database_that_is_none_is_one_line(trainer, tmp_path):
    (tmp_path / "trainer.db").write_bytes(b"this is no database, but long enough to look at" * 99)
    result = trainer("doctor", "--data-dir", tmp_path)

    assert result.code == 2
    assert result.err.count("\n") == 1
    assert "Traceback" not in result.err

import os
import time
from types import MappingProxyType

import pytest

from tests.layout.topologies import FLAGSHIP, USERS
from trainer.cloud.topology import Container, ContainerKind, Topology
from trainer.errors import UserError
from trainer.layout.measure import table_measure
from trainer.layout.worker import Worker, complaints, lay_out_safely


@pytest.fixture(scope="module")
def worker():
    worker = Worker()
    yield worker
    worker.stop()


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_another_process_gives_the_same_geometry(laid_out):
    topology, pieces, links, solution = FLAGSHIP

    def unsendable(*text):
        return table_measure(*text)

    geometry = lay_out_safely(
        topology,
        MappingProxyType(solution),
        MappingProxyType(pieces),
        fixtures=USERS,
        links=links,
        measure=unsendable,
        timeout_s=30,
        user_made=True,
    )

    assert geometry == laid_out(FLAGSHIP, solution)


def test_a_large_diagram_does_not_run_here(monkeypatch):
    monkeypatch.setattr("trainer.layout.worker.lay_out", None)
    topology = Topology([Container(f"c{number}", ContainerKind.BIN, "Bin") for number in range(121)])

    with pytest.raises(TypeError):  # the process was asked to call None: it was asked
        lay_out_safely(topology, {}, {}, measure=table_measure, timeout_s=30)


def test_a_small_one_of_ours_runs_here(laid_out):
    topology, pieces, links, solution = FLAGSHIP

    geometry = lay_out_safely(topology, solution, pieces, fixtures=USERS, links=links, measure=table_measure)

    assert geometry == laid_out(FLAGSHIP, solution)


def test_the_process_stays_warm(worker):
    first = worker.run(os.getpid, (), {}, 30)

    assert worker.run(os.getpid, (), {}, 30) == first == worker.pid != os.getpid()


def test_the_process_is_killed_when_it_takes_too_long(worker):
    pid = worker.run(os.getpid, (), {}, 30)

    with pytest.raises(UserError, match=r"within 0\.2 s"):
        worker.run(time.sleep, (60,), {}, 0.2)

    assert not is_alive(pid)
    assert worker.run(abs, (-3,), {}, 30) == 3


def test_a_process_that_dies_is_told_and_replaced(worker):
    with pytest.raises(UserError, match="exit code 7"):
        worker.run(os._exit, (7,), {}, 30)

    assert worker.run(abs, (-3,), {}, 30) == 3


def test_what_the_engine_complains_about_is_an_error(worker):
    with pytest.raises(UserError, match="lost control"):
        worker.run(os.write, (2, b"Error: lost control\n"), {}, 30)

    assert worker.run(abs, (-3,), {}, 30) == 3


def test_errors_of_a_job_come_through(worker):
    with pytest.raises(ZeroDivisionError):
        worker.run(divmod, (1, 0), {}, 30)


def test_what_fontconfig_says_is_no_complaint():
    assert complaints("Fontconfig error: Cannot load default config file\n\n") == ""


def test_limits_hold_before_any_process_starts():
    topology = Topology([Container(f"c{number}", ContainerKind.BIN, "Bin") for number in range(401)])

    with pytest.raises(UserError, match="401 containers"):
        lay_out_safely(topology, {}, {}, measure=table_measure, user_made=True)

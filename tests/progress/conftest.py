from datetime import timedelta

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.lived import TODAY, live_three_days
from trainer.library.shelf import open_library
from trainer.progress.report import make_report
from trainer.store.opening import open_store


@pytest.fixture(scope="session")
def library():
    return open_library()


@pytest.fixture
def clock():
    return FakeClock(step=timedelta(milliseconds=1))


@pytest.fixture
def store(tmp_path, clock):
    opened = open_store(tmp_path / "data", clock=clock)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def lived(library, tmp_path_factory):
    """A store with three days of learning; nobody writes to it."""
    clock = FakeClock()
    opened = open_store(tmp_path_factory.mktemp("lived"), clock=clock)
    live_three_days(library, opened, clock)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def report(library, lived):
    """The report on these days."""
    return make_report(library, lived, TODAY, name="Maria Gonzalez")

from contextlib import closing

import pytest

from tests.fakes.clock import FakeClock
from trainer.store.opening import open_store


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def store(folder, clock):
    with closing(open_store(folder, clock=clock)) as opened:
        yield opened

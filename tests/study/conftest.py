from datetime import timedelta

import pytest

from tests.fakes.clock import FakeClock
from trainer.library.shelf import open_library
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


@pytest.fixture
def mini(library):
    return library.drill("first-vpc")


@pytest.fixture
def flagship(library):
    return library.drill("three-tier-two-zones")

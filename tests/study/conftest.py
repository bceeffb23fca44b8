import pytest

from trainer.library.shelf import open_library
from trainer.store.clock import SystemClock
from trainer.store.opening import open_store


@pytest.fixture(scope="session")
def library():
    return open_library()


@pytest.fixture
def store(tmp_path):
    opened = open_store(tmp_path / "data", clock=SystemClock())
    yield opened
    opened.close()


@pytest.fixture
def mini(library):
    return library.drill("first-vpc")


@pytest.fixture
def flagship(library):
    return library.drill("three-tier-two-zones")

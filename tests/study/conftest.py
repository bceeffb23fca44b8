from datetime import timedelta

import pytest

from tests.fakes.clock import FakeClock
from trainer.library.shelf import open_library
from trainer.store.opening import open_store
from trainer.study.drill_session import DrillSession
from trainer.study.simulation.notebook import Notebook


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


@pytest.fixture
def notebook():
    """What a session writes to, without a disk."""
    return Notebook()


@pytest.fixture
def begin(notebook):
    """Makes a session over the notebook."""

    def make(drill, **options):
        return DrillSession(drill, notebook, **options)

    return make

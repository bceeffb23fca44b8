import pytest

from trainer.ui.starting import make_application


@pytest.fixture(scope="session")
def qapp():
    """The program's own application object, with its fonts."""
    return make_application()

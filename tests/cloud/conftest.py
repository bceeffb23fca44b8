import pytest

from trainer.library.compiling import compile_content
from trainer.library.shelf import Library


@pytest.fixture(scope="session")
def library():
    return Library(compile_content())


@pytest.fixture(scope="session")
def flagship(library):
    return library.drill("three-tier-two-zones")


@pytest.fixture(scope="session")
def mini(library):
    return library.drill("first-vpc")

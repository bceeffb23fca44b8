from contextlib import closing

import pytest

from tests.fakes.clock import FakeClock
from trainer.store.opening import open_store
from trainer.store.search.finding import Page
from trainer.store.search.query import parse_query


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def store(tmp_path, clock):
    with closing(open_store(tmp_path / "data", clock=clock)) as opened:
        yield opened


@pytest.fixture
def find(store):
    """The uids of the notes of the cards that fit a query, in their order."""

    def run(text, *, typing=False, **page):
        return [card.note for card in store.search(parse_query(text, typing=typing), Page(**page)).cards]

    return run

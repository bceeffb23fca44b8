"""The decks and primers that come with the program: the whole course, and nothing that an editor would mend."""

import pytest

from trainer.library.deck_quality.claims import explained_elsewhere
from trainer.library.deck_quality.judging import judge_decks
from trainer.library.shelf import decks_folder, open_library


@pytest.fixture(scope="module")
def library():
    return open_library()


@pytest.fixture(scope="module")
def judged(library):
    return judge_decks(decks_folder(), library.curriculum, explained_elsewhere(library))


def test_nothing_is_left_to_mend(judged):
    assert list(map(str, judged.findings)) == []


def test_every_fact_is_asked_explained_or_set_aside_and_every_comparison_served(judged):
    assert list(judged.coverage.missing) == []
    assert len(judged.coverage.set_aside) <= 60
    assert {name: count for name, count in judged.compared.items() if count < 4} == {}


def test_every_section_has_a_deck_and_a_primer(judged, library):
    assert list(judged.without_deck) == []
    assert set(library.primer_sections) == set(library.curriculum.sections)

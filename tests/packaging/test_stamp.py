"""A second run has nothing to do, until something it was set up from changes."""

import os

import pytest
from machine import stamp
from machine.places import python_of


@pytest.fixture
def place(tmp_path):
    """Return environment, locks and pyproject as after a setup for testing."""
    environment, locks, pyproject = tmp_path / ".venv", tmp_path / "locks", tmp_path / "pyproject.toml"
    python_of(environment).parent.mkdir(parents=True)
    python_of(environment).touch()
    (environment / "pyvenv.cfg").write_text("version = 3.11.2\n")
    locks.mkdir()
    for name in ("run", "test", "dev", "packaging"):
        (locks / f"{name}.txt").write_text(f"{name}==1\n")
    pyproject.write_text("[project]\n")
    stamp.write_stamp(environment, locks, pyproject, "test")
    return environment, locks, pyproject


def test_what_was_set_up_is_set_up(place):
    assert stamp.is_set_up(*place, "test")


def test_a_wider_lock_covers_a_narrower_one(place):
    stamp.write_stamp(*place, "dev")

    assert stamp.is_set_up(*place, "packaging")
    assert stamp.is_set_up(*place, "run")


def test_a_narrower_lock_does_not_cover_a_wider_one(place):
    assert not stamp.is_set_up(*place, "dev")


def test_a_second_lock_leaves_the_first_one_valid(place):
    stamp.write_stamp(*place, "packaging")

    assert stamp.is_set_up(*place, "test")
    assert stamp.is_set_up(*place, "packaging")


@pytest.mark.parametrize("changed", ["locks/test.txt", "pyproject.toml", ".venv/pyvenv.cfg"])
def test_any_change_of_what_it_was_set_up_from_asks_for_another_setup(place, tmp_path, changed):
    (tmp_path / changed).write_text("something else")

    assert not stamp.is_set_up(*place, "test")


def test_a_moved_project_asks_for_another_setup(place, tmp_path):
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    (moved / "pyproject.toml").write_bytes(place[2].read_bytes())

    assert not stamp.is_set_up(place[0], place[1], moved / "pyproject.toml", "test")


def test_an_environment_without_its_python_is_not_set_up(place):
    python_of(place[0]).unlink()

    assert not stamp.is_set_up(*place, "test")


def test_an_installation_cut_off_in_the_middle_is_noticed(place):
    stamp.begin(place[0])

    assert not stamp.is_set_up(*place, "test")
    assert stamp.was_cut_off(place[0])


def test_an_installation_under_way_is_not_taken_for_one_that_was_cut_off(place):
    stamp.begin(place[0])
    (place[0] / "set-up-under-way").write_text(str(os.getppid()))

    expected = None if os.name == "nt" else os.getppid()
    assert stamp.process_at_work(place[0]) == expected


@pytest.mark.parametrize("content", ["", "x", "999999999"])
def test_a_mark_whose_process_is_gone_keeps_nobody_waiting(place, content):
    (place[0] / "set-up-under-way").write_text(content)

    assert stamp.process_at_work(place[0]) is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"null"])
def test_an_unreadable_stamp_counts_as_none(place, content):
    (place[0] / "set-up.json").write_bytes(content)

    assert not stamp.is_set_up(*place, "test")

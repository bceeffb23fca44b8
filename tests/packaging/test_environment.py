"""A usable environment is kept, a broken one is made anew."""

import sys

import pytest
from machine import environment, stamp
from machine.environment import is_usable, make_environment
from machine.failures import SetupError
from machine.places import python_of


@pytest.fixture
def made(tmp_path):
    make_environment(tmp_path / "env")
    return tmp_path / "env"


def test_a_new_environment_is_usable(made):
    assert is_usable(made)


def test_a_usable_environment_is_kept(made):
    (made / "mine").touch()

    make_environment(made)

    assert (made / "mine").exists()


def test_an_environment_whose_python_is_gone_is_made_anew(made, capsys):
    python_of(made).unlink()

    make_environment(made)

    assert is_usable(made)
    assert "making it anew" in capsys.readouterr().out


def test_an_environment_left_half_filled_is_made_anew(made):
    stamp.begin(made)

    make_environment(made)

    assert is_usable(made)
    assert not stamp.was_cut_off(made)


def test_a_folder_that_cannot_be_made_is_told_in_one_sentence(tmp_path):
    (tmp_path / "file").touch()

    with pytest.raises(SetupError, match="could not be written"):
        make_environment(tmp_path / "file" / "env")


def test_without_any_way_to_install_a_sentence_says_so(made, monkeypatch):
    monkeypatch.setattr(environment, "_answers", lambda _command: False)
    monkeypatch.setattr(environment, "_pip_of_interpreter", lambda: None)
    monkeypatch.setattr(environment.shutil, "which", lambda _name: None)

    with pytest.raises(SetupError, match="no uv"):
        environment.installer_for(made)


def test_uv_is_the_last_way_to_install(made, monkeypatch):
    monkeypatch.setattr(environment, "_answers", lambda _command: False)
    monkeypatch.setattr(environment, "_pip_of_interpreter", lambda: None)
    monkeypatch.setattr(environment.shutil, "which", lambda name: name)

    assert environment.installer_for(made)[:5] == ["uv", "pip", "install", "--python", str(python_of(made))]


def test_the_interpreters_own_pip_comes_before_uv(made, monkeypatch):
    monkeypatch.setattr(environment, "_answers", lambda _command: False)
    monkeypatch.setattr(environment, "_pip_of_interpreter", lambda: [sys.executable, "-m", "pip"])

    assert environment.installer_for(made)[3:6] == ["--python", str(python_of(made)), "install"]

"""The command line of bootstrap.py."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import bootstrap
from machine import commands
from machine.commands import COMMANDS, run_command
from machine.failures import SetupError

ROOT = Path(__file__).parents[2]


def test_without_a_command_the_help_is_printed(capsys):
    code = run_command([])

    printed = capsys.readouterr().out
    assert code == 0
    assert all(name in printed for name in COMMANDS)


def test_an_unknown_command_is_named(capsys):
    assert run_command(["fly"]) == 2
    assert "'fly'" in capsys.readouterr().err


def test_a_failed_setup_is_one_sentence_and_a_code(monkeypatch, capsys):
    def fail(_lock):
        raise SetupError("The disk is full.")

    monkeypatch.setattr(commands, "set_up", fail)

    assert run_command(["setup"]) == 1
    assert capsys.readouterr().err == "The disk is full.\n"


def test_make_has_a_target_for_every_command():
    targets = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    assert targets is not None
    assert {*targets[1].split()} == {"help", *COMMANDS}


def test_every_script_that_is_started_is_there():
    started = {word for command in COMMANDS.values() for word in command.starts if word.startswith("packaging/")}

    assert all((ROOT / word).exists() for word in started)


def test_an_old_python_can_read_the_first_file():
    """Its syntax is that of Python 3.6; the parser of this Python checks it as such."""
    source = (ROOT / "packaging" / "bootstrap.py").read_text(encoding="utf-8")

    ast.parse(source, feature_version=(3, 6))
    assert "annotations" not in source


def test_an_old_python_is_told_what_it_needs(monkeypatch, capsys):
    monkeypatch.setattr(bootstrap, "OLDEST", (99, 0))
    monkeypatch.setattr(bootstrap, "NEWER", ())

    assert bootstrap.main() == 2
    assert "needs Python 99.0 or newer" in capsys.readouterr().err


def test_the_folder_hides_no_library():
    """As a package it would take the place of the library `packaging`."""
    assert not (ROOT / "packaging" / "__init__.py").exists()
    subprocess.run([sys.executable, "-c", "import packaging.version"], cwd=ROOT, check=True)

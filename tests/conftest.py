"""What all tests share: silence is part of passing, and nothing of the machine leaks in."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import logging

import pytest


@pytest.fixture(autouse=True)
def _own_places(tmp_path, monkeypatch):
    """Every test has a data, config and cache folder of its own, and speaks plain English."""
    monkeypatch.setenv("TRAINER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture(autouse=True)
def _no_warnings_logged(caplog):
    yield
    loud = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]

    assert not loud, f"logged: {loud}"


def pytest_collection_modifyitems(items):
    """Tests that need Qt are marked, so that `-m 'not gui'` is the fast loop."""
    for item in items:
        if {"qtbot", "qapp", "robot"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.gui)

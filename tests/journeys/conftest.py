from itertools import count

import pytest

from trainer.ui.robot import Robot
from trainer.ui.starting import make_application, open_window


@pytest.fixture(scope="session")
def qapp():
    """The program's own application object, with its fonts."""
    return make_application()


@pytest.fixture
def same_chance(monkeypatch):
    """Attempts get the same uids in each run, and so the same halves and questions."""
    numbers = count(1)
    monkeypatch.setattr("trainer.study.drill_session.token_hex", lambda size: f"{next(numbers):0{2 * size}x}")


@pytest.fixture
def open_trainer(qapp, qtbot, tmp_path, same_chance):
    """Opens the real window on a data folder; what is still open at the end is closed."""
    opened = []

    def open_it(folder=tmp_path / "data", size=(1360, 860)):
        window, store = open_window(folder, motion=False)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        opened.append((window, store))
        robot = Robot(window)
        robot.settle()
        return robot

    yield open_it
    for window, store in opened:
        window.close()
        window.deleteLater()
        store.close()


@pytest.fixture
def robot(open_trainer):
    return open_trainer()

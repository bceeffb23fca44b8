import pytest
from PySide6.QtGui import QPixmap

from tests.fakes.card_session import FakeSession
from tests.fakes.desk import Desk
from trainer.ui.look import Look
from trainer.ui.starting import make_application
from trainer.ui.study.page import StudyPage
from trainer.ui.stylesheet import style_sheet


@pytest.fixture(scope="session")
def qapp():
    """The program's own application object, with its fonts."""
    return make_application()


@pytest.fixture
def open_page(qtbot, qapp):
    qapp.setStyleSheet(style_sheet("light"))

    def open_it(*prompts, size=(964, 700), ending=None, **options):
        page = StudyPage(Look("light", motion=False), lambda _, wanted: QPixmap(wanted))
        qtbot.addWidget(page)
        page.setMinimumSize(600, 400)
        page.resize(*size)
        desk = Desk(page, FakeSession(*prompts, **(ending or {})), **options)
        with qtbot.waitActive(page):
            page.show()
        return desk

    yield open_it
    qapp.setStyleSheet("")

"""A study page on screen with its presenter and its session, worked by keys and mouse."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.fakes.card_session import TODAY
from trainer.ui.study.presenter import StudyPresenter


class Desk:
    """A page on screen with its presenter and its session."""

    def __init__(self, page, session, **options):
        self.now = 0.0
        self.page, self.sheet, self.session = page, page.sheet, session
        self.presenter = StudyPresenter(page, session, today=lambda: TODAY, clock=lambda: self.now, **options)
        self.faults = []
        self.presenter.failed.connect(self.faults.append)

    def press(self, *keys, modifiers=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            QTest.keyClick(QApplication.focusWidget(), key, modifiers)

    def click(self, widget):
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    @property
    def grades(self):
        return [grade for grade, *_ in self.session.answers]

    @property
    def offered(self):
        return [(offer.name, offer.when) for offer in self.sheet.grades.offers if self.sheet.grades.isVisible()]

    @property
    def kinds(self):
        return [button.kind for button in self.sheet.card.options.buttons]

    def top_of(self, widget):
        return widget.mapTo(self.page, QPoint(0, 0))

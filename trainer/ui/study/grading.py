"""The buttons that grade an answer, each with its key and with when the card comes back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from trainer.learning.grade import Grade
from trainer.learning.memory import Outlook
from trainer.tokens import SPACE
from trainer.ui.labels import make_label
from trainer.ui.study.words import full_date, interval_words

ROW_HEIGHT = 58
GO_ON = "go-on"
"""The look of a button that leads on without a grade to choose."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A grade to give.

    Attributes:
        look: how its button looks: a grade's word, or `go-on`.
        name: what the button says; `when` says when the card comes back, `tip` the same with its date.
        sure: whether it says that the learner was sure; None where it says nothing of that.
    """

    grade: Grade
    look: str
    name: str
    when: str
    tip: str
    sure: bool | None = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Grading", text)


def offers_after_answer(outlooks: Mapping[Grade, Outlook], *, four_grades: bool) -> tuple[Offer, ...]:
    """What can be said after the answer of a card was seen."""
    return tuple(_offer(grade, outlooks) for grade in (Grade if four_grades else (Grade.AGAIN, Grade.GOOD)))


def offers_after_choice(outlooks: Mapping[Grade, Outlook], *, right: bool) -> tuple[Offer, ...]:
    """What can be said after an option was chosen: it was a guess, or the learner was sure.

    A right guess is forgotten as well as a wrong option; what was sure but wrong is asked again before all else.
    """
    guessed = replace(_offer(Grade.AGAIN, outlooks, _tr("Guessed")), sure=False)
    if right:
        return guessed, replace(_offer(Grade.GOOD, outlooks), sure=True)
    return guessed, replace(_offer(Grade.AGAIN, outlooks, _tr("I was sure"), GO_ON), sure=True)


def offers_after_check(
    outlooks: Mapping[Grade, Outlook], *, four_grades: bool, can_be_known: bool = True
) -> tuple[Offer, ...]:
    """What can be said after an answer was checked: what cannot be known is forgotten, else the learner decides."""
    if not can_be_known:
        return (_offer(Grade.AGAIN, outlooks, _tr("Go on"), GO_ON),)
    return offers_after_answer(outlooks, four_grades=four_grades)


def _offer(grade: Grade, outlooks: Mapping[Grade, Outlook], name: str = "", look: str = "") -> Offer:
    names = {
        Grade.AGAIN: _tr("Forgot"),
        Grade.HARD: _tr("Hard"),
        Grade.GOOD: _tr("Knew it"),
        Grade.EASY: _tr("Easy"),
    }
    outlook = outlooks.get(grade)
    if outlook is None:  # the answer leaves the schedule alone
        failed = _tr("stays new") if outlooks else _tr("again")  # the diagnostic schedules only what was known
        return Offer(grade, look or grade.word, name or names[grade], "" if grade.passed else failed, "")
    if grade.passed:
        when, tip = interval_words(outlook.interval), _tr("Next due: {day}")
    else:
        when, tip = _tr("again today"), _tr("Asked again today, after some other cards; then {day}")
    return Offer(grade, look or grade.word, name or names[grade], when, tip.format(day=full_date(outlook.due)))


class KeyButton(QPushButton):
    """A deed with its key, and under it what it leads to: for a grade, when the card comes back.

    Args:
        look: a grade's word, or `go-on`: the colour of the button.
    """

    def __init__(self, look: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "grade")
        self.setProperty("kind", look)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name = make_label("", "strong", parent=self)
        self._key = make_label("", "key", parent=self)
        self._when = make_label("", "small", parent=self)
        for part in (self._name, self._key, self._when):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(1)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addStretch(1)
        row.addWidget(self._name)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._when, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_deed(self, name: str, key: str, when: str = "", tip: str = "") -> None:
        """Takes what it does, the key that does it too, and what that leads to."""
        self._name.setText(name)
        self._key.setText(key)
        self._when.setText(when)
        self._when.setVisible(bool(when))
        self.setToolTip(tip)
        self.setAccessibleName(f"{name}, {when}" if when else name)
        self.setAccessibleDescription(self.tr("Key {key}. {tip}").format(key=key, tip=tip).strip())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # they scroll what is to be read; Qt would go to another button
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # its second half was meant for the button that stood here before

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), ROW_HEIGHT)


class GradeRow(QWidget):
    """The grades side by side.

    Signals:
        graded: the `Offer` that was taken.
    """

    graded = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[Offer, ...] = ()
        self._proposed = Grade.GOOD
        self._buttons = {look: KeyButton(look, self) for look in (*(grade.word for grade in Grade), GO_ON)}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * SPACE)
        for look, button in self._buttons.items():
            button.clicked.connect(lambda _=False, look=look: self._give(look))
            row.addWidget(button)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What can be given now."""
        return self._offers

    def show_offers(self, offers: Sequence[Offer], proposed: Grade = Grade.GOOD) -> None:
        """Offers these, by the keys 1, 2 and so on, one of them proposed; none takes all buttons away."""
        self._offers = tuple(offers)
        self._proposed = proposed
        keys = {offer.look: key for key, offer in enumerate(offers, start=1)}
        for offer in offers:
            key = str(keys[offer.look])
            self._buttons[offer.look].show_deed(offer.name, key, offer.when, offer.tip)
        for look, button in self._buttons.items():
            button.setVisible(look in keys)

    def button(self, grade: Grade) -> KeyButton:
        """The button that gives a grade now.

        Raises:
            StopIteration: when it is not offered.
        """
        return next(self._buttons[offer.look] for offer in self._offers if offer.grade is grade)

    def give_at(self, place: int) -> bool:
        """Gives the grade at a place, from 0; False when there is none."""
        if not 0 <= place < len(self._offers):
            return False
        self.graded.emit(self._offers[place])
        return True

    @property
    def usual(self) -> KeyButton | None:
        """The button that Space and Enter press at first: what is proposed, or else the last one."""
        if not self._offers:
            return None
        proposed = [offer for offer in self._offers if offer.grade is self._proposed]
        return self._buttons[(proposed or self._offers[-1:])[0].look]

    def _give(self, look: str) -> None:
        for offer in self._offers:
            if offer.look == look:
                self.graded.emit(offer)
                return

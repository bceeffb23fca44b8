"""Two hundred answers to all kinds of card, in the real window, by the keyboard alone."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from trainer.learning.markup import plain_text
from trainer.learning.note import NoteKind
from trainer.store.doctor import examine
from trainer.store.events import EventKind
from trainer.study.card_session import Prompt

ANSWERS = 200
WRONG_EVERY = 6
SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return


def press(*keys):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def prompt(robot):
    return robot.window.study_presenter.session.prompt


def key_of(place):
    return Qt.Key(Qt.Key.Key_A.value + place)


def answer(robot, card, *, right):
    """Answers a card as its kind asks for it, and grades it; a wrong answer is given only where one can be chosen."""
    page = robot.study
    match card.kind:
        case NoteKind.CHOICE:
            press(SPACE)
            press(key_of(next(at for at, option in enumerate(card.options) if option.right is right)))
            press(Qt.Key.Key_2 if right else Qt.Key.Key_1)
            return
        case NoteKind.MULTI:
            press(*(key_of(at) for at, option in enumerate(card.options) if option.right is right), ENTER)
        case NoteKind.TYPED:
            QTest.keyClicks(QApplication.focusWidget(), plain_text(card.answer) if right else "no idea")
            press(ENTER)
        case NoteKind.ORDERING | NoteKind.MATCHING:
            press(ENTER)
        case _:
            press(SPACE)
    assert page.sheet.grades.isVisible(), card.item
    press(Qt.Key.Key_2 if right else Qt.Key.Key_1)


def test_two_hundred_answers_by_the_keyboard_alone(robot):
    kinds, failed, count = Counter(), Counter(), 0
    for kind in NoteKind:
        robot.window.practise(f"kind:{kind}")
        practice = robot.window._pages["practice"]
        practice.choices["at_most"].chosen.emit(80)
        robot.settle()
        practice.start_button.setFocus()
        press(ENTER)
        robot.settle()
        while isinstance(prompt(robot), Prompt):
            card = prompt(robot).card
            count += 1
            right = bool(failed[card.item]) or count % WRONG_EVERY != 0
            failed[card.item] += not right
            answer(robot, card, right=right)
            robot.settle()
            kinds[card.kind] += 1
        assert robot.study.sheet.ending.isVisible()

    store = robot.window.store
    reviews = [event for event in store.events() if event.kind == EventKind.REVIEW]
    assert set(kinds) == set(NoteKind)
    assert len(reviews) == count >= ANSWERS
    assert sum(event.payload["grade"] == "again" for event in reviews) == sum(failed.values()) > 0
    assert robot.window.notice.isHidden()
    assert examine(store).is_healthy

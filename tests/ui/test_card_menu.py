from PySide6.QtCore import Qt

from tests.fakes.card_session import basic, choice, cloze, prompt
from trainer.study.card_session import LEECH_FROM, Prompt, Turn

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_card_is_put_off_suspended_and_flagged_by_keys(open_page):
    desk = open_page(basic(), basic(), cloze())
    told = []
    desk.presenter.told.connect(told.append)

    desk.press(Qt.Key.Key_2, modifiers=CTRL)
    assert (desk.sheet.flag.isVisible(), desk.sheet.flag.text()) == (True, "⚑ Flag 2")
    desk.press(Qt.Key.Key_0, modifiers=CTRL)
    assert not desk.sheet.flag.isVisible()
    desk.press(Qt.Key.Key_J, modifiers=CTRL | SHIFT)
    desk.press(Qt.Key.Key_J, modifiers=CTRL)

    assert desk.session.marks == [2, 0, "buried", "suspended"]
    assert desk.sheet.card.question.text().startswith("A /24")
    assert all("Ctrl+Z" in text for text in told)


def test_why_a_card_comes_now_is_told(open_page):
    desk = open_page(basic())
    told = []
    desk.presenter.told.connect(told.append)

    desk.press(Qt.Key.Key_I, modifiers=CTRL)

    assert told == ["It is due now."]
    assert desk.grades == []


def test_what_was_told_of_a_card_is_over_when_another_is_asked(open_page):
    desk = open_page(basic(), cloze())
    heard = []
    desk.presenter.told.connect(heard.append)
    desk.presenter.moved_on.connect(lambda: heard.append("over"))

    desk.press(Qt.Key.Key_I, modifiers=CTRL)
    desk.press(Qt.Key.Key_Space, Qt.Key.Key_2)

    assert heard == ["It is due now.", "over"]


def test_the_menu_has_nothing_for_the_end_of_the_day(open_page):
    desk = open_page()

    assert not desk.page.menu.button.isEnabled()
    desk.press(Qt.Key.Key_J, modifiers=CTRL)
    assert desk.session.marks == []


def test_a_fault_that_is_met_leaves_the_card_where_it_is(open_page):
    desk = open_page(basic())
    desk.session.fault = "The disk is full."

    desk.press(Qt.Key.Key_J, modifiers=CTRL)

    assert desk.faults == ["The disk is full."]
    assert desk.sheet.card.question.text().startswith("How many zones")


def test_what_is_reported_does_not_give_the_answer_away(open_page):
    desk = open_page(basic())
    wanted = []
    desk.presenter.fault_wanted.connect(lambda about, shown: wanted.append((about, shown)))

    desk.press(Qt.Key.Key_R, modifiers=CTRL)
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_R, modifiers=CTRL)

    card = desk.session.prompts[0].card
    assert [about for about, _ in wanted] == [f"card:{card.item}"] * 2
    assert "Exactly" not in wanted[0][1]
    assert "Exactly one." in wanted[1][1]


def test_a_leech_is_offered_for_rewriting_once_it_is_answered(open_page):
    leech = prompt(basic())
    leech = Prompt(leech.card, Turn.DUE, leech.outlooks, leech.section_title, forgotten=LEECH_FROM)
    desk = open_page(leech, choice())
    wanted = []
    desk.page.edit_wanted.connect(wanted.append)
    assert not desk.sheet.leech.isVisible()

    desk.press(Qt.Key.Key_Space)
    assert desk.sheet.leech.isVisible()
    desk.sheet.leech.rewrite_wanted.emit()
    assert wanted == [leech.card.item]

    desk.press(Qt.Key.Key_1)
    assert not desk.sheet.leech.isVisible()
    desk.press(Qt.Key.Key_Space, Qt.Key.Key_1)
    assert not desk.sheet.leech.isVisible()

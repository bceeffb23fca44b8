"""The study page on a session without a store, by real key and mouse events."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.fakes.card_session import BOARD, OPTIONS, FakeSession, basic, choice, cloze, prompt
from tests.fakes.desk import Desk
from trainer.learning.grade import Grade
from trainer.study.card_session import Turn
from trainer.ui.study import page as page_module
from trainer.ui.study.words import full_date, interval_words
from trainer.ui.stylesheet import style_sheet

SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return
RIGHT = next(option.number for option in OPTIONS if option.right)


# Basic and cloze cards


def test_the_answer_is_hidden_until_it_is_asked_for(open_page):
    desk = open_page(basic())

    assert desk.sheet.card.question.text() == "How many zones can one subnet span?"
    assert not desk.sheet.card.answer.isVisible()
    assert desk.offered == []


@pytest.mark.parametrize("key", [SPACE, ENTER, Qt.Key.Key_Enter])
def test_space_or_enter_reveals_and_then_says_knew_it(open_page, key):
    desk = open_page(basic(), cloze())
    desk.press(key)

    assert desk.sheet.card.answer.isVisible()
    assert desk.sheet.card.answer.text() == "Exactly one."
    desk.press(key)
    assert desk.grades == [Grade.GOOD]
    assert desk.sheet.card.question.text() == "A /24 has [how many] addresses."


def test_a_click_reveals_and_grades(open_page):
    desk = open_page(basic())
    desk.click(desk.sheet.reveal_button)
    desk.click(desk.sheet.grades.button(Grade.AGAIN))

    assert desk.grades == [Grade.AGAIN]


def test_two_grades_say_when_the_card_comes_back(open_page):
    desk = open_page(basic())
    desk.press(SPACE)

    assert desk.offered == [("Forgot", "again today"), ("Knew it", "3 weeks")]
    assert full_date(date(2026, 3, 23)) in desk.sheet.grades.button(Grade.GOOD).toolTip()
    assert desk.sheet.grades.button(Grade.GOOD).accessibleName() == "Knew it, 3 weeks"


@pytest.mark.parametrize(("key", "grade"), [(Qt.Key.Key_1, Grade.AGAIN), (Qt.Key.Key_2, Grade.GOOD)])
def test_number_keys_give_two_grades(open_page, key, grade):
    desk = open_page(basic())
    desk.press(key)  # means nothing yet
    desk.press(SPACE, key)

    assert desk.grades == [grade]


def test_number_keys_give_four_grades_where_wanted(open_page):
    desk = open_page(*[basic()] * 5, four_grades=True)
    desk.press(SPACE)
    assert [when for _, when in desk.offered] == ["again today", "2 days", "3 weeks", "4 months"]
    desk.press(SPACE, SPACE, Qt.Key.Key_1, SPACE, Qt.Key.Key_2, SPACE, Qt.Key.Key_3, SPACE, Qt.Key.Key_4)

    assert desk.grades == [Grade.GOOD, Grade.AGAIN, Grade.HARD, Grade.GOOD, Grade.EASY]


def test_a_key_that_is_held_down_answers_nothing(open_page):
    desk = open_page(basic(), basic())
    desk.press(SPACE)
    for key in (SPACE, ENTER, Qt.Key.Key_1):
        held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", autorep=True)
        QApplication.sendEvent(QApplication.focusWidget(), held)

    assert desk.grades == []


def test_the_second_half_of_a_double_click_grades_nothing(open_page):
    desk = open_page(basic())
    desk.press(SPACE)
    button = desk.sheet.grades.button(Grade.GOOD)
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        left = Qt.MouseButton.LeftButton
        spot = QPointF(5, 5)
        event = QMouseEvent(kind, spot, button.mapToGlobal(spot), left, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(button, event)

    assert desk.grades == []


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "tomorrow"),
        (2, "2 days"),
        (13, "13 days"),
        (14, "2 weeks"),
        (55, "8 weeks"),
        (56, "2 months"),
        (120, "4 months"),
        (729, "24 months"),
        (730, "2 years"),
        (3650, "10 years"),
    ],
)
def test_intervals_are_told_as_one_says_them(days, words):
    assert interval_words(days) == words


def test_enter_presses_the_button_that_has_the_focus(open_page):
    desk = open_page(basic())
    desk.press(SPACE)
    desk.sheet.grades.button(Grade.AGAIN).setFocus()
    desk.press(ENTER)

    assert desk.grades == [Grade.AGAIN]


@pytest.mark.parametrize("card", [basic(why="Because.", drill="first-vpc"), cloze(why="Because."), choice()])
@pytest.mark.parametrize("size", [(820, 600), (1424, 1000), (3664, 2160)])
def test_the_question_never_moves(open_page, card, size):
    desk = open_page(card, size=size)
    before = desk.top_of(desk.sheet.card.question), desk.sheet.card.question.width()
    desk.press(SPACE)
    QApplication.processEvents()

    assert (desk.top_of(desk.sheet.card.question), desk.sheet.card.question.width()) == before
    assert desk.sheet.card.width() <= 760


def test_a_cloze_answer_takes_the_place_of_its_question(open_page):
    desk = open_page(cloze())
    desk.press(SPACE)

    assert desk.sheet.card.question.markup == "A `/24` has **256** addresses."
    assert not desk.sheet.card.answer.isVisible()


def test_markup_of_a_card_is_never_taken_for_html(open_page):
    desk = open_page(basic(question="Is <b>this</b> & that **bold**?"))

    assert desk.sheet.card.question.text() == "Is <b>this</b> & that bold?"
    assert desk.sheet.card.question.written == "Is <b>this</b> & that bold?"


def test_a_long_answer_scrolls_and_leaves_the_grades_in_view(open_page):
    desk = open_page(
        basic(answer="\n\n".join(["A paragraph of an answer that is far too long."] * 30)), size=(820, 600)
    )
    desk.press(SPACE)
    QApplication.processEvents()
    bar = desk.sheet.card._scroll.verticalScrollBar()
    assert bar.maximum() > 0
    assert desk.page.size() == QSize(820, 600)
    row = desk.sheet.grades
    assert desk.top_of(row).y() + row.height() < desk.page.height() - 40

    desk.press(Qt.Key.Key_PageDown)

    assert bar.value() > 0


def test_reason_and_link_come_with_the_answer(open_page, qtbot):
    desk = open_page(basic(why="It is so.", drill="first-vpc", source="NAT gateways"))
    link = desk.sheet.card.drill_button
    assert not link.isVisible()
    desk.press(SPACE)
    assert desk.sheet.card.why.text() == "It is so."
    assert desk.sheet.card.source.text().endswith("NAT gateways")

    with qtbot.waitSignal(desk.page.drill_wanted) as caught:
        desk.click(link)

    assert caught.args == ["first-vpc"]


def test_a_figure_that_changes_says_beside_its_source_when_it_was_gone_over(open_page):
    desk = open_page(basic(source="Amazon SQS quotas", as_of="2026-11"))
    desk.press(SPACE)

    assert desk.sheet.card.source.text() == "AWS documentation: Amazon SQS quotas · As of November 2026"


def test_a_card_without_reason_or_drill_shows_no_empty_rows(open_page):
    desk = open_page(basic())
    desk.press(SPACE)

    assert not desk.sheet.card.why.isVisible()
    assert not desk.sheet.card.drill_button.isVisible()


# Choice cards


def test_a_choice_card_asks_to_answer_in_the_head_first(open_page):
    desk = open_page(choice())
    assert desk.sheet.card.invitation.isVisible()
    assert desk.sheet.card.options.buttons == ()

    desk.press(SPACE)

    assert not desk.sheet.card.invitation.isVisible()
    assert [button.option for button in desk.sheet.card.options.buttons] == list(OPTIONS)
    assert desk.sheet.card.options.buttons[1].accessibleName() == "B: A NAT gateway"


def test_space_alone_chooses_nothing(open_page):
    desk = open_page(choice())
    desk.press(SPACE, SPACE, ENTER)

    assert desk.kinds == ["", "", ""]
    assert desk.sheet.card.options.is_open


@pytest.mark.parametrize(
    "keys",
    [
        [Qt.Key.Key_B],
        [Qt.Key.Key_2],
        [Qt.Key.Key_Down, Qt.Key.Key_Down, ENTER],
        [Qt.Key.Key_Up, Qt.Key.Key_Up, SPACE],
    ],
)
def test_an_option_is_chosen_by_letter_number_or_arrows(open_page, keys):
    desk = open_page(choice())
    desk.press(SPACE, *keys)

    assert desk.kinds == ["", "right", ""]
    assert desk.offered == [("Guessed", "again today"), ("Knew it", "3 weeks")]


@pytest.mark.parametrize(
    ("key", "grade"), [(Qt.Key.Key_1, Grade.AGAIN), (Qt.Key.Key_2, Grade.GOOD), (SPACE, Grade.GOOD)]
)
def test_a_right_choice_was_known_or_guessed(open_page, key, grade):
    desk = open_page(choice())
    desk.press(SPACE, Qt.Key.Key_B, key)

    assert desk.session.answers == [(grade, 0.0, "options", RIGHT)]


def test_a_wrong_choice_shows_both_marks_in_words_and_every_reason(open_page):
    desk = open_page(choice())
    desk.press(SPACE)
    desk.click(desk.sheet.card.options.buttons[0])

    assert desk.kinds == ["wrong", "right", ""]
    names = [button.accessibleName() for button in desk.sheet.card.options.buttons]
    assert names[0] == "A: An internet gateway. Wrong. It would let the internet in"
    assert names[1] == "B: A NAT gateway. Right. It lets connections out only"
    assert all(button._because.isVisible() for button in desk.sheet.card.options.buttons)


@pytest.mark.parametrize(("key", "sure"), [(SPACE, True), (ENTER, True), (Qt.Key.Key_2, True), (Qt.Key.Key_1, False)])
def test_a_wrong_choice_was_guessed_or_sure_and_is_forgotten(open_page, key, sure):
    desk = open_page(choice())
    desk.press(SPACE, Qt.Key.Key_C)
    assert desk.offered == [("Guessed", "again today"), ("I was sure", "again today")]

    desk.press(key)

    assert desk.session.answers == [(Grade.AGAIN, 0.0, "options", OPTIONS[2].number)]
    assert desk.session.sure == [sure]


def test_a_choice_is_made_once(open_page):
    desk = open_page(choice())
    desk.press(SPACE, Qt.Key.Key_A)
    desk.press(Qt.Key.Key_B)
    desk.click(desk.sheet.card.options.buttons[1])

    assert desk.kinds == ["wrong", "right", ""]
    assert desk.session.answers == []


def test_after_a_choice_the_next_card_knows_nothing_of_it(open_page):
    desk = open_page(choice(), basic())
    desk.press(SPACE, Qt.Key.Key_B, SPACE, SPACE, SPACE)

    assert desk.session.answers[1] == (Grade.GOOD, 0.0, "buttons", None)


def test_arrows_bring_an_option_into_view_in_a_low_window(open_page):
    desk = open_page(choice(question="A long question. " * 40), size=(820, 600))
    desk.press(SPACE, Qt.Key.Key_Up)
    QApplication.processEvents()

    last = desk.sheet.card.options.buttons[-1]
    assert last.hasFocus()
    assert not last.visibleRegion().isEmpty()


# Undo, time, faults


def test_undo_and_redo_by_key_and_button(open_page):
    desk = open_page(basic(), cloze())
    desk.press(SPACE, Qt.Key.Key_1)
    desk.press(SPACE)
    desk.press(Qt.Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)

    assert desk.grades == []
    assert desk.sheet.card.question.text().startswith("How many zones")
    assert not desk.sheet.card.is_revealed
    assert desk.sheet.reveal_button.hasFocus()
    desk.press(Qt.Key.Key_Y, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert desk.grades == [Grade.AGAIN]
    desk.click(desk.page.undo_button)
    desk.press(Qt.Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert desk.grades == [Grade.AGAIN]
    desk.click(desk.page.undo_button)
    desk.click(desk.page.redo_button)
    assert desk.grades == [Grade.AGAIN]


def test_undo_with_nothing_to_undo_leaves_the_answer_open(open_page):
    desk = open_page(basic())
    desk.press(SPACE)
    desk.press(Qt.Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)

    assert desk.sheet.card.is_revealed
    assert not desk.page.undo_button.isEnabled()


def test_an_undone_choice_hides_its_options_again(open_page):
    desk = open_page(choice())
    desk.press(SPACE, Qt.Key.Key_A, SPACE)
    desk.press(Qt.Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)

    assert desk.sheet.card.options.buttons == ()
    assert desk.sheet.card.invitation.isVisible()


def test_seconds_count_from_the_question_to_the_answer_and_end_at_a_minute(open_page):
    desk = open_page(basic(), basic())
    desk.now = 4.0
    desk.press(SPACE)
    desk.now = 7.5
    desk.press(SPACE)
    desk.now = 500.0
    desk.press(SPACE, SPACE)

    assert [seconds for _, seconds, *_ in desk.session.answers] == [7.5, 60.0]


def test_time_begins_when_the_page_comes_on_screen(open_page):
    desk = open_page(basic())
    desk.now = 10.0
    desk.page.hide()
    desk.now = 30.0
    desk.page.show()
    desk.now = 32.0
    desk.press(SPACE, SPACE)

    assert desk.session.answers[0][1] == 2.0


@pytest.mark.parametrize("key", [Qt.Key.Key_1, SPACE])
def test_a_full_disk_leaves_the_page_as_it_was(open_page, key):
    desk = open_page(basic(), cloze())
    desk.press(SPACE)
    desk.session.fault = "The disk is full."
    desk.press(key)

    assert desk.faults == ["The disk is full."]
    assert desk.sheet.card.is_revealed
    assert desk.offered
    desk.session.fault = None
    desk.press(key)
    assert len(desk.grades) == 1


def test_when_the_ending_cannot_be_read_the_answer_counts_once(open_page):
    desk = open_page(basic())
    desk.press(SPACE)
    desk.session.ending_fault = "The disk cannot be read."
    desk.press(SPACE)
    assert desk.faults == ["The disk cannot be read."]
    assert not desk.sheet.ending.isVisible()
    desk.session.ending_fault = None
    desk.press(SPACE)

    assert desk.grades == [Grade.GOOD]
    assert desk.sheet.ending.isVisible()


def test_a_closed_presenter_leaves_the_page_to_the_next(open_page):
    desk = open_page(basic())
    desk.presenter.close()
    other = Desk(desk.page, FakeSession(cloze()))
    desk.press(SPACE, SPACE)

    assert (desk.grades, other.grades) == ([], [Grade.GOOD])


# How far the day is


def test_what_is_left_is_told_in_words(open_page):
    cards = [prompt(basic(), turn) for turn in (Turn.NEW, Turn.NEW, Turn.DUE, Turn.RETRY)]
    desk = open_page(*cards, BOARD)

    assert desk.sheet.split.text() == "2 new · 1 due · 1 again · 1 diagram"
    assert desk.page.status.text() == "5 left · about 5 min"
    assert desk.sheet.section.text() == "Introduction to Amazon VPC · New"
    desk.press(SPACE, SPACE)
    assert desk.page.progress.accessibleName() == "Answered: 1/5"


def test_escape_and_the_arrow_go_back(open_page, qtbot):
    desk = open_page(basic())

    with qtbot.waitSignal(desk.page.back_wanted):
        desk.press(Qt.Key.Key_Escape)


# A diagram between cards, and the end


def test_space_builds_the_diagram_that_is_due(open_page, qtbot):
    desk = open_page(BOARD)
    assert desk.sheet.board.title.text() == "Your first VPC"
    assert "NAT gateway" in desk.sheet.board.skills.text()

    with qtbot.waitSignal(desk.page.drill_due) as caught:
        desk.press(SPACE)

    assert caught.args == ["first-vpc", None]


def test_a_diagram_can_wait(open_page):
    desk = open_page(BOARD, basic())
    desk.click(desk.sheet.board.later_button)

    assert desk.sheet.card.isVisible()
    assert not desk.sheet.board.isVisible()
    assert desk.sheet.reveal_button.hasFocus()


def test_the_topology_is_drawn_after_the_card_is_on_screen(open_page, qtbot):
    desk = open_page(BOARD)

    qtbot.waitUntil(lambda: not desk.sheet.board._picture.pixmap().isNull())


END = {
    "answered": 24,
    "passed": 21,
    "new": 10,
    "minutes": 6,
    "next_day": date(2026, 3, 5),
    "next_count": 12,
    "more_new": 25,
}


def test_the_end_tells_what_was_done_and_what_comes_next(open_page):
    page = open_page(ending=END).page

    assert page.sheet.ending.title.text() == "Done for today"
    assert page.sheet.ending.deeds.text() == "24 cards answered, 21 known, 10 new · about 6 min"
    assert page.sheet.ending.next.text() == "Next: 12 cards on Thursday."
    assert page.sheet.ending.primary is page.sheet.ending.back_button
    assert page.sheet.ending.back_button.hasFocus()


@pytest.mark.parametrize(
    ("next_day", "count", "words"),
    [
        (date(2026, 3, 3), 1, "Next: 1 card tomorrow."),
        (date(2026, 3, 9), 2, "Next: 2 cards on 9 March."),
        (date(2027, 1, 4), 2, "Next: 2 cards on 4 January 2027."),
        (None, 0, ""),
    ],
)
def test_the_next_day_is_told_as_one_says_it(open_page, next_day, count, words):
    page = open_page(ending={**END, "next_day": next_day, "next_count": count}).page

    assert page.sheet.ending.next.text() == words


def test_the_end_leads_on(open_page, qtbot):
    desk = open_page(ending=END)
    with qtbot.waitSignal(desk.page.back_wanted):
        desk.press(SPACE)
    with qtbot.waitSignal(desk.page.drills_wanted):
        desk.click(desk.sheet.ending.drills_button)
    assert desk.sheet.ending.more_button.text() == "Learn 10 more"

    desk.click(desk.sheet.ending.more_button)

    assert desk.sheet.card.isVisible()
    assert not desk.sheet.ending.isVisible()


def test_with_nothing_to_do_the_page_says_what_can_be_done(open_page):
    page = open_page().page

    assert page.sheet.ending.title.text() == "Nothing is due today"
    assert page.sheet.ending.primary is page.sheet.ending.drills_button
    assert not page.sheet.ending.more_button.isVisible()
    assert not page.progress.isVisible()


def test_no_more_cards_are_promised_than_there_are(open_page):
    page = open_page(ending={"more_new": 4}).page

    assert page.sheet.ending.more_button.text() == "Learn 4 more"
    assert page.sheet.ending.primary is page.sheet.ending.more_button


# Screen readers


class Reader:
    """Stands in for a screen reader."""

    def __init__(self):
        self.heard = []

    def isActive(self):  # noqa: N802  # Qt's name
        return True

    def updateAccessibility(self, event):  # noqa: N802  # same
        self.heard.append(event.message())


@pytest.fixture
def heard(monkeypatch):
    reader = Reader()
    monkeypatch.setattr(page_module, "QAccessible", reader)
    return reader.heard


def test_a_screen_reader_hears_question_answer_and_when_it_comes_back(open_page, heard):
    desk = open_page(basic(why="It is so."), cloze())
    desk.press(SPACE, SPACE)

    assert heard == [
        "How many zones can one subnet span?",
        "Exactly one. It is so.",
        "Next due in 3 weeks. A /24 has [how many] addresses.",
    ]


def test_a_screen_reader_hears_whether_the_choice_was_right_and_why(open_page, heard):
    desk = open_page(choice(), choice())
    desk.press(SPACE, Qt.Key.Key_A, SPACE, SPACE, Qt.Key.Key_B)

    assert heard[1] == "A: An internet gateway. B: A NAT gateway. C: A virtual private gateway."
    assert heard[2] == ("Wrong. It would let the internet in. Right is: A NAT gateway. It lets connections out only.")
    assert heard[3].startswith("Asked again today. What lets")
    assert heard[5] == "Right. It lets connections out only."


def test_nothing_is_announced_to_nobody(open_page, monkeypatch):
    reader = Reader()
    monkeypatch.setattr(reader, "isActive", lambda: False)
    monkeypatch.setattr(page_module, "QAccessible", reader)
    open_page(basic()).press(SPACE)

    assert reader.heard == []


@pytest.mark.parametrize("shown", [basic(), choice(), BOARD])
def test_every_button_has_a_name(open_page, shown):
    buttons = open_page(shown).page.findChildren(QAbstractButton)
    visible = [button for button in buttons if button.isVisible()]

    assert len(visible) > 2
    assert all(button.accessibleName() or button.text() for button in visible)


def test_another_theme_repaints_what_is_shown(open_page, qapp):
    desk = open_page(basic(answer="It is `code`.\n\n- one\n- two"))
    desk.press(SPACE)
    before = desk.sheet.card.answer.grab().toImage()
    desk.page._look.choose("dark")
    qapp.setStyleSheet(style_sheet("dark"))

    assert desk.sheet.card.answer.grab().toImage() != before

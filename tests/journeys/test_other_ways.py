"""Practice, the diagnostic and the mock exam in the real window, by mouse and key events."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from trainer.learning.grade import Grade
from trainer.store.doctor import examine
from trainer.store.events import EventKind
from trainer.ui.exam.page import ExamPage
from trainer.ui.practice.page import PracticePage

LEFT = Qt.MouseButton.LeftButton


def click(robot, widget):
    QTest.mouseClick(widget, LEFT)
    robot.settle()


def session(robot):
    return robot.window.study_presenter.session


def reviews(robot):
    return [event for event in robot.window.store.events() if event.kind == EventKind.REVIEW]


@pytest.fixture
def practice(robot):
    click(robot, robot.window.today_page.ways.buttons["practice"])
    return robot.window.findChild(PracticePage)


@pytest.fixture
def exam(robot):
    """The page of a mock exam that has just begun."""
    click(robot, robot.window.today_page.ways.buttons["exam"])
    page = robot.window.findChild(ExamPage)
    click(robot, page.start.start_button)
    return page


def current(page, presenter):
    return presenter.session.questions[page.question._place]


def pick(robot, page, *, right):
    """Answers the question that is shown."""
    for button in page.question.answers.buttons:
        if button.option.right is right and not button.isChecked():
            click(robot, button)
            if not right:
                return


def end(robot, page):
    click(robot, page.question.finish_button)
    click(robot, page.question.finish_button)


def test_practice_asks_what_was_chosen_and_leaves_the_schedule_alone(robot, practice):
    practice.search.setText("kind:basic")
    practice.section.setCurrentIndex(practice.section.findData("vpc-intro"))
    practice.section.activated.emit(practice.section.currentIndex())
    click(
        robot,
        next(b for b in practice.choices["at_most"].findChildren(type(practice.start_button)) if b.text() == "10"),
    )
    assert practice.wish.query == "section:vpc-intro kind:basic"
    click(robot, practice.start_button)

    count = session(robot).left.practice
    assert robot.study.title.text() == "Practice"
    assert robot.study.sheet.split.text() == f"{count} to go"
    robot.reveal()
    assert [(offer.name, offer.when) for offer in robot.study.sheet.grades.offers] == [
        ("Forgot", "again"),
        ("Knew it", ""),
    ]
    robot.press(robot.study, Qt.Key.Key_1)
    while session(robot).prompt:
        robot.answer()

    assert robot.study.sheet.ending.title.text() == "Practice done"
    assert f"{count - 1} known at once, 1 after going over them again" in robot.study.sheet.ending.deeds.text()
    assert len(reviews(robot)) == count + 1
    assert robot.window.store.item_states() == {}
    assert examine(robot.window.store).is_healthy


def test_a_practice_that_was_left_is_gone_on_with(robot, practice):
    click(robot, practice.start_button)
    robot.answer()
    asked = session(robot).prompt.card.item
    robot.window.open_page("study")
    assert session(robot).prompt.card.item != asked or session(robot).left.practice == 0
    robot.window.open_page("practice")

    assert practice.go_on_button.isVisible()
    click(robot, practice.go_on_button)
    assert session(robot).prompt.card.item == asked
    robot.press(robot.study, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session(robot).answered == 0


def test_a_mistake_in_the_search_is_told_beside_the_button(robot, practice):
    practice.search.setText("is:late")
    practice._take()

    assert "There is no is:late" in practice.mistake.text()
    assert not practice.start_button.isEnabled()
    practice.search.setText("mainframe punchcards")
    practice._take()
    assert practice.found.text() == "No card fits."
    assert not practice.start_button.isEnabled()


def test_what_the_cards_page_found_can_be_practised(robot):
    robot.window.open_page("cards")
    page = robot.window._pages["cards"]
    page.search.setText("section:elb kind:choice")
    robot.settle()
    click(robot, page.practise_button)
    practice = robot.window.findChild(PracticePage)

    assert practice.search.text() == "section:elb kind:choice"
    assert practice.start_button.isEnabled()
    click(robot, practice.start_button)
    assert session(robot).prompt.card.section == "elb"


def test_the_diagnostic_is_offered_to_a_newcomer_and_ended_at_any_time(robot):
    from trainer.ui.today.ways import DiagnosticOffer

    click(robot, robot.window.today_page.findChild(DiagnosticOffer).button)
    assert robot.study.title.text() == "What I know already"
    while not session(robot).prompt.card.options or session(robot).prompt.card.kind == "multi":
        session(robot).answer(Grade.AGAIN, seconds=1.0, how="buttons")  # only choices are answered by hand here
        robot.window.study_presenter._show()
    item = session(robot).prompt.card.item
    robot.reveal()
    QTest.mouseClick(robot.study.sheet.card.options.buttons[0], Qt.MouseButton.LeftButton)
    assert robot.study.sheet.grades.button(Grade.AGAIN).accessibleName().endswith(", stays new")
    robot.window.study_presenter._show()
    robot.answer()
    robot.press(robot.study, Qt.Key.Key_Escape)

    state = robot.window.store.item_state(item)
    assert 14 <= (state.due - state.last_day).days <= 21
    assert robot.window.today_page.isVisible()
    robot.window.open_page("diagnostic")
    assert session(robot).answered >= 1


def test_an_exam_gives_no_feedback_until_its_end_and_then_a_mark_per_section(robot, exam):
    presenter = robot.window._other_ways.exam
    total = len(presenter.session.questions)
    for number in range(total):
        pick(robot, exam, right=number < 5)
        assert not any(button.kind for button in exam.question.answers.buttons)
        if number < total - 1:
            click(robot, exam.question.next_button)
    assert exam.question.status.text() == f"{total} of {total} answered"
    click(robot, exam.question.finish_button)
    assert presenter.session.exam.end is None, "one click asks first"
    click(robot, exam.question.finish_button)

    assert exam.result.mark.text() == f"25%, 5 of {total} right"
    assert sum(mark.asked for mark in presenter.session.exam.end.sections) == total
    click(robot, exam.result.answers_button)
    assert [button.kind for button in exam.question.answers.buttons].count("right") >= 1
    click(robot, exam.question.close_button)
    click(robot, exam.result.practise_button)
    assert session(robot).left.practice == total - 5
    assert robot.window.store.item_states() == {}


def test_an_exam_is_answered_and_marked_by_keyboard(robot, exam):
    presenter = robot.window._other_ways.exam
    keys = [Qt.Key.Key_B, Qt.Key.Key_C]
    for key in keys:
        robot.press(robot.window.focusWidget(), key)
    question = current(exam, presenter)
    options = question.card.options
    wanted = (
        {options[2].number} if sum(option.right for option in options) == 1 else {options[1].number, options[2].number}
    )
    assert set(question.chosen) == wanted

    robot.press(robot.window.focusWidget(), Qt.Key.Key_N)
    assert exam.question.title.text().startswith("Question 2 ")
    robot.press(robot.window.focusWidget(), Qt.Key.Key_M)
    assert exam.question.list.item(1).text() == "2  open, marked"
    robot.press(robot.window.focusWidget(), Qt.Key.Key_P)
    assert set(current(exam, presenter).chosen) == wanted
    assert [button.option.number for button in exam.question.answers.buttons if button.isChecked()] == [
        option.number for option in options if option.number in wanted
    ]


def test_enter_on_an_answer_that_is_chosen_goes_to_the_next_question(robot, exam):
    presenter = robot.window._other_ways.exam
    robot.press(robot.window.focusWidget(), Qt.Key.Key_B)
    chosen = current(exam, presenter).chosen

    robot.press(robot.window.focusWidget(), Qt.Key.Key_Return)

    assert exam.question.title.text().startswith("Question 2 ")
    assert presenter.session.questions[0].chosen == chosen != ()


def test_an_exam_that_was_left_is_offered_with_the_time_and_the_answers(open_trainer, robot, exam):
    presenter = robot.window._other_ways.exam
    pick(robot, exam, right=True)
    given = current(exam, presenter).chosen
    robot.window.open_page("today")
    assert presenter.session._since is None, "the clock stands while the page is away"
    robot.window.close()
    robot.window.store.close()

    again = open_trainer()
    again.window.open_page("exam")
    page = again.window.findChild(ExamPage)
    assert page.start.go_on_button.isVisible()
    assert "1 of 20 answered" in page.start._left_open_told.text()
    click(again, page.start.go_on_button)
    assert page.question.title.text() == "Question 2 of 20"
    click(again, page.question.before_button)
    assert current(page, again.window._other_ways.exam).chosen == given


def test_the_clock_can_be_hidden_and_runs_out_kindly(robot, exam):
    presenter = robot.window._other_ways.exam
    click(robot, exam.question.clock_button)
    assert not exam.question.clock.isVisible()
    pick(robot, exam, right=True)

    presenter.session._since -= 3600
    presenter.tick()

    assert exam.result.isVisible()
    assert presenter.session.exam.end.is_timed_out
    assert len(presenter.session.exam.end.right) == 1
    click(robot, exam.result.back_button)
    assert "5%, 1 of 20 right" in [label.text() for label in exam.start.findChildren(type(exam.result.mark))]


def test_the_archive_is_told_on_today_with_a_way_back(robot):
    from trainer.study.course_mode import Mode
    from trainer.ui.today.ways import ModeLine

    robot.window.open_page("exam")
    page = robot.window.findChild(ExamPage)
    page.start.mode.chosen.emit(Mode.ARCHIVE)
    robot.window.open_page("today")
    line = robot.window.today_page.findChild(ModeLine)
    assert line.isVisible()

    click(robot, line.back_button)
    assert robot.window.today_page.findChild(ModeLine) is None or not line.isVisible()
    assert robot.window.store.get_setting("course.mode") == "learn"

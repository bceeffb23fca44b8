import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from trainer.store.doctor import examine
from trainer.store.events import EventKind
from trainer.study.new_order import FIRST_SECTION
from trainer.ui.drill.page import DrillPage
from trainer.ui.learn.page import LearnPage
from trainer.ui.primer.page import PrimerPage
from trainer.ui.study.page import StudyPage

CTRL = Qt.KeyboardModifier.ControlModifier
VPC, ELB = "Introduction to Amazon VPC", "Elastic Load Balancing"


PLAIN = ("basic", "cloze")


def study(robot):
    """Opens the cards of the day, the new ones from a section that is known here."""
    robot.window.store.set_setting(FIRST_SECTION, "vpc-intro")
    robot.window.open_page("study")
    robot.settle()
    return robot


def shown(robot):
    return robot.window._stack.currentWidget()


def passed(robot):
    events = robot.window.store.events()
    return [(event.item, event.payload["read"]) for event in events if event.kind == EventKind.PRIMER_PASSED]


def press(robot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    robot.press(robot.window.focusWidget(), key, modifiers)


@pytest.fixture
def learn(robot):
    """The Learn page, opened from the sidebar."""
    buttons = robot.window.sidebar.findChildren(QPushButton)
    QTest.mouseClick(
        next(button for button in buttons if button.accessibleName() == "Learn"), Qt.MouseButton.LeftButton
    )
    robot.settle()
    page = shown(robot)
    assert isinstance(page, LearnPage)
    return page


def choose(robot, page, section):
    """Goes down the path to a section."""
    press(robot, Qt.Key.Key_Home)
    for _ in range(60):
        if page.tree.current == section:
            return
        press(robot, Qt.Key.Key_Down)
    raise AssertionError(section)


@pytest.mark.parametrize(("key", "read"), [(Qt.Key.Key_Space, True), (Qt.Key.Key_Return, True), (Qt.Key.Key_S, False)])
def test_a_primer_comes_once_before_the_first_card_of_a_section(open_trainer, key, read):
    first = study(open_trainer())
    sheet = first.study.sheet
    assert sheet.primer.view.title.text() == VPC
    assert "Availability Zones" in sheet.primer.view.told
    assert not sheet.card.isVisible()
    assert not first.study.menu.button.isEnabled()

    press(first, key)

    assert sheet.card.isVisible()
    assert not sheet.is_priming
    assert passed(first) == [("primer:vpc-intro", read)]
    first.answer()
    first.window.close()
    first.window.store.close()

    second = open_trainer()
    second.window.open_page("study")
    second.settle()
    assert second.study.sheet.card.isVisible()
    assert examine(second.window.store).is_healthy


def test_leaving_an_offered_primer_finds_it_again(robot):
    robot.window.open_page("study")
    robot.settle()
    press(robot, Qt.Key.Key_Escape)
    robot.window.open_page("study")
    robot.settle()

    assert robot.study.sheet.is_priming
    assert passed(robot) == []


def test_a_primer_that_cannot_be_noted_stays(robot, monkeypatch):
    robot.window.open_page("study")
    robot.settle()
    monkeypatch.setattr(robot.window.store._writer, "append_all", fail)
    press(robot, Qt.Key.Key_Space)

    assert robot.study.sheet.is_priming
    assert "disk" in robot.window.notice.text


def fail(*_):
    raise OSError(28, "No space left on device")


def test_the_primer_is_reached_from_a_card_and_leads_back_to_it(robot):
    study(robot)
    session = robot.window.study_presenter.session
    while session.prompt.primer or session.prompt.card.options or session.prompt.card.kind not in PLAIN:
        robot.answer()
    robot.reveal()
    button = robot.study.sheet.card.foot.primer_button
    assert button.text() == f"Primer: {VPC}"

    for open_primer in (
        lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton),
        lambda: press(robot, Qt.Key.Key_P, CTRL),
    ):
        open_primer()
        robot.settle()
        page = shown(robot)
        assert isinstance(page, PrimerPage)
        assert page.view.title.text() == VPC

        press(robot, Qt.Key.Key_Escape)

        assert isinstance(shown(robot), StudyPage)
        assert robot.study.sheet.card.isVisible()
        assert robot.window.study_presenter.session is session


def test_the_primer_is_reached_from_a_finding_and_leads_back_to_the_drill(robot):
    robot.open_drill("first-vpc")
    robot.drag_to("igw", "public-a")
    note = robot.page.feedback.cards()[0]
    note.setFocus()
    robot.press(note, Qt.Key.Key_P)

    page = shown(robot)
    assert isinstance(page, PrimerPage)
    assert page.view.title.text() == VPC

    press(robot, Qt.Key.Key_Escape)

    assert isinstance(shown(robot), DrillPage)
    assert robot.window.drill_presenter.session.placement == {"igw": ("public-a",)}


def test_an_opened_finding_has_its_primer_one_click_away(robot):
    robot.open_drill("first-vpc")
    robot.drag_to("igw", "public-a")
    note = robot.page.feedback.cards()[0]
    robot.press(note, Qt.Key.Key_Return)
    QTest.mouseClick(note, Qt.MouseButton.LeftButton, pos=note._primer_at.center())

    assert isinstance(shown(robot), PrimerPage)


def test_the_path_is_walked_and_a_section_begun_by_keyboard(robot, learn):
    choose(robot, learn, "elb")
    assert learn.side.title.text() == ELB
    assert "Better after" in learn.side.better.text()
    spoken = learn.tree.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(f"{ELB}. Not begun")

    press(robot, Qt.Key.Key_Return)

    assert robot.study.sheet.primer.view.title.text() == ELB
    assert robot.window.store.get_setting(FIRST_SECTION) == "elb"
    assert robot.window.notice.text == f"New cards come from this section first: {ELB}."
    press(robot, Qt.Key.Key_Space)
    assert robot.window.study_presenter.session.prompt.card.section == "elb"
    robot.answer()
    robot.window.open_page("learn")
    robot.settle()
    assert learn.side.title.text() == ELB
    assert learn.side.state.text().startswith("1 of ")
    assert learn.side.next_up.isVisible()
    assert not learn.side.better.isVisible()


def test_where_a_day_has_no_room_the_choice_is_kept_and_told(robot, learn):
    robot.window.store.set_setting("cards.new_limit", 0)
    choose(robot, learn, "elb")
    press(robot, Qt.Key.Key_Return)

    assert robot.window.notice.text.startswith("Today has no room for new cards.")
    assert robot.window.store.get_setting(FIRST_SECTION) == "elb"


def test_from_the_path_to_a_primer_its_drill_and_back(robot, learn):
    choose(robot, learn, "elb")
    press(robot, Qt.Key.Key_Tab)
    press(robot, Qt.Key.Key_Tab)
    press(robot, Qt.Key.Key_Return)
    page = shown(robot)
    assert isinstance(page, PrimerPage)
    assert page.view.title.text() == ELB

    QTest.mouseClick(page.view.drill_button, Qt.MouseButton.LeftButton)
    robot.settle()
    assert robot.window.drill_presenter.session.drill.id == "scaling-web-tier"
    robot.page.back_wanted.emit()
    assert shown(robot) is page
    press(robot, Qt.Key.Key_Escape)
    assert shown(robot) is learn
    assert learn.tree.current == "elb"


def test_a_begun_section_can_be_practised_and_its_drills_opened(robot, learn):
    study(robot).answer()
    robot.window.open_page("learn")
    robot.settle()
    choose(robot, learn, "vpc-intro")
    drill = learn.side.drill_buttons[0]
    assert drill.accessibleName().startswith("Drill: ")

    QTest.mouseClick(drill, Qt.MouseButton.LeftButton)
    robot.settle()
    assert "vpc-intro" in robot.window.drill_presenter.session.drill.sections
    robot.page.back_wanted.emit()
    assert shown(robot) is learn

    QTest.mouseClick(learn.side.practise_button, Qt.MouseButton.LeftButton)
    robot.settle()
    assert robot.window._pages["practice"].isVisible()


def test_a_primer_is_scrolled_by_keys_wherever_it_is_read(open_trainer):
    robot = study(open_trainer(size=(1024, 700)))
    robot.look()
    assert is_scrolled(robot, robot.study.sheet.primer.view)

    robot.window.read_primer("elb", "learn", lambda: None)
    robot.look()
    assert is_scrolled(robot, shown(robot).view)


def is_scrolled(robot, view):
    bar = view._scroll.verticalScrollBar()
    press(robot, Qt.Key.Key_Down)
    after_one = bar.value()
    press(robot, Qt.Key.Key_PageDown)
    return 0 < after_one < bar.value()


def test_a_finding_without_facts_leads_to_the_primer_of_the_drill(robot, monkeypatch):
    section = robot.window.library.drill("orders-backend").sections[-1]
    monkeypatch.setattr(type(robot.window.library), "primer_sections", {section})
    robot.open_drill("orders-backend")
    robot.draw_line("api", "shop")

    assert robot.page.feedback.cards()[0].note.section == section

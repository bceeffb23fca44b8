from random import Random

import pytest

from tests.fakes.boards import make_bins, make_flow_board
from tests.fakes.drills import make_drill
from tests.fakes.playing import Lucky, Unlucky, drop_wrongly, payloads, solve
from trainer.cloud.coverage import rules_about
from trainer.cloud.drill import Feedback
from trainer.cloud.grading import findings_about, grade
from trainer.cloud.lines import is_line
from trainer.cloud.rules import ALL_RULES
from trainer.learning.grade import Grade
from trainer.library.shelf import open_library
from trainer.store.events import EventKind
from trainer.study.questions import QuestionKind, ask


@pytest.fixture
def session(begin, flagship):
    return begin(flagship, chance=Unlucky)


def test_the_second_wrong_drop_of_a_piece_asks_why_before_it_may_move(session):
    drop_wrongly(session, "nat-a", "app-a")
    assert session.question is None
    drop_wrongly(session, "nat-a", "data-a")
    question = session.question

    assert (question.kind, question.piece, question.end) == (QuestionKind.WRONG, "nat-a", "data-a")
    assert question.options[question.right] == ALL_RULES["nat-in-public-subnet"].statement
    assert question.rule == "nat-in-public-subnet"


def test_a_held_piece_moves_neither_way(session):
    session.place("nat-a", "app-a")
    drop_wrongly(session, "nat-a", "data-a")

    assert session.place("nat-a", "public-a", "data-a") is None
    assert session.take_back("nat-a", "data-a") is None
    assert session.undo() is None
    assert not session.can_undo
    assert session.place("igw", "vpc") is not None
    assert session.undo() is not None
    assert session.undo() is None


@pytest.mark.parametrize("answered", ["right", "wrong"])
def test_the_answer_is_logged_and_lets_the_piece_go(session, notebook, answered):
    drop_wrongly(session, "nat-a", "app-a", "data-a")
    question = session.question
    chosen = question.right if answered == "right" else (question.right + 1) % 3

    assert session.answer_question(chosen) is (answered == "right")
    assert session.question is None
    assert session.place("nat-a", "public-a", "data-a") is not None
    entry = payloads(notebook, EventKind.QUESTION_ANSWERED)[0]
    assert (entry["chosen"], entry["right"], entry["answer"]) == (chosen, answered == "right", question.right)
    assert (entry["move"], entry["piece"], entry["options"]) == (2, "nat-a", list(question.keys))


def test_only_what_is_asked_can_be_answered(session):
    with pytest.raises(ValueError, match="no question"):
        session.answer_question(0)
    drop_wrongly(session, "nat-a", "app-a", "data-a")
    with pytest.raises(ValueError, match="option 3"):
        session.answer_question(3)
    assert not session.skip_question()


def test_an_open_question_waits_for_who_comes_back(session, begin, flagship):
    drop_wrongly(session, "nat-a", "app-a", "data-a")
    again = begin(flagship)

    assert again.question == session.question
    assert again.take_back("nat-a", "data-a") is None
    again.answer_question(0)
    assert begin(flagship).question is None


def test_two_pieces_are_asked_about_one_after_the_other(session):
    for piece in ("nat-a", "igw"):
        session.place(piece, "app-a")
        session.place(piece, "data-a", "app-a")

    assert session.question.piece == "nat-a"
    session.answer_question(0)
    assert session.question.piece == "igw"


def test_the_third_wrong_drop_opens_the_worked_step(session):
    drop_wrongly(session, "nat-a", "app-a", "data-a")
    session.answer_question(0)
    assert session.worked_step is None
    session.place("nat-a", "app-b", "data-a")
    step = session.worked_step

    assert session.question is None
    assert (step.move.piece, step.move.source, step.rule) == ("nat-a", "app-b", "nat-in-public-subnet")
    assert "cannot get out" in step.reason
    session.place(step.move.piece, step.move.target, step.move.source)
    assert session.worked_step is None


def test_what_was_worked_out_is_noted_as_an_aid(session, notebook):
    drop_wrongly(session, "nat-a", "app-a", "data-a", "app-b", "public-a")

    assert [entry["aids"] for entry in payloads(notebook, EventKind.DRILL_MOVE)] == [[], [], [], ["worked-step"]]


def test_taking_back_and_dropping_elsewhere_wrongly_counts_too(session):
    session.place("nat-a", "app-a")
    session.undo()
    session.place("nat-a", "data-a")

    assert session.question is not None


@pytest.mark.parametrize("options", [{"level": 3, "feedback": Feedback.DROP}, {"feedback": Feedback.CHECK}])
def test_only_levels_1_and_2_ask_and_only_at_each_drop(begin, flagship, options):
    session = begin(flagship, chance=Lucky, **options)
    session.place("igw", "vpc")
    drop_wrongly(session, "nat-a", "app-a", "data-a", "app-b", "data-b")

    assert session.question is None
    assert session.worked_step is None


def test_a_right_drop_may_ask_why_and_holds_nothing(begin, flagship, notebook):
    session = begin(flagship, chance=Lucky)
    session.place("igw", "vpc")
    question = session.question

    assert question.kind is QuestionKind.RIGHT
    assert question.prompt == "The Internet gateway is right here because ..."
    assert question.options[question.right] == ALL_RULES["igw-attached-to-vpc"].statement
    assert session.place("alb", "public-a") is not None
    assert session.question is None
    assert payloads(notebook, EventKind.QUESTION_ANSWERED) == []


def test_a_question_about_something_right_can_be_answered_or_skipped(begin, flagship, notebook):
    session = begin(flagship, chance=Lucky)
    session.place("igw", "vpc")
    assert session.skip_question()
    assert session.question is None
    session.place("db-primary", "data-a")
    session.place("db-standby", "data-b")

    assert session.answer_question(session.question.right)
    assert [entry["right"] for entry in payloads(notebook, EventKind.QUESTION_ANSWERED)] == [None, True]


def test_about_one_right_drop_in_five_is_asked_about_and_the_same_ones_each_time(library, begin, notebook, flagship):
    def asked(seed):
        chance = Random(seed)
        session = begin(flagship, new_id=lambda: f"{seed}-{chance.random()}")
        session.restart()
        notebook.written.clear()
        solve(session)
        return [entry["question"] is not None for entry in payloads(notebook, EventKind.DRILL_MOVE)]

    drops = [asked(seed) for seed in range(60)]

    assert asked(7) == drops[7]
    share = sum(map(sum, drops)) / sum(map(len, drops))
    assert 0.1 < share < 0.25


def test_answers_change_no_grade(begin, flagship, notebook):
    session = begin(flagship, chance=Lucky)
    session.place("igw", "vpc")
    session.answer_question((session.question.right + 1) % 3)
    solve(session)

    assert session.finish().unaided
    assert notebook.item_state("skill:igw-attached-to-vpc").last_grade is Grade.GOOD


def test_a_drill_without_enough_reasons_asks_nothing(begin):
    session = begin(make_bins(), chance=Unlucky)
    drop_wrongly(session, "disk", "you", "hardware", "you")

    assert session.question is None


def test_lines_are_asked_about_by_what_lines_are_for(begin):
    session = begin(make_flow_board(), chance=Unlucky)
    session.place("line:page", "worker")
    session.place("line:page", "log")
    assert session.question is None  # nothing is said of this line
    session.take_back("line:page", "log")
    session.take_back("line:page", "worker")

    lucky = begin(make_flow_board(), chance=Lucky)
    lucky.restart()
    lucky.place("line:queue", "worker")
    question = lucky.question
    assert question.options[question.right] == "At its own pace."
    assert question.prompt == "The arrow from the Queue to the Worker is right here because ..."


def _questions():
    """Every question that some drop of a single piece, or a single line, can lead to in the library's drills."""
    library = open_library()
    for name in library.drill_ids():
        drill = library.drill(name)
        for piece in drill.pieces:
            for place in drill.topology:
                yield drill, {piece: (place,)}, piece, place
        for link in (*drill.links, *drill.mislinks):
            yield drill, {f"line:{link.source}": (link.target,)}, f"line:{link.source}", link.target


def test_one_reason_is_true_and_the_others_are_not_about_it():
    asked = 0
    for drill, placement, piece, place in _questions():
        if is_line(piece) and not {piece.removeprefix("line:"), place} <= {one.id for one in drill.fixtures}:
            continue
        verdict = grade(drill, placement)
        broken = {finding.rule for finding in findings_about(verdict, piece, place)}
        kind = QuestionKind.WRONG if broken else QuestionKind.RIGHT
        question = ask(drill, verdict, kind, piece, place, Random(1))
        if question is None:
            continue
        asked += 1
        others = [key for number, key in enumerate(question.keys) if number != question.right]
        assert len(set(question.options)) == 3
        if is_line(piece):
            continue
        about = {rule.id for _, rule in rules_about(drill, piece)} | broken
        assert question.rule in about
        for key in others:
            rule, _, other = key.partition("@")
            assert other != piece
            assert other or rule not in about
            assert other or drill.pieces[piece].service not in ALL_RULES[rule].services
    assert asked > 100


def test_reasons_come_from_the_drill_first(flagship):
    verdict = grade(flagship, {"igw": ("vpc",)})
    here = {use.rule for use in flagship.rules}

    for seed in range(10):
        question = ask(flagship, verdict, QuestionKind.RIGHT, "igw", "vpc", Random(seed))
        assert set(question.keys) <= here | {"scope-zonal"}


def test_a_lone_piece_gets_reasons_of_its_topic_and_beyond():
    drill = make_drill({"igw": "internet-gateway"}, rules=["igw-attached-to-vpc"])
    question = ask(drill, grade(drill, {"igw": ("vpc",)}), QuestionKind.RIGHT, "igw", "vpc", Random(2))

    assert len(question.options) == 3

import io
import subprocess
import sys
from contextlib import closing

import pytest

from tests.fakes.card_session import OPTIONS, basic, choice, cloze, matching, multi, ordering, typed
from trainer.cli.dialogue import Dialogue, Leave, TakeBack
from trainer.cli.plain_card import PlainCard
from trainer.learning.grade import Grade
from trainer.paths import data_dir
from trainer.store.clock import SystemClock
from trainer.store.doctor import examine
from trainer.store.events import EventKind
from trainer.store.opening import open_store


@pytest.fixture
def feed(monkeypatch):
    """Types lines into the terminal."""

    def lines(*texts):
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{text}\n" for text in texts)))

    return lines


@pytest.fixture
def ask(feed, capsys):
    """Asks a card, and returns the answer and what was printed."""

    def it(card, *texts, **options):
        feed(*texts)
        answer = PlainCard(card, Dialogue(), **options).ask()
        return answer, capsys.readouterr().out

    return it


@pytest.fixture
def study(trainer, feed):
    def it(*texts, options=()):
        feed(*texts)
        return trainer("study", "--plain", *options)

    return it


def events():
    with closing(open_store(data_dir(), clock=SystemClock())) as store:
        assert examine(store).is_healthy
        return [event for event in store.events() if event.kind == EventKind.REVIEW]


def test_a_basic_card_is_answered_in_the_head(ask):
    answer, out = ask(basic(why="Each subnet lies in **one** zone."), "", "k")

    assert (answer.grade, answer.how) == (Grade.GOOD, "buttons")
    assert out.splitlines() == [
        "How many zones can one subnet span?",
        "Enter shows the answer.",
        "Exactly one.",
        "Each subnet lies in one zone.",
        "How was it: forgot (f), knew it (k)?",
    ]


def test_a_grade_has_to_be_one_that_is_offered(ask):
    answer, out = ask(basic(), "", "", "h", "f")

    assert answer.grade is Grade.AGAIN
    assert out.count("Please answer f or k") == 2
    assert ask(basic(), "", "h", four_grades=True)[0].grade is Grade.HARD


def test_a_cloze_card_shows_its_gap_and_then_the_whole(ask):
    _, out = ask(cloze(), "", "k")

    assert "A /24 has [how many] addresses." in out
    assert "A /24 has 256 addresses." in out


@pytest.mark.parametrize(
    ("letter", "sure", "grade"), [("b", "", Grade.GOOD), ("b", "k", Grade.GOOD), ("b", "g", Grade.AGAIN)]
)
def test_a_right_choice_counts_when_it_was_no_guess(ask, letter, sure, grade):
    answer, out = ask(choice(), "", letter, sure)

    assert (answer.grade, answer.how, answer.chosen) == (grade, "options", 0)
    assert out.index("Enter shows the options.") < out.index("a. An internet gateway")


def test_a_wrong_choice_is_forgotten_and_every_option_explained(ask):
    answer, out = ask(choice(), "", "a", "s")

    assert (answer.grade, answer.chosen, answer.sure) == (Grade.AGAIN, 2, True)
    assert "  a (wrong, your choice): An internet gateway. It would let the internet in." in out
    assert all(option.because.replace("*", "") in out for option in OPTIONS)


def test_several_options_are_chosen_by_letters(ask):
    answer, out = ask(multi(), "a", "b b", "d, b", "")

    assert (answer.grade, answer.chosen) == (Grade.GOOD, [0, 1])
    assert out.count("Please type 2 letters from a to d, each at most once.") == 2


@pytest.mark.parametrize(
    ("said", "told", "grade"),
    [
        ("nat gateway", "Right.", Grade.GOOD),
        ("NAT GW", "Right.", Grade.GOOD),
        ("internet gateway", "Wrong.", Grade.AGAIN),
        ("", "Wrong.", Grade.AGAIN),
    ],
)
def test_a_typed_answer_proposes_its_grade(ask, said, told, grade):
    answer, out = ask(typed(), said, "")

    assert (answer.grade, answer.how, answer.typed) == (grade, "typed", said)
    assert told in out
    assert "The answer is: NAT gateway" in out


def test_what_was_right_once_is_told_and_forgotten(ask):
    answer, out = ask(typed(), "NAT instance")

    assert answer.grade is Grade.AGAIN
    assert "That was right once." in out
    assert "AWS recommends gateways now." in out


def test_after_an_outdated_answer_only_todays_value_is_known(ask):
    answer, out = ask(typed(), "internet gateway", owes=True)

    assert answer.grade is Grade.AGAIN
    assert "once you type today's value" in out
    assert ask(typed(), "NAT gateway", "", owes=True)[0].grade is Grade.GOOD


def test_a_figure_that_changes_says_when_it_was_gone_over(ask):
    _, out = ask(basic(source="Amazon SQS quotas", as_of="2026-11"), "", "k")

    assert "AWS documentation: Amazon SQS quotas; as of November 2026" in out.splitlines()


def test_a_proposed_grade_can_be_overruled(ask):
    assert ask(typed(), "gateway of nat", "k")[0].grade is Grade.GOOD


def test_steps_are_put_in_order_by_letters(ask):
    assert ask(ordering(), "bca", "")[0] == ask(ordering(), "b c a", "k")[0]
    answer, out = ask(ordering(), "abc", "")
    assert (answer.grade, answer.chosen) == (Grade.AGAIN, [2, 0, 1])
    assert "1 A\n2 B\n3 C" in out


def test_pairs_are_matched_by_letters_in_the_order_of_the_left_sides(ask):
    answer, _ = ask(matching(), "b a", "")
    assert (answer.grade, answer.how, answer.chosen) == (Grade.GOOD, "matching", [0, 1])

    answer, out = ask(matching(), "aa", "")
    assert (answer.grade, answer.chosen) == (Grade.AGAIN, [1, 1])
    assert "- VPC: Region" in out


def test_the_end_of_the_input_and_q_leave_and_u_takes_back(feed):
    feed("Q", " u ")
    dialogue = Dialogue()
    with pytest.raises(Leave):
        dialogue.ask("?")
    with pytest.raises(TakeBack):
        dialogue.ask("?")
    with pytest.raises(Leave):
        dialogue.ask("?")


def test_a_session_saves_every_answer_until_the_input_ends(study):
    result = study(*["", "a", "k"] * 3)

    assert result.code == 0
    assert result.err == ""
    assert "everything is saved" in result.out.splitlines()[-1]
    assert len(events()) >= 1
    assert "\033" not in result.out


def test_no_more_answers_than_wanted(study):
    result = study(*["", "a", "k", "f"] * 40, options=("--at-most", "2"))

    assert result.code == 0
    assert "Enough for now" in result.out
    assert len(events()) == 2


def test_an_answer_is_taken_back(study):
    study(*["", "a", "k", "f"] * 40, options=("--at-most", "1"))
    result = study("u", "q")

    assert "Taken back: the answer." in result.out
    with closing(open_store(data_dir(), clock=SystemClock())) as store:
        assert store.item_states() == {}
    assert "There is nothing to take back." in study("u", "q").out


def test_a_query_practises_and_leaves_the_schedule_alone(study):
    result = study(*["", "k"] * 3, options=("--query", "section:vpc-intro kind:basic", "--at-most", "3"))

    assert result.code == 0
    assert "Practice done: 3 of 3 cards known at once." in result.out
    assert [event.payload["practice"] for event in events()] == [True] * 3
    with closing(open_store(data_dir(), clock=SystemClock())) as store:
        assert store.item_states() == {}


def test_practice_can_count(study):
    study("", "k", options=("--query", "section:vpc-intro kind:basic", "--at-most", "1", "--counts"))

    with closing(open_store(data_dir(), clock=SystemClock())) as store:
        assert len(store.item_states()) == 1


def test_practice_asks_again_what_failed(study):
    result = study("", "f", "", "k", options=("--query", "section:vpc-intro kind:basic", "--at-most", "1"))

    assert "Again." in result.out
    assert "0 of 1 cards known at once" in result.out


def test_a_query_that_finds_nothing_or_is_mistaken_says_so(study):
    assert (study(options=("--query", "mainframe")).code, study(options=("--query", "mainframe")).out) == (
        1,
        "No card fits.\n",
    )
    assert study(options=("--query", "is:late")).code == 2


def test_one_line_when_nothing_is_due(study):
    with closing(open_store(data_dir(), clock=SystemClock())) as store:
        store.set_setting("cards.new_limit", 0)

    result = study()
    assert (result.code, result.out) == (0, "Nothing is due today.\n")


def test_an_archived_course_says_so(study):
    with closing(open_store(data_dir(), clock=SystemClock())) as store:
        store.set_setting("course.mode", "archive")

    assert study().out.startswith("The course is in the archive")


def test_a_folder_in_use_is_one_sentence(study):
    with closing(open_store(data_dir(), clock=SystemClock())):
        result = study()

    assert result.code == 2
    assert len(result.err.splitlines()) == 1
    assert "in use" in result.err


def test_options_of_the_terminal_need_plain(trainer):
    result = trainer("study", "--query", "vpc")

    assert result.code == 2
    assert "--plain" in result.err


def test_counts_without_a_query_is_a_mistake(study):
    result = study(options=("--counts",))

    assert (result.code, len(result.err.splitlines())) == (2, 1)


def test_ctrl_c_ends_with_130_and_loses_nothing(study, monkeypatch):
    study(*["", "a", "k", "f"] * 40, options=("--at-most", "1"))

    class Interrupted(io.StringIO):
        def readline(self, *_):
            raise KeyboardInterrupt

    monkeypatch.setattr("trainer.cli.dialogue.sys.stdin", Interrupted())
    from trainer.main import main

    assert main(["study", "--plain"]) == 130
    assert len(events()) == 1


def test_stray_bytes_end_nothing(tmp_path):
    command = [sys.executable, "-m", "trainer", "--data-dir", str(tmp_path / "own"), "study", "--plain"]
    done = subprocess.run(command, input=b"\xff\xfe\n\x80\nq\n", capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (0, b"")


def test_help_names_the_options(trainer):
    result = trainer("study", "--help")

    assert all(option in result.out for option in ("--plain", "--query", "--at-most", "--minutes", "--counts"))
    assert result.code == 0


def test_the_primer_of_a_section_is_told_once_before_its_first_card(study):
    first, second = study("", "q"), study("q")
    lines = first.out.splitlines()
    title = next(line for line in lines if line.startswith("New: ")).removeprefix("New: ")

    assert lines.index(f"New: {title}") < next(at for at, line in enumerate(lines) if line.startswith("Card 1 of"))
    assert "What people mix up:" in lines
    assert f"New: {title}" not in second.out.splitlines()

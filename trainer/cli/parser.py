"""The words of the command line."""

import argparse
import sys
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

from trainer import __version__
from trainer.progress.span import LONGEST, MONTH


class OneLineParser(argparse.ArgumentParser):
    """A parser whose complaints are one line."""

    @override
    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"{self.prog}: {message}; `{self.prog} --help` tells more\n")
        sys.exit(2)


def make_parser() -> argparse.ArgumentParser:
    """The parser of the `trainer` command; the chosen job is in `job` (`drill list` is `drill-list`)."""
    parser = OneLineParser(
        prog="trainer",
        description="Learn AWS architecture: place services in diagrams that explain every mistake. "
        "Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"trainer {__version__}")
    _add_data_dir(parser, default=None)
    parser.set_defaults(job="window")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_window(commands)
    _add_drill(commands)
    _add_learn(commands)
    _add_study(commands)
    _add_deck(commands)
    _add_search(commands)
    _add_rule(commands)
    _add_confusions(commands)
    _add_report(commands)
    _add_faults(commands)
    _add_doctor(commands)
    _add_simulate(commands)
    _add_demo(commands)
    return parser


_Commands = argparse._SubParsersAction  # noqa: SLF001  # argparse gives the type no public name


def _add_data_dir(parser: argparse.ArgumentParser, default: str | None = argparse.SUPPRESS) -> None:
    """Takes `--data-dir` before and after the command alike."""
    parser.add_argument(
        "--data-dir",
        type=Path,
        default=default,
        metavar="DIR",
        help="the folder with what you learnt (default: TRAINER_DATA_DIR, else the platform's data folder)",
    )


def _add_window(commands: _Commands) -> None:
    window = commands.add_parser("window", help="open the window (the default)")
    window.add_argument("--drill", metavar="ID", help="open this drill")
    _add_data_dir(window)
    window.set_defaults(job="window")


def _add_drill(commands: _Commands) -> None:
    drill = commands.add_parser("drill", help="list, show, grade, check and draw drills")
    jobs = drill.add_subparsers(title="commands", metavar="COMMAND", required=True)

    listing = jobs.add_parser("list", help="all drills, the easiest first")
    listing.set_defaults(job="drill-list")

    show = jobs.add_parser("show", help="one drill: its places, pieces, rules and solution")
    show.add_argument("id", metavar="ID")
    show.set_defaults(job="drill-show")

    grade = jobs.add_parser(
        "grade",
        help="judge a placement",
        description="Exit code 0: right; 1: not right; 2: the input could not be used.",
    )
    grade.add_argument("id", metavar="ID")
    grade.add_argument("--placement", required=True, metavar="FILE", help='JSON, {"piece": "container"}; - reads stdin')
    grade.add_argument("--lines", action="store_true", help="one placement a line in, one verdict a line out")
    grade.set_defaults(job="drill-grade")

    check = jobs.add_parser("check", help="prove drills sound", description="Exit code 0: all sound; 1: not.")
    check.add_argument("id", metavar="ID", nargs="?")
    check.set_defaults(job="drill-check")

    render = jobs.add_parser("render", help="draw a drill into a picture")
    render.add_argument("id", metavar="ID")
    render.add_argument(
        "-o", "--output", required=True, type=Path, metavar="FILE", help="ends in .svg, .png, .pdf or .dot"
    )
    what = render.add_mutually_exclusive_group()
    what.add_argument("--solution", action="store_true", help="with every piece where the model answer has it")
    what.add_argument("--placement", metavar="FILE", help="with the pieces placed and judged as the JSON says")
    render.add_argument("--theme", choices=("light", "dark"), default="light")
    render.add_argument("--scale", type=float, default=2.0, help="for .png: pixels per unit (default: 2)")
    render.set_defaults(job="drill-render")

    for with_json in (listing, show, grade, check):
        with_json.add_argument("--json", action="store_true", help="print JSON")


def _add_deck(commands: _Commands) -> None:
    deck = commands.add_parser("deck", help="list, show and check flashcards")
    jobs = deck.add_subparsers(title="commands", metavar="COMMAND", required=True)
    listing = jobs.add_parser("list", help="the sections that have cards, in the order of the course")
    listing.set_defaults(job="deck-list")
    show = jobs.add_parser("show", help="one note with its cards, or one card (`note#cloze-2`)")
    show.add_argument("id", metavar="ID")
    show.set_defaults(job="deck-show")
    check = jobs.add_parser(
        "check",
        help="faults, findings of an editor, ids that got lost, and facts that no card asks for",
        description="Exit code 0: no fault, no finding, and no id of the last release got lost; 1: not.",
    )
    check.add_argument(
        "--complete",
        action="store_true",
        help="fail, too, when a fact of the course is missing or a comparison has fewer than four cards",
    )
    check.set_defaults(job="deck-check")
    for with_json in (listing, show, check):
        with_json.add_argument("--json", action="store_true", help="print JSON")


def _add_learn(commands: _Commands) -> None:
    learn = commands.add_parser(
        "learn",
        help="the path through the course, and what a section is about",
        description="Without SECTION all sections in their order, with how far each is; with it, its primer. "
        "Exit code 0: printed; 1: the section has no primer.",
    )
    learn.add_argument("section", metavar="SECTION", nargs="?", help="id of a section: its primer")
    learn.add_argument("--json", action="store_true", help="print JSON")
    _add_data_dir(learn)
    learn.set_defaults(job="learn")


def _add_study(commands: _Commands) -> None:
    study = commands.add_parser(
        "study",
        help="answer cards, in the window or in the terminal",
        description="Without --plain the window opens on the cards. With it they are asked line by line, without "
        "colours, for any terminal and screen reader; u takes back an answer, q stops. "
        "Exit code 0: done or stopped; 1: no card fits the query.",
    )
    study.add_argument("--plain", action="store_true", help="in this terminal")
    study.add_argument("--query", metavar="QUERY", help="practise the cards that fit, as for `trainer search`; --plain")
    study.add_argument(
        "--counts", action="store_true", help="practice decides when the cards come back, too (default: it does not)"
    )
    study.add_argument("--at-most", type=_positive, metavar="N", help="answers (practice: cards, default 20)")
    study.add_argument("--minutes", type=_positive, metavar="N", help="no new card is asked after so long")
    _add_data_dir(study)
    study.set_defaults(job="study")


def _add_search(commands: _Commands) -> None:
    search = commands.add_parser(
        "search",
        help="find cards by their words, and by how they stand",
        description='QUERY: words, "phrases", -word, section:ID, tag:TAG, fact:ID, drill:ID, id:ID,ID, '
        "kind:basic|cloze|choice|typed|multi|ordering|matching|occluded, "
        "is:new|due|learnt|retired|failed|suspended|buried|flagged|deleted|outdated, flag:1|2|3|4, "
        "state:new|learning|young|mature (learning: failed, and not known since; mature: a stability from 21 days on), "
        "rated:N (answered within N study days, 1 is today) or rated:N:forgot|hard|good|easy; "
        "all of it has to be true. One that begins with - goes behind --. "
        "Exit code 0: found; 1: nothing; 2: a mistake in the query.",
    )
    search.add_argument("query", metavar="QUERY")
    search.add_argument("--json", action="store_true", help="print JSON")
    search.add_argument("--limit", type=_positive, default=50, metavar="N", help="cards at most (default: %(default)s)")
    _add_data_dir(search)
    search.set_defaults(job="search")


def _add_faults(commands: _Commands) -> None:
    faults = commands.add_parser("faults", help="the faults in cards and findings that were reported")
    faults.add_argument("--json", action="store_true", help="print JSON")
    faults.add_argument("-o", "--out", type=Path, metavar="FILE", help="write them into one file")
    _add_data_dir(faults)
    faults.set_defaults(job="faults")


def _add_rule(commands: _Commands) -> None:
    rule = commands.add_parser("rule", help="the rules that drills are graded by")
    jobs = rule.add_subparsers(title="commands", metavar="COMMAND", required=True)
    listing = jobs.add_parser("list", help="every rule")
    listing.set_defaults(job="rule-list")
    show = jobs.add_parser("show", help="one rule: what, why, and where it comes from")
    show.add_argument("id", metavar="ID")
    show.set_defaults(job="rule-show")
    for with_json in (listing, show):
        with_json.add_argument("--json", action="store_true", help="print JSON")


def _add_confusions(commands: _Commands) -> None:
    confusions = commands.add_parser(
        "confusions",
        help="what you mix up, and the cards and drills that tell it apart",
        description="Of the last 180 days, the strongest first: sure errors count most, old ones less and less.",
    )
    confusions.add_argument("--json", action="store_true", help="print JSON")
    confusions.add_argument("--limit", type=_positive, default=20, metavar="N", help="at most (default: %(default)s)")
    _add_data_dir(confusions)
    confusions.set_defaults(job="confusions")


def _add_report(commands: _Commands) -> None:
    report = commands.add_parser("report", help="how you did and what to do next, as a PDF, a page or a table")
    report.add_argument(
        "-o", "--output", required=True, type=Path, metavar="FILE", help="ends in .pdf, .html or .csv; - prints it"
    )
    report.add_argument("--format", choices=("html", "pdf", "csv"), help="where the file's name does not say it")
    report.add_argument(
        "--days", type=_days, default=MONTH, metavar="N", help="up to today (default: %(default)s); 0 is everything"
    )
    report.add_argument("--name", metavar="TEXT", help="whose report it is (default: the name set in the window)")
    _add_data_dir(report)
    report.set_defaults(job="report")


def _add_doctor(commands: _Commands) -> None:
    doctor = commands.add_parser(
        "doctor",
        help="replay everything remembered and compare it with what is stored",
        description="Exit code 0: all well; 1: something differs; 2: the data cannot be read.",
    )
    doctor.add_argument("--repair", action="store_true", help="rebuild what differs from the log")
    doctor.add_argument(
        "--startup", action="store_true", help="open the window, print how long the start took in ms, and quit"
    )
    doctor.add_argument("--json", action="store_true", help="print JSON")
    _add_data_dir(doctor)
    doctor.set_defaults(job="doctor")


def _add_demo(commands: _Commands) -> None:
    demo = commands.add_parser("demo", help="play a drill wrongly, then rightly, and leave screenshots")
    demo.add_argument("--out", type=Path, default=Path("demo"), metavar="DIR", help="for the pictures (default: demo)")
    demo.set_defaults(job="demo")


def _add_simulate(commands: _Commands) -> None:
    simulate = commands.add_parser(
        "simulate",
        help="write a plausible life into an empty data folder",
        description="For tests, benchmarks and looking at full pages. Every event is marked as simulated.",
    )
    simulate.add_argument("--days", type=_positive, default=180, metavar="N", help="how long, up to today")
    simulate.add_argument("--cards", type=_positive, default=100, metavar="N", help="how many cards are learnt")
    simulate.add_argument("--seed", type=int, default=1, metavar="N", help="the same seed gives the same life")
    simulate.add_argument(
        "--learner", choices=("honest", "guesser", "hint-clicker", "forgetter"), default="honest", help="whose life"
    )
    _add_data_dir(simulate)
    simulate.set_defaults(job="simulate")


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 up")
    return int(text)


def _days(text: str) -> int:
    number = int(text) if text.isdecimal() else -1
    if not 0 <= number <= LONGEST:
        raise argparse.ArgumentTypeError(f"{text!r} is no number between 0 and {LONGEST}")
    return number

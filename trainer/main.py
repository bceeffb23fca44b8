"""The `trainer` command: decides whether a job needs a window, and starts it."""

import gc
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.cli.parser import make_parser
from trainer.errors import UserError

if TYPE_CHECKING:
    from trainer.library.shelf import Library

BROKEN_PIPE = 141  # what a shell reports for a program that a closed pipe ended


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one job.

    Returns:
        The exit code: 0 when all is well, 1 for a negative answer, 2 when something could not be used.
    """
    options = make_parser().parse_args(arguments)
    try:
        code = _run(options)
        sys.stdout.flush()
    except UserError as error:
        sys.stderr.write("".join(f"trainer: {line}\n" for line in str(error).splitlines()))
        return error.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return 130
    return code


def _run(options: Namespace) -> int:
    job = options.job
    is_window = job in {"window", "demo"} or (job == "study" and not options.plain)
    if is_window or (job == "doctor" and options.startup):
        return _run_with_window(options)
    if job == "doctor":
        from trainer.cli.doctor_job import examine_data  # noqa: PLC0415  # each job loads what it needs

        return examine_data(options)
    if job == "study":
        from trainer.cli.study_job import study  # noqa: PLC0415
        from trainer.library.shelf import open_library  # noqa: PLC0415

        return study(options, open_library())
    if job == "faults":
        from trainer.cli.faults_job import tell_faults  # noqa: PLC0415

        return tell_faults(options)
    return _run_with_library(options)


def _run_with_library(options: Namespace) -> int:
    from trainer.cli import drill_jobs, rule_jobs  # noqa: PLC0415
    from trainer.library.shelf import open_library  # noqa: PLC0415

    library = open_library()
    jobs = {
        "drill-list": drill_jobs.list_drills,
        "drill-show": drill_jobs.show_drill,
        "drill-grade": drill_jobs.grade_drill,
        "drill-check": drill_jobs.check_drills,
        "rule-list": rule_jobs.list_rules,
        "rule-show": rule_jobs.show_rule,
    }
    if options.job in jobs:
        return jobs[options.job](options, library)
    if options.job.startswith("deck-"):
        from trainer.cli.deck_jobs import JOBS  # noqa: PLC0415  # they alone make cards

        return JOBS[options.job](options, library)
    if options.job == "drill-render":
        return _render(options, library)
    return _run_on_data(options, library)


def _run_on_data(options: Namespace, library: "Library") -> int:
    """Runs a job on what was learnt; each loads what it alone needs."""
    if options.job == "search":
        from trainer.cli.search_job import search_cards  # noqa: PLC0415

        return search_cards(options, library)
    if options.job == "learn":
        from trainer.cli.learn_job import learn  # noqa: PLC0415

        return learn(options, library)
    if options.job == "confusions":
        from trainer.cli.confusions_job import list_confusions  # noqa: PLC0415

        return list_confusions(options, library)
    if options.job == "report":
        from trainer.cli.report_job import report_progress  # noqa: PLC0415

        return report_progress(options, library)
    from trainer.cli.simulate_job import simulate  # noqa: PLC0415

    return simulate(options, library)


def _render(options: Namespace, library: "Library") -> int:
    from trainer.cli.render_job import PIXELS_AND_PAGES, draw_text, render_text  # noqa: PLC0415

    ending = options.output.suffix.lower()
    if ending in (".svg", ".dot"):
        return render_text(options, library)
    if ending in PIXELS_AND_PAGES:
        from trainer.ui.picture import write_picture  # noqa: PLC0415  # Qt turns vectors into pixels and pages

        return write_picture(draw_text(options, library), options.output, scale=options.scale)
    raise UserError(f"{options.output}: a picture's name ends in .svg, .png, .pdf or .dot")


def _run_with_window(options: Namespace) -> int:
    if options.job == "study" and (options.query or options.counts or options.at_most or options.minutes):
        raise UserError(
            "--query, --counts, --at-most and --minutes go with --plain; the window has a page for practice"
        )
    gc.disable()  # until the first paint: collecting while modules load costs a tenth of the start
    # SQLAlchemy comes first: behind PySide6's import hook it takes 96 ms and 16 MiB more.
    import trainer.app  # noqa: F401, PLC0415
    from trainer.ui import starting  # noqa: PLC0415
    from trainer.ui.screen import missing_screen  # noqa: PLC0415

    out = options.out if options.job == "demo" else None
    if options.job in {"window", "study"} and (why := missing_screen()) is not None:
        sys.stderr.write(f"trainer: {why}; playing the demo into pictures instead\n")
        out = Path("demo")
    if out is not None:
        from trainer.ui.demo import run_demo  # noqa: PLC0415

        return run_demo(out)
    if options.job == "doctor":
        return starting.measure_start(options.data_dir)
    page = "study" if options.job == "study" else None
    return starting.run_window(options.data_dir, getattr(options, "drill", None), page=page)

"""`trainer report`: how the learner did, as a PDF, a page or a table."""

import sys
from argparse import Namespace
from pathlib import Path

from trainer.app import import_built_in, open_memory
from trainer.errors import UserError
from trainer.library.shelf import Library
from trainer.paths import data_dir
from trainer.progress.formats import Format, format_for, write_as
from trainer.progress.report import NAME_SETTING, Report, make_report
from trainer.progress.saving import check_place, save_file

STANDARD_OUTPUT = Path("-")


def report_progress(options: Namespace, library: Library) -> int:
    """Writes a report to the file that was named, or to standard output.

    Raises:
        UserError: when the format is not clear, the data cannot be read, or the file cannot be written.
    """
    chosen = Format(options.format) if options.format else None
    form = _format_of(options.output, chosen)
    report = _make(options, library)
    content = write_as(report, form)
    if options.output == STANDARD_OUTPUT:
        sys.stdout.buffer.write(content)
    else:
        save_file(options.output, content)
    return 0


def _format_of(output: Path, chosen: Format | None) -> Format:
    """The format, once it is sure that the report can go where it should."""
    if output != STANDARD_OUTPUT:
        form = format_for(output, chosen)
        check_place(output)
        return form
    if chosen is None:
        raise UserError("a report to standard output needs --format html or --format csv")
    if chosen is Format.PDF:
        raise UserError("a PDF is not written to standard output: name a file with -o")
    return chosen


def _make(options: Namespace, library: Library) -> Report:
    with open_memory(data_dir(options.data_dir)) as store:
        import_built_in(library, store)
        name = store.get_setting(NAME_SETTING, "") if options.name is None else options.name
        return make_report(library, store, store.today(), days=options.days, name=name)

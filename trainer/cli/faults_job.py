"""`trainer faults`: the faults that were reported, as one text or file."""

from argparse import Namespace

from trainer.app import open_memory
from trainer.cli.printing import print_json, print_lines
from trainer.paths import data_dir
from trainer.study.fault_reports import fault_reports, reports_as_json, reports_as_text, save_reports


def tell_faults(options: Namespace) -> int:
    """Prints the reports, or writes them into a file.

    Raises:
        UserError: when the data cannot be read or the file not be written.
    """
    with open_memory(data_dir(options.data_dir)) as store:
        reports = fault_reports(store)
    if options.json:
        print_json(reports_as_json(reports))
    elif options.out is not None:
        save_reports(reports, options.out)
        print_lines([f"{len(reports)} reported, written to {options.out}"])
    else:
        print_lines(reports_as_text(reports).splitlines() if reports else ["No fault was reported."])
    return 0

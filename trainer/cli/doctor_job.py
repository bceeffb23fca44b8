"""`trainer doctor`: replay the log and compare."""

from argparse import Namespace

from trainer.app import open_memory
from trainer.cli.printing import print_json, print_lines
from trainer.paths import data_dir


def examine_data(options: Namespace) -> int:
    """Replays everything remembered, prints what differs, and repairs it where asked."""
    from trainer.store.doctor import examine, repair  # noqa: PLC0415  # only the doctor replays

    folder = data_dir(options.data_dir)
    with open_memory(folder) as store:
        examination = examine(store)
        repaired = bool(options.repair and not examination.caches_ok)
        if repaired:
            repair(store)
            examination = examine(store)
    if options.json:
        print_json({"folder": str(folder), "repaired": repaired, **examination.document()})
    else:
        print_lines([f"Data folder: {folder}", *examination.lines()])
        if repaired:
            print_lines(["What differed was rebuilt from the log."])
    return 0 if examination.is_healthy else 1

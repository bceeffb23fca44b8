"""Faults in cards and findings that learners report: kept in the log, and told in one file for whoever mends them."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from trainer import __version__
from trainer.errors import UserError
from trainer.progress.saving import save_file
from trainer.store.events import Event, EventKind, NewEvent
from trainer.store.opening import Store


@dataclass(frozen=True, slots=True)
class FaultReport:
    """What a learner says is wrong.

    Attributes:
        about: `card:<uid>`, `rule:<id>` or `drill:<id>`.
        shown: what the learner saw, as plain text.
        text: what is wrong with it, in the learner's words.
        day: the study day; `version` is that of the program then.
    """

    about: str
    shown: str
    text: str
    day: date
    version: str


def report_fault(store: Store, about: str, shown: str, text: str) -> None:
    """Keeps a report; it can be undone like anything that is done with cards.

    Raises:
        UserError: when nothing was said, or it cannot be saved.
    """
    if not text.strip():
        raise UserError("Say in a few words what is wrong; an empty report helps nobody.")
    payload = {"v": 1, "shown": shown, "text": text.strip(), "version": __version__}
    store.append(NewEvent(EventKind.FAULT_REPORTED, f"fault:{about}", payload))


def fault_reports(store: Store) -> tuple[FaultReport, ...]:
    """All reports that were not taken back, the oldest first."""
    return tuple(map(_read, store.fault_events()))


def reports_as_json(reports: Iterable[FaultReport]) -> list[dict[str, str]]:
    """The reports as JSON values."""
    return [{**asdict(report), "day": report.day.isoformat()} for report in reports]


def reports_as_text(reports: Sequence[FaultReport]) -> str:
    """The reports as one Markdown text."""
    parts = ["# Reported faults\n"]
    for report in reports:
        quoted = "\n".join(f"> {line}".rstrip() for line in report.shown.splitlines())
        parts.append(f"## {report.about}\n\n{report.day.isoformat()}, version {report.version}\n\n{quoted}\n")
        parts.append(report.text + "\n")
    return "\n".join(parts)


def save_reports(reports: Sequence[FaultReport], file: Path) -> None:
    """Writes all reports into one file, which is replaced.

    Raises:
        UserError: when it cannot be written.
    """
    save_file(file, reports_as_text(reports).encode())


def _read(event: Event) -> FaultReport:
    payload = event.payload
    about = str(event.item).removeprefix("fault:")
    return FaultReport(about, payload["shown"], payload["text"], event.study_day, payload["version"])

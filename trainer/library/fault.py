"""A mistake in a content file, with the place where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from trainer.errors import UserError


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake.

    Attributes:
        line: counted from 1.
        field: dotted path of the field (`pieces.2.service`); empty for the file as a whole.
        message: what is wrong and what was expected.
    """

    file: Path
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}"
        return f"{where}: {self.field}: {self.message}" if self.field else f"{where}: {self.message}"


class ContentError(UserError):
    """A content file cannot be used; carries all its faults, a line each."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))

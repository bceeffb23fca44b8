"""What the course asks of the learner: all of it, only what was learnt, or nothing until it is taken out again."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from trainer.store.opening import Store

T = TypeVar("T")

SETTING = "course.mode"


class Mode(StrEnum):
    """`MAINTAIN` brings no new cards and drills, only what was learnt; `ARCHIVE` asks nothing."""

    LEARN = "learn"
    MAINTAIN = "maintain"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a mode lets through.

    Attributes:
        new: whether anything new is begun.
        again: whether anything comes back.
    """

    new: bool
    again: bool

    def keep_again(self, things: Sequence[T]) -> list[T]:
        """What comes back, as far as it is asked."""
        return list(things) if self.again else []


_ASKED = {
    Mode.LEARN: Asked(new=True, again=True),
    Mode.MAINTAIN: Asked(new=False, again=True),
    Mode.ARCHIVE: Asked(new=False, again=False),
}


def read_mode(store: Store) -> Mode:
    """The mode that the learner chose; learning where nothing was chosen, or what this version does not know."""
    kept = store.get_setting(SETTING)
    return Mode(kept) if kept in set(Mode) else Mode.LEARN


def choose_mode(store: Store, mode: Mode) -> None:
    """Keeps the mode; what was learnt stays as it is in all of them."""
    store.set_setting(SETTING, str(mode))


def asked_in(store: Store) -> Asked:
    """What is asked in the learner's mode."""
    return _ASKED[read_mode(store)]

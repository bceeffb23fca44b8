"""What every kind of session with cards can do, so that one page, one presenter and one terminal serve them all."""

from collections.abc import Sequence
from typing import Protocol

from trainer.learning.grade import Grade
from trainer.study.card_session import BoardPrompt, Ending, Left, Prompt
from trainer.study.run_ending import DiagnosticEnding, PracticeEnding
from trainer.study.undoing import Step

AnyEnding = Ending | PracticeEnding | DiagnosticEnding


class Session(Protocol):
    """Asks one card after another; every answer is committed before it returns.

    Attributes:
        prompt: what is asked now; None at the end.
        can_undo: whether there is an answer to take back; `can_redo` whether one to give again.
    """

    can_undo: bool
    can_redo: bool

    @property
    def prompt(self) -> Prompt | BoardPrompt | None:
        """What is asked now; None at the end."""
        ...

    @property
    def left(self) -> Left:
        """What is left to do."""
        ...

    @property
    def answered(self) -> int:
        """How many answers stand, which the share of what is done is told from."""
        ...

    def answer(
        self,
        grade: Grade,
        *,
        seconds: float,
        how: str,
        chosen: int | Sequence[int] | None = None,
        typed: str | None = None,
        sure: bool | None = None,
    ) -> None:
        """Grades the card that is asked; the next one is the prompt then. `study.answering.Answer` tells the rest.

        Raises:
            UserError: when it cannot be saved; the prompt stays.
            ValueError: when no card is asked, or it cannot be known yet, as `todays_value` says.
        """
        ...

    def pass_primer(self, *, read: bool) -> None:
        """Notes that the primer before the card was offered, and read rather than skipped; the card is asked then.

        Raises:
            UserError: when it cannot be saved; the prompt stays.
            ValueError: when no primer is offered.
        """
        ...

    def undo(self) -> Step | None:
        """Takes back the last of what was done with cards, wherever; None when there is nothing."""
        ...

    def redo(self) -> Step | None:
        """Does again what was taken back last; None when there is nothing."""
        ...

    def suspend(self) -> None:
        """Leaves the card that is asked out from now on.

        Raises:
            UserError: when it cannot be saved; the prompt stays, as for `bury` and `flag`.
            ValueError: when no card is asked, as for these.
        """
        ...

    def bury(self) -> None:
        """Puts the card that is asked, and the others of its note, off until tomorrow."""
        ...

    def flag(self, flag: int) -> None:
        """Flags the card that is asked: 1 to 4; 0 takes the flag away."""
        ...

    def why_this_date(self) -> str:
        """Why the card that is asked comes now, in a sentence.

        Raises:
            UserError: when it cannot be read.
            ValueError: when no card is asked.
        """
        ...

    def put_off_board(self) -> None:
        """Leaves the drill that is proposed for another time; nothing where none is."""
        ...

    def look_again(self) -> None:
        """Reads anew which drills are due, after the learner was at one; what is asked stays as it is."""
        ...

    def learn_more(self) -> None:
        """Adds new cards; nothing where the session has a fixed set."""
        ...

    def ending(self) -> AnyEnding:
        """How it went so far."""
        ...

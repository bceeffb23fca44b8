"""Questions and answers in a terminal, line by line: for eyes, screen readers and pipes alike."""

import sys
from collections.abc import Iterable
from io import TextIOWrapper


class Leave(Exception):  # noqa: N818  # no error: somebody has had enough
    """The input ended, or the learner wants to stop."""


class TakeBack(Exception):  # noqa: N818
    """The learner wants the last answer back."""


QUIT, UNDO = "q", "u"
COMMANDS = f"{UNDO} takes back your last answer, {QUIT} stops; everything is saved as you go."


class Dialogue:
    """Reads lines from standard input and writes to standard output; no colour, and nothing is ever written over."""

    def __init__(self) -> None:
        for stream in (sys.stdin, sys.stdout):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="replace")  # a stray byte or an old encoding stops nobody

    def tell(self, *lines: str) -> None:
        """Writes lines."""
        sys.stdout.writelines(f"{line}\n" for line in lines)
        sys.stdout.flush()

    def ask(self, question: str) -> str:
        """Asks for a line of any text, without spaces around it.

        Raises:
            Leave, TakeBack: when that is what was typed, or the input has ended.
        """
        if sys.stdin.isatty():
            try:
                line = input(f"{question} ")
            except EOFError:
                self.tell("")
                raise Leave from None
        else:
            self.tell(question)
            line = sys.stdin.readline()
            if not line:
                raise Leave
        text = line.strip()
        if text.lower() == QUIT:
            raise Leave
        if text.lower() == UNDO:
            raise TakeBack
        return text

    def choose(self, question: str, answers: Iterable[str], default: str | None = None) -> str:
        """Asks until one of the answers is given; nothing typed means the default, where there is one.

        Raises:
            Leave, TakeBack: as `ask`.
        """
        allowed = tuple(answers)
        while True:
            text = self.ask(question).lower() or (default or "")
            if text in allowed:
                return text
            self.tell(f"Please answer {' or '.join(allowed)}; {COMMANDS}")

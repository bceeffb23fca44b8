"""Grades: how well something was remembered."""

from enum import IntEnum


class Grade(IntEnum):
    """FSRS's four ratings, in their order.

    `AGAIN` is a failure (*Forgot* in the window); the other three are successes. `GOOD` is *Knew it*.
    """

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4

    @property
    def word(self) -> str:
        """The name that stands in the log: `again`, `hard`, `good` or `easy`."""
        return _WORDS[self]

    @property
    def passed(self) -> bool:
        """Whether it was remembered."""
        return self is not Grade.AGAIN


_WORDS = {grade: grade.name.lower() for grade in Grade}
_GRADES = {word: grade for grade, word in _WORDS.items()}


def read_grade(word: str) -> Grade:
    """The grade that a word of the log names.

    Raises:
        ValueError: when there is no such grade.
    """
    try:
        return _GRADES[word]
    except (KeyError, TypeError):
        raise ValueError(f"{word!r} is no grade") from None

"""How wide a text is: by Qt in the window, by a table of the text face on the command line."""

from collections.abc import Callable
from functools import lru_cache

from trainer.layout.font_metrics import REGULAR, SEMIBOLD

Measure = Callable[[str, float, bool], float]
"""(text, size in px, semibold?) -> width in px."""

_UNKNOWN = 600
"""Width of a character that the table does not have, in thousandths: a wide guess, so that nothing is cut off."""


def _by_character(table: dict[int, str]) -> dict[str, int]:
    return {char: width for width, chars in table.items() for char in chars}


_WIDTHS = {False: _by_character(REGULAR), True: _by_character(SEMIBOLD)}


@lru_cache(maxsize=4096)
def table_measure(text: str, size: float, semibold: bool = False) -> float:  # noqa: FBT001, FBT002  # as Measure says
    """The width of a text in px, set in Source Sans Pro without kerning; needs no Qt."""
    widths = _WIDTHS[bool(semibold)]
    return sum(widths.get(char, _UNKNOWN) for char in text) * size / 1000

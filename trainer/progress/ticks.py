"""Round numbers for axes."""

from math import floor, log10

_ROUND = (1, 2, 5, 10)
AT_MOST = 5
"""Steps on an axis."""


def round_step(most: float, at_most: int = AT_MOST) -> int:
    """The smallest whole step of 1, 2 or 5 times a power of ten that reaches a value in so many steps."""
    rough = max(most / at_most, 1)
    power = 10 ** floor(log10(rough))
    return next(step * power for step in _ROUND if step * power * at_most >= most and step * power >= 1)


def round_ticks(most: float, at_most: int = AT_MOST) -> tuple[int, ...]:
    """Round numbers from 0 to the first that is not below a value; 0 and 1 for nothing.

    Args:
        most: the largest value, not negative.
        at_most: how many steps there may be.
    """
    step = round_step(most, at_most)
    ticks = [0, step]
    while ticks[-1] < most:
        ticks.append(ticks[-1] + step)
    return tuple(ticks)

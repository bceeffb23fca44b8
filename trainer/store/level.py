"""The levels of an attempt at a drill, fading from example to transfer."""

from enum import IntEnum


class Level(IntEnum):
    """How much of a drill is given."""

    WATCH = 0
    """It is solved step by step."""
    COMPLETE = 1
    """Half is in place."""
    BUILD = 2
    """Nothing is in place."""
    TRANSFER = 3
    """Nothing is in place, in a variant that was never met, judged on Check."""

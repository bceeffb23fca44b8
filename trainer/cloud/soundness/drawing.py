"""Where the learner draws the lines: each wrong one is explained, and they cannot be guessed."""

from collections.abc import Iterator
from itertools import permutations
from random import Random

from trainer.cloud.drill import Drill, Line
from trainer.cloud.grading import grade
from trainer.cloud.lines import answers, draws_lines, nodes, with_lines
from trainer.cloud.soundness.report import Examined

FEWEST_MISLINKS = 3
"""Wrong lines that a drill explains in words of its own."""


def examine_lines(drill: Drill, random: Random, samples: int) -> Examined:
    """Every wrong line is an error that names it, every right one is none, and chance does not find them."""
    if not draws_lines(drill):
        return Examined("lines", "they appear by themselves")
    placed = {piece: where for piece, where in drill.solution.items() if piece in drill.pieces}
    lines = list(permutations(nodes(drill, placed), 2))
    failures = [failure for line in lines for failure in _judge_line(drill, line)]
    if len(drill.mislinks) < FEWEST_MISLINKS:
        failures.append(f"`mislinks` explains {len(drill.mislinks)} wrong lines: name {FEWEST_MISLINKS} likely ones.")
    passes = sum(_plays_right(drill, lines, random) for _ in range(samples))
    if passes > samples / 20:
        failures.append(f"{passes} of {samples:,} random drawings pass: add pieces or lines.")
    extent = (
        f"all {len(lines)} lines that can be drawn, {len(answers(drill))} of them right; {samples:,} random drawings"
    )
    return Examined("lines", extent, tuple(failures))


def _judge_line(drill: Drill, line: Line) -> Iterator[str]:
    placed = {piece: where for piece, where in drill.solution.items() if piece in drill.pieces}
    errors = grade(drill, with_lines(placed, [line])).errors
    if line in answers(drill):
        yield from (f"The line {line[0]} -> {line[1]} is a link, but {error.rule} rejects it." for error in errors)
    elif not any(line in error.lines for error in errors):
        yield f"The line {line[0]} -> {line[1]} is accepted, and it is not among the `links`."


def _plays_right(drill: Drill, lines: list[Line], random: Random) -> bool:
    """Whether as many lines as are wanted, drawn by chance, are the right ones."""
    wanted = {line for line, link in answers(drill).items() if not link.optional}
    return wanted <= set(random.sample(lines, min(len(wanted), len(lines))))

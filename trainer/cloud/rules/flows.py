"""Lines between pieces: these rules come with every drill in which the learner draws them."""

from collections.abc import Iterator

from trainer.cloud.board import Board
from trainer.cloud.lines import name_of
from trainer.cloud.rule import Breach, Judgement, RuleClass, rule


@rule(
    "flow-direction",
    kind=RuleClass.BROKEN,
    statement="An arrow points from what begins the exchange to what answers, or from the original to its copy.",
    why="Who calls whom decides on routes, on security group rules and on what has to wait for what.",
    facts=("w1-event-driven.2", "w1-decoupling.3"),
    source="Design interactions in a distributed system to prevent failures (AWS Well-Architected Framework)",
    from_drill=True,
)
def flow_direction(board: Board) -> Iterator[Judgement]:
    """No line runs against a link of the drill."""
    for line in board.lines:
        link = board.answers.get((line[1], line[0]))
        if link is not None and line not in board.answers:
            source, target = (name_of(board.drill, node) for node in line)
            text = f"The arrow from the {source} to the {target} points the wrong way. {link.because}".rstrip()
            yield Breach((), (), text, lines=(line,))


@rule(
    "flow-needed",
    kind=RuleClass.BROKEN,
    statement="An arrow stands for an exchange that the architecture has.",
    why="What talks past its neighbour loses what that neighbour is there for: buffering, checking, distribution.",
    facts=("w1-event-driven.2", "w1-decoupling.3"),
    source="Design interactions in a distributed system to prevent failures (AWS Well-Architected Framework)",
    from_drill=True,
)
def flow_needed(board: Board) -> Iterator[Judgement]:
    """Every line is a link of the drill, or runs against one."""
    for line in board.lines:
        if line in board.answers or (line[1], line[0]) in board.answers:
            continue
        source, target = (name_of(board.drill, node) for node in line)
        told = board.mislinks.get(line) or f"Nothing goes from the {source} straight to the {target} here."
        yield Breach((), (), told, lines=(line,))


RULES = (flow_direction, flow_needed)

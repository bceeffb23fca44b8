"""A simulated life with drills: the real session, over a notebook in place of the store."""

from collections.abc import Iterator
from random import Random

from trainer.cloud.coverage import rules_about, skill_of
from trainer.cloud.drill import Drill, Feedback, Placement
from trainer.cloud.grading import PieceState, rules_in_force, state_of
from trainer.cloud.lines import drawn_lines, draws_lines, is_line, line_key, nodes
from trainer.cloud.rules import FLOW_RULES
from trainer.cloud.search import find_completion
from trainer.learning.memory import MemoryState
from trainer.learning.scheduler import default_scheduler
from trainer.store.level import Level
from trainer.study.drill_session import DrillSession
from trainer.study.hints import LAST_STEP
from trainer.study.simulation.learner import Learner
from trainer.study.simulation.notebook import Notebook

_MOST_DROPS = 60
"""A learner who has not solved a drill after so many drops leaves it."""

_PAUSE_S = (3, 16)
"""Between two steps, in seconds."""

_FLOWS = frozenset(rule.id for rule in FLOW_RULES)

Tile = tuple[str, str]
"""A piece with a container, or the key of lines with an end."""


def attempt_drill(drill: Drill, notebook: Notebook, learner: Learner, random: Random) -> None:
    """Works at a drill, at the level that the history proposes, until it is solved or the learner leaves it."""
    session = DrillSession(drill, notebook, new_id=lambda: f"{random.getrandbits(64):016x}", level=None)
    if session.attempt is not None:
        session.restart()
    if session.level == Level.WATCH:
        for _ in session.steps():
            notebook.wait(random.randint(*_PAUSE_S))
        session.finish()
        return
    for _ in range(_MOST_DROPS):
        notebook.wait(random.randint(*_PAUSE_S))
        if _is_done(session) and (session.check() is None or session.finished):
            return
        _Player(session, notebook, learner, random).act()


def _is_done(session: DrillSession) -> bool:
    """Whether there is nothing left to do as far as the learner can see."""
    if session.feedback is Feedback.DROP:
        return session.verdict.correct
    return not any(_missing(session)) and not any(_seen_wrong(session))


def _missing(session: DrillSession) -> Iterator[str]:
    """The pieces that have tiles in the palette, decoys left out, and as often as lines are missing, their keys."""
    placement, drill = session.placement, session.drill
    for piece in drill.required:
        if len(placement.get(piece.id, ())) < piece.spans:
            yield piece.id
    if draws_lines(drill):
        drawn, wanted = set(drawn_lines(placement)), list(drawn_lines(drill.solution))
        missing = [line_key(line[0]) for line in wanted if line not in drawn]
        yield from missing[: max(0, len(wanted) - len(drawn))]


def _seen_wrong(session: DrillSession) -> Iterator[Tile]:
    """The tiles and lines that are shown to be wrong."""
    shown = session.shown_verdict
    for piece, places in session.placement.items():
        if is_line(piece) or piece in shown.pieces:
            given = session.prefilled.get(piece, ())
            wrong = (place for place in places if state_of(shown, piece, place) is PieceState.WRONG)
            yield from ((piece, place) for place in wrong if place not in given)


class _Player:
    """One step of a learner in a drill."""

    def __init__(self, session: DrillSession, notebook: Notebook, learner: Learner, random: Random) -> None:
        self._session = session
        self._notebook = notebook
        self._learner = learner
        self._random = random

    def act(self) -> None:
        """Answers what is asked, asks for hints at times, and moves one tile or line."""
        random, session = self._random, self._session
        question = session.question
        if question is not None:
            knows = random.random() >= self._learner.errs
            session.answer_question(question.right if knows else random.randrange(len(question.options)))
        if random.random() < self._learner.asks:
            for _ in range(LAST_STEP):
                session.hint()
                self._notebook.wait(random.randint(*_PAUSE_S))
        wrong = list(_seen_wrong(session))
        if wrong:
            self._mend(*random.choice(wrong))
        elif missing := list(_missing(session)):
            self._put(random.choice(missing))

    def _mend(self, piece: str, place: str) -> None:
        """Moves what is wrong, or takes it away."""
        target = self._anywhere(piece) if self._errs(piece) else next(self._right_places(piece), None)
        if target is None or (is_line(piece) and self._random.random() < 1 / 2):
            self._session.take_back(piece, place)
        else:
            self._session.place(piece, target, place)

    def _put(self, piece: str) -> None:
        """Takes a tile out of the palette, or draws a line."""
        if not self._errs(piece):
            target = next(self._right_places(piece), None)
            if target is not None:
                self._session.place(piece, target)
            return
        drill = self._session.drill
        guessed = self._random.choice(nodes(drill, self._session.placement) if is_line(piece) else list(drill.pieces))
        guess = line_key(guessed) if is_line(piece) else guessed
        self._session.place(guess, self._anywhere(guess))

    def _anywhere(self, piece: str) -> str:
        drill = self._session.drill
        return self._random.choice(nodes(drill, self._session.placement) if is_line(piece) else list(drill.topology))

    def _right_places(self, piece: str) -> Iterator[str]:
        """Where a piece or a line is right beside what is in place."""
        drill, placement = self._session.drill, self._session.placement
        held = placement.get(piece, ())
        return (place for place in _solution_beside(drill, placement, piece).get(piece, ()) if place not in held)

    def _errs(self, piece: str) -> bool:
        """Whether the learner does not know where something belongs: once learnt, as far as it was forgotten."""
        learner, states = self._learner, list(self._memories(piece))
        chance = learner.errs
        if states and learner.learns:
            recall = min(default_scheduler().recall(memory, self._notebook.today()) for memory in states)
            chance = min(chance, 1 - recall**learner.weakness)
        return self._random.random() < chance

    def _memories(self, piece: str) -> Iterator[MemoryState]:
        drill = self._session.drill
        if is_line(piece):
            uses = [use for use, rule in rules_in_force(drill) if rule.id in _FLOWS]
        else:
            uses = [use for use, _ in rules_about(drill, piece)] if piece in drill.pieces else []
        for use in uses:
            state = self._notebook.item_state(skill_of(use))
            if state is not None:
                yield state.memory


def _solution_beside(drill: Drill, placement: Placement, piece: str) -> Placement:
    """A solution that keeps what is in place where that is possible without the piece's own tiles; else the drill's."""
    others = {name: places for name, places in placement.items() if name != piece and not is_line(name)}
    astray = any(place not in drill.solution.get(name, ()) for name, places in others.items() for place in places)
    found = find_completion(drill, others) if astray and not is_line(piece) else None
    return found or drill.solution

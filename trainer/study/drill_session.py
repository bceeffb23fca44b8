"""One learner at one drill: levels, moves, undo, hints, questions and the end of an attempt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from secrets import token_hex
from typing import Any, TypeVar, cast

from trainer.cloud.drill import Drill, Feedback, Placement
from trainer.cloud.grading import Verdict, grade
from trainer.store.events import Event, EventKind
from trainer.store.level import Level
from trainer.study.asking import Asking
from trainer.study.attempt import Attempt, plan_attempt, propose_level, read_attempt
from trainer.study.attempt_ending import end_attempt
from trainer.study.attempt_log import AttemptLog
from trainer.study.confused import confused_at_check
from trainer.study.drill_memory import DrillMemory
from trainer.study.hints import LAST_STEP, Hint, choose_target, give_hint
from trainer.study.judging import Judge
from trainer.study.moves import apply_move, is_movable, is_place, room, usable_placement
from trainer.study.questions import Question, QuestionKind
from trainer.study.shown import check_payload, shown_after_check
from trainer.study.trail import MOST_SLIPS
from trainer.study.worked import WorkedStep, solve_in_steps

T = TypeVar("T")

BUILD_LEVEL = int(Level.BUILD)
EACH_DROP = str(Feedback.DROP)

_DONE = (EventKind.DRILL_MOVE, EventKind.HINT, EventKind.CHECK)
"""What an attempt must hold to have been an attempt at all."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one change did.

    Attributes:
        piece: whose tile moved.
        source: where it was; None for the palette.
        target: where it is now; None for the palette.
    """

    piece: str
    source: str | None
    target: str | None
    placement: Placement
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a Check went or an attempt ended: the verdict, and whether it was solved without hint or error."""

    verdict: Verdict
    unaided: bool


def _new_id() -> str:
    return token_hex(8)


class DrillSession:
    """An attempt at a drill, as it was left or new; a new one is begun in the log by the first thing that is done.

    Every change is committed to the store before the method returns, so that what is shown is never lost.

    Args:
        drill: the drill itself; `drill` is then the attempt's variant of it.
        store: what the learner did.
        chance: makes the generator for a seed; variants, halves, questions and days are drawn from it.
        new_id: makes the uid of an attempt, which is the seed of all that chance decides in it.
        level: of new attempts; None for the level that the history proposes.
        feedback: of new attempts; None for the usual one of level and drill.
        variant: of the first new attempt; None for the usual one of the level.
    """

    def __init__(
        self,
        drill: Drill,
        store: DrillMemory,
        chance: Callable[[str], Random] = Random,
        new_id: Callable[[], str] = _new_id,
        *,
        level: int | None = BUILD_LEVEL,
        feedback: Feedback | None = None,
        variant: int | None = None,
    ) -> None:
        self._base = drill
        self._store = store
        self._chance = chance
        self._new_id = new_id
        self._level, self._feedback = level, feedback
        self._log = AttemptLog(store, drill.id)
        self._made: dict[str, tuple[object, object]] = {}
        self._record = store.drill_state(drill.id)
        board = store.board(drill.id)
        if board is None:
            plan = self._plan(level, feedback, variant)
            self._open(plan, plan.prefilled)
            return
        events = store.attempt_events(drill.id)
        unseen = bool(events) and bool(events[0].payload.get("unseen"))
        self._log = AttemptLog(store, drill.id, board.attempt, events)
        attempt = read_attempt(drill, board, unseen=unseen)
        self._open(attempt, usable_placement(attempt.drill, board.placement), finished=board.finished)

    @property
    def item(self) -> str:
        """The uid of the whole drill as something that is scheduled."""
        return self._log.item

    @property
    def attempt(self) -> str | None:
        """Uid of the attempt; None before it is begun in the log."""
        return self._log.attempt

    @property
    def drill(self) -> Drill:
        """The drill as it is attempted: a variant has other names, and the same ids."""
        return self._attempt.drill

    @property
    def level(self) -> int:
        """0 watch, 1 complete, 2 build, 3 transfer."""
        return int(self._attempt.level)

    @property
    def feedback(self) -> Feedback:
        """Whether each drop is judged, or all of it on Check."""
        return self._attempt.feedback

    @property
    def variant(self) -> int | None:
        """Number of the variant; None for the drill itself."""
        return self._attempt.variant

    @property
    def prefilled(self) -> Placement:
        """What was in place from the start: it can be neither moved nor taken back."""
        return self._attempt.prefilled

    @property
    def proposed_level(self) -> int:
        """The level that the history proposes for the next attempt."""
        return propose_level(self._base, self._record)

    @property
    def shown_verdict(self) -> Verdict:
        """What may be shown: the verdict; on Check only what the last one said of what has not moved since."""
        if self.feedback is Feedback.DROP:
            return self.verdict
        return self._once("shown", lambda: shown_after_check(self.drill, self._log.trail.checked, self.placement))

    @property
    def can_undo(self) -> bool:
        """Whether there is a move to take back."""
        return bool(self._log.history.undo) and not self.finished and not self._holds(self._last_undoable())

    @property
    def can_redo(self) -> bool:
        """Whether there is a move to do again."""
        return bool(self._log.history.redo) and not self.finished and not self._holds(self._last_redoable())

    @property
    def can_slip(self) -> bool:
        """Whether the last drop was wrong and may still be called a slip."""
        trail = self._log.trail
        told = trail.last_wrong is not None and bool(trail.last_wrong.payload["findings"])
        return told and trail.slips < MOST_SLIPS and not self.finished

    @property
    def question(self) -> Question | None:
        """The question that is open: one about something wrong holds it until it is answered."""
        return None if self.finished else self._asking.question

    @property
    def worked_step(self) -> WorkedStep | None:
        """How to mend a piece that was dropped wrongly three times, while it is wrong."""
        if self.finished:
            return None
        return self._once("worked", lambda: self._asking.worked_step(self.placement, self.verdict))

    def steps(self) -> tuple[WorkedStep, ...]:
        """The whole solution step by step; at level 0 this begins the watching."""
        if self.level == Level.WATCH and not self.finished:
            self._ensure_attempt()
        return solve_in_steps(self.drill)

    def may_move(self, piece: str, source: str | None) -> bool:
        """Whether a tile or line may leave where it is, None for the palette.

        It may not when it was in place from the start, a question about it is open, or nothing moves any more.
        """
        fixed = self.finished or self.level == Level.WATCH or source in self.prefilled.get(piece, ())
        return not fixed and is_movable(self.drill, piece) and not self._asking.holds(piece)

    def place(self, piece: str, target: str, source: str | None = None) -> Step | None:
        """Puts a tile of a piece into a container, or draws a line.

        Args:
            piece: whose tile; or the key of the lines away from it (see `trainer.cloud.lines`).
            target: where it goes.
            source: the container it comes from; None takes it out of the palette.

        Returns:
            None when nothing changes: the piece is there already, the palette has no tile of it left, it was in
            place from the start, or a question about it is open.
        """
        where = self.placement.get(piece, ())
        if not self.may_move(piece, source) or target in where or (source is not None and source not in where):
            return None
        if (source is None and len(where) >= room(self.drill, piece)) or not is_place(self.drill, piece, target):
            return None
        return self._move(piece, source, target)

    def take_back(self, piece: str, source: str) -> Step | None:
        """Puts a tile back into the palette; None when it was not there, or may not move."""
        if source not in self.placement.get(piece, ()) or not self.may_move(piece, source):
            return None
        return self._move(piece, source, None)

    def undo(self) -> Step | None:
        """Takes back the last move; None when there is none, or a question holds it."""
        if not self.can_undo:
            return None
        move = self._last_undoable()
        self._log.append((EventKind.UNDO, {"undoes": move.uid}))
        return self._reverse(move)

    def redo(self) -> Step | None:
        """Does again what was undone last; None when there is nothing, or a question holds it."""
        if not self.can_redo:
            return None
        move = self._last_redoable()
        self._log.append((EventKind.UNDO, {"undoes": self._log.history.redo[-1].uid}))
        return self._show(move.payload["piece"], move.payload["from"], move.payload["to"])

    def slip(self) -> Step | None:
        """Calls the last wrong drop a slip: the tile goes back, and the drop is not counted; None when it may not."""
        move = self._log.trail.last_wrong
        if move is None or not self.can_slip:
            return None
        self._log.append(
            (EventKind.SLIP, {"move": self._log.number(move), "piece": move.payload["piece"]}),
            (EventKind.UNDO, {"undoes": move.uid}),
        )
        return self._reverse(move)

    def answer_question(self, index: int) -> bool:
        """Answers the open question by one of its options; says whether it is the right one.

        Raises:
            ValueError: when no question is open, or it has no such option.
        """
        question = self.question
        if question is None or not 0 <= index < len(question.options):
            raise ValueError(f"there is no question with an option {index}")
        self._log.append((EventKind.QUESTION_ANSWERED, self._asking.answer(index)))
        return index == question.right

    def skip_question(self) -> bool:
        """Leaves a question about something right unanswered; False when none is open that may be skipped."""
        question = self.question
        if question is None or question.kind is QuestionKind.WRONG:
            return False
        self._log.append((EventKind.QUESTION_ANSWERED, self._asking.answer(None)))
        return True

    def hint(self) -> Hint | None:
        """The next hint: about the same piece one step further, or about the piece that needs one now.

        Returns:
            None when nothing is left to do but to finish, or the drill is only watched.
        """
        target = choose_target(self.drill, self.placement, self.verdict)
        if target is None or self.finished or self.level == Level.WATCH:
            return None
        last = self._log.trail.hint
        step = min(last[1] + 1, LAST_STEP) if last and last[0] == target.piece else 1
        hint = give_hint(self.drill, self.placement, self.verdict, target, step)
        self._ensure_attempt()
        given = {"step": hint.step, "piece": hint.piece, "rule": hint.rule, "end": hint.end}
        self._log.append((EventKind.HINT, given))
        return hint

    def check(self) -> Outcome | None:
        """Judges all at once, and ends the attempt when all is right; None when nothing was placed yet."""
        if self.feedback is Feedback.DROP:
            return self.finish()
        if self.attempt is None or self.finished:
            return None
        verdict = self.verdict
        self._log.append((EventKind.CHECK, self._checked()))
        return self._end() if verdict.correct else Outcome(verdict, unaided=False)

    def finish(self) -> Outcome | None:
        """Ends the attempt when all is right; otherwise notes a check and leaves it open.

        At level 0 it ends the watching; where judgement comes on Check it does the check.

        Returns:
            None when nothing was placed yet.
        """
        if self.level == Level.WATCH and not self.finished:
            self._ensure_attempt()
            return self._end()
        if self.feedback is Feedback.CHECK:
            return self.check()
        if self.attempt is None or self.finished:
            return None
        if self.verdict.correct:
            return self._end()
        self._log.append((EventKind.CHECK, self._checked()))
        return Outcome(self.verdict, unaided=False)

    def restart(self, level: int | None = None, feedback: Feedback | None = None, variant: int | None = None) -> None:
        """Begins a new attempt; the last one stays in the log, given up if it was not finished.

        Args:
            level: None for the one that the session was made for, or else the one that the history proposes.
            feedback: None for the one that the session was made for, or else the usual one.
            variant: None for the usual one of the level.
        """
        done = any(event.kind in _DONE for event in self._log.events)
        if done and not self.finished and self.level > Level.WATCH:
            self._end(given_up=True)
        plan = self._plan(self._level if level is None else level, feedback or self._feedback, variant)
        self._begin(plan)
        self._open(plan, plan.prefilled)

    def _plan(self, level: int | None, feedback: Feedback | None, variant: int | None) -> Attempt:
        return plan_attempt(
            self._base,
            self._record,
            self._new_id(),
            self._chance,
            level=level,
            feedback=feedback,
            variant=variant,
        )

    def _open(self, attempt: Attempt, placement: Placement, *, finished: bool = False) -> None:
        self._attempt = attempt
        self._judge = Judge(attempt, self._chance)
        self._asking = Asking(attempt, self._log)
        self.finished = finished
        self.placement: Placement = placement
        self.verdict: Verdict = grade(attempt.drill, placement)

    def _ensure_attempt(self) -> None:
        if self.attempt is None:
            self._begin(self._attempt)

    def _begin(self, attempt: Attempt) -> None:
        self._log.begin(attempt.uid, attempt.payload)
        self._record = self._store.drill_state(self._base.id)

    def _move(self, piece: str, source: str | None, target: str | None) -> Step:
        judged = self._judge.judge(self.placement, self._log.trail, piece, source, target)
        self._ensure_attempt()
        self._log.append((EventKind.DRILL_MOVE, judged.payload))
        self.placement, self.verdict = judged.placement, judged.verdict
        return Step(piece, source, target, self.placement, self.verdict)

    def _reverse(self, move: Event) -> Step:
        return self._show(move.payload["piece"], move.payload["to"], move.payload["from"])

    def _show(self, piece: str, source: str | None, target: str | None) -> Step:
        """Makes a move whose event is in the log already."""
        self.placement = apply_move(self.placement, piece, source, target)
        self.verdict = grade(self.drill, self.placement)
        return Step(piece, source, target, self.placement, self.verdict)

    def _last_undoable(self) -> Event:
        return self._log.history.undo[-1]

    def _last_redoable(self) -> Event:
        return self._log.move(self._log.history.redo[-1].payload["undoes"])

    def _holds(self, move: Event) -> bool:
        return self._asking.holds(move.payload["piece"])

    def _once(self, name: str, make: Callable[[], T]) -> T:
        """What is made only once while nothing happens."""
        events, made = self._made.get(name, (None, None))
        if events is not self._log.events:
            made = make()
            self._made[name] = (self._log.events, made)
        return cast("T", made)

    def _checked(self) -> Mapping[str, Any]:
        judged = check_payload(self.drill, self.placement, self.verdict, self.prefilled)
        if self.feedback is Feedback.CHECK:
            before = self._log.trail.checked or {}
            pairs = confused_at_check(self.drill, before, self.placement, self.verdict)
            judged = {**judged, "confused": [list(pair) for pair in pairs]}
        return {**judged, "feedback": str(self.feedback), "given_away": self._judge.given_away()}

    def _end(self, *, given_up: bool = False) -> Outcome:
        """Ends the attempt: solved, watched or given up."""
        ended = end_attempt(self._store, self._attempt, self._log, self.verdict, self._chance, given_up=given_up)
        self._log.append((EventKind.ATTEMPT_FINISHED, ended))
        self._record = self._store.drill_state(self._base.id)
        self.finished = True
        return Outcome(self.verdict, unaided=bool(ended["unaided"]))

"""One learner at one drill: moves, undo, hints and the end of an attempt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from secrets import token_hex
from typing import Any

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.drill import Drill, Placement
from trainer.cloud.grading import PieceState, Verdict, findings_about, grade, state_of
from trainer.cloud.lines import answers, is_line, source_of
from trainer.cloud.scope import fits_scope
from trainer.learning.grade import Grade
from trainer.store.events import Event, EventKind, NewEvent
from trainer.study.drill_memory import DrillMemory
from trainer.study.hints import LAST_STEP, Hint, choose_target, give_hint
from trainer.study.moves import apply_move, is_place, room, usable_placement
from trainer.study.rating import active_seconds, rate_skills, schedule_grades

BUILD_LEVEL = 2
EACH_DROP = "drop"


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
    """How an attempt ended: the verdict, and whether it was solved without hint or error."""

    verdict: Verdict
    unaided: bool


def _new_id() -> str:
    return token_hex(8)


class DrillSession:
    """An attempt at a drill, as it was left or new.

    Every change is committed to the store before the method returns, so that what is shown is never lost.

    Args:
        drill: what is attempted.
        store: what the learner did.
        chance: makes the generator for a seed; the days on which skills come back are drawn from it.
        new_id: makes the uid of an attempt.
    """

    def __init__(
        self,
        drill: Drill,
        store: DrillMemory,
        chance: Callable[[str], Random] = Random,
        new_id: Callable[[], str] = _new_id,
    ) -> None:
        self.drill = drill
        self._store = store
        self._chance = chance
        self._new_id = new_id
        board = store.board(drill.id)
        self.attempt: str | None = board.attempt if board else None
        self.finished: bool = board.finished if board else False
        self.placement: Placement = usable_placement(drill, board.placement) if board else {}
        self.verdict: Verdict = grade(drill, self.placement)
        self.can_undo = self.can_redo = False
        self._hint: Hint | None = None
        if self.attempt is not None:
            self._read_history()

    @property
    def item(self) -> str:
        """The uid of the whole drill as something that is scheduled."""
        return f"drill:{self.drill.id}"

    def place(self, piece: str, target: str, source: str | None = None) -> Step | None:
        """Puts a tile of a piece into a container, or draws a line.

        Args:
            piece: whose tile; or the key of the lines away from it (see `trainer.cloud.lines`).
            target: where it goes.
            source: the container it comes from; None takes it out of the palette.

        Returns:
            None when nothing changes: the piece is there already, or the palette has no tile of it left.
        """
        where = self.placement.get(piece, ())
        nothing_left = source is None and len(where) >= room(self.drill, piece)
        if self.finished or target in where or nothing_left or (source is not None and source not in where):
            return None
        if not is_place(self.drill, piece, target):
            return None
        return self._move(piece, source, target)

    def take_back(self, piece: str, source: str) -> Step | None:
        """Puts a tile back into the palette; None when it was not there."""
        if self.finished or source not in self.placement.get(piece, ()):
            return None
        return self._move(piece, source, None)

    def undo(self) -> Step | None:
        """Takes back the last move; None when there is none."""
        if self.attempt is None or self.finished:
            return None
        history = self._store.undoable(self.drill.id, self.attempt)
        if not history.undo:
            return None
        move = history.undo[-1]
        return self._reverse(move.uid, move.payload["piece"], move.payload["to"], move.payload["from"])

    def redo(self) -> Step | None:
        """Does again what was undone last; None when there is nothing."""
        if self.attempt is None or self.finished:
            return None
        history = self._store.undoable(self.drill.id, self.attempt)
        if not history.redo:
            return None
        undoing = history.redo[-1]
        move = self._store.event(undoing.payload["undoes"])
        return self._reverse(undoing.uid, move.payload["piece"], move.payload["from"], move.payload["to"])

    def hint(self) -> Hint | None:
        """The next hint: about the same piece one step further, or about the piece that needs one now.

        Returns:
            None when nothing is left to do but to finish.
        """
        target = choose_target(self.drill, self.verdict)
        if target is None or self.finished:
            return None
        step = min(self._hint.step + 1, LAST_STEP) if self._hint and self._hint.piece == target else 1
        hint = give_hint(self.drill, self.placement, self.verdict, target, step)
        attempt = self._ensure_attempt()
        self._append(EventKind.HINT, {"attempt": attempt, "step": hint.step, "piece": target, "rule": hint.rule})
        self._hint = hint
        return hint

    def finish(self) -> Outcome | None:
        """Ends the attempt when all is right; otherwise notes a check and leaves it open.

        Returns:
            None when nothing was placed yet.
        """
        if self.attempt is None or self.finished:
            return None
        verdict = self.verdict
        if not verdict.correct:
            check = {"attempt": self.attempt, "correct": False, "score": verdict.score}
            self._append(EventKind.CHECK, check)
            return Outcome(verdict, unaided=False)
        events = self._events()
        skills = rate_skills(self.drill, events)
        unaided = all(given == "good" for given in skills.values())
        whole = Grade.GOOD if unaided else Grade.HARD
        self._append(
            EventKind.ATTEMPT_FINISHED,
            {
                "v": 2,
                "attempt": self.attempt,
                "correct": True,
                "score": verdict.score,
                "seconds": round(active_seconds(events), 1),
                "unaided": unaided,
                "skills": skills,
                **schedule_grades(self._store, {**skills, self.item: whole.word}, self._chance),
            },
        )
        self.finished = True
        self.can_undo = self.can_redo = False
        return Outcome(verdict, unaided)

    def restart(self) -> None:
        """Begins a new attempt with an empty diagram; the last one stays in the log."""
        self._begin()

    def _move(self, piece: str, source: str | None, target: str | None) -> Step:
        attempt = self._ensure_attempt()
        placement = apply_move(self.placement, piece, source, target)
        verdict = grade(self.drill, placement)
        broken = [finding.rule for finding in findings_about(verdict, piece, target or source)]
        self._append(
            EventKind.DRILL_MOVE,
            {
                "attempt": attempt,
                "piece": piece,
                "from": source,
                "to": target,
                "state": str(state_of(verdict, piece, target or source)),
                "findings": list(dict.fromkeys(broken)),
                "aids": [f"hint-{self._hint.step}"] if self._hint and self._hint.piece == piece else [],
                "level": BUILD_LEVEL,
                "feedback": EACH_DROP,
                "prefilled": [],
                "legal": self._count_legal(piece, source),
            },
        )
        self.can_undo, self.can_redo = True, False
        return self._show(piece, source, target, placement, verdict)

    def _count_legal(self, piece: str, source: str | None) -> int:
        """In how many containers the tile would not have been wrong, before it moved."""
        if is_line(piece):
            return sum(line[0] == source_of(piece) for line in answers(self.drill))
        found = self.drill.pieces[piece]
        if found.decoy:
            return 0
        topology, scope = self.drill.topology, CATALOGUE[found.service].scope
        taken = apply_move(self.placement, piece, source, None) if source else self.placement
        legal = 0
        for container in topology:
            if container not in taken.get(piece, ()) and fits_scope(topology, scope, topology[container]):
                verdict = grade(self.drill, apply_move(taken, piece, None, container))
                legal += verdict.pieces[piece] is not PieceState.WRONG
        return legal

    def _reverse(self, uid: str, piece: str, source: str | None, target: str | None) -> Step:
        self._append(EventKind.UNDO, {"attempt": self.attempt, "undoes": uid})
        placement = apply_move(self.placement, piece, source, target)
        self._read_history()
        return self._show(piece, source, target, placement, grade(self.drill, placement))

    def _show(self, piece: str, source: str | None, target: str | None, placement: Placement, verdict: Verdict) -> Step:
        self.placement, self.verdict = placement, verdict
        if self._hint and self._hint.piece == piece:
            self._hint = None
        return Step(piece, source, target, placement, verdict)

    def _ensure_attempt(self) -> str:
        return self.attempt if self.attempt is not None else self._begin()

    def _begin(self) -> str:
        attempt = self._new_id()
        self._append(
            EventKind.ATTEMPT_STARTED,
            {"attempt": attempt, "level": BUILD_LEVEL, "feedback": EACH_DROP, "variant": None, "prefilled": {}},
        )
        self.attempt, self.finished, self.placement, self._hint = attempt, False, {}, None
        self.verdict = grade(self.drill, {})
        self.can_undo = self.can_redo = False
        return attempt

    def _append(self, kind: EventKind, payload: Mapping[str, Any]) -> Event:
        return self._store.append(NewEvent(kind, self.item, {"v": 1, "drill": self.drill.id, **payload}))

    def _read_history(self) -> None:
        history = self._store.undoable(self.drill.id, self.attempt or "")
        self.can_undo = bool(history.undo) and not self.finished
        self.can_redo = bool(history.redo) and not self.finished

    def _events(self) -> list[Event]:
        """The events of this attempt."""
        return [event for event in self._store.events(item=self.item) if event.payload["attempt"] == self.attempt]

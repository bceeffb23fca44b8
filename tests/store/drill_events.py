"""Events of a drill, shortly."""

from trainer.store.events import EventKind, NewEvent

DRILL = "first-vpc"
ITEM = f"drill:{DRILL}"


def _event(kind, /, **payload):
    return NewEvent(kind, ITEM, {"v": 1, "drill": DRILL, **payload})


def start(attempt="a1", prefilled=None, level=2, feedback="drop", variant=None):
    more = {"level": level, "feedback": feedback, "variant": variant, "prefilled": prefilled or {}}
    return _event(EventKind.ATTEMPT_STARTED, attempt=attempt, **more)


def move(piece="igw", source=None, target="vpc", attempt="a1", state="right"):
    where = {"piece": piece, "from": source, "to": target, "state": state}
    more = {"findings": [], "aids": [], "level": 2, "feedback": "drop", "prefilled": [], "legal": 3}
    return _event(EventKind.DRILL_MOVE, attempt=attempt, **where, **more)


def hint(attempt="a1"):
    return _event(EventKind.HINT, attempt=attempt, step=1, piece="igw", rule=None)


def check(attempt="a1"):
    return _event(EventKind.CHECK, attempt=attempt, correct=False, score=0.5)


def answer(attempt="a1", move=1):
    more = {"piece": "igw", "kind": "wrong", "options": [], "answer": 0, "chosen": 0, "right": True}
    return _event(EventKind.QUESTION_ANSWERED, attempt=attempt, move=move, **more)


def slip(attempt="a1", move=1):
    return _event(EventKind.SLIP, attempt=attempt, move=move, piece="igw")


def undo(uid):
    return _event(EventKind.UNDO, undoes=uid)


def finish(attempt="a1", correct=True, unaided=True, skills=None, seconds=10.1):
    skills = {"skill:igw-attached-to-vpc": "good"} if skills is None else skills
    more = {"score": 1.0 if correct else 0.5, "seconds": seconds, "unaided": unaided, "skills": skills}
    return _event(EventKind.ATTEMPT_FINISHED, attempt=attempt, correct=correct, **more)


def end(attempt="a1", *, level=2, feedback="drop", variant=None, skills=None, due=None, **fields):
    """An attempt's end as it is written today; solved and unaided unless said otherwise."""
    ended = {
        "correct": True,
        "given_up": False,
        "failed": False,
        "score": 1.0,
        "seconds": 1.0,
        "unaided": True,
        "unseen": variant is not None,
        "prefilled": {},
        "whole": "good",
        "skills": {"skill:igw-attached-to-vpc": "good"} if skills is None else skills,
        **fields,
    }
    graded = [*ended["skills"], *([ITEM] if ended["whole"] else [])]
    ended["due"] = dict.fromkeys(graded, "2026-03-09") if due is None else due
    payload = {"v": 3, "drill": DRILL, "attempt": attempt, "level": level, "feedback": feedback, "variant": variant}
    return NewEvent(EventKind.ATTEMPT_FINISHED, ITEM, {**payload, **ended})

"""Events of a drill, shortly."""

from trainer.store.events import EventKind, NewEvent

DRILL = "first-vpc"
ITEM = f"drill:{DRILL}"


def _event(kind, **payload):
    return NewEvent(kind, ITEM, {"v": 1, "drill": DRILL, **payload})


def start(attempt="a1", prefilled=None):
    more = {"level": 2, "feedback": "drop", "variant": None, "prefilled": prefilled or {}}
    return _event(EventKind.ATTEMPT_STARTED, attempt=attempt, **more)


def move(piece="igw", source=None, target="vpc", attempt="a1", state="right"):
    where = {"piece": piece, "from": source, "to": target, "state": state}
    more = {"findings": [], "aids": [], "level": 2, "feedback": "drop", "prefilled": [], "legal": 3}
    return _event(EventKind.DRILL_MOVE, attempt=attempt, **where, **more)


def hint(attempt="a1"):
    return _event(EventKind.HINT, attempt=attempt, step=1, piece="igw", rule=None)


def check(attempt="a1"):
    return _event(EventKind.CHECK, attempt=attempt, correct=False, score=0.5)


def undo(uid):
    return _event(EventKind.UNDO, undoes=uid)


def finish(attempt="a1", correct=True, unaided=True, skills=None, seconds=10.1):
    skills = {"skill:igw-attached-to-vpc": "good"} if skills is None else skills
    more = {"score": 1.0 if correct else 0.5, "seconds": seconds, "unaided": unaided, "skills": skills}
    return _event(EventKind.ATTEMPT_FINISHED, attempt=attempt, correct=correct, **more)

"""What the log says of an attempt that ends: how it went, what it says about each skill, and when that comes back."""

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from trainer.cloud.grading import Verdict
from trainer.store.level import Level
from trainer.study.attempt import Attempt
from trainer.study.attempt_log import AttemptLog
from trainer.study.drill_memory import DrillMemory
from trainer.study.rating import active_seconds, rate_skills, rate_whole, schedule_grades


def end_attempt(
    store: DrillMemory,
    attempt: Attempt,
    log: AttemptLog,
    verdict: Verdict,
    chance: Callable[[str], Random],
    *,
    given_up: bool,
) -> Mapping[str, Any]:
    """The payload of an attempt's end.

    It failed when a Check at level 3 found an error, or when it was given up after one.

    Args:
        store: what is remembered of the items.
        attempt: how it was begun.
        log: what was done in it.
        verdict: on what is in place.
        chance: makes the generator for a seed.
        given_up: another attempt begins before this one was solved.
    """
    trail, level = log.trail, attempt.level
    solved = verdict.correct and not given_up and level > Level.WATCH
    unaided = solved and trail.is_unaided
    skills = rate_skills(attempt.drill, log.events, solved=solved)
    erred = bool(trail.wrong) or trail.wrong_check
    whole = rate_whole(level, solved=solved, unaided=unaided, wrong_check=trail.wrong_check, erred=erred)
    grades = {**skills, log.item: whole} if whole else skills
    return {
        "correct": solved,
        "given_up": given_up,
        "failed": (trail.wrong_check and level == Level.TRANSFER) or (given_up and erred),
        "score": verdict.score,
        "seconds": round(active_seconds(log.events), 1),
        "unaided": unaided,
        **attempt.payload,
        "hints": trail.hints,
        "slips": trail.slips,
        "skills": skills,
        "whole": whole,
        **schedule_grades(store, grades, chance),
    }

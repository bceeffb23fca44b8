"""What is best to do next, in plain sentences, the most urgent first."""

from collections import Counter
from collections.abc import Iterator, Sequence

from trainer.learning.scheduler import RETENTION
from trainer.library.shelf import Library
from trainer.progress.drill_results import DrillResult
from trainer.progress.mistakes import Mistake
from trainer.progress.recall import SectionRecall
from trainer.progress.words import count, enumerate_all, full_date, percent, quote

_MOST = 3
"""So many sections or drills are named in one sentence."""


def first_steps(library: Library) -> tuple[str, ...]:
    """What to begin with when nothing was done yet."""
    drills = [f"Begin with {quote(row.title)}: about {_minutes(row.minutes)}." for row in library.summaries[:1]]
    return (*drills, "Then answer the first ten cards.")


def next_steps(
    library: Library,
    sections: Sequence[SectionRecall],
    drills: Sequence[DrillResult],
    mistakes: Sequence[Mistake],
    due_skills: Sequence[str],
) -> tuple[str, ...]:
    """What to do next.

    Args:
        library: the drills and what each trains.
        sections: their cards.
        drills: those that were begun.
        mistakes: the most frequent first.
        due_skills: uids.
    """
    return (
        *_due_cards(sections),
        *_open_drills(drills),
        *_due_drills(library, due_skills),
        *_weak_sections(sections),
        *_worst_rule(mistakes),
        *_unsolved_drills(library, drills),
        *_new_section(sections),
    )


def _due_cards(sections: Sequence[SectionRecall]) -> Iterator[str]:
    due = sum(section.due for section in sections)
    if due:
        yield f"Answer the {count(due, 'card that is', 'cards that are')} due."


def _open_drills(drills: Sequence[DrillResult]) -> Iterator[str]:
    for drill in drills:
        if drill.left_open:
            yield f"Finish {quote(drill.title)}, left open on {full_date(drill.last_day)}."


def _due_drills(library: Library, due_skills: Sequence[str]) -> Iterator[str]:
    """Each time the drill that trains most of the due skills that are left."""
    titles = {row.id: row.title for row in library.summaries}
    trained_by = {skill: [drill for drill in library.skills.get(skill, ()) if drill in titles] for skill in due_skills}
    left = {skill for skill, drills in trained_by.items() if drills}
    while left:
        counts = Counter(drill for skill in sorted(left) for drill in trained_by[skill])
        drill, number = counts.most_common(1)[0]
        skills = count(number, "skill of it is", "skills of it are")
        yield f"Work through {quote(titles[drill])} once more: {skills} due."
        left = {skill for skill in left if drill not in trained_by[skill]}


def _weak_sections(sections: Sequence[SectionRecall]) -> Iterator[str]:
    learnt = [(section.recall, section.title) for section in sections if section.recall is not None]
    weak = sorted(pair for pair in learnt if pair[0] < RETENTION)[:_MOST]
    if weak:
        named = enumerate_all([f"{quote(title)} ({percent(recall)})" for recall, title in weak])
        yield f"Go over what is remembered least: {named}."


def _worst_rule(mistakes: Sequence[Mistake]) -> Iterator[str]:
    for mistake in mistakes[:1]:
        if mistake.times > 1:
            yield f"Keep in mind what went wrong most often, {mistake.times} times: {quote(mistake.statement)}"


def _unsolved_drills(library: Library, drills: Sequence[DrillResult]) -> Iterator[str]:
    done = {drill.id for drill in drills if drill.solved or drill.left_open}
    unsolved = [row for row in library.summaries if row.id not in done]
    if unsolved:
        named = enumerate_all([quote(row.title) for row in unsolved[:_MOST]])
        more = len(unsolved) - _MOST
        yield f"Solve for the first time: {named}{f', and {more} more' if more > 0 else ''}."


def _new_section(sections: Sequence[SectionRecall]) -> Iterator[str]:
    fresh = next((section for section in sections if section.id and not section.learnt), None)
    if fresh:
        yield f"Begin a new section: {quote(fresh.title)}, {count(fresh.cards, 'card', 'cards')}."


def _minutes(number: int) -> str:
    return count(number, "minute", "minutes")

"""Checks the curriculum file: its form, and every name in it."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from trainer.library.curriculum import Curriculum, build_curriculum
from trainer.library.curriculum_schema import CurriculumDoc, FactDoc, SectionDoc
from trainer.library.fault import ContentError
from trainer.library.form import form_faults, line_of
from trainer.library.known import nearest
from trainer.library.schema import Problem
from trainer.library.yaml_file import FieldPath, read_yaml

_MOST_ASIDE = 60
"""So many facts may be left out for a reason; the course is to be taught, not sampled."""


def check_curriculum_file(path: Path) -> dict[str, Any]:
    """Reads the curriculum.

    Returns:
        What the program needs of it, as plain JSON values: all but the corrections, which stand at their facts.

    Raises:
        ContentError: with all faults of its form, or else with all names in it that lead nowhere.
    """
    file = read_yaml(path)
    if not isinstance(file.content, dict):
        raise ContentError([file.fault((), "expected the fields of a curriculum (`sections:`, `facts:`)")])
    try:
        document = CurriculumDoc.model_validate(file.content)
    except ValidationError as error:
        found = [(fault["loc"], fault) for fault in error.errors(include_url=False)]
        raise ContentError(sorted(form_faults(file, found), key=line_of)) from error
    faults = [file.fault(at, message) for at, message in _problems(document)]
    if faults:
        raise ContentError(sorted(faults, key=line_of))
    return document.model_dump(mode="json", exclude_defaults=True, exclude={"corrections"})


def check_curriculum(path: Path) -> Curriculum:
    """The curriculum of a file, checked.

    Raises:
        ContentError: with all its faults.
    """
    return build_curriculum(check_curriculum_file(path))


def _problems(document: CurriculumDoc) -> Iterator[Problem]:
    tasks = [task.id for domain in document.guide.domains for task in domain.tasks] if document.guide else []
    for name in ("domains", "sections", "comparisons", "facts", "corrections"):
        yield from _told_twice((name,), [row.id for row in getattr(document, name)])
    yield from _told_twice(("guide",), tasks)
    facts = {fact.id: fact for fact in document.facts}
    sections = [section.id for section in document.sections]
    domains = [domain.id for domain in document.domains]
    for number, section in enumerate(document.sections):
        at: FieldPath = ("sections", number)
        yield from _unknown((*at, "needs"), section.needs, sections[:number], "no section {} stands above this one")
        yield from _unknown((*at, "domain"), [section.domain], domains, "there is no domain {}")
        yield from _unknown((*at, "tasks"), section.tasks, tasks, "the exam guide has no task {}")
        yield from _tier_problems(at, section, facts)
    for number, comparison in enumerate(document.comparisons):
        at = ("comparisons", number, "sections")
        yield from _unknown(at, comparison.sections, sections, "there is no section {}")
    for number, correction in enumerate(document.corrections):
        yield from _unknown(("corrections", number, "facts"), correction.facts, facts, "there is no fact {}")
    core = {f"{section.id}.{number}" for section in document.sections for number in section.core}
    yield from _fact_problems(document, facts, core)


def _fact_problems(document: CurriculumDoc, facts: dict[str, FactDoc], core: set[str]) -> Iterator[Problem]:
    corrections = [correction.id for correction in document.corrections]
    above: dict[str, FactDoc] = {}
    for number, fact in enumerate(document.facts):
        at: FieldPath = ("facts", number)
        if fact.correction is not None:
            yield from _unknown((*at, "correction"), [fact.correction], corrections, "there is no correction {}")
        if fact.same_as is not None:
            yield from _repeat_problems((*at, "same_as"), fact.same_as, above, facts)
        if fact.set_aside is not None and fact.id in core:
            yield (*at, "set_aside"), "what the rest hangs on cannot be set aside"
        if fact.volatile and fact.as_of is None:
            yield (*at, "volatile"), "what AWS changes says as of when it holds (`as_of: 2026-11`)"
        if fact.volatile and fact.id in core:
            yield (*at, "volatile"), "what AWS changes is nothing that the rest hangs on: take it out of `core`"
        above[fact.id] = fact
    aside = [number for number, fact in enumerate(document.facts) if fact.set_aside is not None]
    if len(aside) > _MOST_ASIDE:
        told = f"more than {_MOST_ASIDE} facts are set aside: ask or explain some"
        yield ("facts", aside[_MOST_ASIDE], "set_aside"), told


def _repeat_problems(
    at: FieldPath, first: str, above: dict[str, FactDoc], facts: dict[str, FactDoc]
) -> Iterator[Problem]:
    if first not in above:
        yield at, f"no fact {first!r} stands above this one" + ("" if first in facts else nearest(first, above))
    elif earlier := above[first].same_as:
        yield at, f"{first} repeats {earlier} itself: name that one"


def _tier_problems(at: FieldPath, section: SectionDoc, facts: dict[str, FactDoc]) -> Iterator[Problem]:
    for field, numbers in (("core", section.core), ("context", section.context)):
        for number in numbers:
            if f"{section.id}.{number}" not in facts:
                yield (*at, field), f"there is no fact {section.id}.{number}"
    for number in sorted(set(section.core) & set(section.context)):
        yield (*at, "context"), f"{section.id}.{number} stands in `core` too"


def _unknown(at: FieldPath, names: Iterable[str], known: Iterable[str], message: str) -> Iterator[Problem]:
    there = list(known)
    for name in names:
        if name not in there:
            yield at, message.format(repr(name)) + nearest(name, there)


def _told_twice(at: FieldPath, ids: Sequence[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, name in enumerate(ids):
        if name in seen:
            yield (*at, number, "id"), f"the id {name!r} comes twice"
        seen.add(name)

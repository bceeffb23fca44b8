"""`trainer learn`: the path through the course, and the primer of a section."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any

from trainer.app import import_built_in, open_memory
from trainer.cli.primer_text import describe_primer, primer_document
from trainer.cli.printing import print_json, print_lines
from trainer.errors import UserError
from trainer.library.shelf import Library
from trainer.paths import data_dir
from trainer.study.path import PathSection, learn_path

DONE, NOTHING = 0, 1


def learn(options: Namespace, library: Library) -> int:
    """Prints the path, or the primer of one section.

    Raises:
        UserError: when there is no such section, or the data cannot be read.
    """
    if options.section:
        return _show_primer(options, library)
    with open_memory(data_dir(options.data_dir)) as store:
        import_built_in(library, store)
        path = learn_path(library, store)
    if options.json:
        print_json([_document(section) for section in path])
    else:
        print_lines(_lines(path))
    return DONE


def _show_primer(options: Namespace, library: Library) -> int:
    """Prints a primer.

    Returns:
        1 where the section has none.
    """
    sections = library.curriculum.sections
    if options.section not in sections:
        close = get_close_matches(options.section, sections, n=1)
        hint = f"did you mean {close[0]!r}?" if close else "`trainer learn` names them all."
        raise UserError(f"there is no section {options.section!r}; {hint}")
    title, primer = sections[options.section].title, library.primer(options.section)
    if options.json:
        print_json(primer_document(primer, title) if primer else None)
    elif primer:
        print_lines((title, "", *describe_primer(primer)))
    else:
        print_lines([f"{title}: there is no primer yet."])
    return DONE if primer else NOTHING


def _lines(path: Sequence[PathSection]) -> Iterator[str]:
    above = None
    for section in path:
        part = f"{section.course}, week {section.week}" if section.week else section.course
        if part != above:
            yield from (["", part] if above else [part])
            above = part
        yield f"  {section.id}  {section.title}: {_state(section)}"


def _state(section: PathSection) -> str:
    cards, parts = section.cards, []
    if not cards.cards:
        parts.append("no cards yet")
    elif not cards.begun:
        parts.append(f"not begun, {cards.cards} cards" if cards.cards > 1 else "not begun, 1 card")
    else:
        parts.append(f"{cards.begun} of {cards.cards} cards begun, {cards.known} known")
    if section.drills:
        parts.append(f"{section.mastered} of {len(section.drills)} drills mastered")
    if section.better_after:
        parts.append(f"better after: {', '.join(section.better_after)}")
    if section.has_primer:
        parts.append("primer")
    return "; ".join(parts)


def _document(section: PathSection) -> dict[str, Any]:
    return {
        "section": section.id,
        "title": section.title,
        "course": section.course,
        "week": section.week,
        "domain": section.domain,
        "cards": section.cards.cards,
        "begun": section.cards.begun,
        "known": section.cards.known,
        "drills": {drill.id: str(drill.standing) for drill in section.drills},
        "mastered": section.mastered,
        "primer": section.has_primer,
        "better_after": list(section.better_after),
    }

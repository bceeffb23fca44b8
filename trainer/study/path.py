"""The path through the course: its sections in order, how far each is, and which ones are better first."""

from dataclasses import dataclass

from trainer.library.shelf import Library
from trainer.store.opening import Store
from trainer.store.section_counts import SectionCount
from trainer.study.mastery import Standing, drill_standings
from trainer.study.new_order import FIRST_SECTION


@dataclass(frozen=True, slots=True)
class PathDrill:
    """A drill of a section, and how far it is."""

    id: str
    title: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class PathSection:
    """A section as the path shows it.

    Attributes:
        week: of its course.
        domain: title of what it is mostly about; empty where that is not said.
        cards: how far its cards are.
        drills: those that name it, the easiest first.
        has_primer: whether there is a text to read before.
        better_after: titles of the sections that it builds on and that were not begun; nothing once it is begun.
        is_next: whether the learner chose that new cards come from it first.
    """

    id: str
    title: str
    course: str
    week: int | None
    domain: str
    cards: SectionCount
    drills: tuple[PathDrill, ...]
    has_primer: bool
    better_after: tuple[str, ...]
    is_next: bool = False

    @property
    def mastered(self) -> int:
        """How many of its drills are mastered."""
        return sum(drill.standing is Standing.MASTERED for drill in self.drills)


def learn_path(library: Library, store: Store) -> tuple[PathSection, ...]:
    """All sections, in the order of the course.

    Raises:
        UserError: when it cannot be read.
    """
    curriculum = library.curriculum
    counts = store.section_counts()
    standings = drill_standings(store, library.drill_ids(), store.today())
    drills: dict[str, list[PathDrill]] = {}
    for row in library.summaries:
        for section in row.sections:
            drills.setdefault(section, []).append(PathDrill(row.id, row.title, standings[row.id]))
    waiting = {name for name, count in counts.items() if not count.begun}
    first = store.get_setting(FIRST_SECTION)
    none = SectionCount()
    return tuple(
        PathSection(
            section.id,
            section.title,
            section.course,
            section.week,
            curriculum.domains.get(section.domain or "", ""),
            cards=counts.get(section.id, none),
            drills=tuple(drills.get(section.id, ())),
            has_primer=section.id in library.primer_sections,
            better_after=tuple(curriculum.sections[need].title for need in section.needs if need in waiting)
            if not counts.get(section.id, none).begun
            else (),
            is_next=section.id == first,
        )
        for section in curriculum.sections.values()
    )


def begin_section(store: Store, section: str) -> None:
    """Lets new cards come from a section first.

    Raises:
        UserError: when it cannot be saved.
    """
    store.set_setting(FIRST_SECTION, section)

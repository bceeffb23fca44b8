"""What the gallery shows of each drill."""

from PySide6.QtCore import QCoreApplication

from trainer.library.shelf import Library
from trainer.store.opening import Store
from trainer.ui.drills.page import GalleryEntry


def gallery_entries(library: Library, store: Store) -> tuple[GalleryEntry, ...]:
    """Every drill, the easiest first, with its sections and state in words."""
    states = store.drill_states()
    boards = {board.drill: board for board in store.boards().values() if not board.finished and board.placement}
    sections = library.curriculum.sections
    entries: list[GalleryEntry] = []
    for row in library.summaries:
        state = states.get(row.id)
        if row.id in boards:
            word = _tr("Left open")
        elif state is not None and state.solved_unaided_count:
            word = _tr("Solved without help")
        elif state is not None and state.solved_count:
            word = _tr("Solved")
        else:
            word = _tr("New")
        minutes = _tr("about {minutes} min").format(minutes=row.minutes)
        titles = " · ".join(sections[section].title for section in row.sections)
        entries.append(GalleryEntry(row.id, row.title, titles, f"{word} · {minutes}", row.minutes))
    return tuple(entries)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Gallery", text)

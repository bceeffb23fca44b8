"""What the gallery shows of each drill."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from trainer.library.shelf import Library
from trainer.store.opening import Store
from trainer.study.mastery import DRILL_DEFINITION, drill_standings
from trainer.ui.drills.card import GalleryEntry


def gallery_entries(library: Library, store: Store) -> tuple[GalleryEntry, ...]:
    """Every drill, the easiest first, with its sections and state in words."""
    sections = library.curriculum.sections
    standings = _standings(library, store)
    words = {
        "new": _tr("New"),
        "open": _tr("Left open"),
        "learning": _tr("Begun, not yet mastered"),
        "due": _tr("Due"),
        "mastered": _tr("Mastered"),
        "fading": _tr("Mastered, fading"),
    }
    entries: list[GalleryEntry] = []
    for row in library.summaries:
        standing = standings[row.id]
        minutes = _tr("about {minutes} min").format(minutes=row.minutes)
        titles = " · ".join(sections[section].title for section in row.sections)
        entries.append(
            GalleryEntry(
                drill=row.id,
                title=row.title,
                sections=titles,
                state=f"{words[standing]} · {minutes}",
                standing="due" if standing == "fading" else standing,
                meaning=_tr(DRILL_DEFINITION) if standing in ("mastered", "fading", "learning") else "",
                topic=row.folder,
                words=f"{row.title} {titles} {row.id} {row.architecture or ''} {row.folder}".lower(),
            )
        )
    return tuple(entries)


def _standings(library: Library, store: Store) -> Mapping[str, str]:
    """How far each drill is; one that was left open is that before anything else."""
    standings = drill_standings(store, library.drill_ids(), store.today())
    left = {
        board.drill for board in store.boards().values() if not board.finished and board.placement != board.prefilled
    }
    return {drill: "open" if drill in left else str(standing) for drill, standing in standings.items()}


def topic_names(library: Library) -> Mapping[str, str]:
    """The topics that have drills, by folder, as they are called."""
    names = {
        "networking": _tr("Networking"),
        "compute": _tr("Compute"),
        "storage": _tr("Storage"),
        "databases": _tr("Databases"),
        "messaging": _tr("Messaging"),
        "analytics": _tr("Analytics"),
        "hybrid": _tr("Hybrid"),
        "resilience": _tr("Resilience"),
        "security": _tr("Security"),
        "operations": _tr("Operations"),
    }
    there = {row.folder for row in library.summaries}
    return {topic: name for topic, name in names.items() if topic in there}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Gallery", text)

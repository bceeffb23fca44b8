"""The library: every drill, every deck, every primer and the curriculum, read once and kept."""

import json
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer import __version__
from trainer.cloud.drill import Drill
from trainer.errors import UserError
from trainer.library.building import build_drill
from trainer.library.curriculum import Curriculum, build_curriculum
from trainer.paths import assets_dir, compiled_content, diagrams_dir, is_installed

if TYPE_CHECKING:
    from trainer.learning.note import Note
    from trainer.library.primer import Primer

CACHE_FORMAT = 5
"""Raised when the form of the compiled content changes, so that an older cache is made again."""


class UnknownDrillError(UserError):
    """No drill has that id."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What the gallery shows of a drill without building it."""

    id: str
    title: str
    sections: tuple[str, ...]
    folder: str
    architecture: str | None
    difficulty: int
    minutes: int


class Library:
    """The content, from its compiled form; drills and notes are built when asked for.

    Attributes:
        faults: a line for each mistake in a content file; the drills and notes of those files are left out.
        pack_hash: of the notes, renames and retired uids, in hex; equal for equal ones.
        renames: new uid by old, chains resolved: of notes, drills (`drill:...`) and skills (`skill:...`).
        retired: uids of notes, cards, drills and skills that went without another in their place.
        missing_sections: sections whose deck is faulty, so that nothing is known of their notes.
    """

    def __init__(self, content: Mapping[str, Any]) -> None:
        self._content = content
        self._built: dict[str, Drill] = {}
        self.faults: tuple[str, ...] = tuple(content["faults"])
        self.pack_hash: str = content["pack_hash"]
        self.renames: Mapping[str, str] = content["renames"]
        self.retired: frozenset[str] = frozenset(content["retired"])
        self.missing_sections: frozenset[str] = frozenset(content["missing_sections"])

    def drill_ids(self) -> tuple[str, ...]:
        """The ids of all drills, the easiest first."""
        return tuple(summary.id for summary in self.summaries)

    @cached_property
    def summaries(self) -> tuple[Summary, ...]:
        """All drills, the easiest first."""
        rows = (
            Summary(
                id=row["id"],
                title=row["title"],
                sections=tuple(row["sections"]),
                folder=self._content["folders"][row["id"]],
                architecture=row.get("architecture"),
                difficulty=row["difficulty"],
                minutes=row["minutes"],
            )
            for row in self._content["drills"].values()
        )
        return tuple(sorted(rows, key=lambda summary: (summary.difficulty, summary.minutes, summary.id)))

    def drill(self, drill_id: str) -> Drill:
        """A drill by its id.

        Raises:
            UnknownDrillError: with the nearest id, if there is one, or with the faults of the drill's file.
        """
        if drill_id not in self._built:
            document = self._content["drills"].get(drill_id)
            if document is None:
                own_faults = [fault for fault in self.faults if f"{os.sep}{drill_id}.yaml:" in fault]
                if own_faults:
                    raise UnknownDrillError("\n".join(own_faults))
                close = get_close_matches(drill_id, self._content["drills"], n=1)
                hint = f"did you mean {close[0]!r}?" if close else "`trainer drill list` names them all."
                raise UnknownDrillError(f"there is no drill {drill_id!r}; {hint}")
            self._built[drill_id] = build_drill(document)
        return self._built[drill_id]

    def notes(self) -> "tuple[Note, ...]":
        """The notes of all decks, in the order in which they are learnt; built anew at each call."""
        from trainer.library.deck_building import build_note  # noqa: PLC0415  # a start with nothing new has no need of it

        return tuple(build_note(row) for row in self._content["notes"])

    def has_cards_on(self, drill_id: str) -> bool:
        """Whether a note asks what a drill trains."""
        return any(drill_id in (note.get("drill"), *note["drills"]) for note in self._content["notes"])

    def cards_of(self, section: str) -> tuple[str, ...]:
        """The uids of the cards of a section, in the order in which they are learnt."""
        from trainer.learning.note import items_of  # noqa: PLC0415  # as above
        from trainer.library.deck_building import build_note  # noqa: PLC0415

        rows = (row for row in self._content["notes"] if row["section"] == section)
        return tuple(item for row in rows for item in items_of(build_note(row)))

    @property
    def primer_sections(self) -> Collection[str]:
        """The sections that have a primer."""
        return self._content["primers"].keys()

    def primer(self, section: str) -> "Primer | None":
        """The primer of a section; None when it has none."""
        from trainer.library.primer import build_primer  # noqa: PLC0415  # a start shows none

        text = self._content["primers"].get(section)
        return None if text is None else build_primer(json.loads(text))

    @cached_property
    def skills(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the drills that train each skill, by its uid: those in which an attempt can rate it."""
        return {skill: tuple(drills) for skill, drills in self._content["skills"].items()}

    @property
    def note_terms(self) -> Mapping[str, Sequence[Sequence[str]]]:
        """What notes tell apart, by uid: the terms that are right, and all terms to choose from, two at least."""
        return self._content["note_terms"]

    @property
    def drill_terms(self) -> Mapping[str, Sequence[str]]:
        """The terms that a drill makes the learner tell apart, by its id."""
        return self._content["drill_terms"]

    @cached_property
    def curriculum(self) -> Curriculum:
        """The course."""
        return build_curriculum(self._content["curriculum"])


def open_library() -> Library:
    """The library of this installation: ready-made in an installed program, compiled and kept in a checkout.

    Raises:
        ContentError: when the curriculum itself cannot be used.
    """
    cache = compiled_content()
    if is_installed() and cache.is_file():
        return Library(json.loads(cache.read_bytes()))
    signature = _signature()
    if (kept := _read_cache(cache, signature)) is not None:
        return Library(kept)
    from trainer.library.compiling import compile_content  # noqa: PLC0415  # pydantic and YAML, when needed only

    content = {"signature": signature, **compile_content(strict=False)}
    _write_cache(cache, content)
    return Library(content)


def decks_folder() -> Path:
    """Where the deck files lie."""
    return assets_dir() / "decks"


def _signature() -> list[Any]:
    """What identifies the content files of a checkout: names, sizes and times, and the program's version."""
    files = [assets_dir() / "curriculum.yaml", *_drill_files(), *_deck_files(), *_primer_files()]
    stats = [(str(path), os.stat(path)) for path in files]  # noqa: PTH116  # Path.stat costs twice as much
    return [
        CACHE_FORMAT,
        __version__,
        *([name, stat.st_size, stat.st_mtime_ns] for name, stat in sorted(stats)),
    ]


def _drill_files() -> Iterator[Path]:
    yield from diagrams_dir().rglob("*.yaml")


def _deck_files() -> Iterator[Path]:
    yield from decks_folder().glob("*.*")  # the pictures beside them, too
    yield from assets_dir().glob("renames.yaml")


def _primer_files() -> Iterator[Path]:
    yield from (assets_dir() / "primers").glob("*.yaml")


def _read_cache(cache: Path, signature: list[Any]) -> dict[str, Any] | None:
    try:
        kept = json.loads(cache.read_bytes())
    except (OSError, ValueError):
        return None
    return kept if isinstance(kept, dict) and kept.get("signature") == signature else None


def _write_cache(cache: Path, content: Mapping[str, Any]) -> None:
    """Keeps the compiled content; a cache that cannot be written only costs time at the next start."""
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        aside = cache.with_suffix(f".{os.getpid()}")
        aside.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        aside.replace(cache)
    except OSError:
        return

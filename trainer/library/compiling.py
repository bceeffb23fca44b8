"""Compiles all content files into one JSON file, so that a start reads no YAML."""

import json
import sys
from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from trainer.cloud.coverage import rules_about, skill_of
from trainer.cloud.drill import Drill
from trainer.cloud.grading import Severity, rules_in_force, severity_of
from trainer.cloud.rules import SCOPE_RULES
from trainer.learning.note import items_of
from trainer.learning.picture import DRILL
from trainer.learning.stage import stage_of
from trainer.library.building import build_drill
from trainer.library.checking import check_drill_file
from trainer.library.contrasts import terms_of_drill, terms_of_notes
from trainer.library.curriculum import Curriculum, build_curriculum
from trainer.library.curriculum_checking import check_curriculum_file
from trainer.library.deck_building import build_note, compact_notes
from trainer.library.deck_checking import check_decks
from trainer.library.fault import ContentError, Fault
from trainer.library.known import Known
from trainer.library.primer_checking import check_primers
from trainer.library.related import related_drills, trained_facts
from trainer.library.renames import Renames, check_renames
from trainer.paths import assets_dir, diagrams_dir


def compile_content(out: Path | None = None, *, strict: bool = True) -> dict[str, Any]:
    """Checks and gathers the curriculum, every drill, every deck, every primer and the ids that were given up.

    Args:
        out: where to write the result, if anywhere.
        strict: whether a faulty file is an error; else it is left out, and its faults are told.

    Returns:
        `curriculum`, `drills` by id, `folders` (topic folder by drill), `skills` (the drills that train each),
        `note_terms` and `drill_terms` (what each tells apart), `primers` (by section, each as a JSON text, so that a
        start need not read them), `faults` (lines), and the pack of notes: `notes` in the order of the course,
        `renames`, `retired`, `pack_hash`, and `missing_sections`, whose decks are faulty.

    Raises:
        ContentError: when the curriculum is faulty, or with `strict` any file; with all faults.
    """
    curriculum_doc = check_curriculum_file(assets_dir() / "curriculum.yaml")
    curriculum = build_curriculum(curriculum_doc)
    paths = sorted(diagrams_dir().rglob("*.yaml"))
    drills, folders, faults = _gather_drills(paths, curriculum)
    built = {drill_id: build_drill(document) for drill_id, document in drills.items()}
    names = {path.stem for path in paths}
    folder, gone = assets_dir() / "decks", _gone_drills(names)
    decks = check_decks(folder, curriculum, names, built, gone)
    primers = check_primers(assets_dir() / "primers", Known(curriculum, names, folder, built, gone))
    faults += [*decks.faults, *primers.faults]
    notes = _in_order(decks.documents, curriculum, built)
    skills = _skills_of(built.values())
    renames, its_faults = _gather_renames(_uids(notes, drills, skills), complete=not faults)
    faults += its_faults
    if faults and strict:
        raise ContentError(faults)
    pack = {"notes": notes, "renames": dict(renames.renames), "retired": sorted(renames.retired)}
    content = {
        "curriculum": curriculum_doc,
        "drills": drills,
        "folders": folders,
        "skills": skills,
        "note_terms": terms_of_notes(map(build_note, notes), _compared(decks.documents)),
        "drill_terms": {drill.id: terms_of_drill(drill) for drill in built.values()},
        "primers": {primer["section"]: _as_text(primer) for primer in primers.documents},
        "faults": [str(fault) for fault in faults],
        **pack,
        "pack_hash": _hash(pack),
        "missing_sections": sorted(decks.faulty_sections),
    }
    if out is not None:
        out.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return content


def _gather_drills(
    paths: Iterable[Path], curriculum: Curriculum
) -> tuple[dict[str, dict[str, Any]], dict[str, str], list[Fault]]:
    """The documents of the drills and their folders by id, and the faults of the others."""
    drills: dict[str, dict[str, Any]] = {}
    folders: dict[str, str] = {}
    faults: list[Fault] = []
    for path in paths:
        try:
            document = check_drill_file(path, curriculum)
        except ContentError as error:
            faults += error.faults
            continue
        if document["id"] in drills:
            faults.append(Fault(path, 1, "id", f"another file has the drill {document['id']!r} already"))
            continue
        drills[document["id"]] = document
        folders[document["id"]] = path.parent.name
    return drills, folders, faults


def _in_order(
    decks: Iterable[Mapping[str, Any]], curriculum: Curriculum, drills: Mapping[str, Drill]
) -> list[dict[str, Any]]:
    """The notes of all decks, compact, in the order in which they are learnt, with the drills that train what they ask.

    What the rest hangs on comes first, in the order of the course, where a section stands below those that it needs;
    within a section the plain questions come before those that compare, and those before whole situations.
    """
    place = {section: number for number, section in enumerate(curriculum.sections)}
    notes = [note for deck in decks for note in compact_notes(deck, drills, curriculum.core, curriculum.changing)]
    trained = {drill_id: trained_facts(drill) for drill_id, drill in drills.items()}
    easiest = sorted(drills.values(), key=lambda drill: (drill.difficulty, drill.minutes, drill.id))
    notes.sort(key=lambda note: ("core" not in note, place[note["section"]], stage_of(build_note(note))))
    return [{**note, "drills": related_drills(note, easiest, trained)} for note in notes]


def _compared(decks: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The comparison that each note serves, by its uid, for those that serve one."""
    return {note["id"]: note["compares"] for deck in decks for note in deck["notes"] if "compares" in note}


def _gone_drills(there: Collection[str]) -> dict[str, str]:
    """What became of drills that there were, by their id: the new one, or nothing."""
    try:
        found = check_renames(assets_dir() / "renames.yaml", {f"drill:{drill}" for drill in there}, complete=False)
    except ContentError:
        return {}  # its faults are told where it is checked as a whole
    old = {name: found.renames.get(name, "") for name in (*found.renames, *found.retired) if name.startswith(DRILL)}
    return {name.removeprefix(DRILL): new.removeprefix(DRILL) for name, new in old.items()}


def _skills_of(drills: Iterable[Drill]) -> dict[str, list[str]]:
    """The drills that train each skill: those in which a piece or a line is judged by a rule behind it."""
    trained: dict[str, dict[str, None]] = {}
    for drill in drills:
        for piece in drill.pieces:
            for use, _ in rules_about(drill, piece):
                trained.setdefault(skill_of(use), {})[drill.id] = None
        for use, rule in rules_in_force(drill):
            if severity_of(rule, use) is Severity.ERROR and rule not in SCOPE_RULES:
                trained.setdefault(skill_of(use), {})[drill.id] = None
    return {skill: list(trained[skill]) for skill in sorted(trained)}


def _uids(notes: Iterable[Mapping[str, Any]], drills: Iterable[str], skills: Iterable[str]) -> frozenset[str]:
    """The uids of all that can be renamed or retired."""
    built = [build_note(note) for note in notes]
    cards = (item for note in built for item in items_of(note))
    return frozenset([*(note.uid for note in built), *cards, *(f"drill:{drill}" for drill in drills), *skills])


def _gather_renames(uids: Collection[str], *, complete: bool) -> tuple[Renames, tuple[Fault, ...]]:
    try:
        return check_renames(assets_dir() / "renames.yaml", uids, complete=complete), ()
    except ContentError as error:
        return Renames(), error.faults


def _as_text(document: Mapping[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _hash(pack: Mapping[str, Any]) -> str:
    """SHA-256, in hex, of a pack's canonical JSON."""
    text = json.dumps(pack, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


if __name__ == "__main__":
    compile_content(Path(sys.argv[1]))

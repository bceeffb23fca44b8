"""Compiles all content files into one JSON file, so that a start reads no YAML."""

import json
import sys
from pathlib import Path
from typing import Any

from trainer.library.checking import check_curriculum_file, check_drill_file
from trainer.library.curriculum import build_curriculum
from trainer.library.fault import ContentError, Fault
from trainer.paths import assets_dir, diagrams_dir


def compile_content(out: Path | None = None, *, strict: bool = True) -> dict[str, Any]:
    """Checks and gathers the curriculum and every drill.

    Args:
        out: where to write the result, if anywhere.
        strict: whether a faulty drill is an error; else it is left out, and its faults are told.

    Returns:
        `curriculum`, `drills` by id, `folders` (topic folder by drill) and `faults` (lines).

    Raises:
        ContentError: when the curriculum is faulty, or with `strict` any file; with all faults.
    """
    curriculum_doc = check_curriculum_file(assets_dir() / "curriculum.yaml")
    curriculum = build_curriculum(curriculum_doc)
    drills: dict[str, Any] = {}
    folders: dict[str, str] = {}
    faults: list[Fault] = []
    for path in sorted(diagrams_dir().rglob("*.yaml")):
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
    if faults and strict:
        raise ContentError(faults)
    content = {
        "curriculum": curriculum_doc,
        "drills": drills,
        "folders": folders,
        "faults": [str(fault) for fault in faults],
    }
    if out is not None:
        out.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return content


if __name__ == "__main__":
    compile_content(Path(sys.argv[1]))

"""`trainer drill ...`: list, show, grade, check and draw without a window."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterable
from typing import Any

from trainer.cli.drill_json import drill_document, verdict_document
from trainer.cli.placement_input import STDIN, PlacementError, parse_placement, read_text
from trainer.cli.printing import print_json, print_lines
from trainer.cloud.drill import Drill, Feedback, Placement
from trainer.cloud.grading import Verdict, grade
from trainer.library.shelf import Library

RIGHT, NOT_RIGHT, UNUSABLE = 0, 1, 2


def list_drills(options: Namespace, library: Library) -> int:
    """Prints every drill, the easiest first."""
    rows = [
        {
            "id": row.id,
            "title": row.title,
            "folder": row.folder,
            "architecture": row.architecture,
            "sections": list(row.sections),
            "difficulty": row.difficulty,
            "minutes": row.minutes,
        }
        for row in library.summaries
    ]
    if options.json:
        print_json(rows)
    else:
        width = max((len(row.id) for row in library.summaries), default=0)
        print_lines(f"{row.id:{width}}  {row.title}" for row in library.summaries)
    _tell_faults(library)
    return RIGHT


def show_drill(options: Namespace, library: Library) -> int:
    """Prints one drill."""
    drill = library.drill(options.id)
    if options.json:
        print_json(drill_document(drill))
    else:
        print_lines(_describe(drill))
    return RIGHT


def _describe(drill: Drill) -> Iterable[str]:
    yield drill.title
    yield ""
    yield drill.brief
    yield ""
    yield "Places:"
    for container in drill.topology.values():
        indent = "  " * len(drill.topology.lineage(container.id))
        yield f"{indent}{container.id}: {container.label}"
    yield "Pieces:"
    for piece in drill.pieces.values():
        spans = f" (in {piece.spans} places)" if piece.spans > 1 else ""
        yield f"  {piece.id}: {piece.name}{spans}"
    yield "Rules:"
    yield from (f"  {use.rule}" for use in drill.rules)


def grade_drill(options: Namespace, library: Library) -> int:
    """Judges a placement, or one a line; the exit code tells the verdict."""
    drill = library.drill(options.id)
    text = read_text(options.placement)
    if options.lines:
        return _grade_lines(text, drill, options.placement)
    verdict = grade(drill, parse_placement(text, drill, options.placement))
    if options.json:
        print_json(verdict_document(verdict))
    else:
        print_lines(_tell_verdict(verdict, drill))
    return RIGHT if verdict.correct else NOT_RIGHT


def _grade_lines(text: str, drill: Drill, source: str) -> int:
    """One verdict a line, in the order of the placements; a line that cannot be used gives an `error`."""
    worst = RIGHT
    name = "standard input" if source == STDIN else source
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            verdict = grade(drill, parse_placement(line, drill, f"line {number} of {name}"))
        except PlacementError as error:
            sys.stderr.write(f"trainer: {error}\n")
            sys.stdout.write(json.dumps({"error": str(error), "line": number}, ensure_ascii=False) + "\n")
            worst = UNUSABLE
            continue
        sys.stdout.write(json.dumps(verdict_document(verdict), ensure_ascii=False) + "\n")
        worst = max(worst, RIGHT if verdict.correct else NOT_RIGHT)
    return worst


def _tell_verdict(verdict: Verdict, drill: Drill) -> Iterable[str]:
    if verdict.correct:
        yield "Right: every rule of the drill is kept."
    elif not verdict.errors:
        yield "Not complete, and nothing is wrong so far."
    else:
        yield f"Not right: {len(verdict.errors)} to mend."
    for finding in verdict.findings:
        mark = "!" if finding in verdict.errors else "i"
        yield f"  {mark} {finding.message} {finding.why}  [{finding.rule}]"
    waiting = [drill.pieces[piece].name for piece, state in verdict.pieces.items() if state in ("missing", "pending")]
    if waiting:
        yield f"Still open: {', '.join(waiting)}."


def check_drills(options: Namespace, library: Library) -> int:
    """Proves drills sound; prints what was examined, and every point that failed."""
    from random import Random  # noqa: PLC0415  # none of the other jobs needs chance

    from trainer.cloud.soundness import check_soundness  # noqa: PLC0415  # nor this
    from trainer.layout.labels import label_lines  # noqa: PLC0415

    ids = (options.id,) if options.id else library.drill_ids()
    facts = library.curriculum.facts.keys()
    reports: list[Any] = []
    for drill_id in ids:
        drill = library.drill(drill_id)
        labels = {name: " ".join(label_lines(container)) for name, container in drill.topology.items()}
        report = check_soundness(
            drill,
            facts,
            labels=labels,
            random=Random(drill_id),  # noqa: S311  # samples
            judged_whole=drill.feedback is Feedback.CHECK,
        )
        reports.append(report)
        if not options.json:
            print_lines(report.lines())
    if options.json:
        print_json([report.document() for report in reports])
    _tell_faults(library)
    return RIGHT if all(report.is_sound for report in reports) and not library.faults else NOT_RIGHT


def _tell_faults(library: Library) -> None:
    for fault in library.faults:
        sys.stderr.write(f"trainer: {fault}\n")


def placement_to_draw(options: Namespace, drill: Drill) -> tuple[Placement, Verdict | None]:
    """What `drill render` draws, and its verdict where a placement was given."""
    if options.solution:
        return drill.solution, None
    if options.placement:
        placement = parse_placement(read_text(options.placement), drill, options.placement)
        return placement, grade(drill, placement)
    return {}, None

"""What the markup of a note names must exist: pictures beside the decks, and drills that are shown or linked to."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from trainer.cloud.covering import nodes_of
from trainer.learning.markup import FENCE, Block, BlockKind, links_of, parse_markup
from trainer.learning.picture import DrillView, parse_target
from trainer.library.known import Known, nearest
from trainer.library.pictures import find_picture_fault
from trainer.library.schema import Problem
from trainer.library.yaml_file import FieldPath

_WIDE = frozenset({"front", "back", "question", "text", "why"})
"""Fields that have room for a table or a picture."""

_LEFT_OVER = re.compile(r"!\[|\]\(")


def check_markup(row: Mapping[str, Any], known: Known) -> Iterator[Problem]:
    """Every picture, table and link in a note's texts that could not be shown; paths are within the note."""
    for field, text in _texts(row, ()):
        if sum(line.strip().startswith(FENCE) for line in text.splitlines()) % 2:
            yield field, f"a {FENCE} has no partner"
        for block in parse_markup(text):
            if block.kind in (BlockKind.TABLE, BlockKind.PICTURE) and not _WIDE.issuperset(field):
                yield field, f"there is no room for a {block.kind} here, only in {', '.join(sorted(_WIDE))}"
            elif block.kind is BlockKind.PICTURE:
                yield from ((field, message) for message in _check_picture(block, known))
            elif block.kind is not BlockKind.CODE and _LEFT_OVER.search(block.text):
                yield (
                    field,
                    "a picture is `![what it shows](file.svg)` on a line of its own, a link `[words](drill:first-vpc)`",
                )
        for drill in links_of(text):
            if missing := known.missing_drill(drill):
                yield field, missing


def _texts(value: Any, at: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """All texts of a note, with their paths."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _texts(part, (*at, name))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _texts(part, (*at, number))


def _check_picture(block: Block, known: Known) -> Iterator[str]:
    if not block.text:
        yield "a picture says what it shows between its brackets, for those who do not see it"
    view = parse_target(block.target)
    if view is None:
        yield (
            f"{block.target!r} is no picture: expected `drill:` with a drill's id, or the name of an SVG or PNG file "
            "beside the decks"
        )
    elif isinstance(view, DrillView):
        drill = known.built.get(view.drill)
        if missing := known.missing_drill(view.drill):
            yield missing
        elif drill is not None and view.node and view.node not in nodes_of(drill):
            near = nearest(view.node, nodes_of(drill))
            yield f"the drill {view.drill!r} has no piece or fixture {view.node!r}{near}"
    elif fault := find_picture_fault(known.folder / view.name):
        yield fault

"""The picture of a drill with a piece hidden: it gives nothing away, and nothing moves when the piece is shown."""

import re

import pytest

from trainer.cloud.covering import nodes_of, telltales
from trainer.cloud.drill import CHIP
from trainer.cloud.lines import name_of, service_of
from trainer.layout.drill_picture import draw_drill, draw_hidden
from trainer.library.shelf import open_library

LIBRARY = open_library()


def size_of(svg):
    return re.search(r'viewBox="[^"]+"', svg)[0]


@pytest.mark.parametrize("drill_id", LIBRARY.drill_ids())
def test_no_text_of_the_picture_names_what_is_hidden(drill_id):
    drill = LIBRARY.drill(drill_id)
    whole = draw_drill(drill, drill.solution)
    for node in nodes_of(drill):
        if service_of(drill, node) == CHIP or telltales(drill, node):
            continue
        front = draw_hidden(drill, node, shown=False)

        words = re.sub(r"<[^>]+>", "\n", front)
        assert not re.search(rf"^{re.escape(name_of(drill, node))}$", words, re.MULTILINE)
        assert f": {name_of(drill, node)}" not in words
        assert drill.title not in words
        assert size_of(front) == size_of(whole)


def test_what_is_shown_again_is_marked_in_its_place():
    drill = LIBRARY.drill("three-tier-two-zones")
    front, back = (draw_hidden(drill, "nat-a", shown=shown) for shown in (False, True))

    assert front.count(">?</text>") == 1
    assert back.count(">?</text>") == 1
    assert size_of(front) == size_of(back)
    assert front.count(">NAT gateway</text>") == 0
    assert back.count(">NAT gateway</text>") == 2
    assert "0.0.0.0/0 → ?" in front
    assert "0.0.0.0/0 → nat" in back


def test_a_spanning_piece_is_asked_for_in_all_its_places():
    drill = LIBRARY.drill("three-tier-two-zones")

    assert draw_hidden(drill, "alb", shown=False).count(">?</text>") == 2

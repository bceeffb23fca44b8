"""The program's own drills, drawn with any placement and any lines: nothing lies over anything else."""

from itertools import combinations, permutations
from random import Random

import pytest

from tests.layout.faults import BADGE, faults, shared_stretches
from trainer.cloud.lines import draws_lines, links_to_show, nodes, with_lines
from trainer.cloud.soundness.sampling import draw_placement
from trainer.layout.badges import badge_spots
from trainer.layout.engine import lay_out
from trainer.layout.geometry import Rect
from trainer.layout.measure import table_measure
from trainer.library.shelf import open_library

LIBRARY = open_library()
DRAWN = [drill for drill in LIBRARY.drill_ids() if draws_lines(LIBRARY.drill(drill))]


def laid_out(drill, placement):
    links = links_to_show(drill, placement)
    geometry = lay_out(
        drill.topology, placement, drill.pieces, fixtures=drill.fixtures, links=links, measure=table_measure
    )
    return geometry, links


@pytest.mark.parametrize("drill_id", LIBRARY.drill_ids())
def test_any_placement_is_drawn_without_fault(drill_id):
    drill, random = LIBRARY.drill(drill_id), Random(drill_id)
    for placement in [{}, drill.solution, *(draw_placement(drill, random) for _ in range(60))]:
        geometry, links = laid_out(drill, placement)

        assert faults(drill.topology, geometry, links) == [], placement


@pytest.mark.parametrize("drill_id", DRAWN)
def test_lines_of_any_kind_are_drawn_without_fault(drill_id):
    drill, random = LIBRARY.drill(drill_id), Random(drill_id)
    pairs = list(permutations(nodes(drill, drill.solution), 2))
    for _ in range(30):
        placement = with_lines(drill.solution, random.sample(pairs, 3))
        geometry, links = laid_out(drill, placement)

        assert faults(drill.topology, geometry, links) == [], placement


def around(spot):
    return Rect(spot.x - BADGE / 2, spot.y - BADGE / 2, BADGE, BADGE)


@pytest.mark.parametrize("drill_id", DRAWN)
def test_badges_of_lines_hide_no_tile_label_or_other_badge(drill_id):
    drill, random = LIBRARY.drill(drill_id), Random(drill_id)
    pairs = list(permutations(nodes(drill, drill.solution), 2))
    for placement in [drill.solution, *(with_lines(drill.solution, [pair]) for pair in random.sample(pairs, 20))]:
        geometry, links = laid_out(drill, placement)
        badges = [around(spot) for spot in badge_spots(geometry, range(len(links))).values()]

        assert len(badges) == len(geometry.paths)
        others = [tile.rect for tile in geometry.tiles] + [box.label for box in geometry.boxes]
        others += [path.plate for path in geometry.paths if path.plate is not None]
        assert not [badge for badge in badges for rect in others if badge.overlaps(rect)], placement
        assert not [pair for pair in combinations(badges, 2) if pair[0].overlaps(pair[1])], placement


def test_lines_of_solutions_do_not_run_into_each_other():
    close = {
        drill: shared_stretches(laid_out(LIBRARY.drill(drill), LIBRARY.drill(drill).solution)[0]) for drill in DRAWN
    }

    assert {drill: found for drill, found in close.items() if found} == {}

"""How far containers move, and how long a layout takes, while pieces are dropped on random containers.

Run it from the project's root: `python benchmarks/layout_movement.py [SEQUENCES]`.
"""

import sys
from pathlib import Path
from random import Random
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.layout.topologies import FLAGSHIP, MINI, USERS, drop_sequence
from trainer.layout.engine import lay_out
from trainer.layout.measure import table_measure
from trainer.layout.sizes import TILE_WIDTH


def centiles(values):
    ordered = sorted(values)
    return ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)], ordered[-1]


def replay(scene, sequences):
    """Moves of the containers that nothing was dropped on, and times in ms; one warm-up sequence is left out."""
    topology, pieces, links, _ = scene
    moves, times = [], []
    for seed in range(-1, sequences):
        before, placed = None, {}
        for placement in drop_sequence(Random(seed), topology, pieces):
            start = perf_counter()
            geometry = lay_out(topology, placement, pieces, fixtures=USERS, links=links, measure=table_measure)
            if seed >= 0:
                times.append((perf_counter() - start) * 1000)
            after = {box.container: box.rect for box in geometry.boxes}
            touched = {name for piece, where in placement.items() if placed.get(piece) != where for name in where}
            if before and seed >= 0:
                moves += [
                    max(abs(after[name].x - rect.x), abs(after[name].y - rect.y))
                    for name, rect in before.items()
                    if name not in touched
                ]
            before, placed = after, placement
    return moves, times


def main():
    sequences = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    for name, scene in (("flagship", FLAGSHIP), ("mini", MINI)):
        moves, times = replay(scene, sequences)
        still = sum(move == 0 for move in moves) / len(moves)
        print(f"{name}: {len(times)} drops")
        print("  movement of untouched containers, units: median {:g}, p95 {:g}, most {:g}".format(*centiles(moves)))
        print(f"  {still:.0%} do not move at all; a tile is {TILE_WIDTH:g} wide")
        print("  lay_out, ms: median {:.2f}, p95 {:.2f}, most {:.2f}".format(*centiles(times)))


if __name__ == "__main__":
    main()

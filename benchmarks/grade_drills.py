"""How long one verdict takes: `grade()` on random partial placements of every drill; prints median and 95th percentile.

Run: python benchmarks/grade_drills.py [--placements N]. The largest drill by pieces and containers comes last.
"""

import argparse
import json
import sys
import time
from pathlib import Path
from random import Random
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from trainer.cloud.grading import grade
from trainer.cloud.soundness.sampling import draw_placement
from trainer.library.shelf import open_library


def time_verdicts(drill, count):
    random = Random(drill.id)
    took = []
    for _ in range(count):
        placement = draw_placement(drill, random)
        began = time.perf_counter()
        grade(drill, placement)
        took.append(1000 * (time.perf_counter() - began))
    return {"median_ms": round(median(took), 3), "p95_ms": round(quantiles(took, n=20)[-1], 3)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--placements", type=int, default=500)
    options = parser.parse_args()
    library = open_library()
    drills = sorted(
        (library.drill(drill) for drill in library.drill_ids()),
        key=lambda drill: len(drill.topology) + sum(piece.spans for piece in drill.pieces.values()) + len(drill.links),
    )
    print(json.dumps({drill.id: time_verdicts(drill, options.placements) for drill in drills}, indent=2))


if __name__ == "__main__":
    main()

"""How long a start takes: `trainer doctor --startup` in a filled data folder, several times, as whole processes.

Prints the median of each phase in ms, and beside it what importing SQLAlchemy and Qt alone costs on this machine
now, so that the ratio can be compared between machines.

    python benchmarks/start_up.py [RUNS]
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
RUNS = int(sys.argv[1]) if len(sys.argv) > 1 else 9
FILL = """
import random, sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from trainer.app import open_app
from trainer.study.drill_session import DrillSession
app = open_app(Path(sys.argv[1]))
chance = random.Random(1)
for drill_id in app.library.drill_ids():
    drill = app.library.drill(drill_id)
    for _ in range(40):
        session = DrillSession(drill, app.store)
        session.restart()
        for piece, places in drill.solution.items():
            if chance.random() < 0.3:
                wrong = chance.choice([c for c in drill.topology if c not in places])
                session.place(piece, wrong)
                session.undo()
            for place in places:
                session.place(piece, place)
        session.finish()
app.store.close()
"""


def run(*command: str) -> str:
    """The output of a process, started as a user's would be."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, *command], check=True, capture_output=True, text=True, env=environment
    ).stdout


def main() -> None:
    """Measures, and prints the table."""
    with tempfile.TemporaryDirectory() as folder:
        run("-c", FILL, folder, str(ROOT))
        starts, imports = [], []
        for _ in range(RUNS + 1):
            starts.append(json.loads(run("-m", "trainer", "doctor", "--startup", "--data-dir", folder)))
            at = time.perf_counter()
            run("-c", "import sqlalchemy, PySide6.QtWidgets")
            imports.append((time.perf_counter() - at) * 1000)
    print(f"start to first paint, median of {RUNS} warm runs, ms:")
    for phase in (name for name in starts[0] if name.endswith("_ms")):
        print(f"  {phase:26} {median(start[phase] for start in starts[1:]):7.1f}")
    alone = median(imports[1:])
    whole = median(start["first_paint_ms"] for start in starts[1:])
    print(f"  {'imports of SQLAlchemy, Qt':26} {alone:7.1f}   ratio {whole / alone:.2f}")


if __name__ == "__main__":
    main()

"""kill -9 at a random moment: whatever was shown is in the log at the next start."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from trainer.store.clock import SystemClock
from trainer.store.doctor import examine
from trainer.store.opening import open_store

SCRIPT = Path(__file__).with_name("killed_window.py")
ROOT = SCRIPT.parents[2]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_a_drop_whose_feedback_was_shown_is_in_the_log(tmp_path, seed):
    drops = random.Random(seed).randint(3, 60)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(SCRIPT), str(tmp_path), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as learner:
        assert learner.stdout.readline() == "ready\n"
        shown = [learner.stdout.readline().strip() for _ in range(drops)]
        learner.kill()
        shown += [line.strip() for line in learner.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    store = open_store(tmp_path, clock=SystemClock())
    logged = {event.uid for event in store.events()}
    examination = examine(store)
    store.close()

    assert set(shown) <= logged
    assert examination.is_healthy

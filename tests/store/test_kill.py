import random
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from trainer.store.doctor import examine
from trainer.store.opening import open_store

ROUNDS = 10


def run_and_kill(folder, number, seconds):
    command = [sys.executable, str(Path(__file__).with_name("appending.py")), str(folder), str(number)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        told = [process.stdout.readline()]  # the store is open, and writing has begun
        time.sleep(seconds)
        process.kill()
        told += process.stdout.readlines()
    return [line.strip() for line in told if line.endswith("\n")]


@pytest.mark.slow
def test_what_was_said_to_be_saved_survives_kill_9(folder, clock):
    chance = random.Random()
    told = []
    for number in range(ROUNDS):
        told += run_and_kill(folder, number, chance.uniform(0.0, 0.1))

    with closing(open_store(folder, clock=clock)) as store:
        logged = [event.uid for event in store.events()]
        examination = examine(store)

    assert set(told) <= set(logged)
    assert len(logged) - len(told) <= ROUNDS  # at most one a round was saved and not told any more
    assert examination.is_healthy, examination.lines()

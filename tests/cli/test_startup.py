import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_a_start_is_measured_without_a_screen_too(tmp_path):
    environment = {name: value for name, value in os.environ.items() if "DISPLAY" not in name and "QT_" not in name}
    environment["PYTHONPATH"] = str(ROOT)
    command = [sys.executable, "-m", "trainer", "doctor", "--startup", "--data-dir", str(tmp_path / "data")]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["first_paint_ms"] > 0

"""Runs the benchmarks one after the other, so that none disturbs another: `make bench`.

`make bench ARGS="append_event"` runs only those named.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main(chosen: list[str]) -> int:
    """Run the benchmarks with these names, or all; each prints its own figures."""
    scripts = {path.stem: path for path in sorted((ROOT / "benchmarks").glob("*.py"))}
    unknown = [name for name in chosen if name not in scripts]
    if unknown:
        print(f"There is no benchmark {unknown[0]!r}; there are: {', '.join(scripts)}.", file=sys.stderr)
        return 2
    failed = [name for name in chosen or scripts if not _runs(name, scripts[name])]
    if failed:
        print(f"Failed: {', '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0


def _runs(name: str, script: Path) -> bool:
    print(f"== {name}", flush=True)
    return subprocess.call([sys.executable, str(script)], cwd=ROOT) == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""How long a search takes to its first page among many notes, by kind of query; prints median and 95th percentile.

Run: python benchmarks/search_cards.py [--notes N] [--times N] [--folder DIR]. Everything is warm: the first search of
each kind is not counted.
"""

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from trainer.learning.note import Note, NoteKind
from trainer.store.clock import SystemClock
from trainer.store.opening import open_store
from trainer.store.packs import Pack
from trainer.store.search.finding import Order, Page
from trainer.store.search.query import parse_query

WORDS = 20_000
A_SECTION = 250
QUERIES = {
    "one word": ("word7000", False),
    "two words": ("word120 word300", False),
    "phrase": ('"in a subnet"', False),
    "while typing": ("word70", True),
    "address": ("10.42.0.0/16", False),
    "without a word": ("word90 -word5", False),
    "section": ("section:section-120", False),
    "word in a section": ("word3 section:section-12", False),
    "fact": ("fact:section-120.7", False),
    "a word in every tenth": ("word1", False),
    "one letter": ("w", True),
    "everything": ("", False),
}


def make_note(number, chance):
    # words as rare as in a language: the tenth is met ten times less often than the first
    words = [f"word{min(WORDS, int(1 / (1 - chance.random())))}" for _ in range(20)]
    words += [f"word{chance.randrange(WORDS)}" for _ in range(5)]
    back = " ".join(words) + (" in a subnet" if number % 500 == 0 else "")
    front = f"What about 10.{number % 250}.0.0/16 in {number}?"
    section = f"section-{number // A_SECTION}"
    fields = {"front": front, "back": back, "why": f"Since **{words[0]}** is."}
    return Note(f"note-{number}", NoteKind.BASIC, section, fields, facts=(f"{section}.{number % A_SECTION}",))


def time_query(store, text, times, *, typing=False, order=Order.SECTION):
    took = []
    for _ in range(times + 1):
        began = time.perf_counter()
        store.search(parse_query(text, typing=typing), Page(order, limit=50))
        took.append(time.perf_counter() - began)
    began = time.perf_counter()
    found = store.search_all(parse_query(text, typing=typing), Page(order))
    whole = time.perf_counter() - began
    ordered = sorted(took[1:])
    times = {"median": ordered[len(ordered) // 2], "p95": ordered[len(ordered) * 95 // 100], "min": ordered[0]}
    figures = {f"{name}_ms": round(value * 1000, 2) for name, value in times.items()}
    return {"found": found.count, **figures, "all_of_them_ms": round(whole * 1000, 1)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--folder", type=Path, help="where to make the temporary data folder")
    options = parser.parse_args()
    chance = Random(1)
    notes = [make_note(number, chance) for number in range(options.notes)]
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        store = open_store(Path(name), clock=SystemClock())
        began = time.perf_counter()
        store.import_pack(Pack("many", "hash", notes))
        figures = {
            "notes": options.notes,
            "import_s": round(time.perf_counter() - began, 1),
            "bytes_a_note": round((Path(name) / "trainer.db").stat().st_size / options.notes),
        }
        for title, (text, typing) in QUERIES.items():
            figures[title] = time_query(store, text, options.times, typing=typing)
        figures["one word, by due day"] = time_query(store, "word7000", options.times, order=Order.DUE)
        began = time.perf_counter()
        store.edit_note("note-5", "back", "Something else.")
        figures["edit_ms"] = round((time.perf_counter() - began) * 1000, 2)
        store.close()
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()

"""`trainer confusions`: what the learner mixes up, and what tells it apart."""

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from trainer.app import import_built_in, open_memory
from trainer.cli.printing import print_json, print_lines
from trainer.library.shelf import Library
from trainer.paths import data_dir
from trainer.progress.mix_ups import pair_words
from trainer.progress.words import full_date
from trainer.store.confusion_ends import name_of
from trainer.study.confusions import Material, MixUp, material_for, strongest_pairs


def list_confusions(options: Namespace, library: Library) -> int:
    """Prints the pairs, the strongest first.

    Raises:
        UserError: when the data cannot be read.
    """
    with open_memory(data_dir(options.data_dir)) as store:
        import_built_in(library, store)
        pairs = strongest_pairs(store, store.today(), options.limit)
        found = [(pair, material_for(library, store, pair)) for pair in pairs]
    if options.json:
        print_json({"confusions": [_document(pair, material) for pair, material in found]})
    else:
        print_lines([line for pair, material in found for line in _lines(pair, material)] or ["Nothing is mixed up."])
    return 0


def _document(pair: MixUp, material: Material) -> dict[str, Any]:
    return {
        "asked": pair.asked,
        "asked_name": name_of(pair.asked),
        "took": pair.took,
        "took_name": name_of(pair.took),
        "times": pair.times,
        "other_way": pair.other_way,
        "sure": pair.sure,
        "last_day": pair.last_day.isoformat(),
        "weight": round(pair.weight, 3),
        "items": list(pair.items),
        "notes": list(material.notes),
        "drills": [drill.id for drill in material.drills],
    }


def _lines(pair: MixUp, material: Material) -> Iterator[str]:
    times = "once" if pair.times == 1 else f"{pair.times} times"
    sure = f", {pair.sure} of them sure" if pair.sure else ""
    yield f"{pair_words(pair)}: {times}{sure}, last on {full_date(pair.last_day)}"
    if material.notes:
        yield f"  cards: id:{','.join(material.notes)}"
    if material.drills:
        yield f"  drills: {', '.join(drill.id for drill in material.drills)}"

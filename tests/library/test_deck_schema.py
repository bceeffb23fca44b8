import json

from trainer.library.deck_schema import json_schema
from trainer.paths import assets_dir


def test_the_committed_schema_is_the_one_of_the_models():
    committed = json.loads((assets_dir() / "decks" / "deck.schema.json").read_text(encoding="utf-8"))

    assert committed == json_schema(), "run: python -m trainer.library.deck_schema > assets/decks/deck.schema.json"

import json

from trainer.library.schema import json_schema
from trainer.paths import diagrams_dir


def test_the_committed_schema_is_the_one_of_the_models():
    committed = json.loads((diagrams_dir() / "drill.schema.json").read_text(encoding="utf-8"))

    assert committed == json_schema(), "run: python -m trainer.library.schema > diagrams/drill.schema.json"

import json
from contextlib import closing
from datetime import timedelta

from tests.store.card_events import review
from trainer.learning.note import note_of
from trainer.main import main
from trainer.store.clock import SystemClock
from trainer.store.opening import open_store

CARD = "gateway-for-a-public-website#choice"


def mix_up(folder):
    with closing(open_store(folder, clock=SystemClock())) as store:
        said = {"confused": [["internet-gateway", "nat-gateway"]], "sure": True}
        store.append(review(CARD, "again", store.today() + timedelta(1), said=said))


def test_mix_ups_are_told_with_what_helps(tmp_path, capsys):
    mix_up(tmp_path)

    assert main(["confusions", "--data-dir", str(tmp_path)]) == 0

    first, cards, drills = capsys.readouterr().out.splitlines()
    assert first.startswith("NAT gateway, taken for internet gateway: once, 1 of them sure, last on ")
    assert cards.startswith(f"  cards: id:{note_of(CARD)},")
    assert "first-vpc" in drills


def test_json_names_terms_and_items(tmp_path, capsys):
    mix_up(tmp_path)

    main(["confusions", "--json", "--data-dir", str(tmp_path)])

    (found,) = json.loads(capsys.readouterr().out)["confusions"]
    assert (found["asked"], found["took_name"], found["times"]) == ("internet-gateway", "NAT gateway", 1)
    assert found["items"] == [CARD]


def test_nothing_mixed_up_is_said_in_words(tmp_path, capsys):
    assert main(["confusions", "--data-dir", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "Nothing is mixed up.\n"

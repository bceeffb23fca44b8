import json
import re

import pytest

from tests.fakes.content import DECK, KINDS_DECK, OCCLUDED_DECK, make_checkout
from trainer.library.compiling import compile_content
from trainer.library.identity import write_lock
from trainer.library.shelf import Library


@pytest.fixture
def assets(tmp_path, monkeypatch):
    """The assets of a checkout with a small deck, whose ids were released."""
    folder = make_checkout(tmp_path, monkeypatch) / "assets"
    write_lock(Library(compile_content()))
    return folder


def test_list_counts_notes_and_cards_by_kind(trainer, assets):
    result = trainer("deck", "list", "--json")

    assert result.code == 0
    assert json.loads(result.out) == [
        {
            "section": "vpc-intro",
            "title": "Introduction to Amazon VPC",
            "notes": 3,
            "cards": 5,
            "kinds": {
                "basic": {"notes": 1, "cards": 2},
                "cloze": {"notes": 1, "cards": 2},
                "choice": {"notes": 1, "cards": 1},
                "typed": {"notes": 0, "cards": 0},
                "multi": {"notes": 0, "cards": 0},
                "ordering": {"notes": 0, "cards": 0},
                "matching": {"notes": 0, "cards": 0},
                "occluded": {"notes": 0, "cards": 0},
            },
        }
    ]


def test_list_is_a_line_for_each_section(trainer, assets):
    told = "vpc-intro  Introduction to Amazon VPC: 3 notes, 5 cards (2 basic, 2 cloze, 1 choice)\n"

    assert trainer("deck", "list").out == told


def test_show_has_options_with_reasons_and_facts_with_their_text(trainer, assets):
    document = json.loads(trainer("deck", "show", "way-in", "--json").out)
    (card,) = document["cards"]

    assert (card["id"], card["answer"]) == ("way-in#choice", "An `internet` gateway")
    assert [option["right"] for option in card["options"]] == [False, True]
    assert card["options"][0] == {"text": "A NAT gateway", "right": False, "because": "It lets nobody in."}
    assert list(document["facts"]) == ["vpc-intro.19"]
    assert document["facts"]["vpc-intro.19"].endswith(".")
    assert document["source"] == "Internet gateways"


def test_show_has_every_card_of_a_note_and_what_it_is_for(trainer, assets):
    out = trainer("deck", "show", "subnet-in-one-zone").out

    assert out.splitlines()[:3] == [
        "subnet-in-one-zone#front",
        "  How many zones can one subnet span?",
        "  > Exactly one.",
    ]
    for told in ("subnet-in-one-zone#reverse", "Why: A VPC spans", "vpc-intro.10: ", "Drill: first-vpc", "Source: Sub"):
        assert told in out


def test_show_has_the_synonyms_of_a_typed_answer_and_what_is_outdated(trainer, assets):
    (assets / "decks" / "vpc-intro.yaml").write_text(KINDS_DECK, encoding="utf-8")
    (card,) = json.loads(trainer("deck", "show", "https-port", "--json").out)["cards"]
    lines = trainer("deck", "show", "https-port").out.splitlines()

    assert (card["accept"], card["outdated"]) == (["HTTPS port"], [{"value": "80", "note": "That is HTTP."}])
    assert lines[2:6] == ["  > 443", "  = HTTPS port", "  - 80", "      That is HTTP."]


def test_show_has_the_diagram_in_words_where_a_piece_is_hidden(trainer, assets):
    (assets / "decks" / "vpc-intro.yaml").write_text(OCCLUDED_DECK, encoding="utf-8")
    lines = trainer("deck", "show", "way-out").out.splitlines()
    document = json.loads(trainer("deck", "show", "way-out#nat", "--json").out)

    assert lines[:3] == ["way-out#igw", "  What is it?", "  * Internet: Update servers"]
    assert "  * Region eu-west-1 > VPC 10.0.0.0/16: ?" in lines
    assert "  > Internet gateway" in lines
    assert [card["answer"] for card in document["cards"]] == ["NAT gateway"]
    assert "? → Internet gateway" in document["cards"][0]["outline"]


def test_show_takes_a_single_card(trainer, assets):
    document = json.loads(trainer("deck", "show", "addresses-of-a-24#cloze-2", "--json").out)
    (card,) = document["cards"]

    assert card["id"] == "addresses-of-a-24#cloze-2"
    assert "**[how many]**" in card["question"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("way-inn", "there is no note 'way-inn'; did you mean 'way-in'?"),
        ("zzz", "there is no note 'zzz'; assets/decks holds them all."),
        ("addresses-of-a-24#cloze-3", "there is no card 'addresses-of-a-24#cloze-3'; did you mean "),
    ],
)
def test_an_unknown_note_is_one_line(trainer, assets, asked, told):
    result = trainer("deck", "show", asked)

    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"trainer: {told}")
    assert result.err.count("\n") == 1


def test_check_tells_which_facts_are_asked_for(trainer, assets):
    result = trainer("deck", "check", "--json")
    document = json.loads(result.out)

    assert result.code == 0
    assert (document["faults"], document["lost"], document["findings"], document["cards"]) == ([], [], [], 5)
    covered = document["asked"] + document["explained"] + document["set_aside"]
    assert covered + len(document["missing"]) == document["facts"] == 1070
    assert document["asked"] >= 4
    assert "vpc-intro.1" in document["missing"]
    assert "vpc-intro.10" not in document["missing"]


def test_check_fails_for_what_is_missing_only_when_asked(trainer, assets):
    assert trainer("deck", "check").code == 0
    result = trainer("deck", "check", "--complete")

    assert result.code == 1
    for told in ("50 sections have no deck yet: cloud-benefits", "wanting yet: scenario choices: 1 of 250"):
        assert told in result.out


def test_check_exits_with_1_and_tells_what_an_editor_would_mend(trainer, assets):
    text = DECK.replace("How many zones can one subnet span?", "Can a subnet span two zones?")
    (assets / "decks" / "vpc-intro.yaml").write_text(text, encoding="utf-8")
    result = trainer("deck", "check")

    assert result.code == 1
    assert "vpc-intro.yaml:3: subnet-in-one-zone: a yes or no can be guessed" in result.err


def test_check_exits_with_1_and_tells_every_fault(trainer, assets):
    text = DECK.replace("difficulty: 1", "difficulty: 9").replace("right: true", "right: false")
    (assets / "decks" / "vpc-intro.yaml").write_text(text, encoding="utf-8")
    result = trainer("deck", "check", "--json")

    assert result.code == 1
    assert len(json.loads(result.out)["faults"]) == result.err.count("\n") == 2
    assert json.loads(result.out)["lost"] == []


def test_faults_are_findings_too_and_what_is_sound_is_judged_beside_them(trainer, assets):
    sound = DECK.replace("section: vpc-intro", "section: elb").replace("How many zones can one", "Can one")
    sound = re.sub(r"- id: ", "- id: other-", sound)
    (assets / "decks" / "elb.yaml").write_text(sound, encoding="utf-8")
    text = DECK.replace("facts: [vpc-intro.10]", "facts: [vpc-intro.100]")
    (assets / "decks" / "vpc-intro.yaml").write_text(text, encoding="utf-8")
    result = trainer("deck", "check", "--json")
    document = json.loads(result.out)

    assert result.code == 1
    assert {"facts", "asked", "explained", "set_aside", "cards", "kinds", "findings"} <= document.keys()
    faults = [row for row in document["findings"] if row["check"] == "fault"]
    assert [(row["note"], row["line"]) for row in faults] == [("subnet-in-one-zone", 5)]
    assert "there is no fact 'vpc-intro.100'" in faults[0]["message"]
    assert ("other-subnet-in-one-zone", "yes-no") in {(row["note"], row["check"]) for row in document["findings"]}


def test_check_exits_with_1_when_an_id_got_lost(trainer, assets):
    (assets / "decks" / "vpc-intro.yaml").write_text(DECK.replace("id: way-in", "id: way-out"), encoding="utf-8")
    result = trainer("deck", "check")

    assert result.code == 1
    assert result.err.startswith("trainer: way-in#choice: gone since the last release; ")
    assert result.err.count("\n") == 1


def test_check_without_the_ids_of_the_last_release_is_one_line(trainer, assets):
    (assets / "ids.lock").unlink()
    result = trainer("deck", "check")

    assert result.code == 2
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("words", [("deck",), ("deck", "show"), ("deck", "burn")])
def test_wrong_words_are_one_line(trainer, words):
    result = trainer(*words)

    assert result.code == 2
    assert result.err.count("\n") == 1

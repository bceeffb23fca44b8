import pytest

from tests.fakes.content import DECK, make_checkout
from trainer.errors import UserError
from trainer.library.compiling import compile_content
from trainer.library.identity import find_lost, ids_of, main, write_lock
from trainer.library.shelf import Library


@pytest.fixture
def assets(tmp_path, monkeypatch):
    """The assets of a checkout with a small deck, whose ids were released."""
    folder = make_checkout(tmp_path, monkeypatch) / "assets"
    write_lock(read())
    return folder


def read():
    return Library(compile_content(strict=False))


def change(assets, old, new, renames="{}", retired="[]"):
    (assets / "decks" / "vpc-intro.yaml").write_text(DECK.replace(old, new), encoding="utf-8")
    (assets / "renames.yaml").write_text(f"renames: {renames}\nretired: {retired}\n", encoding="utf-8")
    library = read()
    assert library.faults == ()
    return library


def test_the_ids_of_the_last_release_are_all_there_or_renamed_or_retired():
    assert find_lost(read()) == []


def test_every_card_drill_and_skill_has_an_id(assets):
    lines = (assets / "ids.lock").read_text(encoding="utf-8").splitlines()

    assert lines[0].startswith("# The ids of the last release")
    assert lines[1:] == ids_of(read()) == sorted(lines[1:])
    assert {
        "subnet-in-one-zone#front",
        "subnet-in-one-zone#reverse",
        "addresses-of-a-24#cloze-2",
        "way-in#choice",
        "drill:first-vpc",
        "skill:nat-in-public-subnet",
    } <= set(lines)


def test_a_note_that_is_gone_is_told_with_each_of_its_cards(assets):
    lost = find_lost(change(assets, "id: addresses-of-a-24", "id: addresses-of-24"))

    assert lost == [
        f"addresses-of-a-24#cloze-{number}: gone since the last release; "
        "list it in assets/renames.yaml, as renamed or as retired"
        for number in (1, 2)
    ]


@pytest.mark.parametrize(
    ("renames", "retired"),
    [
        ("{addresses-of-a-24: addresses-of-24}", "[]"),
        ("{addresses-of-a-24: between, between: addresses-of-24}", "[]"),
        ("{}", "[addresses-of-a-24]"),
        ("{}", "['addresses-of-a-24#cloze-1', 'addresses-of-a-24#cloze-2']"),
    ],
)
def test_a_note_that_is_renamed_or_retired_is_not_lost(assets, renames, retired):
    assert find_lost(change(assets, "id: addresses-of-a-24", "id: addresses-of-24", renames, retired)) == []


def test_a_gap_that_is_gone_has_to_be_retired(assets):
    without_gap = ("{{2::251::how many}}", "251")

    assert [line.partition(":")[0] for line in find_lost(change(assets, *without_gap))] == ["addresses-of-a-24#cloze-2"]
    assert find_lost(change(assets, *without_gap, retired="['addresses-of-a-24#cloze-2']")) == []


def test_a_card_that_its_renamed_note_has_no_more_is_told_and_can_be_retired(assets):
    (assets / "ids.lock").write_text("old#cloze-3\n", encoding="utf-8")
    renames = "{old: addresses-of-a-24}"

    assert find_lost(change(assets, "", "", renames)) == [
        "old#cloze-3: there is no addresses-of-a-24#cloze-3; list old#cloze-3 in assets/renames.yaml as retired"
    ]
    assert find_lost(change(assets, "", "", renames, retired="['old#cloze-3']")) == []


def test_new_ids_are_fine(assets):
    (assets / "ids.lock").write_text("way-in#choice\ndrill:first-vpc\n", encoding="utf-8")

    assert find_lost(read()) == []


def test_a_lost_drill_and_a_lost_skill_are_told(assets):
    (assets / "ids.lock").write_text("drill:old\nskill:old\n", encoding="utf-8")

    assert [line.split(" ")[0] for line in find_lost(read())] == ["drill:old:", "skill:old:"]


def test_a_list_that_is_not_there_says_how_it_is_written(assets):
    (assets / "ids.lock").unlink()

    with pytest.raises(UserError, match="identity --write"):
        find_lost(read())


def test_the_command_writes_the_ids_of_a_release_and_compares_with_them(assets, capsys):
    (assets / "ids.lock").unlink()

    assert main([]) == 2
    assert main(["--write"]) == 0
    assert main([]) == 0
    assert capsys.readouterr().err.count("\n") == 1


def test_the_command_never_writes_over_what_is_lost(assets, capsys):
    before = (assets / "ids.lock").read_text(encoding="utf-8")
    change(assets, "id: way-in", "id: way-out")

    assert main(["--write"]) == main([]) == 1
    assert (assets / "ids.lock").read_text(encoding="utf-8") == before
    assert "way-in#choice: gone since the last release" in capsys.readouterr().err


def test_the_command_tells_faults_and_does_not_call_their_notes_lost(assets, capsys):
    (assets / "decks" / "vpc-intro.yaml").write_text("{}", encoding="utf-8")

    assert main([]) == 1
    assert "gone" not in capsys.readouterr().err


def test_the_command_takes_no_other_words(assets, capsys):
    assert main(["write"]) == 2
    assert capsys.readouterr().err.startswith("usage:")

import json
import sys
from hashlib import sha256

import pytest

from tests.fakes.content import DECK, OTHER_DECK, make_checkout
from trainer.cloud.coverage import rules_about, skill_of
from trainer.cloud.grading import Severity, rules_in_force, severity_of
from trainer.cloud.rules import SCOPE_RULES
from trainer.library.compiling import compile_content
from trainer.library.fault import ContentError
from trainer.library.shelf import Library, open_library


@pytest.fixture
def decks(tmp_path, monkeypatch):
    """The folder of the decks of a checkout with a small one."""
    return make_checkout(tmp_path, monkeypatch) / "assets" / "decks"


def test_core_notes_come_first_then_the_order_of_the_course_and_from_plain_to_whole_situations(decks):
    (decks / "networking-basics.yaml").write_text(OTHER_DECK, encoding="utf-8")
    library = open_library()

    assert [note.uid for note in library.notes()] == [
        "subnet-in-one-zone",
        "addresses-of-a-24",
        "way-in",
        "size-of-a-24",
    ]
    assert [note.core for note in library.notes()][1:] == [("vpc-intro.14",), ("vpc-intro.19",), ()]
    sections = list(library.curriculum.sections)
    assert sections.index("networking-basics") < sections.index("vpc-intro")


def test_the_cache_has_the_notes_of_a_fresh_reading(decks):
    fresh, kept = open_library(), open_library()

    assert kept.notes() == fresh.notes() == Library(compile_content()).notes()
    assert (kept.pack_hash, kept.skills) == (fresh.pack_hash, fresh.skills)


def test_the_hash_is_that_of_the_pack(decks):
    content = compile_content()
    pack = {name: content[name] for name in ("notes", "renames", "retired")}
    text = json.dumps(pack, sort_keys=True, ensure_ascii=True, separators=(",", ":"))

    assert content["pack_hash"] == sha256(text.encode()).hexdigest()


def test_a_changed_deck_is_read_again_and_has_another_hash(decks):
    before = open_library()
    (decks / "vpc-intro.yaml").write_text(DECK.replace("Exactly", "Just"), encoding="utf-8")
    after = open_library()

    assert after.notes()[0].fields["back"] == "Just **one**."
    assert after.pack_hash != before.pack_hash


def test_renames_that_change_are_read_again_and_give_another_hash(decks):
    before = open_library()
    (decks.parent / "renames.yaml").write_text("renames: {old: way-in}\nretired: [older]", encoding="utf-8")
    after = open_library()

    assert (after.renames, after.retired) == ({"old": "way-in"}, {"older"})
    assert after.pack_hash != before.pack_hash


def test_a_faulty_deck_is_left_out_and_told_and_its_section_is_missing(decks):
    (decks / "networking-basics.yaml").write_text(OTHER_DECK, encoding="utf-8")
    (decks / "vpc-intro.yaml").write_text(DECK.replace("difficulty: 1", "difficulty: 9"), encoding="utf-8")
    library = open_library()

    assert [note.uid for note in library.notes()] == ["size-of-a-24"]
    assert library.missing_sections == {"vpc-intro"}
    assert any("vpc-intro.yaml:13: notes.0.difficulty: " in fault for fault in library.faults)
    assert "first-vpc" in library.drill_ids()


def test_a_faulty_list_of_renames_leaves_the_notes_usable(decks):
    (decks.parent / "renames.yaml").write_text("retired: [way-in]", encoding="utf-8")
    library = open_library()

    assert len(library.notes()) == 3
    assert library.retired == frozenset()
    assert any("renames.yaml:1: retired.0: 'way-in' still exists" in fault for fault in library.faults)


def test_a_rename_into_a_faulty_deck_is_no_fault(decks):
    (decks / "vpc-intro.yaml").write_text("[", encoding="utf-8")
    (decks.parent / "renames.yaml").write_text("renames: {old: way-in}", encoding="utf-8")
    library = open_library()

    assert library.renames == {"old": "way-in"}
    assert not any("renames.yaml" in fault for fault in library.faults)


def test_a_note_may_lead_to_a_drill_whose_file_has_faults(decks):
    (decks.parents[1] / "diagrams" / "networking" / "first-vpc.yaml").write_text("{}", encoding="utf-8")
    library = open_library()

    assert library.missing_sections == frozenset()
    assert library.notes()[0].drill == "first-vpc"


def test_a_strict_reading_refuses_faulty_decks(decks):
    (decks / "vpc-intro.yaml").write_text("{}", encoding="utf-8")

    with pytest.raises(ContentError, match=r"vpc-intro\.yaml:1: notes: this field is missing"):
        compile_content()


def test_content_without_decks_is_usable(decks):
    (decks / "vpc-intro.yaml").unlink()
    decks.rmdir()
    library = open_library()

    assert (library.notes(), library.faults) == ((), ())


def test_a_skill_names_the_drills_in_which_a_drop_can_be_rated_for_it(decks):
    library = open_library()
    drills = [library.drill(drill_id) for drill_id in library.drill_ids()]
    rated = {
        (skill_of(use), drill.id) for drill in drills for piece in drill.pieces for use, _ in rules_about(drill, piece)
    }

    rated |= {
        (skill_of(use), drill.id)
        for drill in drills
        for use, rule in rules_in_force(drill)
        if severity_of(rule, use) is Severity.ERROR and rule not in SCOPE_RULES
    }

    assert {(skill, drill) for skill, drills in library.skills.items() for drill in drills} == rated
    assert library.skills["skill:writes-go-to-the-source"] == ("rds-read-replicas",)
    assert set(library.skills["skill:nat-in-public-subnet"]) >= {"first-vpc", "three-tier-two-zones"}
    assert "skill:scope-zonal" in library.skills
    assert "skill:scope-vpc" not in library.skills


def test_opening_kept_content_builds_no_note(decks, monkeypatch):
    open_library()
    monkeypatch.delitem(sys.modules, "trainer.library.deck_building", raising=False)
    open_library()

    assert "trainer.library.deck_building" not in sys.modules

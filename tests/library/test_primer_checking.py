import json

import pytest

from trainer.library.known import Known
from trainer.library.primer_checking import MOST_WORDS, check_primers, count_words
from trainer.library.primer_schema import json_schema
from trainer.library.shelf import open_library
from trainer.paths import assets_dir

PRIMER = """\
section: vpc-intro
text: |
  A **VPC** is your own network.
ideas:
  - One Region.
  - All its zones.
  - A `/16` at most.
mix_ups:
  - Zone and Region.
drill: first-vpc
facts: [vpc-intro.2, vpc-intro.3]
source: What is Amazon VPC?
"""


@pytest.fixture
def check(tmp_path, curriculum):
    """What is found in a primer with this text."""

    def check_text(text, name="vpc-intro.yaml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return check_primers(tmp_path, Known(curriculum, {"first-vpc"}, tmp_path))

    return check_text


def test_a_primer_without_faults_is_read(check):
    found = check(PRIMER)

    assert not found.faults
    assert found.documents[0]["ideas"] == ["One Region.", "All its zones.", "A `/16` at most."]


FAULTS = {
    "unknown section": (
        ("section: vpc-intro", "section: vpc-intra"),
        (1, "section", "there is no section 'vpc-intra'; did you mean 'vpc-intro'?"),
    ),
    "section of another file": (
        ("section: vpc-intro", "section: elb"),
        (1, "section", "the section is the file's name without .yaml: expected 'vpc-intro'"),
    ),
    "unknown fact": (
        ("vpc-intro.3]", "vpc-intro.300]"),
        (11, "facts.1", "there is no fact 'vpc-intro.300' in the curriculum; did you mean 'vpc-intro.3'?"),
    ),
    "fact twice": (
        ("vpc-intro.3]", "vpc-intro.2]"),
        (11, "facts.1", "the fact 'vpc-intro.2' is in the list already"),
    ),
    "unknown drill": (
        ("drill: first-vpc", "drill: frist-vpc"),
        (10, "drill", "there is no drill 'frist-vpc'; did you mean 'first-vpc'?"),
    ),
    "linked drill": (
        ("Zone and Region.", "See [this](drill:first-vcp)."),
        (9, "mix_ups.0", "there is no drill 'first-vcp'; did you mean 'first-vpc'?"),
    ),
    "lone mark": (("One Region.", "One **Region."), (5, "ideas.0", "a `**` has no partner in its paragraph")),
    "emphasis": (
        ("One Region.", "One *Region*."),
        (5, "ideas.0", "a `*` (strong is written `**`) has no partner in its paragraph"),
    ),
    "a colon in a line": (
        ("One Region.", "One Region: yours."),
        (5, "ideas.0", "expected a text; one with a colon and a space in it needs quotes"),
    ),
    "no source": (("source: What is Amazon VPC?\n", ""), (1, "source", "this field is missing")),
    "another field": (("drill:", "drills:"), (10, "drills", "there is no such field")),
    "two ideas": (
        ("  - One Region.\n", ""),
        (4, "ideas", "List should have at least 3 items after validation, not 2"),
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_place(check, name):
    (old, new), expected = FAULTS[name]
    found = check(PRIMER.replace(old, new))

    assert [(fault.line, fault.field, fault.message) for fault in found.faults] == [expected]
    assert not found.documents


def test_the_faults_of_names_are_told_beside_those_of_the_form(check):
    found = check(PRIMER.replace("source:", "sauce:").replace("vpc-intro.3]", "vpc-intro.300]"))

    assert {fault.field for fault in found.faults} == {"sauce", "source", "facts.1"}


@pytest.mark.parametrize(("more", "is_right"), [(0, True), (1, False)])
def test_the_words_of_all_texts_count_together(check, more, is_right):
    shown = ("A VPC is your own network.", "One Region.", "All its zones.", "A /16 at most.", "Zone and Region.")
    room = MOST_WORDS - sum(len(text.split()) for text in shown)
    found = check(PRIMER.replace("One Region.", "One Region. " + "word " * (room + more)))

    assert [fault.message for fault in found.faults] == (
        [] if is_right else ["`text`, `ideas`, `mix_ups` have 151 words together; a primer has at most 150"]
    )


def test_words_are_counted_as_they_are_read():
    assert count_words("A **NAT gateway** - it is `10.0.0.0/16` & more:\n\n- [way out](drill:first-vpc)") == 9


@pytest.mark.parametrize("content", ["- a list", "nothing"])
def test_what_is_no_primer_is_told(check, content):
    assert "expected the fields of a primer" in check(content).faults[0].message


def test_a_folder_that_is_not_there_holds_none(tmp_path, curriculum):
    assert not check_primers(tmp_path / "none", Known(curriculum, (), tmp_path)).documents


def test_the_committed_schema_is_the_one_of_the_model():
    committed = json.loads((assets_dir() / "primers" / "primer.schema.json").read_text(encoding="utf-8"))

    assert committed == json_schema(), (
        "run: python -m trainer.library.primer_schema > assets/primers/primer.schema.json"
    )


def test_every_section_with_cards_has_a_primer_that_explains_its_facts():
    library = open_library()
    with_cards = {note.section for note in library.notes()}

    assert with_cards <= set(library.primer_sections)
    for section in library.primer_sections:
        primer = library.primer(section)
        assert primer is not None
        assert any(fact.startswith(f"{section}.") for fact in primer.facts)
    assert library.primer("no-such-section") is None

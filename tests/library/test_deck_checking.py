import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.content import DECK, KINDS_DECK, OTHER_DECK
from tests.fakes.examples import few
from trainer.library.deck_checking import check_decks
from trainer.library.shelf import open_library
from trainer.paths import assets_dir

DRILLS = {"first-vpc", "three-tier-two-zones"}
CLOZE = "A `/24` has {{1::256}} addresses and {{2::251::how many}} are usable."
MARKS = "a `**` has no partner in its paragraph"
TICKS = "a backtick has no partner in its paragraph"


@pytest.fixture
def check(tmp_path, curriculum):
    """What is found in a deck file with this text."""

    def check_text(text, name="vpc-intro.yaml"):
        content = text if isinstance(text, bytes) else text.encode()
        (tmp_path / name).write_bytes(content)
        return check_decks(tmp_path, curriculum, DRILLS)

    return check_text


def told(decks):
    return [(fault.line, fault.field, fault.message) for fault in decks.faults]


KINDS = "'basic', 'cloze', 'choice', 'typed', 'multi', 'ordering', 'matching', 'occluded'"

FAULTS = {
    "unknown section": (
        ("section: vpc-intro", "section: vpc-intra"),
        (1, "section", "there is no section 'vpc-intra'; did you mean 'vpc-intro'?"),
    ),
    "section of another file": (
        ("section: vpc-intro", "section: elb"),
        (1, "section", "the section is the file's name without .yaml: expected 'vpc-intro'"),
    ),
    "no section": (("section: vpc-intro\n", ""), (1, "section", "this field is missing")),
    "note twice": (
        ("id: way-in", "id: subnet-in-one-zone"),
        (20, "notes.2.id", "the note id 'subnet-in-one-zone' comes twice"),
    ),
    "unknown fact": (
        ("vpc-intro.16]", "vpc-intro.1600]"),
        (16, "notes.1.facts.1", "there is no fact 'vpc-intro.1600' in the curriculum; did you mean 'vpc-intro.16'?"),
    ),
    "fact twice": (
        ("vpc-intro.16]", "vpc-intro.14]"),
        (16, "notes.1.facts.1", "the fact 'vpc-intro.14' is in the list already"),
    ),
    "no fact": (
        ("facts: [vpc-intro.19]", "facts: []"),
        (22, "notes.2.facts", "List should have at least 1 item after validation, not 0"),
    ),
    "unknown drill": (
        ("drill: first-vpc", "drill: first-vcp"),
        (10, "notes.0.drill", "there is no drill 'first-vcp'; did you mean 'first-vpc'?"),
    ),
    "unknown kind": (
        ("kind: basic", "kind: basik"),
        (
            4,
            "notes.0.kind",
            f"expected one of {KINDS} (found 'basik')",
        ),
    ),
    "no kind": (("    kind: basic\n", ""), (3, "notes.0.kind", "this field is missing")),
    "field of another kind": (
        ("    question:", "    reverse: true\n    question:"),
        (23, "notes.2.reverse", "there is no such field"),
    ),
    "field named like a kind": (
        ("    front:", "    basic: 1\n    front:"),
        (6, "notes.0.basic", "there is no such field"),
    ),
    "field missing": (("    back: Exactly **one**.\n", ""), (3, "notes.0.back", "this field is missing")),
    "number for a text": (
        ("back: Exactly **one**.", "back: 1"),
        (7, "notes.0.back", "Input should be a valid string (found 1)"),
    ),
    "too difficult": (
        ("difficulty: 3", "difficulty: 4"),
        (31, "notes.2.difficulty", "Input should be less than or equal to 3 (found 4)"),
    ),
    "no note": (
        ("  - id: subnet-in-one-zone\n", "  - 3\n  - id: x\n"),
        (3, "notes.0", "expected fields (`name: value`)"),
    ),
    "no gap": ((CLOZE, "None."), (17, "notes.1.text", "expected at least one gap, `{{1::answer}}`")),
    "gap left out": (
        ("{{2::251", "{{3::251"),
        (17, "notes.1.text", "gaps are numbered from 1 without holes (found 1, 3)"),
    ),
    "gap not from 1": (
        (CLOZE, "'{{0::x}} {{1::y}}'"),
        (17, "notes.1.text", "gaps are numbered from 1 without holes (found 0, 1)"),
    ),
    "gap not closed": (("251::how many}}", "251 }"), (17, "notes.1.text", "a `{{` has no partner")),
    "gap not opened": (("{{1::256}}", "256}}"), (17, "notes.1.text", "a `}}` has no partner")),
    "gap in a gap": (("1::256", "1::x {{2::256}} "), (17, "notes.1.text", "a `{{` has no partner")),
    "three braces": (
        ("{{1::256}}", "{{1::{256}}}"),
        (17, "notes.1.text", "three braces in a row cannot be told apart; put a space between"),
    ),
    "gap without an answer": (("{{1::256}}", "{{1::}}"), (17, "notes.1.text", "the gap '{{1::}}' has no answer")),
    "gap without a hint": (
        ("251::how many", "251::"),
        (17, "notes.1.text", "the gap '{{2::251::}}' has an empty hint"),
    ),
    "gap without a number": (
        ("{{1::256}}", "{{256}}"),
        (17, "notes.1.text", "the gap '{{256}}' begins with one digit and `::`"),
    ),
    "gap with too much": (
        ("251::how many", "2001:db8::1::x"),
        (17, "notes.1.text", "the gap '{{2::2001:db8::1::x}}' has more than an answer and a hint"),
    ),
    "gap within marks": (
        ("`/24` has", "`/24 has {{1::many}}`"),
        (17, "notes.1.text", "gap 1 is shown in strong type: it neither holds `**` nor stands between marks"),
    ),
    "none right": (
        ("        right: true\n", ""),
        (24, "notes.2.options", "expected exactly one option with `right: true`, found none"),
    ),
    "two right": (
        ("A NAT gateway\n", "A NAT gateway\n        right: true\n"),
        (24, "notes.2.options", "expected exactly one option with `right: true`, found 2"),
    ),
    "options alike": (
        ("An `internet` gateway", "a **NAT** gateway"),
        (27, "notes.2.options.1.text", "another option says 'a **NAT** gateway' already"),
    ),
    "one option": (
        ("      - text: A NAT gateway\n        because: It lets nobody in.\n", ""),
        (24, "notes.2.options", "List should have at least 2 items after validation, not 1"),
    ),
    "option without a reason": (
        ("        because: It lets nobody in.\n", ""),
        (25, "notes.2.options.0.because", "this field is missing"),
    ),
    "lone mark in an answer": (("**one**", "**one"), (7, "notes.0.back", MARKS)),
    "lone mark in a reason": (("A VPC spans", "A `VPC spans"), (9, "notes.0.why", TICKS)),
    "lone mark in a cloze text": (("`/24`", "`/24"), (17, "notes.1.text", TICKS)),
    "lone mark in a question": (("lets visitors", "lets **visitors"), (23, "notes.2.question", MARKS)),
    "lone mark in an option": (("`internet`", "`internet"), (27, "notes.2.options.1.text", TICKS)),
    "lone mark after an option": (("both ways", "both** ways"), (29, "notes.2.options.1.because", MARKS)),
    "mark over two paragraphs": (
        ("back: Exactly **one**.", 'back: "Exactly **one\\n\\nor** so."'),
        (7, "notes.0.back", MARKS),
    ),
}


@pytest.mark.parametrize(("change", "expected"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_with_line_and_field_and_nothing_else_is(check, change, expected):
    text = DECK.replace(*change)
    decks = check(text)

    assert text != DECK
    assert told(decks) == [expected]
    assert decks.documents == []
    assert "vpc-intro" in decks.faulty_sections


KINDS_FAULTS = {
    "one right of several": (
        ("        right: true\n        because: It is in one zone.", "        because: It is in one zone."),
        (18, "notes.1.options", "expected two or more options with `right: true` and one without, found 1"),
    ),
    "all right of several": (
        ("because: It spans", "right: true\n        because: It spans"),
        (18, "notes.1.options", "expected two or more options with `right: true` and one without, found 3"),
    ),
    "options alike of several": (
        ("A NAT gateway", "a **SUBNET**"),
        (22, "notes.1.options.1.text", "another option says 'a **SUBNET**' already"),
    ),
    "left sides alike": (
        ("left: Subnet", "left: vpc"),
        (46, "notes.3.pairs.1.left", "another left side says 'vpc' already"),
    ),
    "all rights alike": (
        ("right: Zone", "right: region"),
        (43, "notes.3.pairs", "expected two or more different right sides"),
    ),
    "other right side that belongs": (
        ("others: [Edge]", "others: [zone]"),
        (48, "notes.3.others.0", "'zone' belongs to a left side or comes twice"),
    ),
    "steps alike": (
        ("- It leads out", "- it ENTERS"),
        (36, "notes.2.steps.2", "another step says 'it ENTERS' already"),
    ),
    "lone mark in a step": (("- It leads out", "- It **leads out"), (36, "notes.2.steps.2", MARKS)),
    "too few steps": (
        ("      - It leads out\n", ""),
        (33, "notes.2.steps", "List should have at least 3 items after validation, not 2"),
    ),
    "answer in the question": (
        ("Which port is HTTPS?", "Is port 443 HTTPS?"),
        (6, "notes.0.front", "the question gives its answer '443' away"),
    ),
    "synonym that is the answer": (
        ("accept: [HTTPS port]", "accept: ['443.0']"),
        (8, "notes.0.accept.0", "'443.0' is taken for '443' already"),
    ),
    "outdated answer that is right": (
        ("value: '80'", "value: https  PORT"),
        (10, "notes.0.outdated.0.value", "'https  PORT' is taken for 'HTTPS port' already"),
    ),
    "outdated answer without a note": (
        ("        note: That is HTTP.\n", ""),
        (10, "notes.0.outdated.0.note", "this field is missing"),
    ),
    "lone mark in an outdated answer": (("That is HTTP", "That is `HTTP"), (11, "notes.0.outdated.0.note", TICKS)),
    "answer that cannot be typed": (
        ("answer: '443'", "answer: ' . '"),
        (7, "notes.0.answer", "expected a letter or a digit that can be typed"),
    ),
    "answer with an article": (
        ("accept: [HTTPS port]", "accept: [the HTTPS port]"),
        (8, "notes.0.accept.0", "begin without an article; whoever types one is right all the same"),
    ),
    "answer too long": (
        ("accept: [HTTPS port]", f"accept: [{'x' * 61}]"),
        (8, "notes.0.accept.0", "an answer to type is one line of at most 60 characters"),
    ),
}


@pytest.mark.parametrize(("change", "expected"), KINDS_FAULTS.values(), ids=KINDS_FAULTS)
def test_a_fault_of_an_answer_to_check_is_told_with_line_and_field(check, change, expected):
    text = KINDS_DECK.replace(*change)

    assert text != KINDS_DECK
    assert told(check(text)) == [expected]


def test_a_deck_without_faults_is_read(check):
    decks = check(DECK)

    assert (decks.faults, decks.faulty_sections) == ([], frozenset())
    assert check(KINDS_DECK).faults == []
    assert [note["id"] for note in decks.documents[0]["notes"]] == ["subnet-in-one-zone", "addresses-of-a-24", "way-in"]


def test_all_faults_of_a_file_are_told_at_once_in_the_order_of_the_lines(check):
    text = DECK
    for old, new in [
        ("kind: basic", "kind: basic\n    colour: red"),
        ("[vpc-intro.10]", "[vpc-intro.10, x, vpc-intro.999]"),
        ("**one**", "**one"),
        ("    source: Subnet CIDR blocks\n", ""),
        ("251", ""),
        ("because: It lets", "becuase: It lets"),
        ("right: true", "right: false"),
        ("id: way-in", "id: Way In"),
    ]:
        text = text.replace(old, new)
    faults = told(check(text))

    assert [(line, field) for line, field, _ in faults] == [
        (5, "notes.0.colour"),
        (6, "notes.0.facts.1"),
        (6, "notes.0.facts.2"),
        (8, "notes.0.back"),
        (15, "notes.1.source"),
        (18, "notes.1.text"),
        (20, "notes.2.id"),
        (24, "notes.2.options"),
        (25, "notes.2.options.0.because"),
        (26, "notes.2.options.0.becuase"),
    ]


def test_what_follows_from_another_fault_is_not_told(check):
    faults = told(check(DECK.replace("right: true", "right: perhaps")))

    assert [field for _, field, _ in faults] == ["notes.2.options.1.right"]


def test_a_note_id_is_unique_over_all_decks(check):
    check(OTHER_DECK.replace("size-of-a-24", "way-in"), name="networking-basics.yaml")
    decks = check(DECK)

    assert told(decks) == [(20, "notes.2.id", "networking-basics.yaml has a note 'way-in' already")]
    assert [deck["section"] for deck in decks.documents] == ["networking-basics"]


def test_a_faulty_deck_leaves_the_others_usable_and_names_its_section(check):
    check(OTHER_DECK, name="networking-basics.yaml")
    decks = check("[")

    assert [deck["section"] for deck in decks.documents] == ["networking-basics"]
    assert decks.faulty_sections == {"vpc-intro"}


def test_the_notes_of_a_section_in_a_file_of_another_name_are_not_taken_for_gone(check):
    assert check(DECK, name="vpc.yaml").faulty_sections == {"vpc", "vpc-intro"}


@pytest.mark.parametrize("text", ["[1]", "deck", "3"])
def test_a_file_that_is_no_deck_is_told_what_is_expected(check, text):
    assert told(check(text)) == [(1, "", "expected the fields of a deck (`section:`, `notes:`)")]


def test_a_folder_that_is_not_there_holds_no_decks(tmp_path, curriculum):
    assert check_decks(tmp_path / "none", curriculum, DRILLS).documents == []


def test_the_decks_that_come_with_the_program_have_no_faults(curriculum):
    library = open_library()
    built = {drill: library.drill(drill) for drill in library.drill_ids()}
    decks = check_decks(assets_dir() / "decks", curriculum, set(built), built)

    assert not decks.faults, "\n".join(map(str, decks.faults))


def ends_well(decks):
    assert bool(decks.faults) != bool(decks.documents)
    assert bool(decks.faults) == bool(decks.faulty_sections)
    assert all(fault.line >= 1 and "\n" not in str(fault) for fault in decks.faults)


YAML_LIKE = st.lists(
    st.sampled_from([*"ab:-?&*!|>[]{},#'\"\n\t~1", "section", "notes", "kind", "cloze", "{{1::", "}}", "**"]),
    max_size=40,
).map(" ".join)


@few
@given(content=st.binary(max_size=200) | st.text(max_size=100).map(str.encode) | YAML_LIKE.map(str.encode))
def test_any_bytes_end_in_a_deck_or_in_faults(check, content):
    ends_well(check(content))


@few
@given(data=st.data())
def test_a_deck_with_a_damaged_line_ends_in_a_deck_or_in_faults(check, data):
    lines = DECK.splitlines()
    number = data.draw(st.integers(0, len(lines) - 1))
    line = lines[number]
    lines[number] = data.draw(
        st.sampled_from([line[:-1], line + "x", "", line + ": 1", "- 3", line + " [1]", line[2:]])
    )

    ends_well(check("\n".join(lines)))


NAMES = st.sampled_from(["id", "kind", "text", "options", "facts", "right", "because", "constrained-str"])
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=5)
    | st.sampled_from(["basic", "cloze", "{{1::x}}", "**"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)


@few
@given(data=st.data())
def test_a_deck_with_anything_in_a_field_ends_in_a_deck_or_in_faults(check, data):
    document = yaml.safe_load(data.draw(st.sampled_from([DECK, KINDS_DECK])))
    note = data.draw(st.sampled_from(document["notes"]))
    part = data.draw(st.sampled_from([document, note, *note.get("options", ())]))
    for field in data.draw(st.lists(st.sampled_from(sorted(part)) | NAMES, min_size=1, max_size=3)):
        part[field] = data.draw(JSON)

    ends_well(check(json.dumps(document)))

"""Faults of occluded notes, pictures and links, told with line and field."""

import struct

import pytest

from tests.fakes.content import OCCLUDED_DECK as DECK
from trainer.library.deck_building import build_note, compact_notes
from trainer.library.deck_checking import check_decks
from trainer.library.pictures import MOST_BYTES, find_picture_fault
from trainer.library.shelf import open_library

PICTURE = "why: |\n      See.\n\n      ![{alt}]({target})"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{}</svg>'


@pytest.fixture(scope="module")
def built():
    library = open_library()
    return {name: library.drill(name) for name in ("first-vpc", "way-out-without-public-subnets")}


@pytest.fixture
def check(tmp_path, curriculum, built):
    def check_text(text, drills=(), **others):
        (tmp_path / "vpc-intro.yaml").write_text(text, encoding="utf-8")
        known = {"built": built, "gone": {"old": "first-vpc", "lost": ""}, **others}
        return check_decks(tmp_path, curriculum, {*built, *drills, "broken"}, **known)

    return check_text


def told(decks):
    return [(fault.line, fault.field, fault.message) for fault in decks.faults]


def test_a_sound_note_holds_names_and_the_diagram_in_words(check, built):
    (document,) = check(DECK).documents
    (note,) = map(build_note, compact_notes(document, built))

    assert [row["name"] for row in note.fields["hidden"]] == ["Internet gateway", "NAT gateway"]
    assert "VPC 10.0.0.0/16: ?" in note.fields["hidden"][0]["outline"]
    assert note.drill == "first-vpc"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("hidden: [igw, nat]", "hidden: []"), (7, "notes.0.hidden", "List should have at least 1 item")),
        (("    hidden: [igw, nat]\n", ""), (3, "notes.0.hidden", "this field is missing")),
        (("    drill: first-vpc\n", ""), (3, "notes.0.drill", "this field is missing")),
        (
            ("[igw, nat]", "[igv, nat]"),
            (7, "notes.0.hidden.0", "the drill 'first-vpc' has no piece or fixture 'igv'; did you mean 'igw'?"),
        ),
        (("[igw, nat]", "[igw, igw]"), (7, "notes.0.hidden.1", "'igw' is in the list already")),
        (("What is it?", "Which NAT gateway?"), (8, "notes.0.question", "the question names what is hidden ('nat')")),
        (("    drill: first", "    drill: furst"), (6, "notes.0.drill", "there is no drill 'furst-vpc'; did you mean")),
        (("    drill: first-vpc", "    drill: old"), (6, "notes.0.drill", "the drill 'old' is called 'first-vpc' now")),
        (("    drill: first-vpc", "    drill: lost"), (6, "notes.0.drill", "the drill 'lost' was retired")),
        (("    drill: first-vpc", "    drill: broken"), (6, "notes.0.drill", "the drill 'broken' has faults of its")),
        (
            ("drill: first-vpc\n    hidden: [igw, nat]", "drill: way-out-without-public-subnets\n    hidden: [igw]"),
            (7, "notes.0.hidden.0", "'Egress-only internet gateway' in the diagram names what is hidden"),
        ),
        (("(drill:first-vpc)", "(drill:old)"), (9, "notes.0.why", "the drill 'old' is called 'first-vpc' now")),
        (("(drill:first-vpc)", "(https://a.org)"), (9, "notes.0.why", "a picture is `![what it shows](file.svg)`")),
        (("why: See", "why: |\n      ```\n      See"), (9, "notes.0.why", "a ``` has no partner")),
        (
            ("why: See [the drill](drill:first-vpc).", PICTURE.format(alt="", target="drill:first-vpc")),
            (9, "notes.0.why", "a picture says what it shows between its brackets"),
        ),
        (
            ("why: See [the drill](drill:first-vpc).", PICTURE.format(alt="A", target="none.svg")),
            (9, "notes.0.why", "there is no picture 'none.svg' beside the decks"),
        ),
        (
            ("why: See [the drill](drill:first-vpc).", PICTURE.format(alt="A", target="../x.svg")),
            (9, "notes.0.why", "'../x.svg' is no picture"),
        ),
        (
            ("why: See [the drill](drill:first-vpc).", PICTURE.format(alt="A", target="drill:first-vpc#net")),
            (9, "notes.0.why", "the drill 'first-vpc' has no piece or fixture 'net'; did you mean 'nat'?"),
        ),
    ],
)
def test_a_fault_is_told_with_line_and_field(check, change, expected):
    text = DECK.replace(*change)
    ((line, field, message),) = told(check(text))

    assert text != DECK
    assert (line, field) == expected[:2]
    assert message.startswith(expected[2])


def test_a_decoy_cannot_be_hidden(check):
    library = open_library()
    drill = library.drill("three-tier-two-zones")
    decoy = next(piece.id for piece in drill.pieces.values() if piece.decoy)
    text = DECK.replace("first-vpc", drill.id).replace("[igw, nat]", f"[{decoy}]")
    faults = told(check(text, drills=[drill.id], built={drill.id: drill}))

    assert (7, "notes.0.hidden.0", f"{decoy!r} is a decoy: it is not in the solved diagram") in faults


def test_tables_and_pictures_need_room(check):
    text = DECK.replace("kind: occluded", "kind: ordering").replace("    hidden: [igw, nat]\n", "")
    steps = "    steps:\n      - |\n        | a |\n        |---|\n      - b\n      - c\n"
    ((line, field, message),) = told(check(text.replace("    source", f"{steps}    source")))

    assert (line, field) == (10, "notes.0.steps.0")
    assert message.startswith("there is no room for a table here")


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.svg", SVG.format("<rect/>"), None),
        ("a.svg", SVG.format('<image href="http://a.org/b.png"/>'), "a.svg has '<image', which could load"),
        ("a.svg", SVG.format("<script>1</script>"), "a.svg has '<script', which could load"),
        ("a.svg", SVG.format('<rect style="fill: url(http://a.org)"/>'), "a.svg has 'url(', which could load"),
        ("a.svg", '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format(""), "a.svg has '<!', which could load"),
        ("a.svg", "<svg></svg>", "a.svg does not say how large it is"),
        ("a.svg", "text", "a.svg is no SVG picture"),
        ("a.svg", SVG.replace("10 10", "10 90000").format(""), "a.svg is 10 by 90000 px"),
        ("a.svg", " " * (MOST_BYTES + 1), "a.svg has 400,001 bytes"),
        ("a.png", "text", "a.png is no PNG picture"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 20, 10), None),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 9999, 10), "a.png is 9999 by 10 px"),
    ],
)
def test_a_picture_is_small_and_complete_in_itself(tmp_path, name, content, fault):
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    found = find_picture_fault(tmp_path / name)

    assert found is None if fault is None else found.startswith(fault)

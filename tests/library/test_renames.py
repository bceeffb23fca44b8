import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.examples import few
from trainer.library.fault import ContentError
from trainer.library.renames import Renames, check_renames

UIDS = {"new", "new#front", "other", "other#cloze-1", "drill:first-vpc", "skill:igw"}


@pytest.fixture
def check(tmp_path):
    """The renames of a file with this content."""

    def check_content(content, *, complete=True):
        path = tmp_path / "renames.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return check_renames(path, UIDS, complete=complete)

    return check_content


def faults_of(check, text):
    with pytest.raises(ContentError) as raised:
        check(text)
    return [(fault.line, fault.field, fault.message) for fault in raised.value.faults]


def test_chains_are_resolved(check):
    found = check(
        "renames: {a: b, b: new, 'drill:a': 'drill:first-vpc', 'skill:a': 'skill:igw'}\nretired: [c, new#reverse]"
    )

    assert found.renames == {"a": "new", "b": "new", "drill:a": "drill:first-vpc", "skill:a": "skill:igw"}
    assert found.retired == {"c", "new#reverse"}


def test_nothing_renamed_and_no_file_are_the_same(check, tmp_path):
    assert check("renames: {}\nretired: []") == check_renames(tmp_path / "none", UIDS, complete=True) == Renames()


FAULTS = {
    "no such target": ("a: nwe", "renames.a", "there is no note 'nwe'; did you mean 'new'?"),
    "no such drill": (
        "'drill:a': 'drill:first-vcp'",
        "renames.drill:a",
        "there is no drill 'drill:first-vcp'; did you mean 'drill:first-vpc'?",
    ),
    "source still there": ("other: new", "renames.other", "'other' still exists; only an id that is gone is renamed"),
    "renamed to itself": ("a: a", "renames.a", "this goes in a circle: a -> a"),
    "another kind": ("a: 'drill:first-vpc'", "renames.a", "a note becomes a note (found the drill 'drill:first-vpc')"),
    "a card": (
        "a#front: new#front",
        "renames.a#front",
        "a single card is not renamed: name its note, or list the card as retired",
    ),
    "a number": ("a: 1", "renames.a", "Input should be a valid string (found 1)"),
}


@pytest.mark.parametrize(("line", "field", "message"), FAULTS.values(), ids=FAULTS)
def test_a_faulty_rename_is_told_with_line_and_field(check, line, field, message):
    assert faults_of(check, f"retired: []\nrenames:\n  {line}\n") == [(3, field, message)]


def test_a_circle_is_told_for_each_of_its_ids(check):
    assert faults_of(check, "renames:\n  a: b\n  b: a\n") == [
        (2, "renames.a", "this goes in a circle: a -> b -> a"),
        (3, "renames.b", "this goes in a circle: b -> a -> b"),
    ]


def test_a_chain_that_leads_into_a_circle_is_followed_to_an_end(check):
    assert [field for _, field, _ in faults_of(check, "renames: {a: b, b: c, c: b}")] == ["renames.b", "renames.c"]


@pytest.mark.parametrize(
    ("uid", "message"),
    [
        ("new", "'new' still exists; only an id that is gone is retired"),
        ("other#cloze-1", "'other#cloze-1' still exists; only an id that is gone is retired"),
        ("old", "'old' is renamed too; an id is either renamed or retired"),
        ("gone", "'gone' is in the list already"),
    ],
)
def test_a_faulty_retirement_is_told_with_line_and_field(check, uid, message):
    text = f"renames: {{old: new}}\nretired:\n- gone\n- {uid}\n"

    assert faults_of(check, text) == [(4, "retired.1", message)]


@pytest.mark.parametrize(
    ("text", "field", "message"),
    [
        ("- a", "", "expected the fields `renames:` and `retired:`"),
        ("rename: {}", "rename", "there is no such field"),
        ("retired:", "retired", "Input should be a valid list (found None)"),
    ],
)
def test_a_wrong_form_is_told(check, text, field, message):
    assert faults_of(check, text) == [(1, field, message)]


def test_a_target_in_a_file_that_could_not_be_read_is_not_missed(check):
    assert check("renames: {a: elsewhere}", complete=False).renames == {"a": "elsewhere"}


YAML_LIKE = st.lists(st.sampled_from([*"ab:-?[]{},#'\n1", "renames: {", "retired: [", "new", "drill:a"]), max_size=30)


@few
@given(content=st.binary(max_size=200) | YAML_LIKE.map(" ".join).map(str.encode))
def test_any_bytes_end_in_renames_or_a_content_error(check, content):
    faults = None
    try:
        check(content)
    except ContentError as error:
        faults = error.faults

    assert faults is None or faults


@few
@given(renames=st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["a", "b", "c", "d", "e", "f", "new"])))
def test_what_is_accepted_leads_to_what_exists(check, renames):
    text = "renames: {" + ", ".join(f"{old}: {new}" for old, new in renames.items()) + "}"
    try:
        found = check(text)
    except ContentError:
        return

    assert set(found.renames) == set(renames)
    assert set(found.renames.values()) <= {"new"}

import json
import sys

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.examples import few
from trainer.library.checking import check_drill_file
from trainer.library.curriculum_checking import check_curriculum_file
from trainer.library.fault import ContentError
from trainer.library.yaml_file import read_yaml

FAULTY = {
    "no YAML": (b"a: [1\nb: 2", 2, "this is not YAML"),
    "a tab": (b"a:\n\t- 1", 2, "found character that cannot start any token"),
    "two documents": (b"a: 1\n---\nb: 2", 2, "expected a single document"),
    "empty": (b"# nothing\n", 1, "the file is empty"),
    "key twice": (b"a: 1\nb:\n  c: 1\n  c: 2\n", 4, "b.c: this key comes twice"),
    "key twice as text and number": (b'1: a\n"1": b\n', 2, "1: this key comes twice"),
    "no UTF-8": (b"a: \xff", 1, "the file cannot be read"),
    "a control character": (b"a: \x00", 1, "this is not YAML: unacceptable character"),
    "a list as key": (b"a: 1\n? [1]\n: 2", 2, "found unhashable key"),
    "an object": (b"a: !!python/object:os.system x", 1, "could not determine a constructor"),
    "an impossible day": (b"a: 1\nb: 2020-99-99", 2, "this value cannot be read (month must be in 1..12)"),
    "an impossible truth": (b"!!bool maybe", 1, "this value cannot be read"),
    "an endless number": (b"a: " + b"9" * 6000, 1, "this value cannot be read"),
    "a file that holds itself": (b"&a\n- 1\n- *a", 3, "write the value out: an alias (`*a`) is not read"),
    "many brackets": (b"[" * 200_000, 1, "the file nests too deeply to be read (more than 100 levels)"),
    "many dashes": (b"- " * 50_000, 1, "the file nests too deeply"),
    "many indents": (b"\n".join(b" " * depth + b"a:" for depth in range(2000)), 101, "the file nests too deeply"),
}


@pytest.fixture
def read(tmp_path):
    def read_bytes(content):
        path = tmp_path / "content.yaml"
        path.write_bytes(content)
        return read_yaml(path)

    return read_bytes


@pytest.mark.parametrize(("content", "line", "told"), FAULTY.values(), ids=FAULTY)
def test_a_file_that_cannot_be_used_is_told_with_its_line(read, content, line, told):
    with pytest.raises(ContentError) as raised:
        read(content)
    (fault,) = raised.value.faults

    assert fault.line == line
    assert told in str(fault)
    assert "\n" not in str(fault)


def test_every_key_that_comes_twice_is_told(read):
    with pytest.raises(ContentError) as raised:
        read(b"a: 1\na: 2\nb: 1\nb: 2\n")

    assert [fault.field for fault in raised.value.faults] == ["a", "b"]


def test_a_hundred_levels_are_read(read):
    assert read(b"[" * 100 + b"]" * 100).content


def test_every_field_has_its_line(read):
    file = read(b"a:\n  - b: 1\n    c: 2\n  - d\n")

    assert file.content == {"a": [{"b": 1, "c": 2}, "d"]}
    assert file.lines[("a", 0, "c")] == 3
    assert file.lines[("a", 1)] == 4


def test_a_fault_at_a_field_that_is_not_there_is_told_at_the_one_around_it(read):
    fault = read(b"a: 1\nb:\n  c: 1\n").fault(("b", "x", 3), "missing")

    assert (fault.line, fault.field) == (2, "b.x.3")


def test_a_file_that_is_not_there_is_a_content_error(tmp_path):
    with pytest.raises(ContentError, match="cannot be read"):
        read_yaml(tmp_path / "none.yaml")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(ContentError, match="cannot be read"):
        read_yaml(tmp_path)


YAML_LIKE = st.lists(
    st.sampled_from(
        [*"ab:-?&*!|>[]{},#'\"\n\t~1", "id", "rules", "pieces", "2020-13-01", "!!set", "!!int", "<<", "%YAML"]
    ),
    max_size=40,
).map(" ".join)


def ends_well(tmp_path, content, check):
    path = tmp_path / "any.yaml"
    path.write_bytes(content)
    faults = None
    try:
        check(path)
    except ContentError as error:
        faults = error.faults

    assert faults is None or (faults and all(fault.line >= 1 for fault in faults))


@few
@given(content=st.binary(max_size=200) | st.text(max_size=100).map(str.encode) | YAML_LIKE.map(str.encode))
def test_any_bytes_end_in_a_document_or_a_content_error(tmp_path, curriculum, content):
    ends_well(tmp_path, content, lambda path: check_drill_file(path, curriculum))
    ends_well(tmp_path, content, check_curriculum_file)


@few
@given(data=st.data())
def test_a_drill_file_with_a_damaged_line_ends_in_a_document_or_a_content_error(tmp_path, curriculum, drill_text, data):
    lines = drill_text.splitlines()
    number = data.draw(st.integers(0, len(lines) - 1))
    lines[number] = data.draw(
        st.sampled_from(
            [lines[number][:-1], lines[number] + "x", "", lines[number] + ": 1", "- 3", lines[number] + " [1]"]
        )
    )

    ends_well(tmp_path, "\n".join(lines).encode(), lambda path: check_drill_file(path, curriculum))


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=5)
    | st.sampled_from(["vpc", "igw", "different-zones"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "rule", "pieces", "kind", "a"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@few
@given(data=st.data())
def test_a_drill_with_anything_in_a_field_ends_in_a_document_or_a_content_error(tmp_path, curriculum, drill_text, data):
    document = yaml.safe_load(drill_text)
    for field in data.draw(st.lists(st.sampled_from(sorted(document)), max_size=3)):
        document[field] = data.draw(JSON)

    ends_well(tmp_path, json.dumps(document).encode(), lambda path: check_drill_file(path, curriculum))


def test_the_stack_of_the_process_is_never_at_stake(read):
    limit = sys.getrecursionlimit()
    with pytest.raises(ContentError):
        read(b"{a: " * 100_000)

    assert sys.getrecursionlimit() == limit

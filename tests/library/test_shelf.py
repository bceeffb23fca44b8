import json
import shutil

import pytest

from trainer.library import shelf
from trainer.library.compiling import compile_content
from trainer.library.fault import ContentError
from trainer.library.shelf import Library, UnknownDrillError, open_library
from trainer.paths import assets_dir, diagrams_dir


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A copy of the content, with a cache of its own."""
    shutil.copytree(diagrams_dir(), tmp_path / "diagrams")
    (tmp_path / "assets").mkdir()
    shutil.copy(assets_dir() / "curriculum.yaml", tmp_path / "assets")
    for module in ("trainer.library.shelf", "trainer.library.compiling"):
        monkeypatch.setattr(f"{module}.diagrams_dir", lambda: tmp_path / "diagrams")
        monkeypatch.setattr(f"{module}.assets_dir", lambda: tmp_path / "assets")
    monkeypatch.setattr(shelf, "compiled_content", lambda: tmp_path / "build" / "content.json")
    monkeypatch.setattr(shelf, "is_installed", lambda: False)
    return tmp_path


def refuse(*_args, **_kwargs):
    raise AssertionError("the content was compiled again")


def test_the_cache_equals_a_fresh_reading(checkout):
    fresh = open_library()
    kept = open_library()

    assert (checkout / "build" / "content.json").is_file()
    assert kept.drill_ids() == fresh.drill_ids()
    assert kept.summaries == fresh.summaries
    assert kept.curriculum == fresh.curriculum
    assert shelf_of(kept) == shelf_of(fresh) == shelf_of(Library(compile_content()))


def shelf_of(library):
    """The drills with topologies as plain mappings, since those compare by identity."""
    drills = [library.drill(drill_id) for drill_id in library.drill_ids()]
    fields = ("title", "brief", "pieces", "rules", "solution", "links", "fixtures", "alternatives", "shows", "modes")
    return [(dict(drill.topology), [getattr(drill, field) for field in fields]) for drill in drills]


def test_a_cache_that_fits_is_used(checkout, monkeypatch):
    open_library()
    monkeypatch.setattr("trainer.library.compiling.compile_content", refuse)

    assert "first-vpc" in open_library().drill_ids()


def test_a_changed_file_is_read_again(checkout):
    open_library()
    path = checkout / "diagrams" / "networking" / "first-vpc.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Your first VPC", "My very first VPC"), encoding="utf-8")

    assert open_library().drill("first-vpc").title == "My very first VPC"


def test_a_removed_file_is_gone(checkout):
    open_library()
    (checkout / "diagrams" / "networking" / "first-vpc.yaml").unlink()

    assert "first-vpc" not in open_library().drill_ids()


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff", b'{"signature": []}'])
def test_a_damaged_cache_is_made_again(checkout, damage):
    open_library()
    cache = checkout / "build" / "content.json"
    cache.write_bytes(damage)

    assert "first-vpc" in open_library().drill_ids()
    assert json.loads(cache.read_bytes())["drills"]


def test_a_cache_that_cannot_be_written_is_done_without(checkout):
    (checkout / "build").write_text("in the way", encoding="utf-8")

    assert "first-vpc" in open_library().drill_ids()


def test_a_faulty_drill_is_left_out_and_told(checkout):
    (checkout / "diagrams" / "networking" / "first-vpc.yaml").write_text("id: first-vpc\n", encoding="utf-8")
    library = open_library()

    assert "three-tier-two-zones" in library.drill_ids()
    assert "first-vpc" not in library.drill_ids()
    assert any("first-vpc.yaml:1: title: this field is missing" in fault for fault in library.faults)


def test_a_strict_reading_refuses_faulty_drills_with_the_faults_of_all_files(checkout):
    for path in (checkout / "diagrams").rglob("*.yaml"):
        path.write_text("{}", encoding="utf-8")

    with pytest.raises(ContentError) as raised:
        compile_content()

    assert len({fault.file for fault in raised.value.faults}) == len([*(checkout / "diagrams").rglob("*.yaml")])


def test_two_files_cannot_have_one_drill(checkout):
    (checkout / "diagrams" / "other").mkdir()
    shutil.copy(checkout / "diagrams" / "networking" / "first-vpc.yaml", checkout / "diagrams" / "other")

    with pytest.raises(ContentError, match="another file has the drill 'first-vpc' already"):
        compile_content()


@pytest.mark.parametrize(("asked", "nearest"), [("first-vcp", "first-vpc"), ("three-tier-two", "three-tier-two-zones")])
def test_an_unknown_drill_suggests_the_nearest(checkout, asked, nearest):
    with pytest.raises(UnknownDrillError, match=f"there is no drill '{asked}'; did you mean '{nearest}'"):
        open_library().drill(asked)


def test_an_unknown_drill_like_no_other_points_to_the_list(checkout):
    with pytest.raises(UnknownDrillError, match="`trainer drill list` names them all"):
        open_library().drill("zzz")


def test_a_drill_is_built_once(checkout):
    library = open_library()

    assert library.drill("first-vpc") is library.drill("first-vpc")


def test_the_easiest_drills_come_first(checkout):
    difficulties = [summary.difficulty for summary in open_library().summaries]

    assert difficulties == sorted(difficulties)

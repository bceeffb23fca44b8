"""The locks say what pyproject asks for, with hashes, and nothing about where packages come from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
GROUPS = {"run": "build", "test": "test", "dev": "dev", "packaging": "packaging"}


def text_of(name):
    return (ROOT / "packaging" / "locks" / f"{name}.txt").read_text(encoding="utf-8")


def entries_of(name):
    joined = re.sub(r"\\\n", " ", text_of(name))
    return [line for line in joined.splitlines() if line.strip() and not line.startswith("#")]


def pins_of(name):
    pins = {}
    for entry in entries_of(name):
        requirement = Requirement(entry.split(" --hash=")[0])
        (pin,) = requirement.specifier
        pins[(canonicalize_name(requirement.name), str(requirement.marker or ""))] = pin.version
    return pins


def group_of(pyproject, group):
    for entry in pyproject["dependency-groups"][group]:
        if isinstance(entry, dict):
            yield from group_of(pyproject, entry["include-group"])
        else:
            yield entry


def asked_by(name):
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [Requirement(text) for text in [*pyproject["project"]["dependencies"], *group_of(pyproject, GROUPS[name])]]


@pytest.mark.parametrize("name", GROUPS)
def test_every_dependency_is_pinned_at_a_version_that_pyproject_admits(name):
    versions = {package: Version(version) for (package, _), version in pins_of(name).items()}

    for requirement in asked_by(name):
        version = versions.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement.name} is not in the lock {name}: run `make lock`"
        assert version in requirement.specifier, f"{requirement} against {version} in {name}: run `make lock`"


@pytest.mark.parametrize("name", GROUPS)
def test_every_pin_is_exact_and_has_hashes(name):
    for entry in entries_of(name):
        pin, *hashes = entry.split(" --hash=")

        assert re.match(r"[\w.-]+==[\w.]+( ;|\s*$)", pin), entry
        assert hashes, f"{pin} has no hash"
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}\s*", text) for text in hashes), entry


@pytest.mark.parametrize("name", GROUPS)
def test_no_place_is_named(name):
    text = text_of(name).replace("--hash=", "")

    assert "://" not in text
    assert not re.search(r"(^|\s)-", text), "an option of pip"
    assert not re.search(r"(^|\s)[/~]|[A-Za-z]:\\", text), "a path"
    assert not re.search(r"\b[\w-]+\.(org|com|net|io|dev|cloud|internal)\b", text), "a host"


@pytest.mark.parametrize(
    ("narrow", "wide"), [("run", "test"), ("run", "packaging"), ("test", "dev"), ("packaging", "dev")]
)
def test_the_wider_lock_has_all_of_the_narrower_at_the_same_versions(narrow, wide):
    names_and_versions = {(name, version) for (name, _), version in pins_of(narrow).items()}

    assert names_and_versions <= {(name, version) for (name, _), version in pins_of(wide).items()}


def test_every_build_requirement_is_in_the_run_lock():
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    versions = {package: Version(version) for (package, _), version in pins_of("run").items()}

    for requirement in map(Requirement, pyproject["build-system"]["requires"]):
        assert versions[canonicalize_name(requirement.name)] in requirement.specifier

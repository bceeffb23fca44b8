"""Each family of Linux gets its own package names and one command that a person can type."""

import subprocess
import sys

import pytest
from machine import system_packages
from machine.failures import SetupError
from machine.system_packages import ARCH, DEBIAN, MANAGERS, one_command, packages_for, steps_of

BY_NAME = {manager.program: manager for manager in MANAGERS}
VERSION = "{}.{}".format(*sys.version_info[:2])


@pytest.mark.parametrize(
    ("program", "package"),
    [
        ("apt-get", "libegl1"),
        ("dnf", "libEGL.so.1()(64bit)"),
        ("pacman", "libglvnd"),
        ("zypper", "libEGL.so.1()(64bit)"),
        ("apk", "so:libEGL.so.1"),
    ],
)
def test_a_library_is_asked_for_in_the_words_of_its_family(program, package):
    assert packages_for(BY_NAME[program], ["libEGL.so.1"], lacks_pip=False) == [package]


@pytest.mark.parametrize(
    ("program", "package"),
    [("apt-get", f"python{VERSION}-venv"), ("dnf", "python3-pip"), ("zypper", f"python{VERSION.replace('.', '')}-pip")],
)
def test_a_python_without_pip_gets_its_familys_package(program, package):
    assert packages_for(BY_NAME[program], [], lacks_pip=True) == [package]


def test_libraries_of_one_package_name_it_once():
    assert packages_for(BY_NAME["apt-get"], ["libglib-2.0.so.0", "libgthread-2.0.so.0"], lacks_pip=False) == [
        "libglib2.0-0"
    ]


def test_a_library_nobody_knows_is_named():
    with pytest.raises(SetupError, match=r"libunheard\.so\.9"):
        packages_for(BY_NAME["apt-get"], ["libunheard.so.9"], lacks_pip=False)


def test_both_tables_know_the_same_libraries():
    assert DEBIAN.keys() == ARCH.keys()


def test_debian_fetches_its_lists_before_it_installs():
    assert steps_of(BY_NAME["apt-get"], ["libgl1"]) == [
        ["apt-get", "update"],
        ["apt-get", "install", "-y", "--no-install-recommends", "libgl1"],
    ]


def test_the_one_command_is_one_line_with_sudo():
    steps = steps_of(BY_NAME["apt-get"], ["libgl1"])

    assert one_command(steps, has_sudo=True) == (
        "sudo sh -c 'apt-get update; apt-get install -y --no-install-recommends libgl1'"
    )


def test_the_one_command_is_one_line_without_sudo():
    assert one_command([["dnf", "install", "-y", "x"]], has_sudo=False) == "su -c 'dnf install -y x'"


def test_brackets_in_a_package_name_are_quoted():
    steps = steps_of(BY_NAME["dnf"], packages_for(BY_NAME["dnf"], ["libGL.so.1"], lacks_pip=False))

    assert one_command(steps, has_sudo=True) == "sudo dnf install -y 'libGL.so.1()(64bit)'"


def test_without_rights_nothing_is_run_and_the_command_is_told(monkeypatch):
    monkeypatch.setattr(system_packages, "find_manager", lambda: BY_NAME["apt-get"])
    monkeypatch.setattr(system_packages, "right_to_install", lambda: None)
    monkeypatch.setattr(system_packages, "_finish", lambda _: pytest.fail("nothing may be run"))

    with pytest.raises(SetupError, match="apt-get install -y --no-install-recommends libgl1"):
        system_packages.install_on_system(["libGL.so.1"], lacks_pip=False)


def test_a_failed_installation_is_told_with_its_cause_and_the_command(monkeypatch):
    done = subprocess.CompletedProcess([], 100, "Reading lists\nE: Unable to locate package libgl1\n")
    monkeypatch.setattr(system_packages, "find_manager", lambda: BY_NAME["apt-get"])
    monkeypatch.setattr(system_packages, "right_to_install", list)
    monkeypatch.setattr(system_packages, "_finish", lambda _: done)

    with pytest.raises(SetupError, match=r"Unable to locate package libgl1(.|\n)*apt-get install"):
        system_packages.install_on_system(["libGL.so.1"], lacks_pip=False)


def test_a_system_without_a_known_package_manager_is_told_what_is_missing(monkeypatch):
    monkeypatch.setattr(system_packages, "find_manager", lambda: None)

    with pytest.raises(SetupError, match=r"libGL\.so\.1, Python's ensurepip"):
        system_packages.install_on_system(["libGL.so.1"], lacks_pip=True)

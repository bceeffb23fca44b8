"""What Qt asks of the system is read from its files, and every name of it has a package."""

import sys
import sysconfig
from pathlib import Path

import pytest
from machine.elf import needed_libraries
from machine.qt_libraries import asked_of_system, expected_of_system, missing_of
from machine.system_packages import DEBIAN

PART_OF_GLIBC = (
    "ld-linux",
    "libc.so",
    "libm.so",
    "libdl.so",
    "librt.so",
    "libpthread.so",
    "libresolv.so",
    "libutil.so",
)
SITE_PACKAGES = Path(sysconfig.get_path("platlib"))

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has Qt's libraries apart")


@on_linux
def test_the_needs_of_an_elf_file_are_read():
    needed = needed_libraries(SITE_PACKAGES / "PySide6" / "Qt" / "plugins" / "platforms" / "libqxcb.so")

    assert "libxcb-cursor.so.0" in needed
    assert "libQt6XcbQpa.so.6" in needed


@pytest.mark.parametrize("content", [b"", b"\x7fELF\x02\x01", b"\x7fELF\x02\x01" + b"\xff" * 100, b"MZ", b"\0" * 64])
def test_a_file_that_is_no_elf_needs_nothing(tmp_path, content):
    file = tmp_path / "some.so"
    file.write_bytes(content)

    assert needed_libraries(file) == []


@on_linux
def test_every_library_that_qt_asks_for_has_a_package():
    asked = {name for name in asked_of_system(SITE_PACKAGES) if not name.startswith(PART_OF_GLIBC)}

    assert "libGL.so.1" in asked
    assert asked <= DEBIAN.keys()


@on_linux
def test_no_package_is_asked_for_without_need():
    assert set(expected_of_system()) <= set(asked_of_system(SITE_PACKAGES))


@on_linux
def test_a_library_that_is_not_there_is_missing():
    assert missing_of(["libc.so.6", "libunheard.so.9"]) == ["libunheard.so.9"]

"""Where there is no screen the demo runs in the window's place."""

import pytest
from machine import screen


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_only_linux_asks_for_a_display(platform, environment, expected):
    assert screen.has_screen(platform, environment) is expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ["demo"]),
        (["--out", "pictures"], ["demo", "--out", "pictures"]),
        (["--data-dir", "x"], ["--data-dir", "x", "demo"]),
        (["--data-dir", "x", "--out=y"], ["--data-dir", "x", "demo", "--out=y"]),
        (["drill", "list"], ["drill", "list"]),
        (["demo"], ["demo"]),
        (["--help"], ["--help"]),
        (["--version"], ["--version"]),
    ],
)
def test_without_a_screen_only_the_window_is_replaced(arguments, expected):
    assert screen.arguments_for(arguments, screen=False) == expected


def test_with_a_screen_arguments_are_passed_on_as_they_are():
    assert screen.arguments_for(["--data-dir", "x"], screen=True) == ["--data-dir", "x"]

"""Tells whether a window can be shown, and what `run` starts where it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NO_SCREEN = (
    "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): "
    "the demo runs instead and leaves its pictures in a folder."
)

_ANSWERS = ("-h", "--help", "--version")


def has_screen(platform: str, environment: Mapping[str, str]) -> bool:
    """Tell whether a window may be shown; on Linux a display has to be named in the environment.

    Args:
        platform: as in `sys.platform`.
        environment: as in `os.environ`.
    """
    if not platform.startswith("linux"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def opens_window(arguments: Sequence[str]) -> bool:
    """Tell whether the program would open its window, rather than run a command such as `drill list`."""
    return not arguments or (arguments[0].startswith("-") and arguments[0] not in _ANSWERS)


def arguments_for(arguments: Sequence[str], *, screen: bool) -> list[str]:
    """Return what the program is started with: the demo in the window's place where there is no screen.

    `--out` belongs to the demo and follows it; options before it belong to the program.
    """
    if screen or not opens_window(arguments):
        return [*arguments]
    own = next((place for place, word in enumerate(arguments) if word.startswith("--out")), len(arguments))
    return [*arguments[:own], "demo", *arguments[own:]]

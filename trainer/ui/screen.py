"""Whether there is a screen to open a window on."""

import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

_CONNECT_SECONDS = 2.0


def missing_screen(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str | None:
    """Why no window can be opened, or None when one can.

    Qt ends the process when it cannot connect to a display, so this is found out before Qt is asked. Only
    Linux can lack a screen; with `QT_QPA_PLATFORM` set the user has chosen.
    """
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return None
    display, wayland = environment.get("DISPLAY", ""), environment.get("WAYLAND_DISPLAY", "")
    if not display and not wayland:
        return "there is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    if wayland and _answers(str(Path(environment.get("XDG_RUNTIME_DIR", "/")) / wayland)):
        return None
    if display and _display_answers(display):
        return None
    return f"the screen {display or wayland!r} does not answer"


def _display_answers(display: str) -> bool:
    """Whether an X server takes connections: `:0`, `:0.0` by socket file, `host:0` by TCP."""
    host, _, number = display.rpartition(":")
    number = number.partition(".")[0]
    if not number.isdigit():
        return False
    if host in ("", "unix"):
        file = f"/tmp/.X11-unix/X{number}"  # noqa: S108  # where X servers put it
        return _answers(file) or _answers("\0" + file)
    try:
        with socket.create_connection((host, 6000 + int(number)), _CONNECT_SECONDS):
            return True
    except OSError:
        return False


def _answers(file: str) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(_CONNECT_SECONDS)
        try:
            probe.connect(file)
        except OSError:
            return False
    return True

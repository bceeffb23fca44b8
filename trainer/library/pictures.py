"""Pictures that lie beside the decks: SVG or PNG files, small, complete in themselves, and loading nothing."""

import re
import struct
from pathlib import Path

from trainer.paths import assets_dir

MOST_BYTES = 400_000
MOST_PX = 4_000

_PNG = b"\x89PNG\r\n\x1a\n"
_LOADS = re.compile(
    rb"<!(?!--)|<\?xml-stylesheet|<(?:\w{1,20}:)?(?:script|image|foreignObject|use|style|a)\b|@import|url\((?!#)"
)
"""What could load something from elsewhere, run, or grow without end: entities, scripts, pictures within pictures."""

_ROOT_WITHIN = 4_000
"""Bytes at the beginning of a file within which its root stands."""

_SIZE = re.compile(rb"<svg\b[^>]*\bviewBox\s*=\s*['\"]\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)")


def find_picture_fault(file: Path) -> str | None:
    """What keeps a file from being shown on a card, in a sentence; None when nothing does."""
    try:
        size = file.stat().st_size
        if size > MOST_BYTES:
            return f"{file.name} has {size:,} bytes, more than a card should carry ({MOST_BYTES:,})"
        content = file.read_bytes()
    except OSError:
        return f"there is no picture {file.name!r} beside the decks, in {file.parent.name}/"
    return _png_fault(file.name, content) if file.suffix == ".png" else _svg_fault(file.name, content)


def read_picture(name: str) -> bytes | None:
    """A picture by its file's name; None when it is not there or is none that may be shown."""
    file = assets_dir() / "decks" / name
    return None if find_picture_fault(file) else file.read_bytes()


def _png_fault(name: str, content: bytes) -> str | None:
    if not content.startswith(_PNG) or len(content) < 24:  # noqa: PLR2004  # signature, length, type, two numbers
        return f"{name} is no PNG picture"
    width, height = struct.unpack(">II", content[16:24])
    return _size_fault(name, width, height)


def _svg_fault(name: str, content: bytes) -> str | None:
    if b"<svg" not in content:
        return f"{name} is no SVG picture"
    if found := _LOADS.search(content):
        shown = found[0].decode(errors="replace")
        return f"{name} has {shown!r}, which could load or run something; draw with shapes and texts only"
    size = _SIZE.search(content[:_ROOT_WITHIN])
    if size is None:
        return f"{name} does not say how large it is; its root needs a `viewBox`"
    return _size_fault(name, float(size[1]), float(size[2]))


def _size_fault(name: str, width: float, height: float) -> str | None:
    if 0 < width <= MOST_PX and 0 < height <= MOST_PX:
        return None
    return f"{name} is {width:g} by {height:g} px; each side has to be between 1 and {MOST_PX:,}"

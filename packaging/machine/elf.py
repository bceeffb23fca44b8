"""Reads which shared libraries an ELF file asks for, without tools that a bare machine lacks."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MAGIC_64_BIT_LITTLE_ENDIAN = b"\x7fELF\x02\x01"
_LOADED = 1  # PT_LOAD
_DYNAMIC = 2  # PT_DYNAMIC
_END, _NEEDED, _STRINGS = 0, 1, 5  # DT_NULL, DT_NEEDED, DT_STRTAB


class _Segment(NamedTuple):
    kind: int
    offset: int
    address: int
    size: int


def needed_libraries(file: Path) -> list[str]:
    """Return the names in the NEEDED entries of `file`, in its order.

    Layout as in the System V ABI, chapter "Program Loading and Dynamic Linking".

    Args:
        file: a 64-bit little-endian ELF file; any other file needs nothing as far as this program knows.
    """
    data = file.read_bytes()
    if not data.startswith(_MAGIC_64_BIT_LITTLE_ENDIAN):
        return []
    try:
        segments = list(_segments(data))
        entries = [entry for segment in segments if segment.kind == _DYNAMIC for entry in _dynamic(data, segment)]
        strings = next(_offset(segments, value) for tag, value in entries if tag == _STRINGS)
        return [_text(data, strings + value) for tag, value in entries if tag == _NEEDED]
    except (struct.error, StopIteration, ValueError, OverflowError):
        return []


def _segments(data: bytes) -> Iterator[_Segment]:
    (table,) = struct.unpack_from("<Q", data, 32)
    size, count = struct.unpack_from("<HH", data, 54)
    for index in range(count):
        kind, _flags, offset, address, _physical, length = struct.unpack_from("<IIQQQQ", data, table + index * size)
        yield _Segment(kind, offset, address, length)


def _dynamic(data: bytes, segment: _Segment) -> Iterator[tuple[int, int]]:
    for position in range(segment.offset, segment.offset + segment.size, 16):
        tag, value = struct.unpack_from("<qQ", data, position)
        if tag == _END:
            return
        yield tag, value


def _offset(segments: list[_Segment], address: int) -> int:
    """Return where in the file the byte at `address` lies."""
    for segment in segments:
        if segment.kind == _LOADED and segment.address <= address < segment.address + segment.size:
            return segment.offset + address - segment.address
    raise ValueError(address)


def _text(data: bytes, start: int) -> str:
    return data[start : data.index(b"\0", start)].decode("utf-8", "replace")

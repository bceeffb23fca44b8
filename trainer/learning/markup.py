"""The light markup of cards: `**strong**`, `` `code` ``, paragraphs, and lists whose lines begin with `- `."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_STRONG = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_CODE = re.compile(r"`([^`]+)`")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style."""

    text: str
    strong: bool = False
    code: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or one point of a list."""

    runs: tuple[Run, ...]
    is_point: bool = False


def parse_markup(text: str) -> tuple[Block, ...]:
    """The paragraphs and points of a text; any text is valid, and marks without a partner stand for themselves."""
    blocks: list[Block] = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        lines: list[str] = []
        for line in paragraph.splitlines():
            if line.lstrip().startswith("- "):
                lines.append(line.lstrip())
            elif lines:
                lines[-1] += f" {line.strip()}"
            else:
                lines.append(line.strip())
        for line in lines:
            is_point = line.startswith("- ")
            blocks.append(Block(tuple(_runs(line.removeprefix("- ") if is_point else line)), is_point))
    return tuple(blocks)


def plain_text(text: str) -> str:
    """A text without its marks, on one line: for screen readers, lists and tables."""
    blocks = parse_markup(text)
    return " ".join("".join(run.text for run in block.runs) for block in blocks)


def _runs(text: str) -> Iterator[Run]:
    for part, strong in _split(_STRONG, _SPACES.sub(" ", text)):
        for piece, code in _split(_CODE, part):
            yield Run(piece, strong, code)


def _split(marks: re.Pattern[str], text: str) -> Iterator[tuple[str, bool]]:
    """The parts of a text, and whether they stood between marks."""
    at = 0
    for found in marks.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], False
        yield found[1], True
        at = found.end()
    if at < len(text):
        yield text[at:], False

"""The light markup of cards: a part of Markdown, read line by line in one pass.

`**strong**`, `` `code` ``, `[words](drill:first-vpc)` for a link to a drill; paragraphs, lists whose lines begin with
`- `, fenced code, tables with a line of dashes under their head, and pictures, `![what it shows](drill:first-vpc)`,
each on a line of its own. Everything else stands for itself, HTML and addresses too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

LONGEST = 20_000
"""Characters of a text that are read; no card is so long, and a hostile one would keep the window busy."""

MOST_COLUMNS, MOST_ROWS = 8, 40
"""What is larger is no table to learn from, and stays text."""

FENCE = "```"

_STRONG = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_CODE = re.compile(r"`([^`]+)`")
_LINK = re.compile(r"\[([^\[\]]{1,200})\]\((drill:[a-z0-9-]{1,60})\)")
_PICTURE = re.compile(r"!\[([^\[\]]{0,400})\]\(([^()\s]{1,200})\)")
_PIPE = re.compile(r"(?<!\\)\|")
_DASHES = re.compile(r":?-+:?")
_SPACES = re.compile(r"\s+")


class BlockKind(StrEnum):
    """What a block is, beside a paragraph or a point of a list."""

    TEXT = "text"
    CODE = "code"
    TABLE = "table"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style; `target` is where a link leads, as `drill:first-vpc`."""

    text: str
    strong: bool = False
    code: bool = False
    target: str = ""


Cell = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, one point of a list, code, a table or a picture.

    Attributes:
        runs: what it says; of a table in words, row by row, of a picture what it shows.
        rows: of a table, its head first; all are equally long.
        target: of a picture, see `picture.parse_target`.
    """

    runs: tuple[Run, ...]
    is_point: bool = False
    kind: BlockKind = BlockKind.TEXT
    rows: tuple[tuple[Cell, ...], ...] = ()
    target: str = ""

    @property
    def text(self) -> str:
        """What it says, without marks."""
        return "".join(run.text for run in self.runs)


def parse_markup(text: str) -> tuple[Block, ...]:
    """The blocks of a text; any text is valid, and marks without a partner stand for themselves."""
    return tuple(_blocks(text[:LONGEST].strip().splitlines()))


def plain_text(text: str) -> str:
    """A text without its marks, on one line: for screen readers, lists and tables."""
    return " ".join(_SPACES.sub(" ", block.text) for block in parse_markup(text))


def plain_lines(text: str) -> Iterator[str]:
    """A text without its marks, a line for each paragraph, point, row and line of code: for the terminal."""
    for block in parse_markup(text):
        if block.kind is BlockKind.CODE:
            yield from (f"    {line}" for line in block.text.splitlines())
        elif block.kind is BlockKind.TABLE:
            yield from _drawn(block.rows)
        elif block.kind is BlockKind.PICTURE:
            yield f"[{block.text}]"
        else:
            yield f"{'* ' if block.is_point else ''}{block.text}"


def links_of(text: str) -> tuple[str, ...]:
    """The ids of the drills that a text's links lead to, each once, in their order."""
    found = (run for block in parse_markup(text) for run in _all_runs(block) if run.target)
    return tuple(dict.fromkeys(run.target.removeprefix("drill:") for run in found))


def _all_runs(block: Block) -> Iterator[Run]:
    if block.rows:
        yield from (run for row in block.rows for cell in row for run in cell)
    else:
        yield from block.runs


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    at = 0
    open_lines: list[str] = []
    while at < len(lines):
        line = lines[at].strip()
        special, following = _special(lines, at, line)
        if special or not line:
            yield from _paragraph(open_lines)
            open_lines = []
        if special:
            yield special
        elif line:
            _add(open_lines, line)
        at = following
    yield from _paragraph(open_lines)


def _special(lines: Sequence[str], at: int, line: str) -> tuple[Block | None, int]:
    """Code, a table or a picture that begins at a line, and the number of the line after it."""
    if line.startswith(FENCE):
        return _code(lines, at + 1)
    if found := _PICTURE.fullmatch(line):
        return Block((Run(found[1].strip()),), kind=BlockKind.PICTURE, target=found[2]), at + 1
    if line.startswith("|") and at + 1 < len(lines) and _is_rule(lines[at + 1], len(_cells(line))):
        end = at + 2
        while end < len(lines) and lines[end].strip().startswith("|"):
            end += 1
        rows = [line, *lines[at + 2 : end]]
        if len(rows) <= MOST_ROWS and len(_cells(line)) <= MOST_COLUMNS:
            return _table(rows), end
    return None, at + 1


def _code(lines: Sequence[str], start: int) -> tuple[Block, int]:
    end = next((at for at in range(start, len(lines)) if lines[at].strip() == FENCE), len(lines))
    return Block((Run("\n".join(lines[start:end]), code=True),), kind=BlockKind.CODE), end + 1


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in _PIPE.split(line.strip().removeprefix("|").removesuffix("|"))]


def _is_rule(line: str, columns: int) -> bool:
    """Whether a line of dashes stands under the head of a table."""
    cells = _cells(line) if line.strip().startswith("|") else []
    return len(cells) == columns and all(_DASHES.fullmatch(cell) for cell in cells)


def _table(lines: Sequence[str]) -> Block:
    head, *rows = (_cells(line) for line in lines)
    filled = [head, *([*row, *[""] * len(head)][: len(head)] for row in rows)]
    parsed = tuple(tuple(tuple(_runs(cell)) for cell in row) for row in filled)
    return Block((Run(_spoken(parsed)),), kind=BlockKind.TABLE, rows=parsed)


def _spoken(rows: Sequence[Sequence[Cell]]) -> str:
    """A table in words: each row by its first cell, then what the head calls each other one."""
    head, *others = ([_said(cell) for cell in row] for row in rows)
    told: list[str] = []
    for first, *cells in others:
        named = (f"{name} {cell}".strip() for name, cell in zip(head[1:], cells, strict=True) if cell)
        told.append(f"{first}: {', '.join(named)}")
    return "; ".join(told) if told else ", ".join(head)


def _drawn(rows: Sequence[Sequence[Cell]]) -> Iterator[str]:
    """A table in lines, its columns aligned, with a line under its head."""
    said = [[_said(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in said) for column in range(len(said[0]))]
    for number, row in enumerate(said):
        yield " | ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        if number == 0:
            yield "-+-".join("-" * width for width in widths)


def _said(cell: Cell) -> str:
    return "".join(run.text for run in cell)


def _add(lines: list[str], line: str) -> None:
    """Adds a line to a paragraph: points stand for themselves, all else goes on with what stands before."""
    if lines and not line.startswith("- "):
        lines[-1] += f" {line}"
    else:
        lines.append(line)


def _paragraph(lines: Sequence[str]) -> Iterator[Block]:
    for line in lines:
        is_point = line.startswith("- ")
        yield Block(tuple(_runs(line.removeprefix("- ") if is_point else line)), is_point)


def _runs(text: str) -> Iterator[Run]:
    for part, strong in _split(_STRONG, _SPACES.sub(" ", text)):
        for piece, code in _split(_CODE, part):
            yield from [Run(piece, strong, code=True)] if code else _linked(piece, strong=strong)


def _linked(text: str, *, strong: bool) -> Iterator[Run]:
    at = 0
    for found in _LINK.finditer(text):
        if found.start() > at:
            yield Run(text[at : found.start()], strong)
        yield Run(found[1], strong, target=found[2])
        at = found.end()
    if at < len(text):
        yield Run(text[at:], strong)


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

"""Tolerant comparison of what somebody typed with the answer of a card: what counts is what was known.

Case, spaces, punctuation at the ends, forms of numbers and spellings of units make no difference; a slip of the
finger in a long word makes little.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from trainer.learning.markup import plain_text

_SLIP_FROM = 5
"""Letters from which a word may hold a slip; shorter ones are too near to others."""

_ENDS = " \t\n.,;:!?…\"'`()[]"
_BETWEEN = " ,;:"
_PREFIX = re.compile(r"/([0-9]{1,3})")
_ARTICLE = re.compile(r"(?:a|an|the) (?=\S)")
_THOUSANDS = re.compile(r"(?<![\w.,])([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+)(?![0-9]|,[0-9]| [0-9])")
_DECIMAL_COMMA = re.compile(r"(?<![\w.,])([0-9]+),([0-9]{1,2})(?![\w,]|\.[0-9])")
_QUANTITY = re.compile(
    r"(?P<number>[0-9]{1,30}(?:\.[0-9]{1,30})?|\.[0-9]{1,30})(?P<gap>[ -]?)"
    r"(?P<unit>%|per ?cent|[a-z]+(?:/s)?)?(?![\w./])"
)
_WORDS = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_RATE = re.compile(r"(?<=[0-9 -][KMGTkmgt])(?:B/s|Bps)(?!\w)|(?<=[0-9 -][KMGTkmgt]i)(?:B/s|Bps)(?!\w)")
_ANY_RATE = re.compile(r"(?<=[0-9 -][kmgt])b/s(?!\w)|(?<=[0-9 -][kmgt]i)b/s(?!\w)")

_UP_TO_TWELVE = "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_NUMBERS = {word: str(number) for number, word in enumerate(_UP_TO_TWELVE.split("|"))}
_NUMBER_WORD = re.compile(rf"(?<![\w-])(?:{_UP_TO_TWELVE})(?![\w])")

_SECONDS = {"ms": Fraction(1, 1000), "s": 1, "min": 60, "h": 3600, "d": 86400, "week": 7 * 86400}
"""Units that are told apart by nothing but their size; months and years have none."""


def _spellings() -> Iterator[tuple[str, str]]:
    """How units are written, lower case, each with the one way in which it is compared."""
    listed = {
        "ms": "ms msec msecs millisecond milliseconds",
        "s": "s sec secs second seconds",
        "min": "min mins minute minutes",
        "h": "h hr hrs hour hours",
        "d": "d day days",
        "week": "wk wks week weeks",
        "month": "mo month months",
        "year": "y yr yrs year years",
        "%": "% percent",
        "b": "b byte bytes",
        "bit": "bit bits",
    }
    for unit, names in listed.items():
        yield from ((name, unit) for name in names.split(" "))
    yield "per cent", "%"
    for letter, (decimal, binary) in {
        "k": ("kilo", "kibi"),
        "m": ("mega", "mebi"),
        "g": ("giga", "gibi"),
        "t": ("tera", "tebi"),
        "p": ("peta", "pebi"),
    }.items():
        for short, long in ((letter, decimal), (f"{letter}i", binary)):
            yield from ((name, f"{short}b") for name in (f"{short}b", f"{long}byte", f"{long}bytes"))
            yield from ((name, f"{short}bit") for name in (f"{short}bit", f"{long}bit", f"{long}bits"))
            yield from ((name, f"{short}bps") for name in (f"{short}bps", f"{short}b/s", f"{short}bit/s"))
            yield f"{short}byte/s", f"{short}byte/s"


_UNITS = dict(_spellings())


class Verdict(StrEnum):
    """How near a typed answer is.

    `NEARLY` is right but for a slip; `OUTDATED` was right once.
    """

    RIGHT = "right"
    NEARLY = "nearly"
    OUTDATED = "outdated"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Outdated:
    """An answer of former days, and what became of it."""

    value: str
    note: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found.

    Attributes:
        meant: the spelling that was meant: the answer, one of its synonyms or what is outdated; empty where wrong.
        note: of what is outdated; else empty.
    """

    verdict: Verdict
    meant: str = ""
    note: str = ""

    @property
    def passed(self) -> bool:
        """Whether it was known."""
        return self.verdict in (Verdict.RIGHT, Verdict.NEARLY)


def judge_typed(typed: str, answer: str, accept: Sequence[str] = (), outdated: Sequence[Outdated] = ()) -> Judgement:
    """Compares what was typed with an answer.

    Args:
        typed: anything.
        answer: in the markup of cards, as are all others.
        accept: what is as right as the answer.
        outdated: what was right once; a slip in it is forgiven too.
    """
    given = [*_readings(typed), *_readings(_without_article(typed))]
    rights = [answer, *accept]
    if any(_PREFIX.fullmatch(plain_text(right).strip()) for right in rights):
        given += _readings("/" + typed.strip(_ENDS).removeprefix("/"))
    given = [reading for reading in given if reading]
    for same, verdict in ((_equal, Verdict.RIGHT), (_slipped, Verdict.NEARLY)):
        for right in rights:
            if same(given, right):
                return Judgement(verdict, right)
        for old in outdated:
            if same(given, old.value):
                return Judgement(Verdict.OUTDATED, old.value, old.note)
    return Judgement(Verdict.WRONG)


def same_typed(one: str, other: str) -> bool:
    """Whether two answers cannot be told apart when they are typed."""
    return _equal(_readings(one), other)


_Reading = tuple[str, ...]
"""Words and quantities, each in the one way in which it is compared."""


def _equal(given: Iterable[_Reading], wanted: str) -> bool:
    readings = [reading for reading in _readings(wanted) if reading]
    return any(reading in readings for reading in given)


def _slipped(given: Iterable[_Reading], wanted: str) -> bool:
    readings = _readings(wanted)
    return any(_is_slip(one, other) for one in given for other in readings)


def _is_slip(given: _Reading, wanted: _Reading) -> bool:
    """Whether all words are the same but for one slip in each, or for the spaces between them."""
    if len(given) == len(wanted):
        return all(one == other or _is_near(one, other) for one, other in zip(given, wanted, strict=True))
    one, other = "".join(given), "".join(wanted)
    return one == other and one.isalpha() and len(one) >= _SLIP_FROM


def _is_near(given: str, wanted: str) -> bool:
    """Whether two words are one edit apart: a letter too many, too few, another one, or two that changed places.

    The first letter has to be the same: *asymmetric* is no slip for *symmetric*.
    """
    if not (given.isalpha() and wanted.isalpha()) or len(wanted) < _SLIP_FROM or given[0] != wanted[0]:
        return False
    head = next((at for at, pair in enumerate(zip(given, wanted, strict=False)) if pair[0] != pair[1]), None)
    if head is None:
        return abs(len(given) - len(wanted)) == 1
    one, other = given[head:], wanted[head:]
    if one[1:] == other[1:] or one[1:] == other or one == other[1:]:
        return True
    return one[:2] == other[1::-1] and one[2:] == other[2:]


def _without_article(text: str) -> str:
    return _ARTICLE.sub("", text.strip().casefold(), count=1) if _ARTICLE.match(text.strip().casefold()) else ""


def _readings(text: str) -> list[_Reading]:
    """The ways in which a text can be read: `80 443` is one number or two, `mb/s` means bits or bytes."""
    plain = unicodedata.normalize("NFKC", plain_text(text)).translate(_ALIKE)
    plain = " ".join(_trimmed(plain).split())
    rates = [_RATE.sub("byte/s", plain)]
    if _ANY_RATE.search(plain):
        rates.append(_ANY_RATE.sub("byte/s", plain))
    readings: list[_Reading] = []
    for rate in rates:
        literal = rate.casefold()
        joined = _THOUSANDS.sub(lambda found: re.sub("[, ]", "", found[0]), literal)
        joined = _DECIMAL_COMMA.sub(r"\1.\2", joined)
        readings += [_parts(joined), _parts(literal)] if joined != literal else [_parts(literal)]
    return readings


_ALIKE = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', **dict.fromkeys("‐‑‒–—−", "-")})  # noqa: RUF001


def _trimmed(text: str) -> str:
    text = text.rstrip(_ENDS)
    lead = len(text) - len(text.lstrip(_ENDS))
    return text[lead - 1 :] if lead and re.match(r"\.[0-9]", text[lead - 1 :]) else text[lead:]


def _parts(text: str) -> _Reading:
    """The words and quantities of a text in lower case."""
    text = _NUMBER_WORD.sub(lambda found: _NUMBERS[found[0]], _WORDS.sub(" ", text)).strip(_BETWEEN)
    parts: list[str] = []
    while text:
        found = _QUANTITY.match(text)
        part = _quantity(found) if found else None
        if part is None:
            word = text.partition(" ")[0]
            part = word.rstrip(_BETWEEN) or word, len(word)
        parts.append(part[0])
        text = text[part[1] :].lstrip(_BETWEEN)
    return tuple(parts)


def _quantity(found: re.Match[str]) -> tuple[str, int] | None:
    """A number with its unit as one part, and where it ends; None where it is no number that can be counted with."""
    number, unit = found["number"], found["unit"]
    known = _UNITS.get(unit) if unit else None
    if re.match("0[0-9]", number) or (unit and known is None and not found["gap"]):
        return None
    if known is None:
        return str(Fraction(number)), found.end("number")
    if known in _SECONDS:
        return f"{Fraction(number) * _SECONDS[known]} s", found.end()
    return f"{Fraction(number)} {known}", found.end()

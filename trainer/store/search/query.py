"""The language of queries: words, "phrases", `-` for what must not be, and fields such as `is:due`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from unicodedata import category

from trainer.errors import UserError
from trainer.learning.note import NoteKind
from trainer.store.item_mark import FLAGS
from trainer.store.search.decisions import DECIDED
from trainer.store.search.words import clean

STATES = ("new", "due", "learnt", "retired", "failed", *DECIDED)
"""What can follow `is:`: never answered; to come back today or overdue; answered at least once; gone from its pack;
not known the last time; and what the learner decided."""

MEMORIES = ("new", "learning", "young", "mature")
"""What can follow `state:`, of which each card is one: never answered; failed, and not known since; known the last
time, with a stability below 21 days; and from 21 days on."""

GRADES = ("forgot", "hard", "good", "easy")
"""What can follow `rated:N:`, by the names of the buttons: answered so at least once within the last N study days, of
which the first is today. Without it, `rated:N` is answered at all then. Answers that were taken back do not count."""

_CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "is": STATES,
        "kind": tuple(map(str, NoteKind)),
        "state": MEMORIES,
        "flag": tuple(map(str, range(1, FLAGS + 1))),
    }
)
_RATED = re.compile(rf"0*([1-9]\d{{0,4}})(:({'|'.join(GRADES)}))?", re.ASCII)
_NEEDS: Mapping[str, str] = MappingProxyType(
    {
        "section": "the id of a section, such as section:vpc-intro",
        "tag": "a tag, such as tag:scope",
        "fact": "the id of a fact, such as fact:vpc-intro.10",
        "rated": "a number of days, such as rated:7, or rated:7:forgot",
        "id": "the id of a card or note, or several with commas, such as id:igw-attached",
        "drill": "the id of a drill, such as drill:first-vpc",
    }
)
_PART = re.compile(
    r"""(?P<minus>-?)
        (?:(?P<field>is|kind|state|rated|flag|section|tag|fact|id|drill):)?
        (?:"(?P<quoted>[^"]*)(?P<end>"?) | (?P<bare>\S*))""",
    re.VERBOSE | re.IGNORECASE,
)


class QueryMistake(UserError):  # noqa: N818  # it is the learner's, and easily mended
    """A query that cannot be understood; the text says where and what is allowed."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand in a note, next to each other where there are several.

    Attributes:
        is_begun: the last word may go on.
    """

    text: str
    negated: bool = False
    is_begun: bool = False


@dataclass(frozen=True, slots=True)
class FieldTerm:
    """What is true of a card beside its text.

    Attributes:
        name: one of those in `_PART`.
        value: in lower case; of rated as `7` or `7:forgot`.
    """

    name: str
    value: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for: all of it has to be true."""

    terms: tuple[Term, ...] = ()
    fields: tuple[FieldTerm, ...] = ()


def parse_query(text: str, *, typing: bool = False) -> Query:
    """What a text asks for; an empty one asks for everything.

    Args:
        text: any text. What holds neither letter nor digit is passed over.
        typing: the text may go on: its last word is taken for the beginning of one, and a quotation may be open.

    Raises:
        QueryMistake: in one sentence.
    """
    text = _readable(text)
    terms: list[Term] = []
    fields: list[FieldTerm] = []
    for found in _parts(text):
        negated, name, quoted = bool(found["minus"]), (found["field"] or "").lower(), found["quoted"]
        if quoted is not None and not found["end"] and not typing:
            raise QueryMistake(
                f'the quotation that begins at {_place(found, "quoted", -1)} has no end; close it with "'
            )
        value = found["bare"] if quoted is None else quoted
        if name:
            fields.append(FieldTerm(name, _checked(name, value.strip().lower(), found), negated))
        elif words := clean(value):
            is_open = not found["end"] and found.end() == len(text)
            terms.append(Term(words, negated, is_begun=typing and is_open and not negated))
    return Query(tuple(terms), tuple(fields))


def _readable(text: str) -> str:
    """The text with spaces for what is no character on its own: controls, and halves of pairs."""
    return "".join(" " if category(letter) in ("Cc", "Cs") else letter for letter in text)


def _parts(text: str) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        found = _PART.match(text, at)
        assert found is not None  # whatever is no space is at least a bare word
        yield found
        at = max(found.end(), at + 1)


def _checked(name: str, value: str, found: re.Match[str]) -> str:
    allowed = _CHOICES.get(name)
    if allowed is not None and value not in allowed:
        what = f"there is no {name}:{value}" if value else f"{name}: needs a word"
        raise QueryMistake(f"{what} (at {_place(found, 'field', 0)}); it can be {_either(allowed)}")
    if not value:
        raise QueryMistake(f"{name}: (at {_place(found, 'field', 0)}) needs {_NEEDS[name]}")
    return _checked_rating(value, found) if name == "rated" else value


def _checked_rating(value: str, found: re.Match[str]) -> str:
    if parts := _RATED.fullmatch(value):
        return f"{parts[1]}{parts[2] or ''}"
    days, mark, _ = value.partition(":")
    if mark and _RATED.fullmatch(days):
        told = f"there is no rated:{value} (at {_place(found, 'field', 0)}); after the days it can be {_either(GRADES)}"
    else:
        told = f"rated: (at {_place(found, 'field', 0)}) needs {_NEEDS['rated']}"
    raise QueryMistake(told)


def _either(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


def _place(found: re.Match[str], group: str, offset: int) -> str:
    return f"character {found.start(group) + offset + 1}"

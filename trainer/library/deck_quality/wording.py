"""Checks of single notes: how long they are, how they ask, and whether the explanation explains."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from trainer.library.deck_quality.written import Finding, Written, find, in_decks, telling_words, words

if TYPE_CHECKING:
    from trainer.library.yaml_file import FieldPath

MOST_WORDS = {"question": 75, "back": 35, "option": 18, "because": 36, "why": 60, "step": 18, "left": 18}
"""By part of a note: more words are read, but not remembered."""

SAME_START = 5
"""So many words make the beginning of a question."""

_SAME_SHARE = 0.03
_SAME_AT_LEAST = 2

_EMPTY = re.compile(
    r"\bwhich (of (these|the following) )?(is|are|one is|statements? (is|are)) (true|correct|right|false|wrong)\b"
    r"|\bwhat (of (these|the following) )?is (true|correct|right|false)\b"  # "what is wrong?" asks for a cause
    r"|\bwhich (of these |of the following )?(statements?|sentences?) (is|are|about)\b",
    re.IGNORECASE,
)
_OF_ABOVE = re.compile(
    r"\b(all|none|both|neither|any) of (the above|these (options|answers))\b"
    r"|^\W*(all|none|any) of (these|the others?)\W*$",
    re.IGNORECASE,
)
_YES_NO = re.compile(
    r"^(is|are|was|were|do|does|did|can|could|will|would|should|shall|has|have|had|must|may|might)\b", re.IGNORECASE
)
_NEGATED = re.compile(r"\b(NOT|not true|is no|are no|except)\b|\b[Ww]hich\b[^.?,]*\bnot\b[^.]*\?$")
_QUOTED = re.compile(r'"[^"]*"')
_SENTENCES = re.compile(r"(?<=[.?!])\s+")


def check_lengths(note: Written) -> Iterator[Finding]:
    """Texts that are too long to be one idea."""
    row = note.row
    parts: list[tuple[str, str, FieldPath]] = [("question", text, ("question",)) for text in note.questions]
    if note.kind == "basic":
        parts += [("back", answer, ("back",)) for answer in note.answers]
    for number, option in enumerate(note.options):
        parts.append(("option", option.text, ("options", number, "text")))
        parts.append(("because", option.because, ("options", number, "because")))
    parts += [("step", step, ("steps", number)) for number, step in enumerate(row.get("steps", ()))]
    parts += [("left", pair["left"], ("pairs", number, "left")) for number, pair in enumerate(row.get("pairs", ()))]
    parts.append(("why", note.why, ("why",)))
    for name, text, at in parts:
        count = len(text.split())
        if count > MOST_WORDS[name]:
            yield find(note, "length", f"{count} words are too many for this part (at most {MOST_WORDS[name]})", *at)


def check_asking(note: Written) -> Iterator[Finding]:
    """Questions that test reading instead of knowledge."""
    asked = note.question
    if note.kind != "cloze":
        if _QUOTED.sub("", asked).count("?") > 1:
            yield find(note, "double-question", "two questions in one: ask one of them, or make two notes")
        last = _SENTENCES.split(asked.strip())[-1]
        if last.endswith("?") and _YES_NO.match(last) and " or " not in last:
            yield find(note, "yes-no", "a yes or no can be guessed: ask what, which or how")
    if found := _EMPTY.search(asked):
        yield find(note, "empty-stem", f"{found[0]!r} asks nothing by itself: ask for the thing that is wanted")
    if note.kind in ("choice", "multi") and _NEGATED.search(_SENTENCES.split(asked.strip())[-1]):
        yield find(note, "negation", "asks for what is not so, which is easily misread: ask for what is")
    for number, option in enumerate(note.options):
        if _OF_ABOVE.search(option.text):
            message = "options are shuffled, and each should stand by itself: name what is meant"
            yield find(note, "of-the-above", message, "options", number, "text")


def check_explaining(note: Written) -> Iterator[Finding]:
    """Explanations that say again what the option or the answer says."""
    asked = set(telling_words(note.question))
    for number, option in enumerate(note.options):
        said = set(telling_words(option.text))
        if option.is_right:
            said |= asked  # what is asked, said of a wrong option, tells it apart
        if not set(telling_words(option.because)) - said:
            message = "the reason only says the option or the question again: say why, or what it would lead to"
            yield find(note, "rewording", message, "options", number, "because")
    if note.why and note.answers and not note.options:
        new = set(telling_words(note.why)) - set(telling_words(" ".join(note.answers))) - asked
        if not new:
            yield find(
                note, "rewording", "the explanation only says the answer again: add a reason, or leave it", "why"
            )


def check_typed(note: Written) -> Iterator[Finding]:
    """Answers that no sensible learner would type."""
    if note.kind != "typed":
        return
    answer = note.row["answer"]
    if len(answer.split()) > 4 or len(answer) > 30 or re.search(r"[;()]|, |\. ", answer):  # noqa: PLR2004
        yield find(note, "untypable", "nobody types this by themselves: ask for one figure or name", "answer")


def check_starts(notes: Sequence[Written]) -> Iterator[Finding]:
    """Decks whose questions begin alike."""
    for section, deck in in_decks(notes):
        starts = [" ".join(words(note.question)[:SAME_START]) for note in deck]
        most = max(_SAME_AT_LEAST, int(_SAME_SHARE * len(deck)))
        for start, count in Counter(starts).items():
            if count > most:
                last = deck[len(starts) - 1 - starts[::-1].index(start)]
                message = f"{count} questions of {section} begin with {start!r}, at most {most} may: begin otherwise"
                yield find(last, "same-start", message)

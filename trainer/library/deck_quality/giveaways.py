"""Answers that the card itself tells."""

import re
from collections.abc import Iterator

from trainer.learning.cloze import ask, gaps
from trainer.learning.markup import plain_text
from trainer.library.deck_quality.written import Finding, Written, find, telling_words

_OFFERS = re.compile(r"\bor\b", re.IGNORECASE)
"""A question or a hint that names what to choose from gives nothing away."""

_SHORT = 3
"""Letters; shorter answers stand in other words by chance."""


def check_giveaways(note: Written) -> Iterator[Finding]:
    """Answers that stand in the question, and gaps that another gap of the same text fills."""
    match note.kind:
        case "basic":
            yield from _check_said(note, note.question, note.answers[0], "front")
            if note.row.get("reverse"):
                yield from _check_said(note, note.answers[0], note.question, "back")
        case "typed":
            yield from _check_said(note, note.question, note.answers[0], "front")
        case "matching":
            yield from _check_pairs(note)
        case "cloze":
            yield from _check_gaps(note)
        case _:
            pass  # options may be things that the question names; cues are judged by deck


def _check_said(note: Written, asked: str, answer: str, *at: str | int) -> Iterator[Finding]:
    told = set(telling_words(answer))
    if told and told <= set(telling_words(asked)) and not _OFFERS.search(asked):
        yield find(note, "given-away", "all words of the answer stand in the question: ask without them", *at)


def _check_pairs(note: Written) -> Iterator[Finding]:
    """Right sides whose words stand in their own left sides alone: what stands in others, too, tells nothing apart."""
    lefts = [plain_text(pair["left"]) for pair in note.row["pairs"]]
    rights = dict.fromkeys([*note.answers, *map(plain_text, note.row.get("others", ()))])
    for number, right in enumerate(note.answers):
        told = set(telling_words(right))
        alike = [text for text in (*lefts, *rights) if told <= set(telling_words(text))]
        if alike == [lefts[number], right]:
            yield from _check_said(note, lefts[number], right, "pairs", number)


def _check_gaps(note: Written) -> Iterator[Finding]:
    text = note.row["text"]
    for gap in gaps(text):
        hints = [other.hint for other in gaps(text) if other.hint and _OFFERS.search(other.hint)]
        shown = plain_text(ask(text, gap.number)).casefold()
        for hint in hints:
            shown = shown.replace(plain_text(hint).casefold(), " ")
        wanted = plain_text(gap.answer).casefold()
        if len(wanted) >= _SHORT and re.search(rf"(?<![\w/.-]){re.escape(wanted)}(?![\w/-]|\.\d)", shown):
            message = f"{gap.answer!r} stands in the rest of the text, or in a hint: leave one of them out"
            yield find(note, "given-away", message, "text")

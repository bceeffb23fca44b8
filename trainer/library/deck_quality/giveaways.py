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
    if note.kind == "basic":
        yield from _check_back(note)
    if note.kind == "cloze":
        yield from _check_gaps(note)


def _check_back(note: Written) -> Iterator[Finding]:
    asked, told = set(telling_words(note.question)), telling_words(note.answers[0])
    if told and set(told) <= asked and not _OFFERS.search(note.question):
        yield find(note, "given-away", "all words of the answer stand in the question: ask without them", "front")


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

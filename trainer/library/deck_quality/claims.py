"""What notes claim to be for: facts that they explain, and comparisons that they serve."""

from collections.abc import Iterator

from trainer.library.contrasts import CONTRAST
from trainer.library.curriculum import Curriculum
from trainer.library.deck_quality.written import Finding, Written, find, telling_words

_FEWEST = 2
"""Telling words that who states a fact has in common with it."""


def check_claims(note: Written, curriculum: Curriculum) -> Iterator[Finding]:
    """Facts that nothing in the note states, and comparisons where they do not belong."""
    yield from _check_explains(note, curriculum)
    comparison = curriculum.comparisons.get(note.row.get("compares", ""))
    if comparison is None:
        return
    if note.section not in comparison.sections:
        homes = " or ".join(comparison.sections)
        message = f"{comparison.id} belongs into {homes}: move the note, or name the section in the curriculum"
        yield find(note, "compares-elsewhere", message, "compares")
    if CONTRAST not in note.row.get("tags", ()):
        message = (
            f"it compares, but has no tag `{CONTRAST}`, by which whoever mixes things up is led to it: add the tag"
        )
        yield find(note, "compares-untagged", message, "tags")


def _check_explains(note: Written, curriculum: Curriculum) -> Iterator[Finding]:
    stated = set(telling_words(note.all_texts))
    for number, uid in enumerate(note.row.get("explains", ())):
        fact = curriculum.facts.get(uid)
        if fact is None:
            continue  # told as a fault
        wanted = set(telling_words(fact.text))
        if len(wanted & stated) < min(_FEWEST, len(wanted)):
            message = f"nothing in the note says what {uid} says ({fact.text!r}): explain it, or take it out"
            yield find(note, "not-explained", message, "explains", number)

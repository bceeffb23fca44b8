"""What notes and primers claim to be for: facts that they explain, and comparisons that they serve."""

from collections.abc import Iterator

from trainer.learning.markup import plain_text
from trainer.library.contrasts import CONTRAST
from trainer.library.curriculum import Curriculum
from trainer.library.deck_quality.written import Finding, Written, find, telling_words
from trainer.library.primer import Primer
from trainer.library.related import trained_facts
from trainer.library.shelf import Library

_FEWEST = 2
"""Telling words that who states a fact has in common with it."""


def states(text: str, fact: str) -> bool:
    """Whether a text can be said to state a fact: it has at least two of the fact's telling words, or all of them."""
    wanted = set(telling_words(fact))
    return len(wanted & set(telling_words(text))) >= min(_FEWEST, len(wanted))


def stated_facts(primer: Primer, curriculum: Curriculum) -> frozenset[str]:
    """The facts that a primer both names and states: it does not explain the others by naming them."""
    text = " ".join(plain_text(text) for text in (primer.text, *primer.ideas, *primer.mix_ups))
    return frozenset(uid for uid in primer.facts if states(text, curriculum.facts[uid].text))


def explained_elsewhere(library: Library) -> frozenset[str]:
    """The facts that the texts of primers state, and those that drills explain when they are solved."""
    drills = (library.drill(summary.id) for summary in library.summaries)
    primers = (primer for section in library.primer_sections if (primer := library.primer(section)) is not None)
    stated = (stated_facts(primer, library.curriculum) for primer in primers)
    return frozenset().union(*stated, *(trained_facts(drill) for drill in drills))


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
    for number, uid in enumerate(note.row.get("explains", ())):
        fact = curriculum.facts.get(uid)
        if fact is None:
            continue  # told as a fault
        if not states(note.all_texts, fact.text):
            message = f"nothing in the note says what {uid} says ({fact.text!r}): explain it, or take it out"
            yield find(note, "not-explained", message, "explains", number)

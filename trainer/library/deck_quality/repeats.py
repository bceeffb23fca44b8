"""Notes that say nearly what others say. rapidfuzz (Levenshtein's and related distances) compares them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from trainer.library.curriculum import Curriculum
from trainer.library.deck_quality.written import Finding, Written, find, words

SAME = 80
"""From so many points of a hundred on, two notes or questions are nearly the same."""

_SAME_ANSWER = 90
"""Answers are short, so that one word makes another answer."""

MOST_USES = 8
"""Times that a wrong option may come over all decks."""

_ASKED_BESIDE = frozenset({"matching", "ordering", "occluded", "multi"})
"""Kinds of note that have what they ask about beside the question."""

_BESIDE = frozenset({"a", "an", "the", "its", "amazon", "aws"})
_LONG = 45
"""Letters; a shorter option may stand in a fact by chance."""


def check_duplicates(notes: Sequence[Written]) -> Iterator[Finding]:
    """Notes that ask nearly the same as another one."""
    contents = [" ".join(sorted(words(note.content))) for note in notes]
    questions = [" ".join(sorted(words(note.question))) for note in notes]
    told: set[tuple[int, int]] = set()
    for number, note in enumerate(notes):
        for _, points, other in _like(contents, number, SAME):
            told.add((number, other))
            message = f"says nearly the same as {notes[other].uid} ({points:.0f} of 100): keep one of them"
            yield find(note, "duplicate", message)
        if note.kind in _ASKED_BESIDE:
            continue
        for _, points, other in _like(questions, number, SAME):
            if (number, other) not in told and notes[other].kind not in _ASKED_BESIDE:
                message = f"asks nearly what {notes[other].uid} asks ({points:.0f} of 100), with another answer"
                yield find(note, "same-question", f"{message}: say in both what tells them apart")


def _like(texts: Sequence[str], number: int, least: int) -> list[tuple[str, float, int]]:
    """Those before a text of sorted words that are like it."""
    return process.extract(texts[number], texts[:number], scorer=fuzz.ratio, score_cutoff=least, limit=2)


def check_distractors(notes: Sequence[Written], curriculum: Curriculum) -> Iterator[Finding]:
    """Wrong options that come again and again, or that say what is right."""
    uses: Counter[str] = Counter()
    for note in notes:
        for number, option in enumerate(note.options):
            if option.is_right:
                continue
            text = " ".join(word for word in words(option.text) if word not in _BESIDE)
            uses[text] += 1
            if uses[text] == MOST_USES + 1:
                message = f"{option.text!r} is a wrong option for the ninth time: think of another mistake"
                yield find(note, "worn-distractor", message, "options", number, "text")
    yield from _check_true(notes, curriculum)


def _check_true(notes: Sequence[Written], curriculum: Curriculum) -> Iterator[Finding]:
    """Wrong options that answer a nearly equal question rightly, or that say a fact."""
    asked = [note for note in notes if note.kind in ("choice", "basic", "typed")]
    questions = [" ".join(words(note.question)) for note in asked]
    facts = {fact.id: " ".join(words(fact.text)) for fact in curriculum.facts.values()}
    for note in asked:
        wrong = [(number, option) for number, option in enumerate(note.options) if not option.is_right]
        if not wrong:
            continue
        near = process.extract(
            " ".join(words(note.question)), questions, scorer=fuzz.token_set_ratio, score_cutoff=_SAME_ANSWER
        )
        for number, option in wrong:
            for _, _, other in near:
                if asked[other] is not note and _says(option.text, asked[other].answers):
                    message = f"{option.text!r} is right for {asked[other].uid}, which asks nearly the same"
                    yield find(note, "true-distractor", f"{message}: tell the two apart", "options", number, "text")
            text = " ".join(words(option.text))
            if len(text) >= _LONG and (
                found := process.extractOne(text, facts, scorer=fuzz.partial_ratio, score_cutoff=95)
            ):
                message = f"{option.text!r} is what {found[2]} says: choose something that is not so"
                yield find(note, "true-distractor", message, "options", number, "text")


def _says(text: str, answers: Sequence[str]) -> bool:
    return any(fuzz.ratio(" ".join(words(text)), " ".join(words(answer))) >= _SAME_ANSWER for answer in answers)

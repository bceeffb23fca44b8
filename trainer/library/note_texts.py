"""What must hold in a note beyond its form: gaps, options and markup that the cards can be made of."""

import re
from collections.abc import Iterator

from trainer.learning import cloze
from trainer.learning.markup import BlockKind, parse_markup, plain_text
from trainer.learning.typed_answer import same_typed
from trainer.library.deck_schema import (
    BasicDoc,
    ChoiceDoc,
    ClozeDoc,
    MatchingDoc,
    MultiDoc,
    NoteDoc,
    OccludedDoc,
    OrderingDoc,
    TypedDoc,
)
from trainer.library.schema import Problem

_BRACES = re.compile(r"\{\{|\}\}")
_ARTICLE = re.compile(r"(?:An|an|The|the) ")
MOST_TYPED = 60
"""Characters that one types without thinking about the typing."""

_EMPHASIS = re.compile(r"(?<![\w*])\*\w(?:[^*\n]*\w)?\*(?![\w*])")
"""What others read as emphasis; here it would be shown with its stars."""

_NO_GAP = 0
"""A number that no gap has."""


def check_texts(note: NoteDoc) -> Iterator[Problem]:
    """Everything in a note's texts that no card could show as it is meant; paths are within the note."""
    match note:
        case BasicDoc():
            texts = {"front": note.front, "back": note.back}
        case ClozeDoc():
            texts = {"text": cloze.ask(note.text, _NO_GAP)}
            yield from ((("text",), message) for message in _check_gaps(note.text))
        case ChoiceDoc() | MultiDoc():
            texts = {"question": note.question}
            yield from _check_options(note)
        case OccludedDoc():
            texts = {"question": note.question}
        case OrderingDoc():
            texts = {"question": note.question}
            yield from _check_steps(note)
        case MatchingDoc():
            texts = {"question": note.question}
            yield from _check_pairs(note)
        case TypedDoc():
            texts = {"front": note.front}
            yield from _check_typed(note)
    for name, text in {**texts, "why": note.why or ""}.items():
        if mark := lone_mark(text):
            yield (name,), f"a {mark} has no partner in its paragraph"


def _check_options(note: ChoiceDoc | MultiDoc) -> Iterator[Problem]:
    right = sum(option.right for option in note.options)
    if isinstance(note, MultiDoc):
        if not 2 <= right < len(note.options):  # noqa: PLR2004  # one is a choice note's
            expected = "expected two or more options with `right: true` and one without"
            yield ("options",), f"{expected}, found {right or 'none'}"
    elif right != 1:
        yield ("options",), f"expected exactly one option with `right: true`, found {right or 'none'}"
    seen: set[str] = set()
    for number, option in enumerate(note.options):
        shown = plain_text(option.text).casefold()
        if shown in seen:
            yield ("options", number, "text"), f"another option says {option.text!r} already"
        seen.add(shown)
        for name, text in {"text": option.text, "because": option.because}.items():
            if mark := lone_mark(text):
                yield ("options", number, name), f"a {mark} has no partner in its paragraph"


def _check_steps(note: OrderingDoc) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, text in enumerate(note.steps):
        shown = plain_text(text).casefold()
        if shown in seen:
            yield ("steps", number), f"another step says {text!r} already"
        seen.add(shown)
        if mark := lone_mark(text):
            yield ("steps", number), f"a {mark} has no partner in its paragraph"


def _check_pairs(note: MatchingDoc) -> Iterator[Problem]:
    lefts: set[str] = set()
    for number, pair in enumerate(note.pairs):
        shown = plain_text(pair.left).casefold()
        if shown in lefts:
            yield ("pairs", number, "left"), f"another left side says {pair.left!r} already"
        lefts.add(shown)
        for name, text in {"left": pair.left, "right": pair.right}.items():
            if mark := lone_mark(text):
                yield ("pairs", number, name), f"a {mark} has no partner in its paragraph"
    rights = {plain_text(pair.right).casefold() for pair in note.pairs}
    if len(rights) == 1:
        yield ("pairs",), "expected two or more different right sides"
    for number, text in enumerate(note.others):
        if plain_text(text).casefold() in rights:
            yield ("others", number), f"{text!r} belongs to a left side or comes twice"
        rights.add(plain_text(text).casefold())
        if mark := lone_mark(text):
            yield ("others", number), f"a {mark} has no partner in its paragraph"


def _check_typed(note: TypedDoc) -> Iterator[Problem]:
    """Answers that nobody could type or that say the same, and an answer that the question gives away."""
    seen: list[str] = []
    answers = (
        (("answer",), note.answer),
        *((("accept", number), text) for number, text in enumerate(note.accept)),
        *((("outdated", number, "value"), row.value) for number, row in enumerate(note.outdated)),
    )
    for field, text in answers:
        if not same_typed(text, text):
            yield field, "expected a letter or a digit that can be typed"
        elif len(text) > MOST_TYPED or "\n" in text.strip():
            yield field, f"an answer to type is one line of at most {MOST_TYPED} characters"
        elif _ARTICLE.match(text):
            yield field, "begin without an article; whoever types one is right all the same"
        elif same := next((other for other in seen if same_typed(text, other)), None):
            yield field, f"{text!r} is taken for {same!r} already"
        seen.append(text)
        if mark := lone_mark(text):
            yield field, f"a {mark} has no partner in its paragraph"
    for number, row in enumerate(note.outdated):
        if mark := lone_mark(row.note):
            yield ("outdated", number, "note"), f"a {mark} has no partner in its paragraph"
    if _stands_in(note.answer, note.front):
        yield ("front",), f"the question gives its answer {note.answer!r} away"


def _stands_in(answer: str, question: str) -> bool:
    """Whether a question holds an answer, as whole words."""
    words = re.escape(plain_text(answer).casefold())
    return bool(re.search(rf"(?<![\w/.]){words}(?![\w/]|\.[0-9])", plain_text(question).casefold()))


def _check_gaps(text: str) -> Iterator[str]:
    inside, message = _split_gaps(text)
    faults = [message] if message else [fault for part in inside if (fault := _gap_fault(part))]
    yield from faults
    if faults:
        return
    numbers = cloze.cloze_numbers(text)
    if not numbers:
        yield "expected at least one gap, `{{1::answer}}`"
    elif numbers != tuple(range(1, len(numbers) + 1)):
        yield f"gaps are numbered from 1 without holes (found {', '.join(map(str, numbers))})"
    if lone_mark(cloze.ask(text, _NO_GAP)):
        return  # told of the text as a whole
    for number in numbers:
        if lone_mark(cloze.ask(text, number)) or lone_mark(cloze.answer(text, number)):
            yield f"gap {number} is shown in strong type: it neither holds `**` nor stands between marks"


def _split_gaps(text: str) -> tuple[list[str], str]:
    """What stands between pairs of double braces, and what is wrong with the pairs, if anything."""
    if "{{{" in text or "}}}" in text:
        return [], "three braces in a row cannot be told apart; put a space between"
    inside: list[str] = []
    opened: int | None = None
    for found in _BRACES.finditer(text):
        if (found[0] == "{{") != (opened is None):
            return [], f"a `{found[0]}` has no partner"
        if opened is None:
            opened = found.end()
        else:
            inside.append(text[opened : found.start()])
            opened = None
    return inside, "" if opened is None else "a `{{` has no partner"


def _gap_fault(inside: str) -> str | None:
    number, *parts = inside.split("::")
    shown = f"the gap {'{{' + inside + '}}'!r}"
    if not re.fullmatch("[0-9]", number) or not parts:
        return f"{shown} begins with one digit and `::`"
    if len(parts) > 2:  # noqa: PLR2004  # an answer and a hint
        return f"{shown} has more than an answer and a hint"
    if not parts[0].strip():
        return f"{shown} has no answer"
    return None if parts[-1].strip() else f"{shown} has an empty hint"


def lone_mark(text: str) -> str | None:
    """A mark of the light markup that stands for itself, since it has no partner; by name."""
    blocks = (block for block in parse_markup(text) if block.kind is not BlockKind.CODE)
    runs = [run for block in blocks for run in block.runs]
    shown = "\n".join(run.text for run in runs)
    if any(_EMPHASIS.search(run.text) for run in runs if not run.code):
        return "`*` (strong is written `**`)"
    return next((name for mark, name in {"**": "`**`", "`": "backtick"}.items() if mark in shown), None)

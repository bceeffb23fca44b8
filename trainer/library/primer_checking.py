"""Checks primers: every fault of every file, with file, line, field and what was expected."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from trainer.learning.markup import plain_text
from trainer.library.fault import ContentError, Fault
from trainer.library.form import form_faults, line_of
from trainer.library.known import Known, nearest
from trainer.library.markup_checks import check_markup
from trainer.library.note_texts import lone_mark
from trainer.library.primer_schema import PrimerDoc
from trainer.library.schema import Problem
from trainer.library.yaml_file import FieldPath, YamlFile, read_yaml

MOST_WORDS = 150
"""Of all texts of a primer together, as a learner reads them."""

_OWN_WORDS = ("text", "ideas", "mix_ups")
"""Fields with words of our own; the source is a title of AWS's."""


@dataclass(frozen=True, slots=True)
class Primers:
    """The primers of a folder.

    Attributes:
        documents: those without faults, as plain JSON values, in the order of their files' names.
        faults: of all others.
    """

    documents: Sequence[Mapping[str, Any]]
    faults: Sequence[Fault]


def check_primers(folder: Path, known: Known) -> Primers:
    """Reads and checks all primers of a folder.

    Args:
        folder: where they lie; one that is not there holds none.
        known: what they may name.
    """
    documents: list[Mapping[str, Any]] = []
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            documents.append(_check_primer(read_yaml(path), known))
        except ContentError as error:
            faults += error.faults
    return Primers(documents, faults)


def count_words(text: str) -> int:
    """How many words a text has, as a learner reads it: marks, dashes and lone signs are none."""
    return sum(any(letter.isalnum() for letter in word) for word in plain_text(text).split())


def _check_primer(file: YamlFile, known: Known) -> dict[str, Any]:
    """The document of a primer.

    Raises:
        ContentError: with all faults of the file.
    """
    if not isinstance(file.content, dict):
        raise ContentError([file.fault((), "expected the fields of a primer (`section:`, `text:`, `ideas:`, ...)")])
    document: dict[str, Any] = {}
    faults: list[Fault] = []
    told: set[FieldPath] = set()
    try:
        document = PrimerDoc.model_validate(file.content).model_dump(mode="json", exclude_none=True)
    except ValidationError as error:
        errors = [(fault["loc"], fault) for fault in error.errors(include_url=False)]
        faults += form_faults(file, errors)
        told = {field for field, _ in errors}
    problems = (*_check_names(file, known), *_check_texts(file.content), *check_markup(file.content, known))
    faults += [file.fault(*found) for found in problems if found[0] not in told]
    if faults:
        raise ContentError(sorted(faults, key=line_of))
    return document


def _check_names(file: YamlFile, known: Known) -> Iterator[Problem]:
    """Every name that leads nowhere, as far as a form with faults lets it be read."""
    content, curriculum = file.content, known.curriculum
    section, facts, drill = content.get("section"), content.get("facts"), content.get("drill")
    if isinstance(section, str):
        if section not in curriculum.sections:
            yield ("section",), f"there is no section {section!r}{nearest(section, curriculum.sections)}"
        elif section != file.path.stem:
            yield ("section",), f"the section is the file's name without .yaml: expected {file.path.stem!r}"
    for number, fact in enumerate(facts if isinstance(facts, list) else ()):
        if not isinstance(fact, str):
            continue  # told as a fault of the form
        if fact not in curriculum.facts:
            near = nearest(fact, curriculum.facts)
            yield ("facts", number), f"there is no fact {fact!r} in the curriculum{near}"
        elif fact in facts[:number]:
            yield ("facts", number), f"the fact {fact!r} is in the list already"
    if isinstance(drill, str) and (missing := known.missing_drill(drill)):
        yield ("drill",), missing


def _check_texts(content: Mapping[str, Any]) -> Iterator[Problem]:
    """Marks without a partner, and too many words."""
    texts = dict(_texts_of(content))
    for field, text in texts.items():
        if mark := lone_mark(text):
            yield field, f"a {mark} has no partner in its paragraph"
    if (words := sum(map(count_words, texts.values()))) > MOST_WORDS:
        named = ", ".join(f"`{name}`" for name in _OWN_WORDS)
        yield (), f"{named} have {words} words together; a primer has at most {MOST_WORDS}"


def _texts_of(content: Mapping[str, Any]) -> Iterator[tuple[FieldPath, str]]:
    for name in _OWN_WORDS:
        value = content.get(name)
        if isinstance(value, str):
            yield (name,), value
        for number, text in enumerate(value if isinstance(value, list) else ()):
            if isinstance(text, str):
                yield (name, number), text

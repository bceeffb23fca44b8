"""A primer in lines of text, and as JSON values."""

from collections.abc import Iterator
from typing import Any

from trainer.learning.markup import plain_lines
from trainer.library.primer import Primer


def describe_primer(primer: Primer) -> Iterator[str]:
    """A primer as one reads it, without a title."""
    yield from (*plain_lines(primer.text), "")
    yield from _listed("What to take along:", primer.ideas)
    yield from _listed("What people mix up:", primer.mix_ups)
    if primer.drill:
        yield f"The drill on it: {primer.drill}. `trainer drill show {primer.drill}` tells its solution."
    yield f"AWS documentation: {primer.source}"


def primer_document(primer: Primer, title: str) -> dict[str, Any]:
    """A primer as JSON values, its texts in the markup of cards."""
    return {
        "section": primer.section,
        "title": title,
        "text": primer.text,
        "ideas": list(primer.ideas),
        "mix_ups": list(primer.mix_ups),
        "drill": primer.drill,
        "facts": list(primer.facts),
        "source": primer.source,
    }


def _listed(heading: str, texts: tuple[str, ...]) -> Iterator[str]:
    yield heading
    for text in texts:
        first, *others = plain_lines(text)
        yield f"  - {first}"
        yield from (f"    {line}" for line in others)
    yield ""

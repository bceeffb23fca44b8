"""Primers: what a section is about, in a few words, to be read before its first card."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Primer:
    """A page to read; its texts are in the markup of cards.

    Attributes:
        section: id of the section.
        text: what it is about, and why one needs it.
        ideas: three to five, a sentence or two each.
        mix_ups: what people mix up, and how to tell it apart.
        facts: ids of the facts that it explains.
        source: title of the AWS page to read on.
        drill: id of the drill whose solved diagram goes with it.
    """

    section: str
    text: str
    ideas: tuple[str, ...]
    mix_ups: tuple[str, ...]
    facts: tuple[str, ...]
    source: str
    drill: str | None = None


def build_primer(document: Mapping[str, Any]) -> Primer:
    """The primer of a document that passed its checks."""
    return Primer(
        section=document["section"],
        text=document["text"],
        ideas=tuple(document["ideas"]),
        mix_ups=tuple(document["mix_ups"]),
        facts=tuple(document["facts"]),
        source=document["source"],
        drill=document.get("drill"),
    )

"""The ends of a confusion as the log has them: the id of a term, or a text that means something in one item only."""

from trainer.cloud.terms import term_names

_BETWEEN = "|"
_LONGEST = 120
"""Letters of a text in an end: longer ones are cut, since whole essays can be typed."""


def text_end(item: str, text: str) -> str:
    """The end for a plain text that names no term, within a note or drill: `<item>|<text>`."""
    return f"{item}{_BETWEEN}{text[:_LONGEST]}"


def name_of(end: str) -> str:
    """What an end is called: the term's name, or the text."""
    _, is_text, text = end.partition(_BETWEEN)
    return text if is_text else term_names().get(end, end.replace("-", " ").capitalize())


def item_of_end(end: str) -> str | None:
    """The note or drill in which alone an end means anything; None for a term."""
    item, is_text, _ = end.partition(_BETWEEN)
    return item if is_text else None


def end_words(end: str) -> str:
    """An end as it stands alone; a text is in quotes."""
    return f"“{name_of(end)}”" if item_of_end(end) else name_of(end)


def end_in_sentence(end: str) -> str:
    """An end as it reads within a sentence: `internet gateway`, but `NAT gateway` and `Auto Scaling group`."""
    words = end_words(end)
    first, _, rest = words.partition(" ")
    is_common = first[1:].islower() and rest[:1].islower() and not item_of_end(end)
    return f"{first.lower()} {rest}" if is_common else words

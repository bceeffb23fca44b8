"""What a query asks of notes, in FTS5's words: their texts, and their labels."""

from trainer.store.search.query import FieldTerm, Query, Term
from trainer.store.search.words import EVERY_NOTE, label

_OF_NOTES = ("kind", "section", "tag", "fact", "drill")


def match_of(query: Query) -> str | None:
    """What to match; None when the query asks nothing of notes."""
    asked = [(term.negated, _words(term)) for term in query.terms]
    asked += [(field.negated, _label(field)) for field in query.fields if field.name in _OF_NOTES]
    if not asked:
        return None
    there = " AND ".join(text for negated, text in asked if not negated) or f'labels : "{EVERY_NOTE}"'
    absent = " OR ".join(text for negated, text in asked if negated)
    return f"({there}) NOT ({absent})" if absent else there


def _words(term: Term) -> str:
    """A term, always in quotes, so that nothing in it means anything."""
    text = term.text.replace('"', '""')
    return f'{{words parts}} : "{text}"{"*" if term.is_begun else ""}'


def _label(field: FieldTerm) -> str:
    """A label as a whole, but of a section its beginning."""
    return f'labels : "{label(field.name, field.value)}"{"*" if field.name == "section" else ""}'

"""`trainer search`: the cards that fit a query."""

from argparse import Namespace
from dataclasses import replace
from typing import Any

from trainer.app import import_built_in, open_memory
from trainer.cli.printing import print_json, print_lines
from trainer.library.shelf import Library
from trainer.paths import data_dir
from trainer.store.search.finding import Found, FoundCard, Page
from trainer.store.search.query import parse_query

FOUND, NOTHING = 0, 1


def search_cards(options: Namespace, library: Library) -> int:
    """Prints the cards in the order of the course.

    Raises:
        UserError: when the query cannot be understood, or the data not be read.
    """
    query = parse_query(options.query)
    with open_memory(data_dir(options.data_dir)) as store:
        import_built_in(library, store)
        page = Page(limit=options.limit)
        found = store.search(query, page)
        if found.count is None:
            found = replace(found, count=store.search_all(query, page).count)
    if options.json:
        print_json({"count": found.count, "cards": [_document(card) for card in found.cards]})
    else:
        print_lines(_lines(found))
    return FOUND if found.count else NOTHING


def _document(card: FoundCard) -> dict[str, Any]:
    return {
        "id": card.uid,
        "section": card.section,
        "question": card.question,
        "due": card.due.isoformat() if card.due else None,
        "suspended": card.suspended,
        "buried": card.buried,
        "flag": card.flag,
        "deleted": card.deleted,
        "retired": card.retired,
        "outdated": card.outdated,
    }


def _lines(found: Found) -> list[str]:
    if not found.count:
        return ["No card fits."]
    lines = [f"{card.uid}  {card.section}  {card.due or 'new'}  {card.question}" for card in found.cards]
    if found.count is not None and found.count > len(found.cards):
        lines.append(f"{len(found.cards)} of {found.count} cards; --limit shows more.")
    return lines

"""The cards as search keeps them: a row each, with the question, and how the card stands."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, and_, bindparam, literal_column, select

from trainer.learning.card import question_of
from trainer.learning.markup import plain_text
from trainer.learning.note import Note
from trainer.store.errors import UnreadableRow
from trainer.store.search_tables import CARD_BITS, STATE_COLUMNS, search_card, search_text, state_of
from trainer.store.tables import item, item_state

Row = Mapping[str, Any]

_STATE_OF_ITEM = and_(item_state.c.learner == item.c.learner, item_state.c.uid == item.c.uid)
_STANDING = (
    select(
        item.c.note,
        item.c.uid,
        item.c.retired,
        literal_column(state_of("item_state")).label("state"),
        *(item_state.c[name] for name in STATE_COLUMNS),
    )
    .select_from(item.outerjoin(item_state, _STATE_OF_ITEM))
    .where(item.c.learner == bindparam("of_learner"), item.c.note.in_(bindparam("of_notes", expanding=True)))
    .order_by(item.c.retired, item.c.position, item.c.uid)
)
_STORED = select(search_text.c.note, *(column for column in search_card.c if column.name != "id")).select_from(
    search_card.outerjoin(search_text, search_text.c.id == search_card.c.id.op(">>")(CARD_BITS))
)


def make_cards(connection: Connection, learner: str, notes: Mapping[str, tuple[Note, str]]) -> Iterator[dict[str, Any]]:
    """What should be kept of the cards of some notes: the columns but `id`, and their `note`; each note's in order.

    Args:
        connection: within a transaction.
        learner: whose.
        notes: by uid, as they are shown, and when the learner last changed them, empty for never.

    Raises:
        UnreadableRow: when a card cannot be made of what its note holds.
    """
    for row in connection.execute(_STANDING, {"of_learner": learner, "of_notes": list(notes)}).mappings():
        shown, changed = notes[row["note"]]
        yield {**row, "learner": learner, "changed": changed or None, "question": _question(shown, row)}


def numbered(cards: Iterator[dict[str, Any]], numbers: Mapping[str, int]) -> Iterator[Row]:
    """The same with their `id`, from the numbers of their notes by uid."""
    count: defaultdict[str, int] = defaultdict(int)
    for card in cards:
        yield {**card, "id": (numbers[card["note"]] << CARD_BITS) + count[card["note"]]}
        count[card["note"]] += 1


def read_cards(connection: Connection) -> dict[tuple[str, str], dict[str, Any]]:
    """What is kept of all cards, as `make_cards` has it, by learner and uid."""
    return {(row["learner"], row["uid"]): dict(row) for row in connection.execute(_STORED).mappings()}


def _question(note: Note, row: Mapping[Any, Any]) -> str:
    try:
        return plain_text(question_of(note, row["uid"]))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        if row["retired"]:  # its note may have become another kind since
            return row["uid"]
        raise UnreadableRow(f"card {row['uid']}") from error

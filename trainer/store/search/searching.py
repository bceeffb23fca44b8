"""Looking for the cards that fit: by which way, so that the first of them are there at once."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from sqlalchemy import Connection

from trainer.store.search.standing import Standing, Way
from trainer.store.search_tables import CARD_BITS

ALL = -1
"""As a limit: none."""
_FEW = 5000
"""So many cards are sorted sooner than the cards are searched through in order."""

_FEW_TO_MATCH = 400
"""So many cards are matched one by one sooner than all that match are looked at."""

_MANY = 10_000
"""So many notes that match are sorted sooner than all cards are matched one by one."""

_BY_COLUMN: Mapping[str, Way] = MappingProxyType(
    {
        "due": Way("ix_search_card_learner_due_retired", "c.due IS NOT NULL", in_order=False),
        "changed": Way("ix_search_card_learner_changed", "c.changed IS NOT NULL", in_order=False),
    }
)
_KEYS: Mapping[str, str] = MappingProxyType(  # as their indexes have it, so that nothing is sorted
    {"due": "c.due {turn}, c.retired {turn}, c.id {turn}", "changed": "c.changed {turn}, c.id {turn}"}
)
_BY_WAY = "SELECT 1 FROM search_card AS c INDEXED BY {way.index} WHERE c.learner = :learner AND {way.condition}"
_WORDS = f"""SELECT c.id
    FROM (SELECT rowid AS note FROM search_index
        WHERE search_index MATCH :match ORDER BY rowid {{turn}} LIMIT -1) AS hit
    CROSS JOIN search_card AS c ON c.id BETWEEN hit.note << {CARD_BITS} AND (hit.note + 1 << {CARD_BITS}) - 1"""
_MATCHES = f"""EXISTS (SELECT 1 FROM search_index
    WHERE search_index MATCH :match AND search_index.rowid = c.id >> {CARD_BITS})"""


class Searching:
    """A search for cards.

    Args:
        connection: within a transaction.
        learner: whose cards.
        match: what their notes have to match; None for nothing.
        standing: how they have to stand.
    """

    def __init__(self, connection: Connection, learner: str, match: str | None, standing: Standing) -> None:
        self._connection = connection
        self._match = match
        self._standing = standing
        self._values = {"learner": learner, "match": match, **standing.values}

    def run(self, column: str | None, *, descending: bool, limit: int) -> Iterator[int]:
        """The numbers of the cards, each looked for when it is asked for.

        Args:
            column: by which they are sorted, those that have nothing there last; None for the order of the course,
                in which also those stand that are equal, but for retired ones.
            descending: turned around, but for those that have nothing there.
            limit: how many are wanted; there may be more. `ALL` for all.
        """
        turn = "DESC" if descending else "ASC"
        if column is None:
            yield from self._by_course(turn, limit)
            return
        count = 0
        for number in self._by_column(column, turn, limit):
            count += 1
            yield number
        if limit == ALL or count < limit:
            yield from self._by_course("ASC", ALL if limit == ALL else limit - count, f"c.{column} IS NULL")

    def _by_course(self, turn: str, limit: int, test: str = "") -> Iterator[int]:
        tests = [*self._standing.tests, *([f"+{test}"] if test else [])]
        ways = self._standing.ways
        way = self._nearest(ways, _FEW if self._match is None else _FEW_TO_MATCH)
        if self._match is not None and way is None:
            return self._by_words(turn, tests)
        way = way or next((way for way in ways if way.in_order), None)
        return self._by_cards(way, tests, f"c.id {turn}", limit)

    def _by_column(self, column: str, turn: str, limit: int) -> Iterator[int]:
        """Those that have something in a column, by it."""
        tests = [*self._standing.tests, f"+c.{column} IS NOT NULL"]
        keys = _KEYS[column].format(turn=turn)
        way = self._nearest(self._standing.ways, _FEW if self._match is None else _FEW_TO_MATCH)
        if way is None and self._match is not None and (limit == ALL or self._count_matching(_MANY) < _MANY):
            return self._select(f"{_WORDS.format(turn='ASC')} WHERE {_all(tests)} ORDER BY {keys} LIMIT :limit", limit)
        return self._by_cards(way or _BY_COLUMN[column], tests, keys, limit)

    def _by_cards(self, way: Way | None, tests: Sequence[str], keys: str, limit: int) -> Iterator[int]:
        """Those to which an index leads, or all from the first on; what matches is tested one by one."""
        wanted = [way.condition if way else "+c.learner = :learner", *tests]
        if way:
            wanted.insert(0, "c.learner = :learner")
        if self._match is not None:
            wanted.append(_MATCHES)
        hint = f"INDEXED BY {way.index}" if way else "NOT INDEXED"
        return self._select(
            f"SELECT c.id FROM search_card AS c {hint} WHERE {' AND '.join(wanted)} ORDER BY {keys} LIMIT :limit", limit
        )

    def _by_words(self, turn: str, tests: Sequence[str]) -> Iterator[int]:
        """Those that match, in the order of the index, which is that of the course."""
        rows = self._select(f"{_WORDS.format(turn=turn)} WHERE {_all(tests)}", ALL)
        for _, cards in groupby(rows, lambda number: number >> CARD_BITS):
            yield from list(cards)[::-1] if turn == "DESC" else cards  # noqa: B031  # once

    def _nearest(self, ways: Sequence[Way], most: int) -> Way | None:
        """The way that leads to the fewest cards; None when all lead to more than that."""
        counts = {way: self._count(way.count or _BY_WAY.format(way=way), most + 1) for way in ways}
        return min((way for way in ways if counts[way] <= most), key=counts.__getitem__, default=None)

    def _count_matching(self, most: int) -> int:
        return self._count("SELECT 1 FROM search_index WHERE search_index MATCH :match", most)

    def _count(self, select: str, most: int) -> int:
        (found,) = self._select(f"SELECT count(*) FROM ({select} LIMIT :limit)", most)
        return found

    def _select(self, statement: str, limit: int) -> Iterator[int]:
        return self._connection.exec_driver_sql(statement, {**self._values, "limit": limit}).scalars()


def _all(tests: Sequence[str]) -> str:
    return " AND ".join(("+c.learner = :learner", *tests))

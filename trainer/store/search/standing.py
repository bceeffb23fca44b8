"""What a query asks of how cards stand, in SQL over `search_card` as `c`: tests, and indexes that lead to them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from trainer.store.search.decisions import DELETED, OUTDATED, REALLY_RETIRED, mark_test
from trainer.store.search.query import FieldTerm, Query

_INDEX = "ix_search_card_learner_"
_DAY_COLUMNS = {"": "last_day", "forgot": "again_day", "hard": "hard_day", "good": "good_day", "easy": "easy_day"}
_BY_UID = "sqlite_autoindex_search_card_1"  # as SQLite calls what keeps (learner, uid) unique
_NAMED = """SELECT uid FROM item WHERE learner = :learner AND uid IN (SELECT value FROM json_each(:{value}))
    UNION SELECT uid FROM item WHERE learner = :learner AND note IN (SELECT value FROM json_each(:{value}))"""
_RETIRED = "c.retired AND c.retired = 1"  # the first part is what the index asks for, the second keeps its order
_GONE = ("retired", "deleted")
_STATES = {"new": "new", "failed": "learning"}


@dataclass(frozen=True, slots=True)
class Way:
    """An index that leads to all cards that a test is true of, and to others at most.

    Attributes:
        index: its name.
        condition: what it is asked for; a comparison with a column's bare name lets SQLite use it.
        in_order: it yields them in the order of the course.
        count: a statement with a row for each of them at least, where that is sooner counted.
    """

    index: str
    condition: str
    in_order: bool
    count: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What is asked.

    Attributes:
        tests: all have to be true. A `+` keeps SQLite from choosing an index by itself.
        ways: to the cards that fit; each leads to all of them.
        values: of the parameters in both.
    """

    tests: tuple[str, ...]
    ways: tuple[Way, ...]
    values: dict[str, str]


def standing_of(query: Query, today: date, decided: Mapping[str, str]) -> Standing:
    """What a query asks of cards; those that are gone are left out unless it asks for them.

    Args:
        query: what is asked.
        today: the study day.
        decided: the values of what it asks about decisions.
    """
    tests: list[str] = []
    ways: list[Way] = []
    values = {"today": today.isoformat(), **decided}
    for number, field in enumerate(query.fields):
        if found := _test(field, f"value_{number}"):
            test, way = found
            if field.name == "rated":
                days = int(field.value.partition(":")[0])
                values[f"value_{number}"] = _before(today, days - 1)
            elif field.name == "id":
                values[f"value_{number}"] = json.dumps(field.value.split(","))
            tests.append(f"NOT coalesce({test}, 0)" if field.negated else test)
            ways += [] if field.negated else [way]
    if not any(field.name == "is" and field.value in _GONE and not field.negated for field in query.fields):
        tests.append("NOT +c.retired")
    return Standing(tuple(tests), tuple(ways), values)


def _before(today: date, days: int) -> str:
    return (today - timedelta(days=min(days, today.toordinal() - 1))).isoformat()


def _test(field: FieldTerm, value: str) -> tuple[str, Way] | None:
    """The test, and a way to what passes it; None for what is asked of notes.

    Args:
        field: what is asked.
        value: the name of the parameter to compare with.
    """
    in_order, test, count = False, None, None
    match field.name, field.value:
        case ("state", state) | ("is", "new" | "failed" as state):
            index, condition, in_order = f"{_INDEX}state", f"c.state = '{_STATES.get(state, state)}'", True
        case "is", "learnt":
            index, condition = f"{_INDEX}last_day_retired", "c.last_day > ''"
        case "is", "due":
            index, condition = f"{_INDEX}due_retired", "c.due <= :today"
        case "is", "retired" | "deleted" as gone:
            index, condition, in_order = f"{_INDEX}retired", _RETIRED, True
            test = REALLY_RETIRED if gone == "retired" else DELETED
        case "id", _:
            index, condition = _BY_UID, f"c.uid IN ({_NAMED.format(value=value)})"
        case "rated", rated:
            index, condition = f"{_INDEX}last_day_retired", f"c.last_day >= :{value}"
            test = f"c.{_DAY_COLUMNS[rated.partition(':')[2]]} >= :{value}"
        case "is", "outdated":
            index, condition = _BY_UID, OUTDATED
        case name, asked if mark := mark_test(name, asked):
            marked = f"SELECT m.uid FROM item_mark AS m WHERE m.learner = :learner AND {mark}"
            index, condition, count = _BY_UID, f"c.uid IN ({marked})", marked
            test = f"EXISTS ({marked} AND m.uid = c.uid)"
        case _:
            return None
    return f"+{test or condition}", Way(index, condition, in_order, count)

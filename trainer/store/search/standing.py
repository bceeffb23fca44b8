"""What a query asks of how cards stand, in SQL over `search_card` as `c`: tests, and indexes that lead to them."""

from dataclasses import dataclass
from datetime import date, timedelta

from trainer.store.search.query import FieldTerm, Query

_INDEX = "ix_search_card_learner_"
_DAY_COLUMNS = {"": "last_day", "forgot": "again_day", "hard": "hard_day", "good": "good_day", "easy": "easy_day"}
_STATES = {"new": "new", "failed": "learning"}


@dataclass(frozen=True, slots=True)
class Way:
    """An index that leads to all cards that a test is true of, and to others at most.

    Attributes:
        index: its name.
        condition: what it is asked for; a comparison with a column's bare name lets SQLite use it.
        in_order: it yields them in the order of the course.
    """

    index: str
    condition: str
    in_order: bool


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


def standing_of(query: Query, today: date) -> Standing:
    """What a query asks of cards; retired ones are left out unless it asks for them."""
    tests: list[str] = []
    ways: list[Way] = []
    values = {"today": today.isoformat()}
    for number, field in enumerate(query.fields):
        if found := _test(field, f"since_{number}"):
            test, way = found
            if field.name == "rated":
                days = int(field.value.partition(":")[0])
                values[f"since_{number}"] = _before(today, days - 1)
            tests.append(f"NOT coalesce({test}, 0)" if field.negated else test)
            ways += [way] if way and not field.negated else []
    if not any(field.name == "is" and field.value == "retired" for field in query.fields):
        tests.append("NOT +c.retired")
    return Standing(tuple(tests), tuple(ways), values)


def _before(today: date, days: int) -> str:
    return (today - timedelta(days=min(days, today.toordinal() - 1))).isoformat()


def _test(field: FieldTerm, since: str) -> tuple[str, Way | None] | None:
    """The test, and a way to what passes it; None for what is asked of notes."""
    match field.name, field.value:
        case ("state", state) | ("is", "new" | "failed" as state):
            condition = f"c.state = '{_STATES.get(state, state)}'"
            return f"+{condition}", Way(f"{_INDEX}state", condition, in_order=True)
        case "is", "learnt":
            return "+c.last_day IS NOT NULL", Way(f"{_INDEX}last_day_retired", "c.last_day > ''", in_order=False)
        case "is", "due":
            return "+c.due <= :today", Way(f"{_INDEX}due_retired", "c.due <= :today", in_order=False)
        case "is", "retired":
            return "+c.retired", Way(f"{_INDEX}retired", "c.retired", in_order=True)
        case "rated", value:
            column = _DAY_COLUMNS[value.partition(":")[2]]
            return f"+c.{column} >= :{since}", Way(
                f"{_INDEX}last_day_retired", f"c.last_day >= :{since}", in_order=False
            )
        case _:
            return None

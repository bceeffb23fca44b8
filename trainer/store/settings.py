"""What the learner chose; kept beside the log, not in it."""

import json
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from trainer.store.errors import UnreadableRow
from trainer.store.events import canonical_json
from trainer.store.tables import setting


def read_setting(connection: Connection, learner: str, key: str) -> Any:
    """The value of a setting; None when it was never set.

    Raises:
        UnreadableRow: when the stored value is no JSON.
    """
    chosen = select(setting.c.value).where(setting.c.learner == learner, setting.c.key == key)
    text = connection.execute(chosen).scalar()
    try:
        return None if text is None else json.loads(text)
    except ValueError as error:
        raise UnreadableRow(f"setting {key}") from error


def write_setting(connection: Connection, learner: str, key: str, value: Any) -> None:
    """Sets a setting to a JSON value.

    Raises:
        ValueError, TypeError: when the value cannot be written as JSON.
    """
    text = canonical_json(value)
    connection.execute(delete(setting).where(setting.c.learner == learner, setting.c.key == key))
    connection.execute(insert(setting), {"learner": learner, "key": key, "value": text})

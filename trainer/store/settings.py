"""What the learner chose; kept beside the log, not in it."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from trainer.store.errors import UnreadableRow
from trainer.store.tables import setting


def read_settings(connection: Connection, learner: str) -> dict[str, str]:
    """All settings as JSON texts, by key."""
    rows = connection.execute(select(setting.c.key, setting.c.value).where(setting.c.learner == learner))
    return {row.key: row.value for row in rows}


def read_value(texts: Mapping[str, str], key: str) -> Any:
    """The value of a setting among some; None when it was never set.

    Raises:
        UnreadableRow: when the stored value is no JSON.
    """
    try:
        return json.loads(texts[key]) if key in texts else None
    except ValueError as error:
        raise UnreadableRow(f"setting {key}") from error


def write_setting(connection: Connection, learner: str, key: str, text: str) -> None:
    """Sets a setting to a JSON text."""
    connection.execute(delete(setting).where(setting.c.learner == learner, setting.c.key == key))
    connection.execute(insert(setting), {"learner": learner, "key": key, "value": text})

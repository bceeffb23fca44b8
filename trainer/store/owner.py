"""Who a database belongs to, and under which device id it writes."""

from dataclasses import dataclass
from secrets import token_hex

from sqlalchemy import Connection, insert, select

from trainer.store.errors import UnreadableRow
from trainer.store.tables import owner

_ID_BYTES = 8


@dataclass(frozen=True, slots=True)
class Owner:
    """The learner, and the device id that stands in the uids of the events written here."""

    learner: str
    device: str


def make_owner(connection: Connection) -> None:
    """Gives a new database its owner, with ids that nobody else has."""
    connection.execute(insert(owner), {"learner": token_hex(_ID_BYTES), "device": token_hex(_ID_BYTES)})


def read_owner(connection: Connection) -> Owner:
    """The owner of a database.

    Raises:
        UnreadableRow: when it has none.
    """
    row = connection.execute(select(owner)).first()
    if row is None:
        raise UnreadableRow("owner")
    return Owner(row.learner, row.device)

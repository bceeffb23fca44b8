"""What Alembic runs to migrate: it works on the connection and in the transaction that the caller began."""

from alembic import context

from trainer.store.search_tables import is_of_index
from trainer.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    include_name=lambda name, kind, _parents: kind != "table" or not is_of_index(name),
)
with context.begin_transaction():
    context.run_migrations()

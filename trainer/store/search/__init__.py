"""Search: a query is parsed into a small tree, which SQLite's FTS5 answers over the notes as they are shown."""

"""What the learner did: one append-only log in SQLite, and caches beside it that can be rebuilt."""

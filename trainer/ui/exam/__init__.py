"""The mock exam: choosing it, sitting it, and what came of it."""
